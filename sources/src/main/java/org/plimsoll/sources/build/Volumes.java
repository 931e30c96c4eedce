package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.OutputRule;
import org.plimsoll.sources.hand.Remark;
import org.plimsoll.sources.hand.UseRule;

/**
 * Output by activity and use by product in the base year, country by country, as the rules say;
 * what does not add up is an issue.
 */
final class Volumes {
  private final Hand hand;
  private final Readings readings;
  private final Grouping groups;
  private final String year;
  private final RuleIssues issues = new RuleIssues();
  private final Levels levels;
  private final SortedMap<ProductId, List<Taken>> uses = new TreeMap<>();
  private final java.util.Set<ProductId> shared = new java.util.HashSet<>();

  /**
   * A use that is no input.
   *
   * @param country where
   * @param purpose final use or stock build
   * @param amount tonnes and how they are known
   */
  record Taken(CountryCode country, Use.Purpose purpose, Amount amount) {}

  private Volumes(Hand hand, Readings readings, Grouping groups) {
    this.hand = hand;
    this.readings = readings;
    this.groups = groups;
    this.year = Integer.toString(hand.baseYear());
    this.levels = new Levels(hand.activities());
  }

  static Volumes of(Hand hand, Readings readings, Grouping groups) {
    Volumes volumes = new Volumes(hand, readings, groups);
    volumes.statedOutputs();
    volumes.statedUses();
    volumes.remainingOutputs();
    volumes.remainingUses();
    return volumes;
  }

  List<Issue> issues() {
    return issues.list();
  }

  /** Levels by activity and country. */
  SortedMap<String, SortedMap<CountryCode, Amount>> levels() {
    return levels.byActivity();
  }

  /** Final use and stock build by product. */
  List<Taken> uses(ProductId product) {
    return uses.getOrDefault(product, List.of());
  }

  /** Tonnes of a product made in each country, joint products and scrap included. */
  SortedMap<CountryCode, Double> output(ProductId product) {
    return levels.output(product);
  }

  /** Tonnes of a product that activities take in, in each country. */
  SortedMap<CountryCode, Double> inputs(ProductId product) {
    return levels.inputs(product);
  }

  /** The activity's own row for the country, else the general one. */
  Activity technology(String id, CountryCode country) {
    return levels.technology(id, country);
  }

  /** Groups of countries by the weights that these volumes were split by. */
  Grouping groups() {
    return groups;
  }

  private void statedOutputs() {
    for (OutputRule rule : hand.outputs()) {
      guarded(
          rule.place(),
          () -> {
            switch (rule.method()) {
              case SERIES -> fromSeries(rule);
              case OTHERS -> fromOthers(rule);
              case FIXED ->
                  spread(
                      rule,
                      groups.split(rule.area(), namedAreas(rule.activity())),
                      rule.tonnes()
                          .orElseThrow(
                              () -> new IllegalArgumentException("a fixed output needs tonnes")));
              case REST_OF_FEED, REST_OF_SERIES -> {}
            }
          });
    }
  }

  private void fromSeries(OutputRule rule) {
    if (!rule.area().equals("*")) {
      Reading reading = readings.get(rule.series(), year, rule.area());
      levels.put(
          rule.activity(),
          country(rule.area()),
          reading.value() * rule.factor(),
          known(rule.remark(), reading.source()));
      return;
    }
    List<String> named = namedAreas(rule.activity());
    for (Reading reading : readings.list(rule.series(), year)) {
      if (reading.area().equals(Areas.WORLD) || named.contains(reading.area())) {
        continue;
      }
      levels.put(
          rule.activity(),
          country(reading.area()),
          reading.value() * rule.factor(),
          known(rule.remark(), reading.source()));
    }
  }

  /** What a publisher calls "other countries" is the rest of the world. */
  private static CountryCode country(String area) {
    return area.equals(Areas.OTHERS) ? CountryCode.REST_OF_WORLD : CountryCode.of(area);
  }

  private void fromOthers(OutputRule rule) {
    Reading others = readings.get(rule.series(), year, Areas.OTHERS);
    SortedMap<CountryCode, Double> weights = new TreeMap<>();
    for (Reading share : readings.list(rule.split(), year)) {
      boolean named = readings.find(rule.series(), year, share.area()).isPresent();
      if (!share.area().equals(Areas.WORLD) && !share.area().equals(Areas.OTHERS) && !named) {
        weights.merge(CountryCode.of(share.area()), share.value(), Double::sum);
      }
    }
    double sum = total(weights);
    if (sum <= 0) {
      throw new IllegalArgumentException(
          "'%s' has no shares of countries that '%s' does not name"
              .formatted(rule.split(), rule.series()));
    }
    weights.forEach((country, weight) ->
        levels.put(
            rule.activity(),
            country,
            others.value() * rule.factor() * weight / sum,
            known(rule.remark(), others.source())));
  }

  private void remainingOutputs() {
    for (OutputRule rule : hand.outputs()) {
      guarded(
          rule.place(),
          () -> {
            switch (rule.method()) {
              case REST_OF_FEED -> restOfFeed(rule);
              case REST_OF_SERIES -> restOfSeries(rule);
              case SERIES, OTHERS, FIXED -> {}
            }
          });
    }
  }

  private void restOfFeed(OutputRule rule) {
    CountryCode country = CountryCode.of(rule.area());
    Activity activity = technology(rule.activity(), country);
    ProductId feed =
        rule.series().isEmpty() ? activity.inputs().firstKey() : ProductId.parse(rule.series());
    double left = total(output(feed)) - total(inputs(feed)) - totalTaken(feed);
    if (left <= 0) {
      throw new IllegalArgumentException(
          "nothing of %s is left for %s in %s: other users take %s too much"
                  .formatted(feed, rule.activity(), country, NumberWords.tonnes(-left))
              + "\nMaybe lower a fixed output in output.csv or a use in use.csv");
    }
    levels.put(
        rule.activity(),
        country,
        left / perUnit(activity, feed),
        known(rule.remark(), judged("balance of " + feed)));
  }

  private static double perUnit(Activity activity, ProductId feed) {
    Double perUnit = activity.inputs().get(feed);
    if (perUnit == null) {
      throw new IllegalArgumentException(activity.id() + " takes in no " + feed);
    }
    return perUnit;
  }

  private void restOfSeries(OutputRule rule) {
    CountryCode country = CountryCode.of(rule.area());
    ProductId product = technology(rule.activity(), country).primary();
    Reading reading = readings.get(rule.series(), year, rule.area());
    double left = reading.value() * rule.factor() - output(product).getOrDefault(country, 0.0);
    if (left <= 0) {
      throw new IllegalArgumentException(
          "%s already makes more %s than '%s' says".formatted(country, product, rule.series()));
    }
    levels.put(rule.activity(), country, left, known(rule.remark(), reading.source()));
  }

  private void statedUses() {
    for (UseRule rule : hand.uses()) {
      guarded(
          rule.place(),
          () -> {
            switch (rule.method()) {
              case FIXED -> take(rule, rule.amount());
              case SERIES -> takeSeries(rule);
              case APPARENT, OF_OUTPUT, OF_REST, CLOSING -> {}
            }
          });
    }
  }

  private void takeSeries(UseRule rule) {
    Reading reading = readings.get(rule.series(), year, rule.area());
    Amount amount =
        new Amount(reading.value() * rule.amount(), known(rule.remark(), reading.source()));
    addUse(rule, CountryCode.of(rule.area()), amount);
  }

  private void addUse(UseRule rule, CountryCode country, Amount amount) {
    uses.computeIfAbsent(rule.product(), p -> new ArrayList<>())
        .add(new Taken(country, rule.purpose(), amount));
  }

  private void remainingUses() {
    for (var product : hand.products()) {
      List<UseRule> rest =
          hand.uses().stream()
              .filter(r -> r.product().equals(product.id()))
              .filter(
                  r -> r.method() == UseRule.Method.OF_REST || r.method() == UseRule.Method.CLOSING)
              .toList();
      if (!product.isSolved()) {
        continue;
      }
      materializeShares(product.id());
      takeApparent(product.id());
      double made = total(output(product.id()));
      double left = made - total(inputs(product.id())) - totalTaken(product.id());
      double shares = rest.stream().mapToDouble(UseRule::amount).sum();
      boolean takesRest = shares > 0;
      if (left < -1e-9 * made || (!takesRest && left > 1e-9 * made)) {
        issues.add(
            Issue.error(
                firstRule(product.id()),
                "%s does not balance: %s made, %s used"
                    .formatted(
                        product.id(), NumberWords.tonnes(made), NumberWords.tonnes(made - left)),
                "add a rule of-rest or closing for it, or correct its outputs"));
        continue;
      }
      for (UseRule rule : takesRest ? rest : List.<UseRule>of()) {
        // What rounding leaves below zero is nothing.
        guarded(rule.place(), () -> take(rule, Math.max(0, left) * rule.amount() / shares));
      }
    }
  }

  /** Where a person would look who wants to change the use of a product. */
  private Place firstRule(ProductId product) {
    return hand.uses().stream()
        .filter(r -> r.product().equals(product))
        .map(UseRule::place)
        .findFirst()
        .orElse(Place.ofFile("use.csv"));
  }

  /** Uses that are a share of world output, taken when that output is whole: rules are in order. */
  private void materializeShares(ProductId product) {
    if (!shared.add(product)) {
      return;
    }
    double made = total(output(product));
    for (UseRule rule : hand.uses()) {
      if (rule.product().equals(product) && rule.method() == UseRule.Method.OF_OUTPUT) {
        guarded(rule.place(), () -> take(rule, rule.amount() * made));
      }
    }
  }

  /** Apparent consumption of every country of the rule; all outputs are known by now. */
  private void takeApparent(ProductId product) {
    for (UseRule rule : hand.uses()) {
      if (rule.product().equals(product) && rule.method() == UseRule.Method.APPARENT) {
        guarded(rule.place(), () -> takeApparent(rule));
      }
    }
  }

  private void takeApparent(UseRule rule) {
    ProductId product = rule.product();
    SortedMap<CountryCode, Double> made = output(product);
    inputs(product).forEach((country, t) -> made.merge(country, -t, Double::sum));
    uses(product).stream()
        .filter(t -> t.purpose() == Use.Purpose.STOCK_BUILD)
        .forEach(t -> made.merge(t.country(), -t.amount().tonnes(), Double::sum));
    List<Reading> flows = readings.list(rule.series(), year);
    Source read = flows.getFirst().source();
    Source source = new Source(read.dataset(), read.edition(), rule.series());
    SortedMap<CountryCode, Double> apparent = ApparentConsumption.of(made, flows, rule.amount());
    groups
        .among(rule.area(), namedUses(rule), apparent)
        .forEach((country, tonnes) ->
            addUse(rule, country, new Amount(tonnes, known(rule.remark(), source))));
  }

  /** Areas that have a rule of their own for the same purpose. */
  private List<String> namedUses(UseRule rule) {
    return hand.uses().stream()
        .filter(u -> u.product().equals(rule.product()) && u.purpose() == rule.purpose())
        .map(UseRule::area)
        .toList();
  }

  private double totalTaken(ProductId product) {
    materializeShares(product);
    return uses(product).stream().mapToDouble(t -> t.amount().tonnes()).sum();
  }

  private void take(UseRule rule, double tonnes) {
    Provenance provenance =
        known(rule.remark(), judged("use of " + rule.product() + ", " + rule.area()));
    SortedMap<CountryCode, Double> weights = groups.split(rule.area(), namedUses(rule));
    double sum = total(weights);
    weights.forEach(
        (country, weight) -> addUse(rule, country, new Amount(tonnes * weight / sum, provenance)));
  }

  private void spread(OutputRule rule, SortedMap<CountryCode, Double> weights, double tonnes) {
    double sum = total(weights);
    weights.forEach((country, weight) ->
        levels.put(
            rule.activity(),
            country,
            tonnes * weight / sum,
            known(rule.remark(), judged("output of " + rule.activity()))));
  }

  private List<String> namedAreas(String activity) {
    return hand.outputs().stream()
        .filter(o -> o.activity().equals(activity))
        .map(OutputRule::area)
        .toList();
  }

  private static Provenance known(Remark remark, Source source) {
    return new Provenance(source, remark.grade(), remark.status(), remark.note());
  }

  private Source judged(String what) {
    return new Source("judgement", hand.asOf().toString(), what);
  }

  private static double total(Map<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private void guarded(Place place, Runnable step) {
    issues.follow(place, "correct the rule", step);
  }
}
