package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Width;

/** What is kept as A in the drawings of another answer. No map has a place for these countries. */
class LabBesideTest {
  private static final String ON = "on=tinium/refined&";
  private static final String FLOORED = ON + "from=tiny&floor.tinium/refined=12";

  private final LabMarkets markets = TinyLab.markets();

  private LabAnswer ask(String query) {
    return markets.ask(LabState.parse(query, markets.words()).value());
  }

  private static boolean hasGhost(Drawing drawing) {
    boolean isDrawn =
        drawing.markup("d", Width.COLUMN, new Numbering()).toString().contains("ghost");
    assertEquals(isDrawn, drawing.key().toString().contains("outline: A"), "the key says so");
    return isDrawn;
  }

  private static void assertGhosts(LabAnswer now, LabAnswer first, boolean before) {
    LabBeside beside = new LabBeside(Optional.empty(), Optional.of(first));
    LabPictures pictures = now.pictures().orElseThrow();
    assertTrue(hasGhost(pictures.chainNow(beside).orElseThrow()), "chain now");
    assertFalse(pictures.map(beside).others().isEmpty(), "map now");
    assertEquals(before, hasGhost(pictures.chainBefore(beside).orElseThrow()), "chain before");
    assertEquals(before, !pictures.mapBefore(beside).others().isEmpty(), "map before");
  }

  @Test
  void onTheSameScenarioWhatWasBeforeIsTheSame() {
    assertGhosts(ask(ON + "from=tiny&keep.AAA.tinium/refined=0.2"), ask(FLOORED), false);
  }

  @Test
  void onAnotherScenarioAIsOutlinedInWhatWasBeforeToo() {
    assertGhosts(ask(ON + "from=controlled"), ask(FLOORED), true);
  }

  /** Two scenarios of other names with the same trade: the data decide. */
  @Test
  void aScenarioThatOnlyHasAnotherNameOutlinesNothingBefore() {
    assertGhosts(ask(ON + "from=tiny&keep.AAA.tinium/refined=0.2&v=latest"), ask(FLOORED), false);
  }

  @Test
  void withoutANothingIsOutlined() {
    LabPictures pictures = ask(FLOORED).pictures().orElseThrow();
    assertFalse(hasGhost(pictures.chainNow(LabBeside.NOTHING).orElseThrow()));
    assertFalse(hasGhost(pictures.chainBefore(LabBeside.NOTHING).orElseThrow()));
    assertEquals(List.of(), pictures.map().others());
  }
}
