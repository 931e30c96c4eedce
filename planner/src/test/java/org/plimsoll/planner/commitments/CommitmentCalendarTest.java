package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** One line an entry; C037, C019, C017, C014 and C046 have the dates of the project's register. */
class CommitmentCalendarTest {
  @ParameterizedTest(name = "{0} on {5}: {6}")
  @CsvFileSource(resources = "commitments.txt", delimiter = '|')
  void standsAsExpected(
      String id,
      String made,
      @Nullable String due,
      @Nullable String stateDate,
      @Nullable String done,
      LocalDate asOf,
      String expected) {
    Commitment commitment = commitment(id, made, due, stateDate, done);
    assertEquals(expected, CommitmentCalendar.standing(commitment, asOf).describe());
  }

  @Test
  void whatIsMadeLaterIsLeftOutUnlessItWasSpokenOf() {
    LocalDate asOf = LocalDate.of(2026, 2, 4);
    CommitmentCalendar calendar =
        CommitmentCalendar.of(
            List.of(
                commitment("C037", "2026-02-04", "2026-03-06", "2026-02-04", ""),
                commitment("C044", "2026-02-26", "2026-03-19", "2026-03-19", ""),
                // The ban of 1 January 2027 on magnets in defence supply was on record in 2025.
                commitment("C057", "2027-01-01", "2027-01-01", "2025-12", "")),
            asOf);
    assertEquals(
        List.of("C037", "C057"),
        calendar.entries().stream().map(e -> e.commitment().id()).toList());
    assertEquals(Map.of("open", 2), calendar.countByWord());
  }

  @Test
  void lateIsCountedApartFromDone() {
    Standing late =
        CommitmentCalendar.standing(
            commitment("C037", "2026-02-04", "2026-03-06", "2026-04-24", "2026-04-24"),
            LocalDate.of(2026, 11, 24));
    assertEquals("late", late.word());
    assertTrue(((Standing.Done) late).isLate());
  }

  @Test
  void aDateThatIsNoneNamesItsRow() {
    Commitment commitment = commitment("C001", "2026-01-01", "spring", "", "");
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> CommitmentCalendar.of(List.of(commitment), LocalDate.of(2026, 11, 24)));
    assertTrue(refusal.toString().contains("the deadline of commitment C001 is 'spring'"));
  }

  private static Commitment commitment(
      String id,
      String made,
      @Nullable String due,
      @Nullable String stateDate,
      @Nullable String done) {
    return new Commitment(
        id,
        made,
        "two parties",
        "joint statement",
        "non-binding",
        "a memorandum",
        present(due),
        "stated",
        "as worded",
        present(stateDate),
        present(done),
        "",
        "",
        new Provenance(Source.parse("register@2026#" + id), Grade.A, Status.REPORTED, ""));
  }

  /** A blank field of a text table arrives as null. */
  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isEmpty());
  }
}
