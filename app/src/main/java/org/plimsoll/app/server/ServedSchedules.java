package org.plimsoll.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * The schedules that entries are assessed by here: the files of a folder, and its folders of
 * versions. They may change at any time; a question keeps those that it was asked with.
 *
 * @param folder need not be there
 */
record ServedSchedules(Path folder) {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";
  private static final String YAML = "\\.ya?ml$";

  /** All of them: a file by its name without the ending, a version as {@code folder/version}. */
  private SortedMap<String, Path> all() {
    SortedMap<String, Path> all = new TreeMap<>();
    try {
      for (Path one : BorderFolder.list(folder)) {
        if (Files.isDirectory(one)) {
          SortedMap<String, Path> versions = new TreeMap<>();
          for (Path version : BorderFolder.list(one)) {
            name(version).ifPresent(name -> versions.put(one.getFileName() + "/" + name, version));
          }
          if (!versions.isEmpty() && String.valueOf(one.getFileName()).matches(NAME)) {
            all.put(String.valueOf(one.getFileName()), one);
            all.putAll(versions);
          }
        } else {
          name(one).ifPresent(name -> all.put(name, one));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Optional<String> name(Path file) {
    String name = String.valueOf(file.getFileName());
    String plain = name.replaceFirst(YAML, "");
    return name.equals(plain) || !plain.matches(NAME) ? Optional.empty() : Optional.of(plain);
  }

  /** Its files as a text that changes with them. */
  String state() {
    return WorldFiles.state(folder);
  }

  /** A schedule in all its versions, as it is now. */
  record Schedule(String name, Path path, ScheduleBook book) {
    String sha256() {
      return ScheduleFile.fingerprint(book);
    }
  }

  /** Those that can be read; {@link #get} says of another what is wrong. */
  private SortedMap<String, Schedule> sound() {
    SortedMap<String, Schedule> sound = new TreeMap<>();
    all()
        .forEach((name, path) -> {
          Optional<ScheduleBook> book = name.contains("/") ? Optional.empty() : find(path);
          book.ifPresent(found -> sound.put(name, new Schedule(name, path, found)));
        });
    return sound;
  }

  private static Optional<ScheduleBook> find(Path path) {
    return ScheduleFile.readBook(path).value();
  }

  /** Names of those that can be assessed by. */
  List<String> listNames() {
    return List.copyOf(sound().keySet());
  }

  /**
   * A schedule.
   *
   * @param name of it, or the hash of all its versions
   * @throws Refusal with every fault
   * @throws Api.ProblemFound if there is none
   */
  Schedule get(String name) {
    SortedMap<String, Path> all = all();
    Optional<Path> path = Optional.ofNullable(all.get(name));
    if (path.isPresent()) {
      return new Schedule(name, path.get(), Schedules.read(path.get()));
    }
    return sound().values().stream()
        .filter(schedule -> schedule.sha256().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.missing(
                "there is no schedule '" + name + "'",
                Nearest.wayOut(name, all.keySet(), "see " + Api.ROOT + "/schedules")));
  }

  /** All that can be assessed by, and those that cannot with their fault. */
  Answer answer() {
    record Row(String name, Optional<Schedule> schedule) {}
    SortedMap<String, Schedule> sound = sound();
    return Answer.of("Schedules")
        .with(
            Table.of(
                    "schedules",
                    "Schedules",
                    all().keySet().stream()
                        .filter(name -> !name.contains("/"))
                        .map(name -> new Row(name, Optional.ofNullable(sound.get(name))))
                        .toList())
                .words("name", "name", Row::name)
                .words("title", "title", r -> r.schedule().map(s -> last(s).title()))
                .words("version", "latest version", r -> r.schedule().map(s -> last(s).version()))
                .words(
                    "from",
                    "in force from",
                    r -> r.schedule().map(s -> s.book().versions().getFirst().from()))
                .words("until", "until before", r -> r.schedule().flatMap(s -> last(s).until()))
                .words("sha256", "SHA-256", r -> r.schedule().map(Schedule::sha256)))
        .remark(
            "An entry is assessed by the version in force on its own date.",
            "A schedule without a hash has a fault; ask for it by name to see which.");
  }

  private static LevySchedule last(Schedule schedule) {
    return schedule.book().versions().getLast();
  }
}
