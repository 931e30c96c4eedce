package org.plimsoll.planner.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ReferenceRule.Kind;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

class StructuralPriceTest {
  private static Estimate of(TinyReferences rows) {
    Market market = Market.of(TinyWorld.evidence(), TinyWorld.scenario(), ParameterDraw.central());
    return new StructuralPrice(rows.inputs(), market, market, Answers::once).of();
  }

  private static double price(TinyReferences rows) {
    return assertInstanceOf(Estimate.Priced.class, of(rows)).usdPerTonne().central();
  }

  @Test
  void withoutASubsidyThePriceIsHigher() {
    double small = price(new TinyReferences().rule("D", Kind.SUBSIDY_SHARE, "*", "AAA", 0.05));
    double large = price(new TinyReferences().rule("D", Kind.SUBSIDY_SHARE, "*", "AAA", 0.15));
    assertTrue(small > 10_000 && large > small, small + ", " + large);
  }

  /** A tax that exports do not get back holds them dear; without it goods outside are cheaper. */
  @Test
  void withoutATaxOnExportsThePriceOutsideIsLower() {
    String refined = TinyWorld.REFINED.toString();
    assertTrue(
        price(new TinyReferences().rule("D", Kind.EXPORT_TAX, refined, "AAA", 0.1)) < 10_000);
    double tax = price(new TinyReferences().rule("D", Kind.VAT_NOT_REFUNDED, refined, "AAA", 0.25));
    // 25% on top of the price is a fifth of what is paid.
    assertEquals(
        price(new TinyReferences().rule("D", Kind.EXPORT_TAX, refined, "AAA", 0.2)), tax, 1e-6);
  }

  @Test
  void eachStepIsShown() {
    TinyReferences rows =
        new TinyReferences()
            .rule("D1", Kind.SUBSIDY_SHARE, "*", "AAA", 0.05)
            .rule("D2", Kind.EXPORT_TAX, TinyWorld.REFINED.toString(), "AAA", 0.1);
    List<String> working = assertInstanceOf(Estimate.Priced.class, of(rows)).working();
    assertEquals("as it stands: 10 USD/kg", working.getFirst());
    assertEquals(5, working.size(), working::toString);
  }

  @Test
  void withoutANamedDistortionThereIsNoNumber() {
    assertInstanceOf(Estimate.Lacking.class, of(new TinyReferences()));
  }
}
