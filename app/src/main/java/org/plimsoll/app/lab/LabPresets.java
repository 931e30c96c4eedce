package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;

/**
 * States to begin with: what scenarios ask, and export controls of the past whose prices were
 * measured, with the share of exports that they licensed.
 */
public final class LabPresets {
  private static final double PERCENT = 100;
  private static final int DIGITS = 3;

  private final LabWords words;
  private final List<Preset> ofScenarios = new ArrayList<>();
  private final List<Preset> ofEpisodes = new ArrayList<>();

  /**
   * A state to begin with.
   *
   * @param title for a person
   * @param state of the Lab
   * @param observed what a price did under it, if that was measured
   */
  public record Preset(String title, LabState state, Optional<ShockOutcome> observed) {}

  /**
   * Presets of a world.
   *
   * @param past shocks and their prices
   */
  public LabPresets(LabWords words, List<ShockOutcome> past) {
    this.words = words;
    words
        .scenarios()
        .forEach((name, scenario) ->
            ofScenarios.add(new Preset(scenario.title(), state(name, scenario), Optional.empty())));
    past.stream()
        .filter(this::isPutByLevers)
        .forEach(outcome ->
            ofEpisodes.add(new Preset(title(outcome), state(outcome), Optional.of(outcome))));
  }

  /** Every scenario, by name. */
  public List<Preset> listScenarios() {
    return List.copyOf(ofScenarios);
  }

  /** Every outcome of an export control that levers can put, in the order of the table. */
  public List<Preset> listEpisodes() {
    return List.copyOf(ofEpisodes);
  }

  /**
   * Nothing done about the mineral of a product: the usual scenario, without its own measures on
   * the mineral; controls in force stand.
   *
   * @return empty if no lever takes one of those measures away
   */
  public Optional<LabState> findNothing(ProductId on) {
    String usual = words.usualScenario();
    Scenario base = words.scenario(LabState.of(on, usual));
    List<Measure> others = base.measures().stream().filter(m -> !isOn(m, List.of(on))).toList();
    return ScenarioState.of(on, usual, base.withMeasures(others), words);
  }

  /** The title of the scenario that levers of a preset are laid on. */
  public String ground(Preset preset) {
    return words.scenario(preset.state()).title();
  }

  /** Whether a measure is on a mineral of these products. */
  static boolean isOn(Measure measure, Collection<ProductId> products) {
    return measure.terms().products().stream()
        .anyMatch(p -> products.stream().anyMatch(o -> o.commodity().equals(p.commodity())));
  }

  /** Outcomes of the episode whose levers a state has, that of the state first. */
  public List<Preset> listObserved(LabState state) {
    Optional<ShockOutcome> mine =
        ofEpisodes.stream()
            .filter(preset -> preset.state().equals(state.withWorld("")))
            .findFirst()
            .flatMap(Preset::observed);
    return mine.stream()
        .flatMap(outcome ->
            ofEpisodes.stream()
                .filter(preset -> isOf(preset, outcome))
                .sorted(
                    Comparator.comparing(
                        preset -> !preset.observed().equals(Optional.of(outcome)))))
        .toList();
  }

  private static boolean isOf(Preset preset, ShockOutcome outcome) {
    return preset.observed().map(o -> o.episode().equals(outcome.episode())).orElse(false);
  }

  /**
   * Levers on the usual scenario where they make the one of the other, whatever the date; else the
   * scenario as it stands.
   */
  private LabState state(String name, Scenario scenario) {
    ProductId on = ScenarioText.product(scenario, words);
    String usual = words.usualScenario();
    Scenario base = words.scenario(LabState.of(on, usual));
    Scenario onItsDate =
        new Scenario(
            scenario.name(),
            scenario.title(),
            base.asOf(),
            scenario.horizon(),
            scenario.priceVintage(),
            scenario.alliance(),
            scenario.zeroInternalTariffs(),
            scenario.controlsInForce(),
            scenario.measures(),
            base.stockpileBudgetUsd(),
            scenario.parameters());
    return name.equals(usual)
        ? LabState.of(on, name)
        : ScenarioState.of(on, usual, onItsDate, words).orElse(LabState.of(on, name));
  }

  private boolean isPutByLevers(ShockOutcome outcome) {
    return outcome.kind() == ShockOutcome.Kind.EXPORT_CONTROL
        && outcome.notScored().isEmpty()
        && outcome.outsideShare().map(share -> share.central() > 0).orElse(false)
        && outcome.restrictors().stream()
            .allMatch(country -> words.places().contains(country.alpha3()))
        && outcome.product().map(p -> words.products().containsValue(p)).orElse(false);
  }

  private LabState state(ShockOutcome outcome) {
    ProductId product = outcome.product().orElseThrow();
    double lost = outcome.lostShare().orElseThrow().central();
    double had = outcome.outsideShare().orElseThrow().central();
    double licensed = Math.round(PERCENT * Math.max(0, 1 - lost / had)) / PERCENT;
    List<ProductId> products = new ArrayList<>(List.of(product));
    products.addAll(outcome.also());
    SortedMap<LabState.Exports, Double> kept = new TreeMap<>();
    for (CountryCode by : outcome.restrictors()) {
      products.forEach(
          p -> kept.put(new LabState.Exports(by.alpha3(), Optional.empty(), p), licensed));
    }
    String from = ground(products);
    Scenario scenario = words.scenario(LabState.of(product, from));
    double months = outcome.months().orElseThrow().central();
    return new LabState(
        product,
        from,
        new TreeMap<>(),
        new TreeMap<>(),
        kept,
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        Optional.of(nearest(months)).filter(time -> !time.equals(scenario.horizon())),
        Optional.of("base2024").filter(prices -> !prices.equals(scenario.priceVintage())),
        "",
        "");
  }

  private static Scenario.Horizon nearest(double months) {
    return LabState.HORIZONS.stream()
        .map(Map.Entry::getValue)
        .min(Comparator.comparingDouble(time -> Math.abs(Math.log(time.months() / months))))
        .orElseThrow();
  }

  /** A scenario without controls and without a measure on these minerals; else the usual one. */
  private String ground(List<ProductId> products) {
    return words.scenarios().entrySet().stream()
        .filter(entry -> !entry.getValue().controlsInForce())
        .filter(entry -> entry.getValue().measures().stream().noneMatch(m -> isOn(m, products)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(words::usualScenario);
  }

  private String title(ShockOutcome outcome) {
    double months = outcome.months().orElseThrow().central();
    return "%s from %s, %s: %s %s on"
        .formatted(
            words.nameOf(outcome.product().orElseThrow()),
            outcome.restrictors().stream()
                .map(country -> words.nameOf(country.alpha3()))
                .collect(Collectors.joining(" and ")),
            outcome.announced().replaceFirst("-.*", ""),
            Cell.number(months, DIGITS),
            months == 1 ? "month" : "months");
  }
}
