package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.language.Messages;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Words;

/** The controls that a state can be moved with, in the order in which a form has them. */
public final class LabControls {
  private static final double KG_PER_TONNE = 1_000;
  private static final int FACTOR = 4;
  private static final int EXPORTERS = 3;
  private static final int DIGITS = 4;
  private static final double USUAL_USD_PER_KG = 10;
  private static final double SMALLEST_RELEASE = 10;
  private static final double MONTHS_A_YEAR = 12;

  private final LabState state;
  private final LabWords words;
  private final Messages messages;
  private final Scenario scenario;

  private LabControls(LabState state, LabWords words, Messages messages) {
    this.state = state;
    this.words = words;
    this.messages = messages;
    scenario = words.scenario(state);
  }

  /**
   * A heading and the controls under it.
   *
   * @param isRare whether it is for few users, so that a form may fold it
   */
  public record Group(String title, boolean isRare, List<LabControl> controls) {
    public Group {
      controls = List.copyOf(controls);
    }
  }

  /**
   * The controls of a state.
   *
   * @param messages in the language of the form
   * @throws IllegalArgumentException if the state names what the world does not have
   */
  public static List<Group> list(LabState state, LabWords words, Messages messages) {
    return new LabControls(state, words, messages).groups();
  }

  private String say(String key, Object... arguments) {
    return messages.say(key, arguments);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(say("lever.question"), false, List.of(product(), from())));
    groups.add(new Group(say("lever.floors"), false, floors()));
    groups.add(new Group(say("lever.licences"), false, licences()));
    groups.add(new Group(say("lever.stock"), false, releases()));
    groups.add(new Group(say("lever.time"), false, List.of(horizon(), vintage())));
    partners()
        .ifPresent(joining -> groups.add(new Group(say("lever.partners"), true, List.of(joining))));
    projects()
        .ifPresent(
            projects -> groups.add(new Group(say("lever.projects"), true, List.of(projects))));
    List<LabControl> along = along();
    if (!along.isEmpty()) {
      groups.add(new Group("", false, along));
    }
    return groups;
  }

  private LabControl product() {
    return new LabControl.One(
        LabKey.ON.word(),
        say("lever.product"),
        false,
        words.products().values().stream()
            .sorted(Comparator.comparing(words::nameOf))
            .map(product ->
                new LabControl.Choice(
                    product.toString(), words.nameOf(product), product.equals(state.on())))
            .toList());
  }

  private LabControl from() {
    return new LabControl.One(
        LabKey.FROM.word(),
        say("lever.from"),
        false,
        words.scenarios().entrySet().stream()
            .map(entry ->
                new LabControl.Choice(
                    entry.getKey(), entry.getValue().title(), entry.getKey().equals(state.from())))
            .toList());
  }

  /** The product that is shown, then the others that a lever moves. */
  private Set<ProductId> products(Set<ProductId> moved) {
    Set<ProductId> products = new LinkedHashSet<>();
    products.add(state.on());
    products.addAll(moved);
    return products;
  }

  private List<LabControl> floors() {
    SortedSet<ProductId> moved = new TreeSet<>(state.floors().keySet());
    moved.addAll(state.gaps().keySet());
    List<LabControl> controls = new ArrayList<>();
    for (ProductId product : products(moved)) {
      Optional<BorderMeasure.PriceFloor> own = ownFloor(product);
      double base =
          words
              .evidence()
              .findBasePrice(product, state.vintage().orElse(scenario.priceVintage()))
              .map(price -> price.usdPerTonne().central() / KG_PER_TONNE)
              .orElse(USUAL_USD_PER_KG);
      OptionalDouble ownUsd =
          own.map(floor -> OptionalDouble.of(floor.usdPerTonne().central() / KG_PER_TONNE))
              .orElse(OptionalDouble.empty());
      controls.add(
          new LabControl.Amount(
              LabKey.FLOOR.word() + "." + product,
              say("lever.floor", words.nameOf(product)),
              "USD/kg",
              say("lever.floor.spoken"),
              value(state.floors().get(product)),
              ownUsd.isPresent() ? Cell.number(ownUsd.getAsDouble(), DIGITS) : say("lever.none"),
              ownUsd.orElse(base),
              LabState.MOST_USD_PER_KG,
              LabControl.Steps.between(base / FACTOR, base * FACTOR)));
      controls.add(gap(product, own));
    }
    return controls;
  }

  private Optional<BorderMeasure.PriceFloor> ownFloor(ProductId product) {
    return scenario.measures().stream()
        .filter(BorderMeasure.PriceFloor.class::isInstance)
        .map(BorderMeasure.PriceFloor.class::cast)
        .filter(floor -> floor.terms().products().contains(product))
        .findFirst();
  }

  private LabControl gap(ProductId product, Optional<BorderMeasure.PriceFloor> own) {
    GapGoesTo usual = own.map(BorderMeasure.PriceFloor::gapGoesTo).orElse(GapGoesTo.IMPORTER);
    GapGoesTo now = Optional.ofNullable(state.gaps().get(product)).orElse(usual);
    List<LabControl.Choice> choices = new ArrayList<>();
    for (GapGoesTo who : List.of(GapGoesTo.IMPORTER, GapGoesTo.EXPORTER)) {
      String word = Words.of(who);
      choices.add(
          new LabControl.Choice(who == usual ? "" : word, say("lever.gap." + word), who == now));
    }
    return new LabControl.One(LabKey.GAP.word() + "." + product, say("lever.gap"), true, choices);
  }

  private List<LabControl> licences() {
    Set<LabState.Exports> trades = new LinkedHashSet<>();
    for (CountryCode exporter : exporters()) {
      trades.add(new LabState.Exports(exporter.alpha3(), Optional.empty(), state.on()));
    }
    trades.addAll(state.kept().keySet());
    List<LabControl> controls = new ArrayList<>();
    for (LabState.Exports trade : trades) {
      controls.add(
          new LabControl.Amount(
              LabKey.KEEP.word() + "." + trade,
              keeps(trade),
              say("lever.keep.unit"),
              say("lever.keep.spoken"),
              value(state.kept().get(trade)),
              say("lever.as-is"),
              1,
              1,
              new LabControl.Steps(0, 0.01, 100)));
    }
    return controls;
  }

  private String keeps(LabState.Exports trade) {
    String by = words.nameOf(trade.by());
    String to = trade.to().map(words::nameOf).orElse(say("lever.alliance"));
    return trade.product().equals(state.on())
        ? say("lever.keep", by, to)
        : say("lever.keep.product", by, words.nameOf(trade.product()), to);
  }

  /** Those outside the alliance that make most of the product. */
  private List<CountryCode> exporters() {
    SortedSet<CountryCode> members = words.members(scenario);
    return words.evidence().flows().stream()
        .filter(flow -> flow.product().equals(state.on()))
        .filter(flow -> !flow.exporter().equals(flow.importer()))
        .filter(flow -> !members.contains(flow.exporter()) && members.contains(flow.importer()))
        .collect(
            Collectors.groupingBy(
                flow -> flow.exporter(),
                TreeMap::new,
                Collectors.summingDouble(flow -> flow.tonnes())))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<CountryCode, Double>comparingByValue().reversed())
        .filter(entry -> words.places().contains(entry.getKey().alpha3()))
        .limit(EXPORTERS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<LabControl> releases() {
    List<LabControl> controls = new ArrayList<>();
    for (ProductId product : products(state.released().keySet())) {
      SortedSet<CountryCode> members = words.members(scenario);
      double imports =
          words.evidence().flows().stream()
              .filter(flow -> flow.product().equals(product))
              .filter(
                  flow -> members.contains(flow.importer()) && !members.contains(flow.exporter()))
              .mapToDouble(flow -> flow.tonnes())
              .sum();
      controls.add(
          new LabControl.Amount(
              LabKey.RELEASE.word() + "." + product,
              say("lever.release", words.nameOf(product)),
              "t",
              say("lever.release.spoken"),
              value(state.released().get(product)),
              "0",
              0,
              LabState.MOST_TONNES,
              LabControl.Steps.between(0, Math.max(SMALLEST_RELEASE, imports))));
    }
    return controls;
  }

  private LabControl horizon() {
    Scenario.Horizon now = state.horizon().orElse(scenario.horizon());
    return new LabControl.One(
        LabKey.HORIZON.word(),
        say("lever.horizon"),
        true,
        LabState.HORIZONS.stream()
            .map(entry ->
                new LabControl.Choice(
                    entry.getValue().equals(scenario.horizon()) ? "" : entry.getKey(),
                    inWords(entry.getValue()),
                    entry.getValue().equals(now)))
            .toList());
  }

  private String inWords(Scenario.Horizon time) {
    double months = time.months();
    return months <= MONTHS_A_YEAR
        ? say("lever.months", Cell.number(months, 2))
        : say("lever.years", Cell.number(months / MONTHS_A_YEAR, 2));
  }

  private LabControl vintage() {
    String now = state.vintage().orElse(scenario.priceVintage());
    return new LabControl.One(
        LabKey.VINTAGE.word(),
        say("lever.vintage"),
        true,
        LabWords.VINTAGES.stream()
            .map(vintage ->
                new LabControl.Choice(
                    vintage.equals(scenario.priceVintage()) ? "" : vintage,
                    inWords(vintage),
                    vintage.equals(now)))
            .toList());
  }

  private String inWords(String vintage) {
    return switch (vintage) {
      case Scenario.PRE_CONTROL -> say("lever.vintage.before");
      case Scenario.LATEST -> say("lever.vintage.latest");
      default -> say("lever.vintage.of", vintage.replace("base", ""));
    };
  }

  /** Those with a tie to the framework of cooperation, and those that joined. */
  private Optional<LabControl> partners() {
    SortedSet<CountryCode> inside = words.members(scenario);
    SortedSet<String> codes = new TreeSet<>(state.partners());
    words.evidence().partners().stream()
        .filter(partner -> partner.tie() == Partner.Tie.SIGNED)
        .map(Partner::country)
        .filter(country -> !inside.contains(country))
        .map(CountryCode::alpha3)
        .filter(code -> words.places().contains(code))
        .forEach(code -> codes.add(code));
    List<LabControl.Choice> choices =
        codes.stream()
            .sorted(Comparator.comparing(words::nameOf))
            .map(code ->
                new LabControl.Choice(code, words.nameOf(code), state.partners().contains(code)))
            .toList();
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabControl.Several(LabKey.IN.word(), say("lever.outside"), choices));
  }

  private Optional<LabControl> projects() {
    List<LabControl.Choice> choices = new ArrayList<>();
    for (Project project : words.projects().values()) {
      Optional<Integer> year = state.built().getOrDefault(project.id(), Optional.empty());
      boolean isBuilt = state.built().containsKey(project.id());
      ProductId product = project.product().orElseThrow();
      if (isBuilt || product.commodity().equals(state.on().commodity())) {
        choices.add(
            new LabControl.Choice(
                project.id() + year.map(y -> "@" + y).orElse(""),
                inWords(project, product, year),
                isBuilt));
      }
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabControl.Several(LabKey.BUILD.word(), say("lever.stand"), choices));
  }

  private String inWords(Project project, ProductId product, Optional<Integer> year) {
    String where = words.nameOf(project.country().orElseThrow().alpha3());
    String what = words.nameOf(product);
    String tonnes = Cell.number(project.capacityTonnesPerYear().orElseThrow(), Cell.DIGITS);
    return year.map(y -> say("lever.project.from", project.name(), where, what, tonnes, y))
        .orElseGet(() -> say("lever.project", project.name(), where, what, tonnes));
  }

  private List<LabControl> along() {
    List<LabControl> along = new ArrayList<>();
    if (!state.more().isEmpty()) {
      along.add(
          new LabControl.Along(LabKey.MORE.word(), PackedText.pack(state.more()).orElseThrow()));
    }
    if (!state.world().isEmpty()) {
      along.add(new LabControl.Along(LabKey.WORLD.word(), state.world()));
    }
    return along;
  }

  private static OptionalDouble value(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
