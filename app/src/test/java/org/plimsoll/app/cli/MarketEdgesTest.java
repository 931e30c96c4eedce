package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Market files at their edges, by hand: several makers, no routes, no use, outdone measures.
 *
 * <p>Long because each edge brings a market of its own.
 */
final class MarketEdgesTest {
  /** A mine makes 4, or its price if that is more; used is 10 − p, so p = 5. */
  @ParameterizedTest
  @CsvSource({
    // The least level is made at any price: it comes first.
    "2, 5, -8",
    "4, 5, -16",
    "5, 5, -20",
    // Six are made for 9 each, and used at 4.
    "6, 4, -30",
    // All that a price of 9 calls for is used at 1.
    "20, 1, -72",
  })
  void aContractCoversALeastLevelFirst(double amount, double price, double paid) {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes: [{id: a, demand: {good: {linear: {intercept: 10, slope: -1}}}}]
            activities:
              - {id: mine, node: a, inputs: {}, outputs: {good: 1},
                 level: {linear: {intercept: 0, slope: 1, min: 4}}}
            measures: [{type: contractForDifference, strike: 9, amount: %s}]
            """
                .formatted(amount));
    answer.has("/prices/producer/good/a", price);
    answer.has("/welfare/byNode/a/subsidies", paid);
  }

  /** Supply makes p and a mine 3 p of 50 − p: 10 and 30 at 10. */
  private static final String TWO_MAKERS =
      """
      products: [{id: good}]
      nodes:
        - {id: a, supply: {good: {linear: {intercept: 0, slope: 1%s}}},
           demand: {good: {linear: {intercept: 50, slope: -1}}}}
      activities:
        - {id: mine, node: a, inputs: {}, outputs: {good: 1},
           level: {linear: {intercept: 0, slope: 3}}}
      measures: [%s]
      """;

  /** Twelve and then twenty-four of the forty that are made anyway, at 10 more, or 20. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount: 24 | -240",
        "amount: 12}, {type: contractForDifference, strike: 30, amount: 24 | -600",
      })
  void aContractIsSharedByWhatMakersMake(String more, double paid) {
    SolvedText answer =
        SolvedText.of(
            TWO_MAKERS.formatted("", "{type: contractForDifference, strike: 20, " + more + "}"));
    answer.has("/prices/producer/good/a", 10);
    answer.has("/welfare/byNode/a/subsidies", paid);
  }

  /** Eight more in all, two and six: 4 p + 8 = 50 − p. Closed for half: 2 p = 50 − p. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"amount: 8 | 8.4 | 31.2", "factor: 0.5 | 16.666666666667 | 25"})
  void aSumOfCapacityIsAddedOnceAtANode(String change, double price, double mine) {
    SolvedText answer =
        SolvedText.of(TWO_MAKERS.formatted("", "{type: capacityChange, " + change + "}"));
    answer.has("/prices/producer/good/a", price);
    answer.has("/activities/mine", mine);
  }

  /** Ten at least, and no more at 4: 14 − p. Of four less, six at least: 14 − p = 6. */
  @Test
  void everyQuantityOfACurveWithoutALimitShrinks() {
    SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: 0, slope: 1, min: 10}}},
                 demand: {good: {linear: {intercept: 14, slope: -1}}}}
            measures: [{type: capacityChange, amount: -4}]
            """)
        .has("/prices/producer/good/a", 8);
  }

  private static final String THREE =
      """
      products: [{id: good}]
      nodes:
        - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}}}
        - {id: b, demand: {good: {linear: {intercept: 10, slope: -1}}}}
        - {id: c, demand: {good: {linear: {intercept: 10, slope: -1}}}}
      arcs: [{from: a, to: b}%s]
      measures: [%s]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {type: tariff, by: [c], specific: 1}",
        "'' | {type: priceFloor, by: [c], floor: 9}",
        "'' | {type: exportQuota, by: [a], to: [c], quota: 1}",
        "'' | {type: exportBan, by: [b]}",
        "'' | {type: tariffRateQuota, by: [c], quota: 1, outOfQuotaSpecific: 1}",
        "', {from: a, to: c, capacity: 0}' | {type: tariff, by: [c], specific: 1}",
      })
  void aMeasureWhereNoRouteLeadsIsNamed(String arc, String measure) {
    SolvedText answer = SolvedText.of(THREE.formatted(arc, measure));
    answer.has("/prices/buyer/good/b", 5);
    assertEquals("measures[0]", answer.text("/idle/0/measure"));
  }

  @Test
  void aMeasureOnSomeRouteIsNotNamed() {
    SolvedText answer =
        SolvedText.of(THREE.formatted("", "{type: tariff, by: [b, c], specific: 2}"));
    answer.has("/prices/buyer/good/b", 6);
    assertEquals(0, answer.json().at("/idle").size());
  }

  /** Two markets apart, of which the usual price of the product is that of neither. */
  private static SolvedText apart(String measure) {
    return SolvedText.of(
        """
        products: [{id: good}]
        nodes:
          - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}},
             demand: {good: {linear: {intercept: 2, slope: -1}}}}
          - {id: b, supply: {good: {linear: {intercept: 0, slope: 1}}},
             demand: {good: {linear: {intercept: 2000, slope: -1}}}}
        arcs: []
        measures: [%s]
        """
            .formatted(measure));
  }

  /** p + 0.5 = 2 − p. */
  @Test
  void aReleaseIsSoldWhollyWhateverThePriceElsewhere() {
    SolvedText answer = apart("{type: stockRelease, by: [a], amount: 0.5}");
    answer.has("/prices/buyer/good/a", 0.75);
    answer.has("/quantities/demand/good/a", 1.25);
  }

  /** Use of 2.2 − p loses from the old price, 1, to the new, 1.1: 0.22 − 0.105. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount: 0.2 | -0.115 | 0.105",
        // 1.5 (2 − p) = p at 1.2: 3 × 0.2 − 1.5 × 0.22; makers gain 0.72 − 0.5.
        "factor: 1.5 | -0.27 | 0.22",
        "factor: 0 | 0 | -0.5",
      })
  void aShiftOfUseIsCountedFromThePriceWithoutIt(String change, double users, double makers) {
    SolvedText answer = apart("{type: demandShift, by: [a], " + change + "}");
    answer.has("/welfare/byNode/a/consumerSurplus", users);
    answer.has("/welfare/byNode/a/producerSurplus", makers);
    answer.has("/welfare/transfers", 0);
  }

  /** A unit would cost B 45, who uses none, and 2 of 3 − p/10 at 10 from stock. */
  @Test
  void aStockIsWorthWhatTheFirstUnitWouldCost() {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}},
                 demand: {good: {linear: {intercept: 90, slope: -1}}}}
              - {id: b, demand: {good: {linear: {intercept: 3, slope: -0.1}}}}
            arcs: [{from: a, to: b}]
            measures: [{type: stockRelease, by: [b], amount: 2}]
            """);
    answer.has("/without/prices/buyer/good/b", 45);
    answer.has("/prices/buyer/good/b", 10);
    // 2 × (10 − 45), and use from 30 to 10 gains 20.
    answer.has("/welfare/byNode/b/stockGains", -70);
    answer.has("/welfare/byNode/b/consumerSurplus", 20);
  }

  /** Nobody serves it: three of five come from stock, whoever else is covered and uses none. */
  @ParameterizedTest
  @CsvSource({"b, 3", "'a, b', 1.5"})
  void aReleaseReachesThoseWhoGoWithout(String by, double served) {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good, chokePrice: 30}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: -40, slope: 1}}},
                 demand: {good: {linear: {intercept: 20, slope: -1}}}}
              - {id: b, demand: {good: {fixed: 5}}}
            arcs: []
            measures: [{type: stockRelease, by: [%s], amount: 3}]
            """
                .formatted(by));
    answer.has("/quantities/demand/good/b", served);
    answer.has("/unserved/good/b", 5 - served);
    assertEquals(0, answer.json().at("/idle").size());
  }

  /** A: p; B: p − 20 and 100 − p, so B imports 30 at 45. */
  private static SolvedText floors(String supplyOfB, String measures) {
    return SolvedText.of(
        """
        products: [{id: good}]
        nodes:
          - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}},
             demand: {good: {linear: {intercept: 60, slope: -1}}}}
          - {id: b, %s demand: {good: {linear: {intercept: 100, slope: -1}}}}
        arcs: [{from: a, to: b}]
        measures: [%s]
        """
            .formatted(supplyOfB, measures));
  }

  private static final String MADE = "supply: {good: {linear: {intercept: -20, slope: 1}}},";

  private static String findings(SolvedText answer) {
    StringBuilder found = new StringBuilder();
    for (var finding : answer.json().at("/findings")) {
      found.append(finding.at("/kind").asText()).append(' ');
      found.append(finding.at("/what/reason").asText()).append(' ');
    }
    return found.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor: 50 | ''",
        "floor: 40 | floorIdle",
        "floor: 50, bound: 10 | ''",
        "floor: 50, bound: 4 | floorNotHeld bound-reached",
        "floor: 50, bound: 0 | floorNotHeld bound-reached",
        "floor: 70 | floorNotHeld no-levied-imports",
      })
  void aFloorSaysWhetherItHolds(String floor, String expected) {
    assertEquals(expected, findings(floors(MADE, "{type: priceFloor, by: [b], " + floor + "}")));
  }

  /** At 120 nobody in B buys, who would pay 100 at most: that is said, and not passed over. */
  @Test
  void aFloorAboveAllUseEndsIt() {
    SolvedText answer = floors("", "{type: priceFloor, by: [b], floor: 120}");
    answer.has("/quantities/demand/good/b", 0);
    assertEquals("floorNotHeld above-choke", findings(answer));
  }

  @Test
  void aFloorThatIsOutdoneIsNamed() {
    SolvedText answer =
        floors(
            MADE,
            "{type: priceFloor, by: [b], floor: 48}, {type: priceUndertaking, by: [b], floor: 50}");
    answer.has("/prices/buyer/good/b", 50);
    assertEquals("measures[0]", answer.text("/idle/0/measure"));
    assertEquals(
        "on every route that it covers another floor is as high", answer.text("/idle/0/why"));
    assertEquals(1, answer.json().at("/idle").size());
  }

  /** Of nothing there is no surplus: it is 0 and not unknown. */
  @ParameterizedTest
  @CsvSource({"-0.5", "-1", "-2"})
  void aUseOfNothingHasNoSurplus(double elasticity) {
    SolvedText answer =
        floors(
            MADE, "{type: demandShift, by: [b], factor: 0}, {type: tariff, by: [b], specific: 1}");
    answer.has("/quantities/demand/good/b", 0);
    SolvedText capped =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}},
                 demand: {good: {linear: {intercept: 60, slope: -1}}}}
              - {id: b, demand: {good: {constantElasticity:
                 {quantity: 5, price: 30, elasticity: %s, max: 0}}}}
            measures: [{type: tariff, by: [b], specific: 1}]
            """
                .formatted(elasticity));
    capped.has("/welfare/byNode/b/consumerSurplus", 0);
    capped.has("/welfare/total", 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: demandShift, from: [a], amount: 1 | from | demandShift",
        "type: stockPurchase, from: [a], amount: 1 | from | stockPurchase",
        "type: stockRelease, from: [a], amount: 1 | from | stockRelease",
        "type: capacityChange, to: [a], amount: 1 | to | capacityChange",
        "type: costShift, to: [a], amount: 1 | to | costShift",
      })
  void aSideThatAMeasureDoesNotHaveIsRefused(String measure, String key, String type) {
    String faults = SolvedText.faults(THREE.formatted("", "{" + measure + "}"));
    assertTrue(faults.contains("unknown key '%s' in %s".formatted(key, type)), faults);
  }

  @Test
  void aTariffRateQuotaThatIsDearerWithinSaysInWhichPart() {
    assertEquals(
        "7:12 tariff-rate quota measures[0]: the duty a unit is 2.0 within the quota and 0.0 beyond"
            + " it; the two are exchanged; where one part falls as the other rises, state both"
            + " duties in the same part, at the usual price",
        SolvedText.faults(
            THREE.formatted(
                "",
                "{type: tariffRateQuota, quota: 1, inQuotaSpecific: 2, outOfQuotaAdValorem: 1}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear: {intercept: 10, slope: -1} | '' | ''",
        "linear: {intercept: 10, slope: -1} | {type: tariff, specific: 1} | the file has measures",
        "constantElasticity: {quantity: 1, price: 1, elasticity: -1} | '' | ''",
        "inverseLinear: {intercept: 10, slope: -1, cross: {b: 0.5}} | ''"
            + " | the price of good at a hangs together with what others make or use",
      })
  void anObjectiveIsThereOrSaysWhyNot(String use, String measure, String missing) {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}}, demand: {good: {%s}}}
              - {id: b, demand: {good: {linear: {intercept: 5, slope: -1}}}}
            measures: [%s]
            """
                .formatted(use, measure));
    assertEquals(missing.isEmpty(), answer.json().at("/objective").isNumber());
    assertTrue(
        answer.text("/objectiveMissing").startsWith(missing), answer.text("/objectiveMissing"));
    assertEquals(
        1,
        answer.remarks().stream()
            .filter(
                r -> r.startsWith(missing.isEmpty() ? "Objective: " : "No objective: " + missing))
            .count());
  }

  /** Whoever ships is paid five a unit: the rent is measured from what goods would fetch. */
  @Test
  void aRouteThatPaysAndIsFull() {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {linear: {intercept: 0, slope: 1}}}}
              - {id: b, demand: {good: {linear: {intercept: 6, slope: -1}}}}
            arcs: [{from: a, to: b, cost: -5, capacity: 4}]
            measures: [{type: exportQuota, by: [a], quota: 3}]
            """);
    // Of 4 and then 3: makers ask for 4 and 3, users pay 2 and 3, and 5 comes on top.
    answer.has("/without/prices/buyer/good/b", 2);
    answer.has("/prices/buyer/good/b", 3);
    answer.has("/measures/good/a/b/quotaRent", 5);
    // Rents: 15 − 12.
    answer.has("/welfare/byNode/a/exportRents", 3);
    answer.has("/welfare/byNode/b/routeSurplus", 0);
    answer.has("/welfare/transfers", 0);
  }

  /** Three of 10 − p. */
  @Test
  void aNodeThatLivesOnAReleaseHasAPrice() {
    SolvedText answer =
        SolvedText.of(THREE.formatted("", "{type: stockRelease, by: [c], amount: 3}"));
    answer.has("/prices/buyer/good/c", 7);
    answer.has("/quantities/demand/good/c", 3);
    assertTrue(answer.json().at("/without/prices/buyer/good/c").isMissingNode());
  }

  @Test
  void aPurchaseThatNobodyServesIsNoAnswer() {
    SolvedText answer =
        SolvedText.of(THREE.formatted("", "{type: stockPurchase, by: [c], amount: 2}"));
    assertEquals("infeasible", answer.text("/status"));
    assertEquals("c", answer.text("/node"));
    assertEquals("measures[0]", answer.text("/measure"));
  }

  /** Half of ten times what is lost, 30 − 20. */
  @Test
  void theLossOfAllIsSaid() {
    SolvedText answer = floors(MADE, "{type: priceFloor, by: [b], floor: 50}");
    answer.has("/welfare/total", -50);
    assertTrue(
        answer.remarks().contains("All nodes together gain -50."), answer.remarks()::toString);
  }

  /** What N1 makes costs 2.138 of a unit of it, whatever the first one costs, and is used there. */
  @ParameterizedTest
  @CsvSource({"-0.011", "1e-5", "-1e-9"})
  void aCurveThatBeginsNearNothingIsFound(double intercept) {
    SolvedText answer =
        SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: n0, supply: {good: {linear: {intercept: -8.768, slope: 1.525, min: 1.446}}},
                 demand: {good: {constantElasticity: {quantity: 38.479, price: 38.57,
                 elasticity: -0.394, max: 51.58}}}, stock: {good: 1.132}}
              - {id: n1, supply: {good: {inverseLinear: {intercept: %s, slope: 2.138}}},
                 demand: {good: {constantElasticity: {quantity: 49.428, price: 20.384,
                 elasticity: -1.139}}}}
            arcs:
              - {from: n0, to: n1, cost: 0.447}
              - {from: n1, to: n1, cost: 6.175, costSlope: 0.359}
            """
                .formatted(intercept));
    double made = answer.json().at("/quantities/supply/good/n1").asDouble();
    answer.has("/prices/producer/good/n1", intercept + 2.138 * made);
    answer.has("/prices/buyer/good/n1", intercept + 2.138 * made + 6.175 + 0.359 * made);
  }

  /** Every sum of an answer is one: of nodes by agents, and of all nodes. */
  @Test
  void nodesAddUp() {
    SolvedText answer =
        floors(
            MADE,
            "{type: priceFloor, by: [b], floor: 50}, {type: exportTax, by: [a], adValorem: 0.1},"
                + " {type: contractForDifference, by: [b], to: [a], strike: 60, amount: 5}");
    double all =
        StreamSupport.stream(answer.json().at("/welfare/byNode").spliterator(), false)
            .mapToDouble(node -> node.at("/total").asDouble())
            .sum();
    answer.has("/welfare/total", all);
    answer.has("/welfare/transfers", 0);
  }
}
