package org.plimsoll.planner.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.policy.ExportControl;

/**
 * The export controls announced by a date and where each stood then.
 *
 * <p>The register says until when a control is suspended, but not from when. A date before the
 * suspension began is therefore answered as if it had begun.
 *
 * @param asOf the date asked about
 * @param entries in the order of the register; what was announced later is left out
 */
public record ControlCalendar(LocalDate asOf, List<Entry> entries) {
  public ControlCalendar {
    entries = List.copyOf(entries);
  }

  /** One control and its standing. */
  public record Entry(ExportControl control, ControlStanding standing) {}

  /**
   * The calendar on a date.
   *
   * @throws IllegalArgumentException if a date of the register is none; the message names its row
   */
  public static ControlCalendar of(List<ExportControl> controls, LocalDate asOf) {
    List<Entry> entries = new ArrayList<>();
    for (ExportControl control : controls) {
      String what = "the date announced of control " + control.id();
      if (!PrintedDate.parse(control.announced(), what).isAfter(asOf)) {
        entries.add(new Entry(control, standing(control, asOf)));
      }
    }
    return new ControlCalendar(asOf, entries);
  }

  /** Where one control stood on {@code asOf}. */
  public static ControlStanding standing(ExportControl control, LocalDate asOf) {
    // "planned …" is no date: such a control is judged by the register's words.
    Optional<PrintedDate> effective = PrintedDate.find(control.effective());
    if (effective.isPresent() && effective.get().isAfter(asOf)) {
      return new ControlStanding.Announced(effective.get());
    }
    if (control.suspendedUntil().isPresent()) {
      String what = "the end of suspension of control " + control.id();
      return upTo(control, PrintedDate.parse(control.suspendedUntil().get(), what), asOf);
    }
    String state = control.state();
    if (state.startsWith("ended")) {
      return ended(state, asOf);
    }
    if (state.startsWith("in force to ")) {
      String what = "the end of control " + control.id();
      return inForceUntil(PrintedDate.parse(state.substring("in force to ".length()), what), asOf);
    }
    return state.startsWith("in force")
        ? new ControlStanding.InForce()
        : new ControlStanding.Unsettled(state);
  }

  /** How many controls stand where, by {@link ControlStanding#word}. */
  public SortedMap<String, Integer> countByWord() {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Entry entry : entries) {
      counts.merge(entry.standing().word(), 1, Integer::sum);
    }
    return counts;
  }

  /** An act that suspends others is itself in force until its end; any other is suspended. */
  private static ControlStanding upTo(ExportControl control, PrintedDate until, LocalDate asOf) {
    if (control.type().equals("suspension") || until.isBefore(asOf)) {
      return inForceUntil(until, asOf);
    }
    return new ControlStanding.Suspended(until, DayCount.left(until, asOf));
  }

  private static ControlStanding inForceUntil(PrintedDate until, LocalDate asOf) {
    return until.isBefore(asOf)
        ? new ControlStanding.Unknown(until, PrintedDate.of(asOf).since(until))
        : new ControlStanding.InForceUntil(until, DayCount.left(until, asOf));
  }

  /** "ended", or "ended 2025-10-15": before that day it was in force. */
  private static ControlStanding ended(String state, LocalDate asOf) {
    Optional<PrintedDate> end = PrintedDate.find(state.substring("ended".length()));
    return end.isPresent() && end.get().isAfter(asOf)
        ? inForceUntil(end.get(), asOf)
        : new ControlStanding.Ended(state);
  }
}
