package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.Production;

/**
 * What others published of a whole economy or of all minerals, beside our figure or the reason why
 * none can be set beside it. Their numbers are rows of the world.
 */
record PublishedElsewhere(Evidence evidence) {
  private static final String METHOD = "docs/method/shocks.md";
  private static final CountryCode CHINA = CountryCode.of("CHN");
  private static final String SHARE = "1";
  private static final String OF_GDP = "loss of GDP, a share of it";
  private static final String FIRST_REFINER = "first refiner of minerals";
  private static final String REFINING = "share of refining";
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
    published(OF_GDP)
        .map(row -> beside("rare earths lost", row, new NoFigure(row.unit(), NO_GDP)))
        .forEach(lines::add);
    lines.addAll(refining());
    stopped.stream().flatMap(c -> sectors(c).stream()).forEach(lines::add);
    return lines;
  }

  /** China's part in refining: of the first stage after the mine of each mineral. */
  private List<ActionPlan.Sanity> refining() {
    int minerals = 0;
    List<Double> shares = new ArrayList<>();
    for (ProductId product : refined()) {
      Map<CountryCode, Double> output = output(product);
      double world = output.values().stream().mapToDouble(Double::doubleValue).sum();
      minerals += world > 0 ? 1 : 0;
      double china = output.getOrDefault(CHINA, 0.0);
      if (china > 0 && output.values().stream().allMatch(tonnes -> tonnes <= china)) {
        shares.add(china / world);
      }
    }
    if (shares.isEmpty()) {
      return List.of();
    }
    List<String> from =
        List.of("production.csv, base year, the first stage after the mine", METHOD);
    Figure count =
        Figure.ofRows(Interval.exactly((double) shares.size() / minerals), SHARE, Grade.C, from);
    Figure mean =
        Figure.ofRows(
            Interval.exactly(shares.stream().mapToDouble(share -> share).average().orElseThrow()),
            SHARE,
            Grade.C,
            from);
    String what = "China first refiner of %d of %d minerals".formatted(shares.size(), minerals);
    return Stream.concat(
            published(FIRST_REFINER).map(row -> beside(what, row, count)),
            published(REFINING)
                .map(row -> beside("China's share of output where it is first", row, mean)))
        .toList();
  }

  private Stream<Disruption> published(String measure) {
    return evidence.resilience().disruptions().stream()
        .filter(row -> row.measure().equals(measure));
  }

  private static ActionPlan.Sanity beside(String what, Disruption published, Result ours) {
    Figure theirs = Figure.read(published.value(), published.unit(), published.provenance());
    return SanityPart.line(what, published, ours, theirs, "the minerals counted differ");
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
    String why = "no loss: value added at risk is a share of it, by the final use lost";
    return Optional.of(
        new ActionPlan.Sanity(
            "sectors that use " + commodity,
            "value added of the using sectors",
            "European Union, criticality 2023",
            "EU27",
            new NoFigure(theirs.unit(), why),
            theirs,
            ActionPlan.Agreement.NOT_COMPARED,
            why));
  }
}
