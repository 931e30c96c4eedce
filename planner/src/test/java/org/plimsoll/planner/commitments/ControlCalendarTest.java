package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** One line a control: every wording of a state that the project's register has. */
class ControlCalendarTest {
  private static final String NEVER = "planned 2025-11-08 or later; never applied";

  @ParameterizedTest(name = "{0} on {6}: {7}")
  @CsvFileSource(resources = "controls.txt", delimiter = '|')
  void standsAsExpected(
      String id,
      String announced,
      String effective,
      String type,
      String state,
      @Nullable String suspendedUntil,
      LocalDate asOf,
      String expected) {
    ExportControl control = control(id, announced, effective, type, state, suspendedUntil);
    assertEquals(expected, ControlCalendar.standing(control, asOf).describe());
  }

  @Test
  void controlsAnnouncedLaterAreLeftOut() {
    ControlCalendar calendar =
        ControlCalendar.of(
            List.of(
                control("E011", "2025-04-04", "2025-04-04", "licence", "in force", null),
                control("E020", "2026-01-06", "2026-01-06", "ban (end use)", "in force", null)),
            LocalDate.of(2026, 1, 5));
    assertEquals(Map.of("in force", 1), calendar.countByWord());
  }

  private static ExportControl control(
      String id,
      String announced,
      String effective,
      String type,
      String state,
      @Nullable String suspendedUntil) {
    return new ExportControl(
        id,
        "China",
        announced,
        effective.equals("NEVER") ? NEVER : effective,
        "a notice",
        type,
        "rare earths",
        "all",
        state,
        Optional.ofNullable(suspendedUntil),
        List.of(),
        "",
        new Provenance(Source.parse("register@2026#" + id), Grade.A, Status.REPORTED, ""));
  }
}
