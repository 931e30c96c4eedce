package org.plimsoll.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * A scenario as a person names it: a file, or a name in {@code scenarios/}.
 *
 * @param file where it is
 * @param scenario what it says
 */
public record ScenarioChoice(Path file, Scenario scenario) {
  /** The scenario that is meant if none is named. */
  public static final String DEFAULT = "action-plan-2026";

  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  /**
   * Reads the scenario that {@code word} means.
   *
   * @throws Refusal if there is none, or if it has errors
   */
  public static ScenarioChoice read(String word, Session session, Evidence evidence) {
    return read(find(word, session.root().resolve("scenarios")), evidence);
  }

  /**
   * Reads the scenario of this name in {@code scenarios/}; a file elsewhere is not meant.
   *
   * @throws Refusal if there is none, or if it has errors
   */
  public static ScenarioChoice named(String name, Session session, Evidence evidence) {
    Path folder = session.root().resolve("scenarios");
    Optional<Path> file = names(folder).contains(name) ? findIn(folder, name) : Optional.empty();
    return file.map(path -> read(path, evidence))
        .orElseThrow(() ->
            Refusal.of(
                "there is no scenario '" + name + "'",
                Nearest.wayOut(name, names(folder), "one of " + String.join(", ", names(folder)))));
  }

  /** The names of the scenarios in {@code scenarios/}, in order. */
  public static List<String> listNames(Session session) {
    return names(session.root().resolve("scenarios"));
  }

  private static ScenarioChoice read(Path file, Evidence evidence) {
    Loaded<Optional<Scenario>> loaded = ScenarioFile.read(file, evidence);
    return loaded
        .value()
        .map(scenario -> new ScenarioChoice(file, scenario))
        .orElseThrow(() -> Refusal.ofIssues("the scenario " + file, loaded.issues()));
  }

  /** Every scenario of the project's folder that this world can read, by name. */
  public static SortedMap<String, Scenario> readAll(Session session, Evidence evidence) {
    Path folder = session.root().resolve("scenarios");
    SortedMap<String, Scenario> scenarios = new TreeMap<>();
    for (String name : names(folder)) {
      ScenarioFile.read(find(name, folder), evidence)
          .value()
          .ifPresent(scenario -> scenarios.put(name, scenario));
    }
    return scenarios;
  }

  private static Path find(String word, Path folder) {
    if (looksLikeFile(word)) {
      Path file = Path.of(word);
      if (Files.isRegularFile(file)) {
        return file;
      }
      throw Refusal.of(
          "there is no scenario file " + word,
          "name one of scenarios/ without its ending, such as " + DEFAULT);
    }
    List<String> names = names(folder);
    return findIn(folder, word)
        .orElseThrow(() ->
            Refusal.of(
                "there is no scenario '" + word + "'",
                Nearest.wayOut(word, names, "name a file, or one of " + String.join(", ", names))));
  }

  private static Optional<Path> findIn(Path folder, String name) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static boolean looksLikeFile(String word) {
    return word.contains("/") || word.contains("\\") || ENDINGS.stream().anyMatch(word::endsWith);
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> ENDINGS.stream().anyMatch(name::endsWith))
          .map(name -> name.substring(0, name.lastIndexOf('.')))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + folder, e);
    }
  }
}
