package org.plimsoll.planner.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.CommitmentEvent.Kind;

/**
 * The commitments made by a date and where each stood then: what its dated events say, and nothing
 * else. The register's own wording of a state decides nothing.
 *
 * <p>A later event counts as knowledge about earlier days: what was kept in April was overdue in
 * March.
 *
 * @param asOf the date asked about
 * @param entries in the order of the register; what was made later is left out
 */
public record CommitmentCalendar(LocalDate asOf, List<Entry> entries) {
  public CommitmentCalendar {
    entries = List.copyOf(entries);
  }

  /**
   * One commitment and its standing.
   *
   * @param dates the one that decides the standing first; none if no date was set
   * @param events that its standing rests on, those known by the date asked about, in order
   */
  public record Entry(
      Commitment commitment, Standing standing, List<KeyDate> dates, List<CommitmentEvent> events) {
    public Entry {
      dates = List.copyOf(dates);
      events = List.copyOf(events);
    }

    /** The date that decides where it stands; empty if none was set. */
    public Optional<KeyDate> due() {
      return dates.stream().findFirst();
    }

    /** The day on which it was kept, as printed; empty if it is not known to be. */
    public Optional<PrintedDate> kept() {
      return standing instanceof Standing.Kept kept ? Optional.of(kept.on()) : Optional.empty();
    }
  }

  /**
   * The calendar on a date.
   *
   * @throws IllegalArgumentException if a date of a row is none; the message names the row
   */
  public static CommitmentCalendar of(Evidence evidence, LocalDate asOf) {
    List<Entry> entries = new ArrayList<>();
    for (Commitment commitment : evidence.commitments()) {
      if (isKnown(commitment, asOf)) {
        String id = commitment.id();
        entries.add(
            entry(
                commitment,
                evidence.developments().commitmentDates().stream()
                    .filter(date -> date.commitment().equals(id))
                    .toList(),
                evidence.developments().commitmentEvents().stream()
                    .filter(event -> event.commitment().equals(id))
                    .sorted(Comparator.comparing(event -> on(event).first()))
                    .toList(),
                asOf));
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

  /**
   * Where one commitment stood on a date.
   *
   * @param dates its own
   * @param events its own, in order
   */
  static Entry entry(
      Commitment commitment,
      List<CommitmentDate> dates,
      List<CommitmentEvent> events,
      LocalDate asOf) {
    List<CommitmentEvent> known =
        events.stream().filter(event -> !on(event).isAfter(asOf)).toList();
    List<KeyDate> keyDates = KeyDate.of(commitment, dates, known);
    List<CommitmentEvent> later = events.stream().filter(event -> on(event).isAfter(asOf)).toList();
    Standing standing =
        standing(keyDates.stream().findFirst().map(KeyDate::on), known, later, asOf);
    return new Entry(commitment, standing, keyDates, known);
  }

  private static Standing standing(
      Optional<PrintedDate> due,
      List<CommitmentEvent> known,
      List<CommitmentEvent> later,
      LocalDate asOf) {
    Optional<PrintedDate> kept = first(known, Kind.KEPT);
    if (kept.isPresent()) {
      return new Standing.Kept(kept.get(), due.map(kept.get()::since));
    }
    Optional<CommitmentEvent> part = last(known, Kind.PART_KEPT);
    if (part.isPresent()) {
      return new Standing.PartKept(
          on(part.get()), part.get().what(), due.map(PrintedDate.of(asOf)::since));
    }
    if (due.isEmpty()) {
      return new Standing.Undated();
    }
    if (!due.get().isBefore(asOf)) {
      return new Standing.Open(due.get(), DayCount.left(due.get(), asOf));
    }
    DayCount after = PrintedDate.of(asOf).since(due.get());
    // A fulfilment after the date asked about proves that it was not fulfilled before.
    return first(later, Kind.KEPT)
        .or(() -> last(known, Kind.NOT_KEPT).map(CommitmentCalendar::on))
        .filter(evidence -> evidence.isAfter(due.get().last()))
        .<Standing>map(evidence -> new Standing.Overdue(due.get(), after, evidence))
        .orElseGet(() -> new Standing.Unknown(due.get(), after));
  }

  private static Optional<PrintedDate> first(List<CommitmentEvent> events, Kind kind) {
    return of(events, kind).stream().findFirst().map(CommitmentCalendar::on);
  }

  private static Optional<CommitmentEvent> last(List<CommitmentEvent> events, Kind kind) {
    return of(events, kind).reversed().stream().findFirst();
  }

  private static List<CommitmentEvent> of(List<CommitmentEvent> events, Kind kind) {
    return events.stream().filter(event -> event.kind() == kind && !event.isDisputed()).toList();
  }

  /** How many commitments stand where, by {@link Standing#word}. */
  public SortedMap<String, Integer> countByWord() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Entry entry : entries) {
      counts.merge(entry.standing().word(), 1, Integer::sum);
    }
    return counts;
  }

  private static PrintedDate on(CommitmentEvent event) {
    return PrintedDate.parse(event.date(), "the date of an event of " + event.commitment());
  }

  private static PrintedDate date(Commitment commitment, String what, String text) {
    return PrintedDate.parse(text, "the " + what + " of commitment " + commitment.id());
  }
}
