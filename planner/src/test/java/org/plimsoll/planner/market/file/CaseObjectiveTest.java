package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/** Net social payoff where use has a constant elasticity; supply q = p costs q²/2. */
class CaseObjectiveTest {
  private static final ProductId GOOD = ProductId.ofCase("good");

  /**
   * Use 2 p^−η. With η of 1 and less its whole worth has no end, so that it counts from the 2 at a
   * price of 1: ∫ from 2 to q of (2/q)^(1/η). Beyond 1 it counts from nothing.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void ofConstantElasticity(double elasticity) {
    TreeMap<ProductId, CaseCurve> supply = new TreeMap<>();
    supply.put(GOOD, CaseCurve.Linear.of(0, 1));
    TreeMap<ProductId, CaseCurve> use = new TreeMap<>();
    use.put(GOOD, CaseCurve.ConstantElasticity.of(2, 1, -elasticity));
    FileAnswer answer =
        Solve.answer(
            new MarketCase(
                "",
                "",
                List.of(CaseProduct.of("good")),
                List.of(new CaseNode(new Region("a"), supply, use, new TreeMap<>())),
                List.of(),
                Optional.empty(),
                Collections.emptySortedMap(),
                List.of()));
    double q = StrictMath.pow(2, 1 / (1 + elasticity));
    double power = 1 - 1 / elasticity;
    double worth =
        elasticity == 1
            ? 2 * StrictMath.log(q / 2)
            : StrictMath.pow(2, 1 / elasticity)
                * (StrictMath.pow(q, power) - (elasticity > 1 ? 0 : StrictMath.pow(2, power)))
                / power;
    assertEquals(worth - q * q / 2, answer.objective().value().orElseThrow(), 1e-7);
    if (elasticity > 1) {
      assertFalse(answer.objective().isFromReference());
    } else {
      assertTrue(answer.objective().isFromReference());
    }
  }
}
