package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * The measures of a state that have no lever: a list as a scenario file has it under {@code
 * measures}, read as the end of the scenario's own.
 */
final class LabText {
  /** What issues call the text. */
  static final String NAME = "more";

  private static final String INDENT = "  ";

  private LabText() {}

  /** The measures; none if any of them has an error, each with its line and column in the text. */
  static Loaded<List<Measure>> measures(LabState state, LabWords words) {
    if (state.more().isEmpty()) {
      return new Loaded<>(List.of(), List.of(), RowCount.NONE);
    }
    Scenario bare = bare(LabCase.allied(state, words));
    String head = ScenarioFile.print(bare) + (bare.measures().isEmpty() ? "measures:\n" : "");
    String list = state.more().lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
    Loaded<Optional<Scenario>> read = ScenarioFile.parse(NAME, head + list, words.evidence());
    int above = Math.toIntExact(head.lines().count());
    List<Issue> issues = new ArrayList<>();
    read.issues().stream().filter(Issue::isError).map(i -> within(i, above)).forEach(issues::add);
    List<Measure> measures = new ArrayList<>();
    if (read.value().isPresent()) {
      Scenario whole = read.value().get();
      measures.addAll(whole.measures().subList(bare.measures().size(), whole.measures().size()));
      if (whole.controlsInForce()) {
        issues.add(
            Issue.error(
                Place.ofFile(NAME),
                "controls in force come with the scenario",
                "take the line out"));
      }
      for (Measure measure : measures) {
        if (measure.id().startsWith(LabCase.LEVER)) {
          issues.add(
              Issue.error(
                  Place.ofFile(NAME),
                  "the id '%s' is that of a lever".formatted(measure.id()),
                  "give it another, or leave it out"));
        }
      }
    }
    return new Loaded<>(
        issues.isEmpty() ? List.copyOf(measures) : List.of(), issues, RowCount.NONE);
  }

  /** A scenario of which nothing is left behind its measures. */
  static Scenario bare(Scenario scenario) {
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.asOf(),
        scenario.horizon(),
        scenario.priceVintage(),
        scenario.alliance(),
        scenario.zeroInternalTariffs(),
        false,
        scenario.measures(),
        0,
        Collections.emptySortedMap());
  }

  private static Issue within(Issue issue, int above) {
    Place place = issue.place();
    return Issue.error(
        new Place(
            NAME, Math.max(0, place.line() - above), Math.max(0, place.column() - INDENT.length())),
        issue.problem(),
        issue.wayOut());
  }
}
