package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between two states, in words. */
class LabDifferenceTest {
  private static List<String> between(String first, String now) {
    LabWords words = TinyLab.words();
    return LabDifference.list(
            LabState.parse(first, words).value(), LabState.parse(now, words).value(), words)
        .stream()
        .map(LabDifference::sentence)
        .toList();
  }

  @Test
  void leversThatDifferAreNamed() {
    assertEquals(
        List.of("floor of Refined tinium 400 → 500 USD/kg"),
        between("floor.tinium/refined=400", "floor.tinium/refined=500"));
    assertEquals(
        List.of("exports of Refined tinium from Aland to Cland 50% licensed → none"),
        between("keep.AAA-CCC.tinium/refined=0.5", "keep.AAA-CCC.tinium/refined=0"));
    assertEquals(
        List.of(
            "horizon not moved → five year",
            "Aland in the alliance → not moved",
            "P001 Refinery P001 built from 2028 → not moved"),
        between("on=tinium/refined&in=AAA&build=P001@2028", "on=tinium/refined&h=5y"));
    assertEquals(
        List.of("product Tinium ore → Refined tinium", "scenario floored → tiny"),
        between("from=floored&on=tinium/mine", "from=tiny&on=tinium/refined"));
  }

  @Test
  void oneStateDiffersFromItselfInNothing() {
    String state = "floor.tinium/refined=400&in=AAA&h=5y&v=latest";
    assertEquals(List.of(), between(state, state));
  }
}
