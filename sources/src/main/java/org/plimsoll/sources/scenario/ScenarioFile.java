package org.plimsoll.sources.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.table.Utf8Text;

/**
 * A scenario as a YAML file. Its keys are in {@code docs/reference/scenario-file.md}.
 *
 * <p>Law: {@code parse(print(scenario))} equals {@code scenario}.
 */
public final class ScenarioFile {
  /** A scenario that a person wrote is a few kilobytes. */
  private static final int MOST_BYTES = 1 << 20;

  private ScenarioFile() {}

  /**
   * Reads a scenario and checks every name in it against the world.
   *
   * @return the scenario; empty if there is any error, each with line and column
   */
  public static Loaded<Optional<Scenario>> read(Path file, Evidence evidence) {
    Loaded<Optional<String>> text = Utf8Text.read(file, file.toString(), MOST_BYTES);
    if (text.value().isEmpty()) {
      return new Loaded<>(Optional.empty(), text.issues(), RowCount.NONE);
    }
    Loaded<Optional<Scenario>> loaded = parse(file.toString(), text.value().get(), evidence);
    Optional<Issue> remark =
        loaded.value().filter(s -> !isNamed(file, s.name())).map(s -> misnamed(file, s.name()));
    return remark
        .map(r -> new Loaded<>(loaded.value(), join(loaded.issues(), r), RowCount.NONE))
        .orElse(loaded);
  }

  /**
   * Reads a scenario from text, as {@link #read} does.
   *
   * @param name of the file, for issues
   */
  public static Loaded<Optional<Scenario>> parse(String name, String text, Evidence evidence) {
    Issues issues = new Issues(name);
    Optional<Scenario> scenario = Optional.empty();
    if (text.length() > MOST_BYTES) {
      issues.error(
          0, 0, "the text is longer than %d characters".formatted(MOST_BYTES), "shorten it");
    } else {
      scenario =
          YamlText.compose(text, issues, "begin with name:, title:, asOf: and alliance:")
              .flatMap(root -> new ScenarioReader(evidence, issues).read(root));
    }
    return new Loaded<>(scenario, issues.list(), RowCount.NONE);
  }

  /** The scenario as YAML; the same scenario gives the same bytes. */
  public static String print(Scenario scenario) {
    return new ScenarioPrinter().print(scenario);
  }

  private static boolean isNamed(Path file, String name) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "").equals(name);
  }

  private static Issue misnamed(Path file, String name) {
    return Issue.remark(
        Place.ofFile(file.toString()),
        "the scenario calls itself '" + name + "', but its file is called otherwise");
  }

  private static List<Issue> join(List<Issue> issues, Issue last) {
    List<Issue> all = new ArrayList<>(issues);
    all.add(last);
    return all;
  }
}
