package org.plimsoll.app.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.planner.plan.StopCurve;
import org.plimsoll.planner.study.Workers;

/** What {@code solve --stop --months} takes and shows. */
class StopMonthsTest {
  private static final Workers WORKERS = Workers.of(ForkJoinPool.commonPool());

  private static List<Integer> months(String words) {
    return StopMonths.of("AAA:tinium/refined", words).months();
  }

  @Test
  void monthsAreASpanOrAList() {
    assertEquals(List.of(1, 2, 3), months("1..3"));
    assertEquals(List.of(3, 6, 12), months("12,3,6"));
    assertEquals(List.of(1, 2, 24), months("1..2,24,2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0..3", "1..61", "5..2", "1-24", "3,", "all"})
  void otherWordsAreRefusedWithAWayOut(String words) {
    Refusal refusal = assertThrows(Refusal.class, () -> months(words));
    assertTrue(String.valueOf(refusal.getMessage()).contains("'" + words + "'"));
  }

  @Test
  void aCommodityIsNotOneProduct() {
    StopMonths asked = StopMonths.of("AAA:tinium", "12");
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> asked.solve(TinyWorld.evidence(), TinyWorld.scenario(), WORKERS));
    assertTrue(String.valueOf(refusal.getMessage()).contains("one product"));
  }

  @Test
  void thePageDrawsFourLinesAndHoldsTheTable() {
    Evidence world = TinyWorld.evidence();
    StopCurve curve =
        StopMonths.of("AAA:tinium/refined", "3,12").solve(world, TinyWorld.scenario(), WORKERS);
    String page = StopMonths.page(curve, TinyWorld.scenario(), world).render();
    int drawn = page.split("<path class=\"line ", -1).length - 1;
    assertEquals(8, drawn, "four lines and their samples in the key");
    assertTrue(page.contains("no stocks, no fear"));
    Answer answer = StopMonths.answer(curve, TinyWorld.scenario());
    assertEquals(2, answer.tables().getFirst().rows().size());
  }
}
