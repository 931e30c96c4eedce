package org.plimsoll.planner.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.trade.PriceQuote.Type.ASSESSMENT;
import static org.plimsoll.model.trade.PriceQuote.Type.AVERAGE_OF_DEALS;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PriceIndexTest {
  /** Yttrium oxide of 2025 as published: three quarters at 6.5, a quarter at 10.5, asks of 350. */
  private static TinyReferences yttrium() {
    return new TinyReferences()
        .quote("Q1", AVERAGE_OF_DEALS, "Adamas", 6.5, 0.75)
        .quote("Q2", AVERAGE_OF_DEALS, "Adamas", 10.5, 0.25)
        .quote("Q3", ASSESSMENT, "Argus", 350, 0.005)
        .quote("Q4", ASSESSMENT, "Argus", 425, -1);
  }

  private static Estimate index(TinyReferences of) {
    return new PriceIndex(of.inputs()).of(OptionalInt.empty());
  }

  private static Estimate.Priced priced(TinyReferences of) {
    return assertInstanceOf(Estimate.Priced.class, index(of));
  }

  @Test
  void whatTradedSetsThePriceAndPostedQuotesAreRefused() {
    Estimate.Priced index = priced(yttrium());
    assertEquals(7_500, index.usdPerTonne().central(), 1e-9); // 0.75 × 6.5 + 0.25 × 10.5
    assertFalse(index.isIndicative());
    assertEquals(List.of("Q3", "Q4"), index.leftOut().stream().map(Estimate.LeftOut::id).toList());
    assertTrue(index.leftOut().getFirst().why().contains("under 1%"));
    assertTrue(index.leftOut().getLast().why().contains("nobody says"));
  }

  @Test
  void aChallengeMovesIt() {
    // 0.75 × 9 + 0.25 × 10.5
    assertEquals(9_375, priced(yttrium().challenge("Q1", 9_000)).usdPerTonne().central(), 1e-9);
    // A share that somebody puts lets in what was refused: (6.5 × 0.75 + 10.5 × 0.25 + 350 × 0.5) ÷
    // 1.5
    assertEquals(
        (4_875 + 2_625 + 175_000) / 1.5,
        priced(yttrium().challenge("Q3-share", 0.5)).usdPerTonne().central(),
        1e-6);
  }

  @Test
  void twoPublishersAreIndicativeAndThreeAreUsed() {
    TinyReferences two =
        new TinyReferences()
            .quote("Q1", ASSESSMENT, "one", 10, 0.05)
            .quote("Q2", ASSESSMENT, "two", 12, 0.05)
            .quote("Q3", ASSESSMENT, "two", 11, 0.05);
    assertTrue(priced(two).isIndicative());
    assertFalse(priced(two.quote("Q4", ASSESSMENT, "three", 11, 0.05)).isIndicative());
  }

  @Test
  void withoutTradeThereIsNoNumber() {
    TinyReferences none = new TinyReferences().quote("Q1", ASSESSMENT, "one", 10, -1);
    Estimate.Lacking lacking = assertInstanceOf(Estimate.Lacking.class, index(none));
    assertTrue(lacking.missing().getFirst().contains("how much traded"));
    assertInstanceOf(
        Estimate.Lacking.class, new PriceIndex(yttrium().inputs()).of(OptionalInt.of(2019)));
  }
}
