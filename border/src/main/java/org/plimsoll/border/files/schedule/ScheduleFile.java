package org.plimsoll.border.files.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A version of a schedule as a YAML file; its keys are in {@code docs/reference/schedule-file.md}.
 * Each version is a file of its own, so that none is ever edited.
 *
 * <p>Law: {@code parse(print(schedule))} equals {@code schedule}.
 */
public final class ScheduleFile {
  /** A schedule of all minerals is a few dozen kilobytes. */
  private static final int MOST_BYTES = 4 << 20;

  private ScheduleFile() {}

  /** Reads a version; empty if there is any error, each with line and column. */
  public static Loaded<Optional<LevySchedule>> read(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        return failed(file.toString(), "has %d bytes, more than a schedule".formatted(size));
      }
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      Issue issue = issue(file, String.valueOf(UnreadableInput.of(file, e).getMessage()));
      return new Loaded<>(Optional.empty(), List.of(issue), RowCount.NONE);
    }
  }

  private static Loaded<Optional<LevySchedule>> failed(String file, String problem) {
    Issue issue = Issue.error(Place.ofFile(file), problem, "check the path");
    return new Loaded<>(Optional.empty(), List.of(issue), RowCount.NONE);
  }

  /**
   * Reads a version from text.
   *
   * @param name of the file, for issues
   */
  public static Loaded<Optional<LevySchedule>> parse(String name, String text) {
    ScheduleIssues issues = new ScheduleIssues(name);
    Optional<LevySchedule> schedule = Optional.empty();
    try {
      // Aliases can blow a small file up; a schedule needs none.
      Optional<Node> root =
          new Compose(LoadSettings.builder().setMaxAliasesForCollections(0).build())
              .composeString(text);
      if (root.isEmpty()) {
        issues.error(Optional.empty(), "the file is empty", "begin with schedule: and version:");
      } else {
        schedule = new ScheduleReader(issues).read(root.get());
      }
    } catch (MarkedYamlEngineException e) {
      issues.error(
          e.getProblemMark(),
          "this is not YAML: " + String.valueOf(e.getProblem()).replace('\n', ' '),
          "look here and one line above for indentation, a colon or a bracket");
    } catch (YamlEngineException e) {
      issues.error(
          Optional.empty(),
          "this is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          "compare it with another schedule");
    }
    return new Loaded<>(schedule, issues.list(), RowCount.NONE);
  }

  /**
   * Reads versions of a schedule: a file, or every .yaml or .yml of a folder, with the rates of
   * {@link RatesFile#NAME} if the folder has one.
   *
   * @return the book; empty if any file has an error or two versions are in force on one day
   */
  public static Loaded<Optional<ScheduleBook>> readBook(Path path) {
    return readBook(path, Optional.empty());
  }

  /**
   * The same with further rates of exchange, of all versions.
   *
   * @param rates a {@link RatesFile}
   */
  public static Loaded<Optional<ScheduleBook>> readBook(Path path, Optional<Path> rates) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (var listed = Files.newDirectoryStream(path, ScheduleFile::isYaml)) {
        listed.forEach(files::add);
      } catch (IOException e) {
        return new Loaded<>(
            Optional.empty(),
            failed(path.toString(), "the folder cannot be read").issues(),
            RowCount.NONE);
      }
      files.sort(null);
      if (files.isEmpty()) {
        Issue none = issue(path, "the folder has no schedule\nMaybe name one, or give it .yaml");
        return new Loaded<>(Optional.empty(), List.of(none), RowCount.NONE);
      }
    } else {
      files.add(path);
    }
    List<Issue> issues = new ArrayList<>();
    List<LevySchedule> versions = new ArrayList<>();
    for (Path file : files) {
      Loaded<Optional<LevySchedule>> loaded = read(file);
      issues.addAll(loaded.issues());
      loaded.value().ifPresent(versions::add);
    }
    List<Path> tables = new ArrayList<>(rates.stream().toList());
    if (Files.isDirectory(path) && Files.exists(path.resolve(RatesFile.NAME))) {
      tables.add(path.resolve(RatesFile.NAME));
    }
    for (Path table : tables) {
      try {
        List<ExchangeRate> more = RatesFile.read(table);
        versions.replaceAll(version -> version.withRates(more));
        for (LevySchedule version : versions) {
          ScheduleCheck.listFaults(version).stream()
              .filter(fault -> fault.list().equals("rates"))
              .map(fault -> "of version " + version.version() + " " + fault.problem())
              .map(problem -> Issue.error(Place.ofFile(table.toString()), problem, "take one out"))
              .forEach(issues::add);
        }
      } catch (IOException e) {
        issues.add(issue(table, String.valueOf(e.getMessage())));
      }
    }
    if (issues.isEmpty()) {
      try {
        return new Loaded<>(Optional.of(new ScheduleBook(versions)), List.of(), RowCount.NONE);
      } catch (IllegalArgumentException e) {
        issues.add(issue(path, String.valueOf(e.getMessage())));
      }
    }
    return new Loaded<>(Optional.empty(), issues, RowCount.NONE);
  }

  private static boolean isYaml(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static Issue issue(Path file, String message) {
    String[] said = message.split("\nMaybe ", 2);
    return Issue.error(Place.ofFile(file.toString()), said[0], said.length > 1 ? said[1] : "");
  }

  /** The version as YAML; the same version gives the same bytes. */
  public static String print(LevySchedule schedule) {
    return new SchedulePrinter().print(schedule);
  }

  /** Tells one law from another. */
  public static String fingerprint(ScheduleBook book) {
    MessageDigest digest = Sha256.digest();
    for (LevySchedule version : book.versions()) {
      digest.update(print(version).getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.of(digest);
  }
}
