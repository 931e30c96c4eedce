package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * A state of the Lab as the text of a scenario file, and back: {@link LabCase#yaml} prints it, and
 * this reads it.
 */
public final class ScenarioText {
  private static final String NAME = "text";

  private ScenarioText() {}

  /**
   * The state that asks what a scenario file asks.
   *
   * @param like a state whose product is shown, and whose scenario levers are rather laid on
   * @return the state; empty if there is an error, each with line and column
   */
  public static Loaded<Optional<LabState>> read(
      String text, Optional<LabState> like, LabWords words) {
    Loaded<Optional<Scenario>> read = ScenarioFile.parse(NAME, text, words.evidence());
    if (read.value().isEmpty()) {
      return new Loaded<>(
          Optional.empty(), read.issues().stream().filter(Issue::isError).toList(), RowCount.NONE);
    }
    Scenario asked = read.value().get();
    ProductId on = like.map(LabState::on).orElseGet(() -> product(asked, words));
    Set<String> bases = new LinkedHashSet<>();
    like.map(LabState::from).ifPresent(bases::add);
    bases.add(words.usualScenario());
    bases.addAll(words.scenarios().keySet());
    for (String from : bases) {
      Optional<LabState> state = ScenarioState.of(on, from, asked, words);
      if (state.isPresent()) {
        return new Loaded<>(state, List.of(), RowCount.NONE);
      }
    }
    return new Loaded<>(
        Optional.empty(), whyNot(text, bases.iterator().next(), asked, words), RowCount.NONE);
  }

  /** The usual product if a measure is about it, else the first with a market that one is about. */
  static ProductId product(Scenario asked, LabWords words) {
    List<ProductId> products =
        asked.measures().stream()
            .flatMap(measure -> measure.terms().products().stream())
            .filter(product -> words.products().containsValue(product))
            .toList();
    return products.isEmpty() || products.contains(words.usualProduct())
        ? words.usualProduct()
        : products.getFirst();
  }

  private static List<Issue> whyNot(String text, String from, Scenario asked, LabWords words) {
    List<Issue> issues = new ArrayList<>();
    for (String key : ScenarioState.whatNoLeverHas(from, asked, words)) {
      issues.add(
          Issue.error(
              place(text, key),
              "no lever moves '%s', and no scenario of scenarios/ has all the rest as it is here"
                  .formatted(key),
              "write it as in %s, or save the text into scenarios/".formatted(from)));
    }
    if (issues.isEmpty()) {
      issues.add(
          Issue.error(
              place(text, "measures"),
              "the measures do not fit into an address",
              "save the text into scenarios/, and choose it there"));
    }
    return issues;
  }

  /** Where a key of the top begins; the first line if it is not there. */
  private static Place place(String text, String key) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        return new Place(NAME, i + 1, 1);
      }
    }
    return new Place(NAME, 1, 1);
  }
}
