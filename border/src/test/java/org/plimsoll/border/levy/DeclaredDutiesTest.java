package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;

/** What an entry declares as duty counts, or the line says that it does not. */
class DeclaredDutiesTest {
  /** Mfn by rate, 10%; section 301 as declared, of Chinese goods. */
  private static final LevyEngine ENGINE =
      new LevyEngine(
          ScheduleBook.of(
              TinyLaw.levying(
                  List.of(
                      DutyStep.of(DutyKind.MFN, TinyLaw.share("0.1")),
                      new DutyStep(
                          DutyKind.SECTION_301,
                          Optional.empty(),
                          false,
                          true,
                          List.of(),
                          List.of(CountryCode.of("CHN")),
                          true)),
                  TinyLaw.rules())));

  @ParameterizedTest
  @CsvSource({
    "plain, 4000.00, ''",
    "other_duties=section-301=500, 4500.00, ''",
    "other_duties=section-301=500 transformed_in=VNM, 4000.00, duty-not-counted",
    "other_duties=section-301=0 transformed_in=VNM, 4000.00, ''",
    "other_duties=mfn=120, 4000.00, duty-not-counted",
    "other_duties=section-301=500;mfn=120, 4500.00, duty-not-counted",
    // no rule: as declared, as far as it is in the schedule's currency
    "hs_code=010121 other_duties=mfn=120;section-301=5, 125.00, not-covered",
    "hs_code=010121 other_duties=mfn=120 currency=EUR, 0.00, not-covered duty-not-counted",
    "hs_code=010121 other_duties=mfn=0 currency=EUR, 0.00, not-covered",
    "hs_code=010121, 0.00, not-covered",
  })
  void aDeclaredDutyCountsOrIsFlagged(String changes, String duties, String flags) {
    switch (ENGINE.assess(new EntryReading().read(LineText.of(changes)), new QuotaLedger())) {
      case Assessed.Levied(LevyAssessment a) -> {
        assertEquals(duties + " USD", a.duties().toString());
        assertEquals(flags, a.flags().toString());
      }
      case Assessed.NotLevied(var no) -> throw new AssertionError(no.reason());
    }
  }

  @Test
  void anExplanationSaysWhichDoesNotCount() {
    String steps =
        ENGINE
            .explain(
                new EntryReading().read(LineText.of("other_duties=mfn=120")), new QuotaLedger())
            .steps()
            .toString();
    assertTrue(
        steps.contains(
            "how=120.00 USD was declared, but the schedule does not take it as declared,"
                + " result=not counted"),
        steps);
  }
}
