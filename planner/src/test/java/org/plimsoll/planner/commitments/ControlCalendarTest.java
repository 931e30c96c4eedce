package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.provenance.Words;

/** One line a control on a day; those with an E have the dates of the project's register. */
class ControlCalendarTest {
  @ParameterizedTest(name = "{0} on {3}: {4}")
  @CsvFileSource(resources = "controls.txt", delimiter = '|')
  void standsAsExpected(
      String id, String announced, @Nullable String changes, LocalDate asOf, String expected) {
    ControlCalendar calendar =
        ControlCalendar.of(List.of(control(id, announced)), changes(id, changes), asOf);
    assertEquals(expected, calendar.entries().getFirst().standing().describe());
  }

  private static List<ControlChange> changes(String id, @Nullable String text) {
    List<ControlChange> changes = new ArrayList<>();
    for (String one : text == null ? List.<String>of() : List.of(text.split(", ", -1))) {
      List<String> words = List.of(one.strip().split(" ", -1));
      changes.add(
          new ControlChange(
              id,
              words.getFirst(),
              Words.parse(words.get(1), ControlChange.Kind.class, "a kind"),
              words.size() > 3 ? Optional.of(words.get(3)) : Optional.empty(),
              "it",
              "",
              provenance(id)));
    }
    return changes;
  }

  @Test
  void controlsAnnouncedLaterAreLeftOut() {
    ControlCalendar calendar =
        ControlCalendar.of(
            List.of(control("E011", "2025-04-04"), control("E020", "2026-01-06")),
            changes("E011", "2025-04-04 in-force"),
            LocalDate.of(2026, 1, 5));
    assertEquals(Map.of("in force", 1), calendar.countByWord());
  }

  private static ExportControl control(String id, String announced) {
    return new ExportControl(
        id,
        "China",
        announced,
        announced,
        "a notice",
        "licence",
        "rare earths",
        "all",
        "as worded",
        Optional.empty(),
        List.of(),
        "",
        provenance(id));
  }

  private static Provenance provenance(String id) {
    return new Provenance(Source.parse("register@2026#" + id), Grade.A, Status.REPORTED, "");
  }
}
