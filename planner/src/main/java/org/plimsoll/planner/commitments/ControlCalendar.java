package org.plimsoll.planner.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlChange.Kind;
import org.plimsoll.model.policy.ExportControl;

/**
 * The export controls announced by a date and where each stood then: its last dated change by that
 * day decides. The register's own wording of a state decides nothing.
 *
 * @param asOf the date asked about
 * @param entries in the order of the register; what was announced later is left out
 */
public record ControlCalendar(LocalDate asOf, List<Entry> entries) {
  public ControlCalendar {
    entries = List.copyOf(entries);
  }

  /**
   * One control and its standing.
   *
   * @param changes known by the date asked about, in order
   */
  public record Entry(
      ExportControl control, ControlStanding standing, List<ControlChange> changes) {
    public Entry {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The calendar on a date.
   *
   * @throws IllegalArgumentException if a date of a row is none; the message names the row
   */
  public static ControlCalendar of(Evidence evidence, LocalDate asOf) {
    return of(evidence.exportControls(), evidence.developments().controlChanges(), asOf);
  }

  /** The same of some controls and their changes. */
  public static ControlCalendar of(
      List<ExportControl> controls, List<ControlChange> changes, LocalDate asOf) {
    List<Entry> entries = new ArrayList<>();
    for (ExportControl control : controls) {
      String what = "the date announced of control " + control.id();
      if (!PrintedDate.parse(control.announced(), what).isAfter(asOf)) {
        List<ControlChange> its =
            changes.stream()
                .filter(change -> change.control().equals(control.id()))
                .sorted(
                    Comparator.comparing((ControlChange change) -> on(change).first())
                        .thenComparing(ControlChange::kind))
                .toList();
        entries.add(
            new Entry(
                control,
                standing(control, its, asOf),
                its.stream().filter(change -> !on(change).isAfter(asOf)).toList()));
      }
    }
    return new ControlCalendar(asOf, entries);
  }

  /**
   * Where one control stood on a date.
   *
   * @param changes its own, in order
   */
  private static ControlStanding standing(
      ExportControl control, List<ControlChange> changes, LocalDate asOf) {
    Optional<ControlChange> last =
        changes.stream().filter(change -> !on(change).isAfter(asOf)).reduce((a, b) -> b);
    if (last.isEmpty()) {
      return new ControlStanding.Unsettled(control.state());
    }
    Optional<PrintedDate> until = last.get().until().map(text -> until(control, text));
    return switch (last.get().kind()) {
      case ANNOUNCED ->
          new ControlStanding.Announced(find(changes, Kind.IN_FORCE, asOf), last.get().what());
      case IN_FORCE ->
          until
              .or(() -> find(changes, Kind.ENDED, asOf))
              .map(end -> inForceUntil(end, asOf))
              .orElseGet(ControlStanding.InForce::new);
      case SUSPENDED ->
          until
              .map(end ->
                  end.isBefore(asOf)
                      ? unknown(end, asOf)
                      : new ControlStanding.Suspended(
                          Optional.of(end), Optional.of(DayCount.left(end, asOf))))
              .orElseGet(() -> new ControlStanding.Suspended(Optional.empty(), Optional.empty()));
      case ENDED -> new ControlStanding.Ended(on(last.get()));
      case DISPUTED -> new ControlStanding.Unsettled(last.get().what());
    };
  }

  /** The first change of a kind after a day. */
  private static Optional<PrintedDate> find(
      List<ControlChange> changes, Kind kind, LocalDate after) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .map(ControlCalendar::on)
        .filter(date -> date.isAfter(after))
        .findFirst();
  }

  /** How many controls stand where, by {@link ControlStanding#word}. */
  public SortedMap<String, Integer> countByWord() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Entry entry : entries) {
      counts.merge(entry.standing().word(), 1, Integer::sum);
    }
    return counts;
  }

  private static ControlStanding inForceUntil(PrintedDate until, LocalDate asOf) {
    return until.isBefore(asOf)
        ? unknown(until, asOf)
        : new ControlStanding.InForceUntil(until, DayCount.left(until, asOf));
  }

  private static ControlStanding unknown(PrintedDate until, LocalDate asOf) {
    return new ControlStanding.Unknown(until, PrintedDate.of(asOf).since(until));
  }

  private static PrintedDate on(ControlChange change) {
    return PrintedDate.parse(change.date(), "the date of a change of control " + change.control());
  }

  private static PrintedDate until(ExportControl control, String text) {
    return PrintedDate.parse(text, "the last day of a change of control " + control.id());
  }
}
