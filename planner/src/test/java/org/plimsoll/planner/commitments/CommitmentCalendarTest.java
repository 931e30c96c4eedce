package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.provenance.Words;

/** One line an entry; those with a C have the dates of the project's register. */
class CommitmentCalendarTest {
  @ParameterizedTest(name = "{0} on {5}: {6}")
  @CsvFileSource(resources = "commitments.txt", delimiter = '|')
  void standsAsExpected(
      String id,
      String made,
      @Nullable String due,
      @Nullable String term,
      @Nullable String events,
      LocalDate asOf,
      String expected) {
    CommitmentCalendar.Entry entry =
        CommitmentCalendar.entry(
            commitment(id, made, due), dates(id, due, term), events(id, events), asOf);
    assertEquals(expected, entry.standing().describe());
  }

  private static List<CommitmentDate> dates(
      String id, @Nullable String from, @Nullable String term) {
    return from == null || term == null
        ? List.of()
        : List.of(
            new CommitmentDate(
                id,
                CommitmentDate.Kind.DUE,
                "signature",
                from,
                Optional.of(term),
                provenance(id, Status.REPORTED)));
  }

  private static List<CommitmentEvent> events(String id, @Nullable String text) {
    List<CommitmentEvent> events = new ArrayList<>();
    for (String one : text == null ? List.<String>of() : List.of(text.split(", ", -1))) {
      List<String> words = new ArrayList<>(List.of(one.strip().split(" ", -1)));
      boolean disputed = words.remove("disputed");
      events.add(
          new CommitmentEvent(
              id,
              words.getFirst(),
              Words.parse(words.get(1), CommitmentEvent.Kind.class, "a kind"),
              words.size() > 3 ? Optional.of(words.get(3)) : Optional.empty(),
              "it",
              "",
              provenance(id, disputed ? Status.UNKNOWN : Status.REPORTED)));
    }
    return events;
  }

  private static CommitmentCalendar calendar(LocalDate asOf, Commitment... commitments) {
    return CommitmentCalendar.of(
        TinyWorld.evidence().with(e -> e.commitments = List.of(commitments)), asOf);
  }

  @Test
  void whatIsMadeLaterIsLeftOutUnlessItWasSpokenOf() {
    LocalDate asOf = LocalDate.of(2026, 2, 4);
    CommitmentCalendar calendar =
        calendar(
            asOf,
            commitment("C037", "2026-02-04", "2026-03-06"),
            commitment("C044", "2026-02-26", "2026-03-19"),
            // The ban of 1 January 2027 on magnets in defence supply was on record in 2025.
            spokenOf(commitment("C057", "2027-01-01", "2027-01-01"), "2025-12"));
    assertEquals(
        List.of("C037", "C057"),
        calendar.entries().stream().map(e -> e.commitment().id()).toList());
    assertEquals(Map.of("open", 2), calendar.countByWord());
  }

  @Test
  void lateIsCountedApartFromKept() {
    Standing late =
        CommitmentCalendar.entry(
                commitment("C037", "2026-02-04", "2026-03-06"),
                List.of(),
                events("C037", "2026-04-24 kept"),
                LocalDate.of(2026, 11, 24))
            .standing();
    assertEquals("kept late", late.word());
    assertTrue(((Standing.Kept) late).isLate());
  }

  @Test
  void aDateSaysWhatItFollowsFrom() {
    CommitmentCalendar.Entry entry =
        CommitmentCalendar.entry(
            commitment("C036", "2026-02-04", "2026-04-05"),
            dates("C036", "2026-02-04", "60 days"),
            List.of(),
            LocalDate.of(2026, 2, 5));
    assertEquals("60 days from signature on 2026-02-04", entry.due().orElseThrow().basis());
    assertEquals("2026-04-05", entry.due().orElseThrow().on().toString());
  }

  @Test
  void aDateThatIsNoneNamesItsRow() {
    Commitment commitment = commitment("C001", "2026-01-01", "spring");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> calendar(LocalDate.of(2026, 11, 24), commitment));
    assertTrue(refusal.toString().contains("the deadline of commitment C001 is 'spring'"));
  }

  @Test
  void aTermThatIsNoneNamesItsRowAndAWayOut() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> Term.parse("soon", "the term of commitment C036"));
    assertTrue(refusal.toString().contains("the term of commitment C036 is 'soon'"));
    assertTrue(refusal.toString().contains("Maybe write a number of days, months or years"));
  }

  private static Commitment spokenOf(Commitment its, String date) {
    return new Commitment(
        its.id(),
        its.made(),
        its.parties(),
        its.instrument(),
        its.binding(),
        its.promise(),
        its.deadline(),
        its.deadlineBasis(),
        its.state(),
        Optional.of(date),
        its.url(),
        its.verification(),
        its.provenance());
  }

  private static Commitment commitment(String id, String made, @Nullable String due) {
    return new Commitment(
        id,
        made,
        "two parties",
        "joint statement",
        "non-binding",
        "a memorandum",
        Optional.ofNullable(due),
        "stated",
        "as worded",
        Optional.empty(),
        "",
        "",
        provenance(id, Status.REPORTED));
  }

  private static Provenance provenance(String id, Status status) {
    return new Provenance(Source.parse("register@2026#" + id), Grade.A, status, "");
  }
}
