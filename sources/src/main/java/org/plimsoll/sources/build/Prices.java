package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Price;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.PriceRule;

/** Prices by their rules; a derived price uses the price of its reference in the same vintage. */
final class Prices {
  private final Hand hand;
  private final Readings readings;
  private final Volumes volumes;
  private final Map<String, Price> base = new TreeMap<>();
  private final List<Price> prices = new ArrayList<>();
  private final RuleIssues issues = new RuleIssues();

  private Prices(Hand hand, Readings readings, Volumes volumes) {
    this.hand = hand;
    this.readings = readings;
    this.volumes = volumes;
  }

  static Prices of(Hand hand, Readings readings, Volumes volumes) {
    Prices prices = new Prices(hand, readings, volumes);
    // Derived prices rest on read ones, and build-ups on both: three rounds in that order.
    for (List<PriceRule.Method> round :
        List.of(
            List.of(PriceRule.Method.SERIES, PriceRule.Method.QUOTE, PriceRule.Method.STATED),
            List.of(PriceRule.Method.RATIO),
            List.of(PriceRule.Method.BUILD_UP))) {
      hand.prices().stream().filter(r -> round.contains(r.method())).forEach(prices::add);
    }
    return prices;
  }

  List<Price> list() {
    return List.copyOf(prices);
  }

  List<Issue> issues() {
    return issues.list();
  }

  private void add(PriceRule rule) {
    issues.follow(
        rule.place(),
        "correct the reference of the price",
        () -> {
          Price price = price(rule);
          prices.add(price);
          base.putIfAbsent(key(rule.product(), rule.vintage()), price);
        });
  }

  private Price price(PriceRule rule) {
    return switch (rule.method()) {
      case SERIES, QUOTE -> read(rule);
      case STATED -> of(rule, rule.factor(), stated(rule));
      case RATIO -> {
        Price reference = get(ProductId.parse(rule.reference()), rule.vintage());
        double p = reference.usdPerTonne().central();
        yield of(rule, rule.factor().times(p), derived(rule));
      }
      case BUILD_UP -> {
        double inputs = inputCost(rule);
        Interval conversion = rule.factor();
        yield of(
            rule,
            new Interval(
                inputs + conversion.low(),
                inputs + conversion.central(),
                inputs + conversion.high()),
            derived(rule));
      }
    };
  }

  private Price read(PriceRule rule) {
    int slash = rule.reference().lastIndexOf('/');
    String series = rule.reference().substring(0, slash);
    Reading reading =
        readings.get(
            rule.method() == PriceRule.Method.QUOTE ? "usgs-quote/" + series : series,
            rule.reference().substring(slash + 1),
            Areas.WORLD);
    return of(rule, rule.factor().times(reading.value()), reading.source());
  }

  private double inputCost(PriceRule rule) {
    Activity activity = volumes.technology(rule.reference(), CountryCode.REST_OF_WORLD);
    double cost = 0;
    for (Map.Entry<ProductId, Double> input : activity.inputs().entrySet()) {
      cost += input.getValue() * get(input.getKey(), rule.vintage()).usdPerTonne().central();
    }
    return cost;
  }

  private Price get(ProductId product, String vintage) {
    Price price = base.get(key(product, vintage));
    if (price == null && vintage.equals(Scenario.PRE_CONTROL)) {
      price = base.get(key(product, Scenario.LATEST));
    }
    if (price == null) {
      throw new IllegalArgumentException(
          "no price of " + product + " in the vintage '" + vintage + "' to derive from");
    }
    return price;
  }

  private static String key(ProductId product, String vintage) {
    return product + " " + vintage;
  }

  private Source derived(PriceRule rule) {
    return new Source(
        "judgement",
        hand.asOf().toString(),
        "price of " + rule.product() + " from " + rule.reference());
  }

  /** A stated price cites the fact or the collection it is typed from. */
  private Source stated(PriceRule rule) {
    return rule.reference().matches("[A-Z]\\d{3}")
        ? new Source("registers", editionOf("registers"), "price_facts " + rule.reference())
        : new Source(rule.reference(), editionOf(rule.reference()), "price of " + rule.product());
  }

  private String editionOf(String dataset) {
    return hand.datasets().stream()
        .filter(files -> files.dataset().id().equals(dataset))
        .map(files -> files.dataset().edition())
        .findFirst()
        .orElse(hand.asOf().toString());
  }

  private static Price of(PriceRule rule, Interval usdPerTonne, Source source) {
    return new Price(
        rule.product(),
        rule.vintage(),
        rule.date(),
        rule.location(),
        rule.type(),
        usdPerTonne,
        rule.liquid(),
        new Provenance(
            source, rule.remark().grade(), rule.remark().status(), rule.remark().note()));
  }
}
