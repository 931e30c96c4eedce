package org.plimsoll.planner.commitments;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.ProjectTie;

/**
 * How far a slipped commitment moves the start of a project. A commitment slips when its date is
 * moved, when it is kept late, and, day by day, while it is overdue; of an unknown one nobody can
 * say that it slipped.
 *
 * @param project row of the register
 * @param commitment that slipped
 * @param announcedYear start as the register has it
 * @param slip days
 * @param start when it starts now, at the earliest if the commitment is overdue still
 * @param why one line for a person
 */
public record StartShift(
    String project,
    String commitment,
    int announcedYear,
    DayCount slip,
    PrintedDate start,
    String why) {

  /**
   * The starts that moved, by project; of several slips the longest counts.
   *
   * @param calendar on the date asked about
   */
  public static SortedMap<String, StartShift> of(Evidence evidence, CommitmentCalendar calendar) {
    SortedMap<String, StartShift> shifts = new TreeMap<>();
    for (ProjectTie tie : evidence.developments().projectTies()) {
      evidence.projects().stream()
          .filter(project -> project.id().equals(tie.project()))
          .findFirst()
          .flatMap(project -> of(project, tie, calendar))
          .ifPresent(shift ->
              shifts.merge(
                  shift.project(), shift, (a, b) -> a.slip().most() >= b.slip().most() ? a : b));
    }
    return shifts;
  }

  private static Optional<StartShift> of(
      Project project, ProjectTie tie, CommitmentCalendar calendar) {
    boolean moves = tie.kind() == ProjectTie.Kind.START || tie.kind() == ProjectTie.Kind.STEP;
    if (!moves || project.startYear().isEmpty()) {
      return Optional.empty();
    }
    int year = project.startYear().getAsInt();
    PrintedDate announced = PrintedDate.parse(Integer.toString(year), "a start");
    return calendar.entries().stream()
        .filter(entry -> entry.commitment().id().equals(tie.commitment()))
        .findFirst()
        .filter(
            entry -> entry.due().map(due -> due.kind() != CommitmentDate.Kind.EXPIRY).orElse(false))
        .flatMap(entry ->
            slip(entry)
                .filter(days -> days.least() > 0)
                .map(days ->
                    new StartShift(
                        project.id(),
                        tie.commitment(),
                        year,
                        days,
                        new PrintedDate(
                            announced.first().plusDays(days.least()),
                            announced.last().plusDays(days.most())),
                        "%s: %s".formatted(tie.commitment(), entry.standing().describe()))));
  }

  /** Days by which a commitment slipped; empty if it did not, or if nobody can say. */
  private static Optional<DayCount> slip(CommitmentCalendar.Entry entry) {
    return switch (entry.standing()) {
      case Standing.Kept kept -> kept.afterDue();
      case Standing.Overdue overdue -> Optional.of(overdue.by());
      case Standing.Open _, Standing.Unknown _, Standing.PartKept _ ->
          entry.due().flatMap(due -> due.before().map(before -> between(before, due.on())));
      case Standing.Undated _ -> Optional.empty();
    };
  }

  /** From month to month a date that is known to its month slips by whole months. */
  private static DayCount between(PrintedDate before, PrintedDate after) {
    int first = Math.toIntExact(after.first().toEpochDay() - before.first().toEpochDay());
    int last = Math.toIntExact(after.last().toEpochDay() - before.last().toEpochDay());
    return new DayCount(Math.min(first, last), Math.max(first, last));
  }
}
