package org.plimsoll.planner.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.policy.Commitment;

/**
 * The commitments made by a date and where each stood then.
 *
 * <p>A later entry of the register counts as knowledge about earlier days: what was fulfilled in
 * April was overdue in March.
 *
 * @param asOf the date asked about
 * @param entries in the order of the register; what was made later is left out
 */
public record CommitmentCalendar(LocalDate asOf, List<Entry> entries) {
  public CommitmentCalendar {
    entries = List.copyOf(entries);
  }

  /** One commitment and its standing. */
  public record Entry(Commitment commitment, Standing standing) {}

  /**
   * The calendar on a date.
   *
   * @throws IllegalArgumentException if a date of the register is none; the message names its row
   */
  public static CommitmentCalendar of(List<Commitment> commitments, LocalDate asOf) {
    List<Entry> entries = new ArrayList<>();
    for (Commitment commitment : commitments) {
      if (isKnown(commitment, asOf)) {
        entries.add(new Entry(commitment, standing(commitment, asOf)));
      }
    }
    return new CommitmentCalendar(asOf, entries);
  }

  /** Made by then, or spoken of by then: a rule may be registered under the day it takes effect. */
  private static boolean isKnown(Commitment commitment, LocalDate asOf) {
    return !date(commitment, "date made", commitment.made()).isAfter(asOf)
        || commitment
            .stateDate()
            .map(d -> !date(commitment, "date of the state", d).isAfter(asOf))
            .orElse(false);
  }

  /** Where one commitment stood on {@code asOf}. */
  public static Standing standing(Commitment commitment, LocalDate asOf) {
    Optional<PrintedDate> done = commitment.done().map(d -> date(commitment, "date done", d));
    Optional<PrintedDate> due = commitment.deadline().map(d -> date(commitment, "deadline", d));
    if (done.isPresent() && !done.get().isAfter(asOf)) {
      return new Standing.Done(done.get(), due.map(done.get()::since));
    }
    if (due.isEmpty()) {
      return new Standing.Undated();
    }
    if (!due.get().isBefore(asOf)) {
      return new Standing.Open(due.get(), DayCount.left(due.get(), asOf));
    }
    DayCount after = PrintedDate.of(asOf).since(due.get());
    // A fulfilment after the date asked about proves that it was not fulfilled before.
    Optional<PrintedDate> evidence =
        done.or(() -> commitment.stateDate().map(d -> date(commitment, "date of the state", d)));
    return evidence
        .filter(e -> e.isAfter(due.get().last()))
        .<Standing>map(e -> new Standing.Overdue(due.get(), after, e))
        .orElseGet(() -> new Standing.Unknown(due.get(), after));
  }

  /** How many commitments stand where, by {@link Standing#word}. */
  public SortedMap<String, Integer> countByWord() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Entry entry : entries) {
      counts.merge(entry.standing().word(), 1, Integer::sum);
    }
    return counts;
  }

  private static PrintedDate date(Commitment commitment, String what, String text) {
    return PrintedDate.parse(text, "the " + what + " of commitment " + commitment.id());
  }
}
