package org.plimsoll.app.border;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.schedule.ScheduleDiff;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.provenance.Loaded;

/** What schedules of levies say. */
public final class Schedules {
  private Schedules() {}

  /**
   * The versions in a file or folder.
   *
   * @throws Refusal with every fault
   */
  public static ScheduleBook read(Path file) {
    return read(file, Optional.empty());
  }

  /** The same with a table of further rates of exchange. */
  public static ScheduleBook read(Path file, Optional<Path> rates) {
    Loaded<Optional<ScheduleBook>> loaded = ScheduleFile.readBook(file, rates);
    return loaded
        .value()
        .orElseThrow(() -> Refusal.ofIssues("the schedule " + file, loaded.issues()));
  }

  private record Rule(LevySchedule version, LevyRule rule) {}

  /**
   * Rules, and what may not be meant.
   *
   * @param day of the version in force; all versions if empty
   * @throws Refusal if none is in force on the day
   */
  public static Answer check(ScheduleBook book, Optional<LocalDate> day) {
    List<LevySchedule> versions = day.map(date -> inForce(book, date)).orElse(book.versions());
    List<String> remarks = new ArrayList<>();
    for (LevySchedule version : versions) {
      remarks.addAll(version.listGaps());
      remarks.addAll(ScheduleCheck.listDoubts(version));
    }
    return Answer.of("Schedule " + book.versions().getFirst().id())
        .with(rules(versions))
        .remark(remarks);
  }

  /** The rules of some versions. */
  static Table<?> rules(List<LevySchedule> versions) {
    List<Rule> rows = new ArrayList<>();
    for (LevySchedule version : versions) {
      version.rules().forEach(rule -> rows.add(new Rule(version, rule)));
    }
    return Table.of("rules", "Rules", rows)
        .words("version", "version", r -> r.version().version())
        .day("from", "from", r -> r.version().from())
        .words("until", "until before", r -> r.version().until())
        .words("rule", "rule", r -> r.rule().id())
        .product("product", "product", r -> r.rule().product())
        .names("codes", "codes", r -> List.copyOf(r.rule().codes()))
        .words("basis", "basis", r -> r.rule().basis())
        .words("instrument", "instrument", r -> r.rule().instrument().word())
        .words("pricePerKilogram", "price a kg", r -> r.rule().instrument().findReferencePrice())
        .words("reference", "reference", r -> r.rule().reference());
  }

  private static List<LevySchedule> inForce(ScheduleBook book, LocalDate day) {
    return List.of(
        book.find(day)
            .orElseThrow(() ->
                Refusal.of(
                    "no version of schedule %s is in force on %s: %s"
                        .formatted(
                            book.versions().getFirst().id(),
                            day,
                            book.versions().stream()
                                .map(Schedules::sentence)
                                .collect(Collectors.joining(", "))),
                    "name a day of one of them")));
  }

  private static String sentence(LevySchedule version) {
    return "%s from %s%s"
        .formatted(
            version.version(),
            version.from(),
            version.until().map(until -> " until before " + until).orElse(""));
  }

  /**
   * What one version says otherwise than another, key by key.
   *
   * @throws Refusal with every fault, or if a file holds several versions
   */
  public static Answer diff(Path earlier, Path later) {
    List<ScheduleDiff.Change> changes = ScheduleDiff.between(only(earlier), only(later));
    Answer answer =
        Answer.of("Changes of a schedule")
            .with(
                Table.of("changes", "Changes", changes)
                    .words("place", "where", ScheduleDiff.Change::place)
                    .words("before", "before", ScheduleDiff.Change::before)
                    .words("after", "after", ScheduleDiff.Change::after));
    return changes.isEmpty() ? answer.remark("The two say the same.") : answer;
  }

  private static LevySchedule only(Path file) {
    ScheduleBook book = read(file);
    if (book.versions().size() > 1) {
      throw Refusal.of(
          file + " holds " + book.versions().size() + " versions", "name the file of one of them");
    }
    return book.versions().getFirst();
  }
}
