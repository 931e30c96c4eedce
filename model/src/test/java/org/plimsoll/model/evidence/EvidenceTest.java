package org.plimsoll.model.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.MADE_UP;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.CustomsValuation;
import org.plimsoll.model.trade.ExchangeRate;

/** What is the world's own is asked of its rows; B and C are one customs union. */
final class EvidenceTest {
  private static final Evidence TINY = TinyWorld.evidence();

  @Test
  void aCustomsValueIsTheImportersOwnThenItsUnionsThenThatOfEveryOther() {
    Evidence world =
        TINY.with(e ->
            e.valuations =
                List.of(
                    new CustomsValuation("*", CustomsValuation.Basis.FOB, MADE_UP),
                    new CustomsValuation("UNION", CustomsValuation.Basis.CIF, MADE_UP),
                    new CustomsValuation("CCC", CustomsValuation.Basis.FOB, MADE_UP)));
    assertTrue(world.valuesFreeOnBoard(AAA), "every other");
    assertFalse(world.valuesFreeOnBoard(BBB), "the union's");
    assertTrue(world.valuesFreeOnBoard(CCC), "its own");
    assertFalse(TINY.valuesFreeOnBoard(AAA), "without a row freight is in the value");
  }

  @Test
  void theLatestRateOfACurrencyCounts() {
    Evidence world =
        TINY.with(e ->
            e.rates =
                List.of(
                    new ExchangeRate("EUR", "2025", Interval.exactly(1.2), MADE_UP),
                    new ExchangeRate("EUR", "2024", Interval.exactly(1.1), MADE_UP)));
    assertEquals("2025", world.findRate("EUR").orElseThrow().period());
    assertEquals(Optional.empty(), world.findRate("JPY"));
  }

  @Test
  void aSignatureIsCloserThanAVisit() {
    Evidence world =
        TINY.with(e ->
            e.partners =
                List.of(
                    partner("meeting", Partner.Tie.ATTENDED), partner("pact", Partner.Tie.SIGNED)));
    assertEquals("pact", world.findPartner(BBB).orElseThrow().framework());
    assertEquals(Optional.empty(), world.findPartner(CCC));
  }

  private static Partner partner(String framework, Partner.Tie tie) {
    return new Partner(BBB, framework, "Bland", tie, "AAA", Optional.empty(), "", MADE_UP);
  }
}
