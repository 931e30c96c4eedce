package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;

/** The steps of an assessment, in words. */
class ExplanationTest {
  private static final LevyEngine ENGINE = new LevyEngine(ScheduleBook.of(TinyLaw.schedule()));

  @Test
  void everyStepHasItsFigures() {
    EntryLine line =
        new EntryReading()
            .read(
                LineText.of(
                    "currency=EUR incoterm_basis=CIF customs_value=42000 other_duties=mfn=100"));
    String steps =
        ENGINE.explain(line, new QuotaLedger()).steps().stream()
            .map(step -> step.word() + " | " + step.how() + " | " + step.result())
            .collect(Collectors.joining("\n"));
    assertEquals(
        """
        content | 100.000 kg × 1 (assay of Ga) | 100 kg Ga
        convert | 42000.00 EUR × 1.1 (rate from 2027-01-01) | 46200.00 USD
        basis | 46200.00 USD CIF ÷ (1 + freight of 0.05) | 44000.00 USD FOB
        convert | 100.00 EUR × 1.1 (rate from 2027-01-01) | 110.00 USD
        mfn | as declared, counts towards the floor | 110.00 USD
        variable-levy | max(0, 500 USD/kg × 100 kg − 44000.00 USD value − 110.00 USD duties); \
        floor: made up | 5890.00 USD\
        """,
        steps);
  }

  /** Words of the steps in a result are those of its explanation; to explain changes nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anExplanationSaysWhatTheResultSays(long seed) {
    List<LevyRule> rules = TinyLaw.rules();
    QuotaLedger quotas = new QuotaLedger();
    QuotaLedger others = new QuotaLedger();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      EntryLine line = EntryText.line(random.nextInt(), i, rules);
      Assessed plain = ENGINE.assess(line, quotas);
      LevyEngine.Explanation explained = ENGINE.explain(line, others);
      assertEquals(plain, explained.outcome());
      if (plain instanceof Assessed.Levied(LevyAssessment a)) {
        String last = explained.steps().getLast().word();
        assertEquals(a.grounds().steps().substring(a.grounds().steps().lastIndexOf('>') + 1), last);
      }
    }
  }
}
