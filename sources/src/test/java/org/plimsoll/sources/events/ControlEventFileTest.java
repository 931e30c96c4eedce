package org.plimsoll.sources.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/** What a table of measured effects may say, and what is said of a wrong one. */
class ControlEventFileTest {
  private static final String HEADER =
      String.join(",", ControlEventFile.COLUMNS)
          + ",theta_low,theta,theta_high,theta_source,horizon_months";
  private static final String VOLUME =
      "T1,tinium,2025-01,2025-02,UNION,\"imports, all origins (kg)\",7-12,0.1,,,,,,,,";

  @TempDir private Path folder;

  private Loaded<List<ControlEvent>> read(String... rows) throws IOException {
    Path file = folder.resolve("events.csv");
    Files.writeString(file, HEADER + "\n" + String.join("\n", rows) + "\n");
    return ControlEventFile.read(file, TinyWorld.evidence(), List.of());
  }

  @Test
  void aRowIsReadInTheWordsOfTheWorld() throws IOException {
    Loaded<List<ControlEvent>> loaded =
        read(
            "T1,tinium/refined,2025-01,2025-02,UNION,imports from Aland (kg),7-12,,0.2,-60,seen,"
                + "0.1,0.3,0.5,ministry,30");
    assertFalse(loaded.hasErrors(), loaded.issues().toString());
    ControlEvent event = loaded.value().getFirst();
    assertEquals(List.of(TinyWorld.REFINED), event.measured());
    assertEquals(List.of(TinyWorld.REFINED), event.restricted(), "a product restricts itself only");
    assertEquals(Effect.ORIGIN_VOLUME, event.effect());
    assertEquals(Optional.of(TinyWorld.AAA), event.origin());
    assertEquals(Math.log(0.4), event.logEffect(), 1e-15, "from -60%");
    assertEquals(Optional.of(new Interval(0.1, 0.3, 0.5)), event.licensedShare());
    assertEquals(30, event.horizonMonths());
  }

  @Test
  void whatIsLeftOutIsTheCommodityAndTheEndOfTheMonths() throws IOException {
    ControlEvent event = read(VOLUME).value().getFirst();
    assertEquals(List.of(TinyWorld.ORE, TinyWorld.REFINED), event.measured());
    assertEquals(12, event.horizonMonths());
    assertEquals(Optional.empty(), event.licensedShare());
  }

  /** A study of more minerals than the world solves is scored by those that it does. */
  @Test
  void aMineralThatTheWorldDoesNotSolveIsListedAndLeftOut() throws IOException {
    Loaded<List<ControlEvent>> loaded =
        read(
            VOLUME,
            VOLUME.replace("T1,tinium", "T2,gadolinium"),
            VOLUME.replace("T1,tinium", "T3,Ti;tinum"));
    assertFalse(loaded.hasErrors(), loaded.issues().toString());
    assertEquals(List.of("T1", "T3"), loaded.value().stream().map(e -> e.control()).toList());
    assertEquals(List.of(TinyWorld.ORE, TinyWorld.REFINED), loaded.value().get(1).measured());
    assertEquals(
        List.of(
            "3 the world solves no market of gadolinium",
            "4 the world solves no market of tinum (nearest by its letters: tinium);"
                + " scored by the others of its row"),
        loaded.issues().stream().map(i -> i.place().line() + " " + i.problem()).toList());
  }

  static List<Arguments> wrongRows() {
    return List.of(
        Arguments.of(
            VOLUME.replace("UNION", "UNIN"),
            "2:5: the world has no country or territory 'UNIN'",
            "you meant 'UNION'"),
        Arguments.of(
            VOLUME.replace("imports, all origins (kg)", "imports from Zland (kg)"),
            "2:6: the world has no country 'Zland'",
            "you meant 'Aland'"),
        Arguments.of(
            VOLUME.replace("imports, all origins (kg)", "exports"),
            "2:6: no effect is called 'exports'",
            "write imports from COUNTRY (kg), or imports, all origins (kg), or import unit value"),
        Arguments.of(
            VOLUME.replace("7-12", "12-7"),
            "2:7: months run from 1 on and forwards, but are 12-7",
            "correct 'months'"),
        Arguments.of(
            VOLUME.replace("0.1,,,", "0.1,,20,"),
            "2:10: a log effect of 0.1 is a change of 10.5%, but this is 20",
            "look for a digit lost in one of them, or leave pct_change empty"),
        Arguments.of(
            VOLUME.replace("0.1,,,", ",,,"),
            "2:8: neither log_effect nor pct_change is given",
            "fill one of the two"),
        Arguments.of(
            VOLUME.replace(",,,,,,,", ",,,,,0.3,,"),
            "2:15: 'theta_source' is empty",
            "fill the field or take the row out"),
        Arguments.of(
            VOLUME.replace(",,,,,,,,", ",,,,,30,,ministry,"),
            "2:13: a share still licensed lies in [0, 1], but is 30.0 to 30.0",
            "write 0.25 for 25%"));
  }

  @ParameterizedTest
  @MethodSource("wrongRows")
  void aWrongRowIsNamedWithAWayOut(String row, String problem, String wayOut) throws IOException {
    List<Issue> issues = read(row).issues();
    assertEquals(1, issues.size(), issues.toString());
    assertEquals("events.csv:" + problem + "\n  Maybe " + wayOut, said(issues.getFirst()));
  }

  private String said(Issue issue) {
    return issue.toString().replace(folder + "/", "");
  }

  @Test
  void rowsThatContradictOneAnotherAreRefused() throws IOException {
    Loaded<List<ControlEvent>> loaded =
        read(
            VOLUME.replace("0.1,,,,,,,", "0.1,,,,,0.3,,ministry"),
            VOLUME
                .replace("imports, all origins (kg)", "import unit value")
                .replace("0.1,,,,,,,", "0.1,,,,,0.4,,ministry"));
    assertEquals("theta of T1 at UNION is another in line 2", loaded.issues().getFirst().problem());
    assertEquals(3, loaded.issues().getFirst().place().line());
    String twice = read(VOLUME, VOLUME).issues().getFirst().problem();
    assertEquals("the same row stands in line 2: T1 at UNION: VOLUME, months 7-12", twice);
  }
}
