package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.app.cli.SolvedText.Expected;

/** Every type of measure, from the text of a market file to its answer, by hand. */
final class MarketMeasuresTest {
  /**
   * A: makes p, uses 60 − p, so offers X = 2 p − 60. B: makes p − 20, uses 100 − p, so wants X =
   * 120 − 2 p. Alike, p = 45 and X = 30; with w between the prices 45 − w/2, 45 + w/2 and X = 30 −
   * w.
   */
  private static final String MARKET =
      """
      products: [{id: good}]
      nodes:
        - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}},
           demand: {good: {linear: {intercept: 60, slope: -1}}}}
        - {id: b, supply: {good: {linear: {intercept: -20, slope: 1}}},
           demand: {good: {linear: {intercept: 100, slope: -1}}}}
      arcs: [{from: a, to: b}]
      measures:
        - {products: [good], %s}
      """;

  private static Arguments row(String measure, Expected... expected) {
    return Arguments.of(measure, expected);
  }

  /** Producer price in A, buyer price in B, and what goes there. */
  private static Expected[] trade(double from, double to, double goods, Expected... more) {
    return Stream.concat(
            Stream.of(
                new Expected("/prices/producer/good/a", from),
                new Expected("/prices/buyer/good/b", to),
                new Expected("/flows/good/a/b", goods)),
            Stream.of(more))
        .toArray(Expected[]::new);
  }

  private static Expected money(String node, String what, double sum) {
    return new Expected("/welfare/byNode/" + node + "/" + what, sum);
  }

  static Stream<Arguments> measures() {
    double third = 1 / 3.0;
    // A stock that buys 8 at 46 wants 46 (1 − 1e-6 q/8), and q = 4 (p − 45).
    double bought = 1 / 1.000023;
    return Stream.of(
        row(
            "type: tariff, by: [b], specific: 8",
            trade(41, 49, 22, money("b", "publicRevenue", 176))),
        // 1.25 p in B: 2 p − 60 = 120 − 2.5 p.
        row(
            "type: tariff, by: [b], adValorem: 0.25",
            trade(40, 50, 20, money("b", "publicRevenue", 200))),
        row(
            "type: tariff, by: [b], exempt: [a], specific: 8",
            trade(45, 45, 30, new Expected("/idle/0/why", Double.NaN))),
        // 8 on the 22nd unit: 2 on each of 22 and 6 on each of 12 are duty, 6 on ten are a rent.
        row(
            "type: tariffRateQuota, by: [b], quota: 10, inQuotaSpecific: 2, outOfQuotaSpecific: 8",
            trade(41, 49, 22, money("b", "publicRevenue", 116), money("b", "importRents", 60))),
        row(
            "type: exportBan, by: [a]",
            new Expected("/prices/producer/good/a", 30),
            new Expected("/prices/buyer/good/b", 60)),
        // Half of 30: w = 15, which is A's on each.
        row(
            "type: exportLicence, by: [a], share: 0.5",
            trade(37.5, 52.5, 15, money("a", "exportRents", 225))),
        row(
            "type: exportQuota, by: [a], quota: 20",
            trade(40, 50, 20, money("a", "exportRents", 200))),
        row(
            "type: exportTax, by: [a], specific: 8",
            trade(41, 49, 22, money("a", "publicRevenue", 176))),
        row(
            "type: exportTax, by: [a], adValorem: 0.25",
            trade(40, 50, 20, money("a", "publicRevenue", 200))),
        row(
            "type: priceFloor, by: [b], floor: 50",
            trade(40, 50, 20, money("b", "publicRevenue", 200))),
        // A levy of 4 at most: w = 4.
        row(
            "type: priceFloor, by: [b], floor: 50, bound: 4",
            trade(43, 47, 26, money("b", "publicRevenue", 104))),
        row(
            "type: priceFloor, by: [b], floor: 50, gapGoesTo: exporter",
            trade(40, 50, 20, money("a", "exportRents", 200))),
        row(
            "type: priceUndertaking, by: [b], floor: 50",
            trade(40, 50, 20, money("a", "exportRents", 200), money("b", "publicRevenue", 0))),
        row(
            "type: priceUndertaking, by: [b], floor: 50, bound: 4, gapGoesTo: importer",
            trade(43, 47, 26, money("b", "publicRevenue", 104))),
        // Half of the fall below 60: p/2 + 30 in B. At most 4: w = 4.
        row(
            "type: partialLevy, by: [b], trigger: 60, bands: [{below: 1, share: 0.5}]",
            trade(40, 50, 20, money("b", "publicRevenue", 200))),
        row(
            "type: partialLevy, by: [b], trigger: 60, bands: [{below: 1, share: 0.5}], bound: 4",
            trade(43, 47, 26, money("b", "publicRevenue", 104))),
        // A makes 50 at any price below: 50 + p − 20 = 160 − 2 p; each is paid 50 − p.
        row(
            "type: contractForDifference, by: [a], strike: 50",
            trade(
                43 + third,
                43 + third,
                50 - 16 - 2 * third,
                money("a", "subsidies", -1000 * third))),
        // Twenty of the 45 that are made anyway: 20 × 5.
        row(
            "type: contractForDifference, by: [a], strike: 50, amount: 20",
            trade(45, 45, 30, money("a", "subsidies", -100))),
        row(
            "type: contractForDifference, by: [a], to: [b], strike: 50, amount: 20",
            trade(45, 45, 30, money("a", "subsidies", 0), money("b", "subsidies", -100))),
        // A makes p + 8: 2 p − 12 = 160 − 2 p, paid on 51.
        row(
            "type: productionSubsidy, by: [a], specific: 8",
            trade(43, 43, 34, money("a", "subsidies", -408))),
        // A makes p − 8: 2 p − 28 = 160 − 2 p.
        row("type: capacityChange, by: [a], amount: -8", trade(47, 47, 26)),
        // A makes 0.6 p: 1.6 p − 20 = 160 − 2 p.
        row("type: capacityChange, by: [a], factor: 0.6", trade(50, 50, 20)),
        row("type: costShift, by: [a], amount: 8", trade(47, 47, 26)),
        // A wants 2 q for q: 1.5 p − 20 = 160 − 2 p.
        row("type: costShift, by: [a], factor: 2", trade(360 / 7.0, 360 / 7.0, 120 - 720 / 7.0)),
        // B uses 108 − p.
        row("type: demandShift, by: [b], amount: 8", trade(47, 47, 34)),
        // B uses 140 − 1.4 p: 2 p − 20 = 200 − 2.4 p.
        row("type: demandShift, by: [b], factor: 1.4", trade(50, 50, 40)),
        // Eight more are wanted in B, at 47 what was 45: (45 − 47) × 8.
        row(
            "type: stockPurchase, by: [b], amount: 8",
            trade(47, 47, 34, money("b", "stockGains", -16))),
        row("type: stockPurchase, by: [b], cap: 8, trigger: 50", trade(47, 47, 34)),
        row(
            "type: stockPurchase, by: [b], amount: 8, trigger: 46",
            trade(
                45 + bought,
                45 + bought,
                30 + 2 * bought,
                new Expected("/stocks/bought/good/b", 4 * bought))),
        row("type: stockPurchase, by: [b], amount: 8, trigger: 44", trade(45, 45, 30)),
        row(
            "type: stockRelease, by: [b], amount: 8",
            trade(43, 43, 26, new Expected("/stocks/released/good/b", 8))),
        row("type: stockRelease, by: [b], cap: 8, trigger: 40", trade(43, 43, 26)),
        row("type: stockRelease, by: [b], amount: 8, trigger: 46", trade(45, 45, 30)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("measures")
  void aMeasureInAFileDoesWhatItSays(String measure, Expected... expected) {
    SolvedText.of(MARKET.formatted(measure)).has(expected);
  }

  @Test
  void everyTypeIsThere() {
    TreeSet<String> met = new TreeSet<>();
    measures().forEach(row -> met.add(((String) row.get()[0]).split("[:,]", 3)[1].strip()));
    assertEquals(new TreeSet<>(Arrays.asList(types())), met);
  }

  /** As the reader lists them to whoever writes another. */
  private static String[] types() {
    String told = SolvedText.faults(MARKET.formatted("type: none"));
    return told.substring(told.indexOf("the types are ") + 14).strip().split(", ", -1);
  }
}
