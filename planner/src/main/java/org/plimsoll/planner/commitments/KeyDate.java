package org.plimsoll.planner.commitments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentDate.Kind;
import org.plimsoll.model.policy.CommitmentEvent;

/**
 * A date of a commitment.
 *
 * @param kind what falls on it
 * @param on when, after it was moved if it was
 * @param basis what it follows from: 60 days from signature on 2026-02-04
 * @param before when it was before it was moved; empty if it was not
 */
public record KeyDate(Kind kind, PrintedDate on, String basis, Optional<PrintedDate> before) {
  /**
   * The dates of a commitment, the one that decides where it stands first.
   *
   * @param dates its own; the register's deadline stands for them if there is none
   * @param events its own, known by the date asked about
   */
  static List<KeyDate> of(
      Commitment commitment, List<CommitmentDate> dates, List<CommitmentEvent> events) {
    List<KeyDate> all = new ArrayList<>();
    dates.stream()
        .sorted(Comparator.comparing(CommitmentDate::kind))
        .forEach(date -> all.add(of(date)));
    if (all.isEmpty()) {
      commitment
          .deadline()
          .ifPresent(text ->
              all.add(
                  new KeyDate(
                      Kind.DUE,
                      PrintedDate.parse(text, "the deadline of commitment " + commitment.id()),
                      commitment.deadlineBasis(),
                      Optional.empty())));
    }
    for (CommitmentEvent event : events) {
      if (event.kind() == CommitmentEvent.Kind.MOVED && !event.isDisputed() && !all.isEmpty()) {
        all.set(0, all.getFirst().movedBy(event));
      }
    }
    return all;
  }

  private static KeyDate of(CommitmentDate date) {
    String whose = "of commitment " + date.commitment();
    PrintedDate from = PrintedDate.parse(date.from(), "the " + date.anchor() + " " + whose);
    return date.term()
        .map(text ->
            new KeyDate(
                date.kind(),
                Term.parse(text, "the term " + whose).from(from),
                "%s from %s on %s".formatted(text, date.anchor(), from),
                Optional.empty()))
        .orElseGet(() -> new KeyDate(date.kind(), from, date.anchor(), Optional.empty()));
  }

  private KeyDate movedBy(CommitmentEvent event) {
    String what = "the new date of commitment " + event.commitment();
    return new KeyDate(
        kind,
        PrintedDate.parse(
            event
                .until()
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        what + " is missing\nMaybe fill 'until' in commitment_events.csv")),
            what),
        basis + ", moved on " + event.date(),
        before.or(() -> Optional.of(on)));
  }
}
