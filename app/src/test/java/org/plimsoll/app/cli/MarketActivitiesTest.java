package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By-products, joint makers and measures on both in market files, by hand. */
final class MarketActivitiesTest {
  /** Zinc is used at 10 − p, germanium at 20 − p. */
  private static SolvedText byProduct(String host, String level, String measure) {
    return SolvedText.of(
        """
        products: [{id: zinc}, {id: germanium}]
        nodes:
          - {id: a, demand: {zinc: {linear: {intercept: 10, slope: -1}},
             germanium: {linear: {intercept: 20, slope: -1}}}}
        activities:
          - {id: refine, node: a, inputs: {}, outputs: {zinc: 1}, level: {%s}}
          - {id: recover, node: a, inputs: {}, outputs: {germanium: 1}, level: {%s},
             cappedBy: {activity: refine, perUnit: 1}}
        measures: [%s]
        """
            .formatted(host, level, measure));
  }

  /** The host runs at 4; the by-product would at 10 = 20 − 10, and is worth 20 − 4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear: {intercept: 0, slope: 1}",
        "linear: {intercept: 0, slope: 1, min: 2}",
        "linear: {intercept: 0, slope: 1, min: 4}",
        "constantElasticity: {quantity: 10, price: 10, elasticity: 1}",
        "fixed: 4",
      })
  void allPartsOfAByProductKeepWithinItsCap(String level) {
    SolvedText answer = byProduct("fixed: 4", level, "");
    answer.has("/activities/recover", 4);
    answer.has("/prices/producer/germanium/a", 16);
    SolvedText covered =
        byProduct(
            "fixed: 4",
            level,
            "{type: contractForDifference, products: [germanium], strike: 30, amount: 1}");
    covered.has("/activities/recover", 4);
    covered.has("/prices/producer/germanium/a", 16);
  }

  /** One of four is paid 30 − 16. */
  @Test
  void aContractOnAPartOfAByProductPaysOnThatPart() {
    byProduct(
            "fixed: 4",
            "linear: {intercept: 0, slope: 1}",
            "{type: contractForDifference, products: [germanium], strike: 30, amount: 1}")
        .has("/welfare/byNode/a/subsidies", -14);
  }

  /** The host makes p = 5 of 10 − p with and without a contract on 2: the cap stays at 5. */
  @Test
  void aContractOnAPartOfAHostLeavesTheCap() {
    SolvedText answer =
        byProduct(
            "linear: {intercept: 0, slope: 1}",
            "linear: {intercept: 0, slope: 1}",
            "{type: contractForDifference, products: [zinc], strike: 20, amount: 2}");
    answer.has("/activities/refine", 5);
    answer.has("/activities/recover", 5);
    answer.has("/prices/producer/germanium/a", 15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"fixed: 5", "linear: {intercept: 0, slope: 1, min: 5}"})
  void aLevelThatItsHostCannotCarryIsNoAnswer(String level) {
    SolvedText answer = byProduct("fixed: 4", level, "");
    assertEquals("infeasible", answer.text("/status"));
    assertEquals("germanium", answer.text("/product"));
    assertEquals(
        "give activity 'recover' a level that follows its price, its inputs another source,"
            + " or its outputs a buyer, or let its host 'refine' run higher",
        answer.text("/advice"));
  }

  @Test
  void aFixedLevelBelowItsCapIsMade() {
    byProduct("fixed: 4", "fixed: 3", "").has("/activities/recover", 3);
  }

  @Test
  void aClosedHostClosesItsByProduct() {
    SolvedText answer =
        byProduct(
            "linear: {intercept: 0, slope: 1}",
            "linear: {intercept: 0, slope: 1}",
            "{type: capacityChange, products: [zinc], factor: 0}");
    answer.has("/activities/refine", 0);
    answer.has("/activities/recover", 0);
    answer.has("/without/activities/recover", 5);
  }

  /** In B q = p = 20 − p = 10, contract or not; in A p = q + 10/2 = 30 − q, so 17.5. */
  @Test
  void aContractOnAPartLeavesThePriceThatCrosses() {
    SolvedText.of(
            """
            products: [{id: good}]
            nodes:
              - {id: a, supply: {good: {inverseLinear: {intercept: 0, slope: 1, cross: {b: 0.5}}}},
                 demand: {good: {linear: {intercept: 30, slope: -1}}}}
              - {id: b, supply: {good: {inverseLinear: {intercept: 0, slope: 1}}},
                 demand: {good: {linear: {intercept: 20, slope: -1}}}}
            arcs: [{from: a, to: b, cost: 100}]
            measures:
              - {type: contractForDifference, products: [good], by: [b], strike: 12, amount: 4}
            """)
        .has("/prices/producer/good/a", 17.5);
  }

  /** Level L of x: 1 and y: 2 is its margin; both are used at 10 − p: L = 10 − L + 2 (10 − 2 L). */
  private static final String JOINT =
      """
      products: [{id: x}, {id: y}]
      nodes:
        - {id: a, demand: {x: {linear: {intercept: 10, slope: -1}},
           y: {linear: {intercept: 10, slope: -1}}}}
      activities:
        - {id: split, node: a, inputs: {}, outputs: {x: 1, y: 2},
           level: {linear: {intercept: 0, slope: 1}}}
      measures: [{%s}]
      """;

  /** Each with L by hand: v = 30 − 5 L is the margin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // L = v/2
        "type: capacityChange, factor: 0.5 | 4.285714285714286",
        "type: capacityChange, factor: 0.5, products: [y] | 4.285714285714286",
        "type: capacityChange, factor: 0 | 0",
        // L = v − 3 by x, L = v − 3/2 by y
        "type: capacityChange, amount: -3 | 4.5",
        "type: capacityChange, amount: -3, products: [y, x] | 4.75",
        // L = v − 3 by x, L = v − 3 × 2 by y, L = v − 3 × 3 by both
        "type: costShift, amount: 3, products: [x] | 4.5",
        "type: costShift, amount: 3, products: [y] | 4",
        "type: costShift, amount: 3 | 3.5",
        // y is given away: L = 10 − L + 3 + 3 × 2
        "type: productionSubsidy, specific: 3 | 9.5",
        // 2 L = v
        "type: costShift, factor: 2, products: [x] | 4.285714285714286",
        "type: costShift, factor: 2, products: [y] | 4.285714285714286",
        "type: costShift, factor: 2 | 4.285714285714286",
      })
  void aJointMakerIsChangedOnceByAUnitOfTheProduct(String measure, double level) {
    SolvedText.of(JOINT.formatted(measure)).has("/activities/split", level);
  }

  private static final String MILL =
      """
      products: [{id: ore}, {id: metal}]
      nodes:
        - {id: a, supply: {ore: {fixed: 3}}, demand: {metal: {linear: {intercept: 10, slope: -1}}}}
        - {id: b, supply: {ore: {fixed: 9}}, demand: {ore: {linear: {intercept: 9, slope: -1}}}}
      activities: [{id: smelt, node: a, inputs: {ore: 1}, outputs: {metal: 1}%s}]
      arcs: [{from: b, to: a}]
      measures: [%s]
      """;

  /** Five of ore are needed and three are left: dearer or not, and whoever is covered. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: costShift, products: [metal], factor: 2}",
        "{type: costShift, products: [metal], amount: 2}",
        "{type: contractForDifference, products: [metal], strike: 9, amount: 2}",
      })
  void aFixedLevelThatCannotRunIsNoAnswerUnderAnyMeasure(String measure) {
    SolvedText answer =
        SolvedText.of(
            MILL.formatted(
                ", level: {fixed: 5}", "{type: exportBan, products: [ore], by: [b]}, " + measure));
    assertEquals("infeasible", answer.text("/status"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: capacityChange, products: [metal], factor: 0.5}",
        "{type: capacityChange, products: [ore], by: [a], exempt: [a], factor: 0.5}",
        "{type: capacityChange, products: [metal], by: [b], amount: 2}",
        "{type: costShift, products: [metal], factor: 2}",
        "{type: productionSubsidy, products: [ore], specific: 2}",
        "{type: tariff, products: [metal], specific: 2}",
      })
  void aMeasureThatCoversNothingIsNamed(String measure) {
    SolvedText answer =
        SolvedText.of(
            MILL.formatted("", "{type: exportTax, products: [ore], specific: 1}, " + measure));
    assertEquals("measures[1]", answer.text("/idle/0/measure"));
    assertEquals("no route, maker or buyer of the market is covered", answer.text("/idle/0/why"));
    assertEquals(1, answer.json().at("/idle").size());
    assertTrue(answer.remarks().stream().anyMatch(r -> r.startsWith("Measure measures[1] ")));
  }

  @Test
  void anActivityWithoutALevelCanBeClosed() {
    SolvedText answer =
        SolvedText.of(MILL.formatted("", "{type: capacityChange, products: [metal], factor: 0}"));
    answer.has("/activities/smelt", 0);
    assertEquals(0, answer.json().at("/idle").size());
  }

  @Test
  void costsThatFallToNothingAreRefusedAtTheirPlace() {
    assertEquals(
        "8:38 'factor' must be above 0, but is 0; check the sign and the unit",
        SolvedText.faults(JOINT.formatted("type: costShift, factor: 0")));
  }
}
