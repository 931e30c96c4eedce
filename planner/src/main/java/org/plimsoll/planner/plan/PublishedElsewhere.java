package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.Production;

/**
 * What others published of a whole economy or of all minerals, beside our figure or the reason why
 * none can be set beside it. The numbers stand in docs/method/shocks.md with how they were read.
 */
record PublishedElsewhere(Evidence evidence) {
  private static final String METHOD = "docs/method/shocks.md";
  private static final CountryCode CHINA = CountryCode.of("CHN");
  private static final String SHARE = "1";
  private static final String OF_GDP = "loss, a share of GDP";
  private static final String NO_GDP =
      "theirs is a share of GDP, which this world does not hold; ours are US dollars of value"
          + " added in the sectors that use a mineral";
  private static final double MILLION = 1e6;

  /**
   * One line for each number.
   *
   * @param stopped commodities whose stops stand in the plan
   */
  List<ActionPlan.Sanity> lines(Collection<String> stopped) {
    List<ActionPlan.Sanity> lines = new ArrayList<>();
    String fund = "International Monetary Fund, WP 2026/073, as summarised";
    String lost = "80% of rare earths lost within a year";
    lines.add(without(lost, OF_GDP, fund, "JPN", share(0.018, 0.018, 0.018, fund), NO_GDP));
    lines.add(without(lost, OF_GDP, fund, "USA", share(0.015, 0.015, 0.015, fund), NO_GDP));
    lines.add(without(lost, OF_GDP, fund, "DEU", share(0.012, 0.012, 0.012, fund), NO_GDP));
    String bank = "European Central Bank 2026, as summarised";
    Figure range = share(0.003, 0.0045, 0.006, bank);
    lines.add(without("rare earths lost", OF_GDP, bank, "USA", range, NO_GDP));
    lines.addAll(refining());
    stopped.stream().flatMap(c -> sectors(c).stream()).forEach(lines::add);
    return lines;
  }

  private static Figure share(double low, double central, double high, String source) {
    return Figure.ofRows(new Interval(low, central, high), SHARE, Grade.C, List.of(source, METHOD));
  }

  private static ActionPlan.Sanity without(
      String what, String measure, String source, String area, Figure theirs, String why) {
    return new ActionPlan.Sanity(
        what,
        measure,
        source,
        area,
        new NoFigure(theirs.unit(), why),
        theirs,
        ActionPlan.Agreement.NOT_COMPARED,
        why);
  }

  /** China's part in refining: of the first stage after the mine of each mineral. */
  private List<ActionPlan.Sanity> refining() {
    Map<String, Double> shares = new LinkedHashMap<>();
    int first = 0;
    double sum = 0;
    for (ProductId product : refined()) {
      Map<CountryCode, Double> output = output(product);
      double world = output.values().stream().mapToDouble(Double::doubleValue).sum();
      if (world > 0) {
        double china = output.getOrDefault(CHINA, 0.0);
        shares.put(product.commodity(), china / world);
        if (china > 0 && output.values().stream().allMatch(tonnes -> tonnes <= china)) {
          first++;
          sum += china / world;
        }
      }
    }
    if (first == 0) {
      return List.of();
    }
    String agency = "International Energy Agency 2025, as summarised; facts Q058";
    List<String> from =
        List.of("production.csv, base year, the first stage after the mine", METHOD);
    Figure count =
        Figure.ofRows(Interval.exactly((double) first / shares.size()), SHARE, Grade.C, from);
    Figure mean = Figure.ofRows(Interval.exactly(sum / first), SHARE, Grade.C, from);
    return List.of(
        beside(
            "China first refiner of %d of %d minerals".formatted(first, shares.size()),
            "first refiner of 19 of 20 minerals",
            agency,
            count,
            share(0.95, 0.95, 0.95, agency)),
        beside(
            "China's share of output where it is first",
            "average share of refining",
            agency,
            mean,
            share(0.7, 0.7, 0.7, agency)));
  }

  private static ActionPlan.Sanity beside(
      String what, String measure, String source, Figure ours, Figure theirs) {
    ActionPlan.Agreement agreement = SanityPart.agreement(ours.value(), theirs.value());
    return new ActionPlan.Sanity(
        what,
        measure,
        source,
        "CHN",
        ours,
        theirs,
        agreement,
        agreement == ActionPlan.Agreement.FAR ? "the minerals counted differ" : "");
  }

  /** Of each commodity the first product, in file order, that is made of another. */
  private List<ProductId> refined() {
    Map<String, ProductId> refined = new LinkedHashMap<>();
    for (Product product : evidence.products()) {
      boolean isMade =
          evidence.activities().stream()
              .anyMatch(a -> a.primary().equals(product.id()) && !a.inputs().isEmpty());
      if (isMade) {
        refined.putIfAbsent(product.id().commodity(), product.id());
      }
    }
    return List.copyOf(refined.values());
  }

  private Map<CountryCode, Double> output(ProductId product) {
    Map<CountryCode, Double> output = new TreeMap<>();
    for (Production row : evidence.productions()) {
      if (row.product().equals(product)
          && row.year() == evidence.baseYear()
          && !row.country().equals(CountryCode.REST_OF_WORLD)) {
        output.merge(row.country(), row.tonnes(), Double::sum);
      }
    }
    return output;
  }

  /** The value added of the sectors that use a commodity, which ours is a part of. */
  private Optional<ActionPlan.Sanity> sectors(String commodity) {
    List<EndUse> uses =
        evidence.endUses().stream()
            .filter(u -> u.isMain() && u.commodity().equals(commodity))
            .toList();
    Optional<ExchangeRate> euro = evidence.findRate("EUR");
    if (uses.isEmpty() || euro.isEmpty()) {
      return Optional.empty();
    }
    double sectors = uses.stream().mapToDouble(u -> u.share() * u.euValueAddedEurMillion()).sum();
    Figure theirs =
        Figure.ofRows(
            euro.get().usdPerUnit().times(sectors * MILLION),
            "USD/year",
            uses.getFirst().provenance().grade(),
            List.of(
                uses.getFirst().provenance().source().toString(),
                euro.get().provenance().source().toString(),
                METHOD));
    return Optional.of(
        without(
            "sectors that use " + commodity,
            "value added of the using sectors",
            "European Union, criticality 2023",
            "EU27",
            theirs,
            "no loss: value added at risk is a share of it, by the final use lost"));
  }
}
