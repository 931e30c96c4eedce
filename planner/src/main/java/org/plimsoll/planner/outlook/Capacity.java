package org.plimsoll.planner.outlook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** What stands in a year: makers of the base year that expand, and projects of the register. */
final class Capacity {
  /** Vintage under which the world states the price at which new projects pay. */
  private static final String INCENTIVE = "incentive";

  private final Evidence evidence;
  private final BuildRule rule;
  private final GrowthPath growth;
  private final ParameterDraw draw;

  /** By maker: standing capacity over that of the base year. */
  private final TreeMap<Maker, Double> size = new TreeMap<>();

  /** By year: what each maker expects to be paid, USD a tonne. */
  private final TreeMap<Integer, TreeMap<Maker, Double>> expected = new TreeMap<>();

  /** By project that is decided: when it starts, the delay included. */
  private final TreeMap<String, Double> starts = new TreeMap<>();

  private final List<Dated> dated;

  /** Who makes what. */
  private record Maker(ProductId product, CountryCode country) implements Comparable<Maker> {
    @Override
    public int compareTo(Maker other) {
      int byProduct = product.compareTo(other.product);
      return byProduct != 0 ? byProduct : country.compareTo(other.country);
    }
  }

  /** A project with everything that a year needs to know of it. */
  private record Dated(String id, Maker maker, double tonnesPerYear, double start) {}

  /**
   * @param products that have a market
   * @param decidedBefore year before which a decision counts as taken, whatever the price
   */
  Capacity(
      Evidence evidence,
      List<ProductId> products,
      BuildRule rule,
      GrowthPath growth,
      ParameterDraw draw,
      int decidedBefore) {
    this.evidence = evidence;
    this.rule = rule;
    this.growth = growth;
    this.draw = draw;
    for (Production row : evidence.productions()) {
      if (row.year() == evidence.baseYear() && products.contains(row.product())) {
        size.put(new Maker(row.product(), row.country()), 1.0);
      }
    }
    dated = evidence.projects().stream().flatMap(p -> dated(p, products).stream()).toList();
    for (Dated project : dated) {
      if (rule.decisionYear(project.start) < decidedBefore) {
        starts.put(project.id, project.start);
      }
    }
  }

  private Optional<Dated> dated(Project project, List<ProductId> products) {
    if (project.startYear().isEmpty()
        || project.country().isEmpty()
        || project.capacityTonnesPerYear().isEmpty()
        || project.product().filter(products::contains).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Dated(
            project.id(),
            new Maker(project.product().get(), project.country().get()),
            project.capacityTonnesPerYear().getAsDouble(),
            project.startYear().getAsInt() + rule.delayYears()));
  }

  /** Decides what stands in this year, by the prices of the years remembered. */
  void decide(int year) {
    if (year > evidence.baseYear()) {
      size.replaceAll((maker, now) -> now * (1 + expansion(maker, year)));
    }
    int then = rule.decisionYear(year);
    for (Dated project : dated) {
      if (!starts.containsKey(project.id)
          && rule.decisionYear(project.start) <= then
          && pays(project.maker, then)) {
        starts.put(project.id, Math.max(project.start, year));
      }
    }
  }

  /** What was decided before the base year kept pace with demand. */
  private double expansion(Maker maker, int year) {
    double pace =
        growth.multiple(maker.product.commodity(), year)
                / growth.multiple(maker.product.commodity(), year - 1)
            - 1;
    int then = rule.decisionYear(year);
    return then < evidence.baseYear()
        ? Math.max(0, pace)
        : rule.expansion(price(maker, then) / price(maker, evidence.baseYear()), pace);
  }

  private double price(Maker maker, int year) {
    return expected.getOrDefault(year, new TreeMap<>()).getOrDefault(maker, 0.0);
  }

  /** Whether a new plant pays at the prices of that year; it does if nobody says what it needs. */
  private boolean pays(Maker maker, int year) {
    return evidence
        .findBasePrice(maker.product, INCENTIVE)
        .map(p -> draw.value("incentive-price", maker.product.toString(), p.usdPerTonne()))
        .map(required -> price(maker, year) >= required)
        .orElse(true);
  }

  /** Keeps what makers expect to be paid after this year. */
  void remember(int year, Equilibrium e, Expected prices) {
    TreeMap<Maker, Double> now = new TreeMap<>();
    size.keySet().forEach(maker -> now.put(maker, prices.price(e, maker.product, maker.country)));
    dated.forEach(p -> now.put(p.maker, prices.price(e, p.maker.product, p.maker.country)));
    expected.put(year, now);
  }

  /** Projects that stand in this year. */
  List<Outlook.Built> built(int year) {
    List<Outlook.Built> built = new ArrayList<>();
    for (Dated project : dated) {
      double part = BuildRule.partOfYear(starts.getOrDefault(project.id, (double) year + 1), year);
      if (part > 0) {
        built.add(
            new Outlook.Built(project.id, project.maker.product, part * project.tonnesPerYear));
      }
    }
    return built;
  }

  /** What stands in this year beside the base year's, as measures. */
  List<Measure> measures(int year) {
    TreeMap<ProductId, TreeMap<Double, List<String>>> bySize = new TreeMap<>();
    size.forEach((maker, times) ->
        bySize
            .computeIfAbsent(maker.product, p -> new TreeMap<>())
            .computeIfAbsent(times, t -> new ArrayList<>())
            .add(maker.country.alpha3()));
    List<Measure> measures = new ArrayList<>();
    bySize.forEach((product, groups) ->
        groups.forEach((times, countries) -> {
          if (times != 1) {
            measures.add(
                change(
                    product + "-in-" + countries.getFirst(),
                    product,
                    new Parties(countries),
                    new Change.Times(Interval.exactly(times))));
          }
        }));
    for (Dated project : dated) {
      double part = BuildRule.partOfYear(starts.getOrDefault(project.id, (double) year + 1), year);
      if (part > 0) {
        measures.add(
            change(
                project.id,
                project.maker.product,
                Parties.of(project.maker.country.alpha3()),
                new Change.By(Interval.exactly(part * project.tonnesPerYear))));
      }
    }
    return measures;
  }

  private static CapacityChange change(String id, ProductId product, Parties where, Change change) {
    return new CapacityChange(YearByYear.terms(id, List.of(product), where), change);
  }
}
