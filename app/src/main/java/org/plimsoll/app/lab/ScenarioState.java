package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Finds the state of the Lab that asks what a scenario asks: the scenario of {@code scenarios/}
 * that it extends, a lever for each measure that has one, the others in words.
 *
 * <p>Law: for a state whose measures in words have no lever of their own, the state of {@code
 * LabCase.of(state).scenario()} is {@code state}, but for the years of projects and the world.
 */
final class ScenarioState {
  private static final double KG_PER_TONNE = 1_000;

  /** A measure on more products than these stays in words: nobody wants so many levers. */
  private static final int MOST_LEVERS = 12;

  private final LabWords words;
  private final ProductId on;
  private final String from;
  private final Scenario base;
  private final Scenario asked;
  private final SortedMap<ProductId, Double> floors = new TreeMap<>();
  private final SortedMap<ProductId, GapGoesTo> gaps = new TreeMap<>();
  private final SortedMap<LabState.Exports, Double> kept = new TreeMap<>();
  private final SortedMap<String, Optional<Integer>> built = new TreeMap<>();
  private final SortedMap<ProductId, Double> released = new TreeMap<>();
  private final List<Measure> more = new ArrayList<>();

  private ScenarioState(LabWords words, ProductId on, String from, Scenario asked) {
    this.words = words;
    this.on = on;
    this.from = from;
    this.asked = asked;
    base = words.scenario(LabState.of(on, from));
  }

  /**
   * The state that asks what a scenario asks.
   *
   * @param on the product that is shown
   * @param from the scenario that levers are to be laid on
   * @return empty if levers cannot make the one of the other
   */
  static Optional<LabState> of(ProductId on, String from, Scenario asked, LabWords words) {
    ScenarioState found = new ScenarioState(words, on, from, asked);
    return found.whatNoLeverHas().isEmpty() ? found.state() : Optional.empty();
  }

  /** Keys of a scenario file in which the two differ, and that no lever moves. */
  static List<String> whatNoLeverHas(String from, Scenario asked, LabWords words) {
    return new ScenarioState(words, words.usualProduct(), from, asked).whatNoLeverHas();
  }

  private List<String> whatNoLeverHas() {
    List<String> keys = new ArrayList<>();
    if (!base.asOf().equals(asked.asOf())) {
      keys.add("asOf");
    }
    if (!base.horizon().equals(asked.horizon())
        && LabState.HORIZONS.stream().noneMatch(h -> h.getValue().equals(asked.horizon()))) {
      keys.add("horizon");
    }
    if (!base.priceVintage().equals(asked.priceVintage())
        && !LabWords.VINTAGES.contains(asked.priceVintage())) {
      keys.add("priceVintage");
    }
    if (partners().isEmpty() || base.zeroInternalTariffs() != asked.zeroInternalTariffs()) {
      keys.add("alliance");
    }
    if (base.controlsInForce() != asked.controlsInForce()) {
      keys.add("controls");
    }
    if (base.stockpileBudgetUsd() != asked.stockpileBudgetUsd()) {
      keys.add("stockpile");
    }
    if (!base.parameters().equals(asked.parameters())) {
      keys.add("parameters");
    }
    return keys;
  }

  /**
   * Who has joined; empty if the alliance is not the base's with partners that joined on its date.
   */
  private Optional<SortedSet<String>> partners() {
    Alliance before = base.alliance();
    List<Alliance.Member> joined = new ArrayList<>(asked.alliance().members());
    boolean isExtended = before.id().equals(asked.alliance().id());
    for (Alliance.Member member : before.members()) {
      isExtended &= joined.remove(member);
    }
    isExtended &=
        joined.stream().allMatch(m -> m.from().equals(asked.asOf()) && m.until().isEmpty());
    return isExtended
        ? Optional.of(
            joined.stream()
                .map(Alliance.Member::party)
                .collect(Collectors.toCollection(TreeSet::new)))
        : Optional.empty();
  }

  private Optional<LabState> state() {
    layLevers();
    Optional<LabState> withLevers = built().filter(this::isSame);
    if (withLevers.isPresent()) {
      return withLevers;
    }
    floors.clear();
    gaps.clear();
    kept.clear();
    built.clear();
    released.clear();
    more.clear();
    Set<Measure> before = unnamed(base.measures());
    asked.measures().stream()
        .filter(measure -> !before.containsAll(unnamed(List.of(measure))))
        .forEach(more::add);
    return built().filter(this::isSame);
  }

  private void layLevers() {
    Set<Measure> before = unnamed(base.measures());
    Set<Measure> wanted = unnamed(asked.measures());
    List<Measure> lacking = new ArrayList<>(single(base.measures()));
    lacking.removeIf(measure -> wanted.contains(unnamed(measure)));
    for (Measure whole : asked.measures()) {
      List<Measure> parts = new ArrayList<>(single(List.of(whole)));
      parts.removeIf(part -> before.contains(unnamed(part)));
      boolean isMany = parts.size() > MOST_LEVERS;
      List<Measure> rest = parts.stream().filter(part -> isMany || !isLever(part)).toList();
      if (!rest.isEmpty()) {
        List<ProductId> products =
            rest.stream().flatMap(part -> part.terms().products().stream()).toList();
        more.add(LabCase.on(whole, whole.terms().withProducts(products)));
      }
    }
    lacking.forEach(this::takeAway);
  }

  /** Lays the lever that a measure is; false if it is none. */
  private boolean isLever(Measure measure) {
    ProductId product = measure.terms().products().getFirst();
    return switch (measure) {
      case BorderMeasure.PriceFloor floor ->
          !floors.containsKey(product) && isFloor(product, floor);
      case BorderMeasure.ExportBan _ -> isLicence(measure, 0);
      case BorderMeasure.ExportLicence licence -> isLicence(measure, licence.share().central());
      case SupplyMeasure.CapacityChange _ -> isProject(measure);
      case StockMeasure.StockRelease release ->
          isAsLaid(measure, released, product, release.tonnes().central());
      case BorderMeasure _, SupplyMeasure _, StockMeasure _ -> false;
      case org.plimsoll.model.policy.DemandMeasure _ -> false;
    };
  }

  private boolean isFloor(ProductId product, BorderMeasure.PriceFloor floor) {
    double usd = floor.usdPerTonne().central() / KG_PER_TONNE;
    if (isAsLaid(floor, floors, product, usd)) {
      return true;
    }
    gaps.put(product, floor.gapGoesTo());
    if (isAsLaid(floor, floors, product, usd)) {
      return true;
    }
    gaps.remove(product);
    return false;
  }

  private boolean isLicence(Measure measure, double share) {
    Optional<LabState.Exports> trade = trade(measure.terms());
    return trade.isPresent() && isAsLaid(measure, kept, trade.get(), share);
  }

  /** Whose exports to whom a measure is about, if that is something a lever says. */
  private Optional<LabState.Exports> trade(Terms terms) {
    return words.places().stream()
        .filter(code -> terms.from().equals(Parties.of(code)))
        .findFirst()
        .flatMap(by ->
            terms.to().equals(Parties.of(asked.alliance().id()))
                ? Optional.of(new LabState.Exports(by, Optional.empty(), first(terms)))
                : words.places().stream()
                    .filter(code -> terms.to().equals(Parties.of(code)))
                    .findFirst()
                    .map(to -> new LabState.Exports(by, Optional.of(to), first(terms))));
  }

  private static ProductId first(Terms terms) {
    return terms.products().getFirst();
  }

  private boolean isProject(Measure measure) {
    String row = measure.terms().source();
    return words.projects().containsKey(row) && isAsLaid(measure, built, row, Optional.empty());
  }

  /** Lays one lever, and takes it back if it is not the measure. */
  private <K, V> boolean isAsLaid(Measure measure, SortedMap<K, V> levers, K key, V value) {
    if (levers.containsKey(key)) {
      return false;
    }
    levers.put(key, value);
    boolean isIt;
    try {
      List<Measure> laid = LabCase.of(bare(""), words).levers();
      isIt = laid.stream().anyMatch(lever -> unnamed(lever).equals(unnamed(measure)));
    } catch (IllegalArgumentException outOfRange) {
      isIt = false;
    }
    if (!isIt) {
      levers.remove(key);
    }
    return isIt;
  }

  /** Moves the lever that takes a measure of the base away, if there is one. */
  private void takeAway(Measure measure) {
    ProductId product = measure.terms().products().getFirst();
    if (measure instanceof BorderMeasure.PriceFloor) {
      floors.putIfAbsent(product, 0.0);
    } else if (measure instanceof BorderMeasure.ExportRestriction) {
      trade(measure.terms()).ifPresent(trade -> kept.putIfAbsent(trade, 1.0));
    }
  }

  private Optional<LabState> built() {
    try {
      return Optional.of(bare(more.isEmpty() ? "" : text()));
    } catch (IllegalArgumentException tooLong) {
      return Optional.empty();
    }
  }

  private LabState bare(String text) {
    return new LabState(
        on,
        from,
        floors,
        gaps,
        kept,
        partners().orElse(Collections.emptySortedSet()),
        built,
        released,
        Optional.of(asked.horizon()).filter(time -> !time.equals(base.horizon())),
        Optional.of(asked.priceVintage()).filter(prices -> !prices.equals(base.priceVintage())),
        text,
        "");
  }

  /** The measures without a lever, as a list of a scenario file. */
  private String text() {
    Scenario alone =
        LabText.bare(asked).withMeasures(more.stream().map(ScenarioState::named).toList());
    String printed = ScenarioFile.print(alone);
    String head = "\nmeasures:\n";
    return printed
        .substring(printed.indexOf(head) + head.length())
        .lines()
        .map(line -> line.replaceFirst("^ {2}", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** What is not a lever must not be called as one. */
  private static Measure named(Measure measure) {
    String id = measure.terms().id();
    return id.startsWith(LabCase.LEVER)
        ? LabCase.on(measure, named(measure.terms(), id.substring(LabCase.LEVER.length())))
        : measure;
  }

  private boolean isSame(LabState state) {
    Scenario laid = LabCase.of(state, words).scenario();
    return unnamed(laid.measures()).equals(unnamed(asked.measures()))
        && new LinkedHashSet<>(laid.alliance().members())
            .equals(new LinkedHashSet<>(asked.alliance().members()));
  }

  private static Set<Measure> unnamed(List<Measure> measures) {
    return single(measures).stream()
        .map(ScenarioState::unnamed)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What a market makes of a measure: who says so, and how it is called, does not matter. */
  private static Measure unnamed(Measure measure) {
    Terms t = measure.terms();
    return LabCase.on(
        measure,
        new Terms(
            "",
            t.products(),
            t.from(),
            t.to(),
            t.exempt(),
            t.start(),
            t.end(),
            Status.ASSUMED,
            ""));
  }

  private static Terms named(Terms t, String id) {
    return new Terms(
        id, t.products(), t.from(), t.to(), t.exempt(), t.start(), t.end(), t.status(), t.source());
  }

  /** Each measure on one product, where a lever could take its place. */
  private static List<Measure> single(List<Measure> measures) {
    return measures.stream()
        .flatMap(measure ->
            measure.terms().products().size() == 1 || !isSplit(measure)
                ? Stream.of(measure)
                : measure.terms().products().stream()
                    .map(p -> LabCase.on(measure, measure.terms().withProducts(List.of(p)))))
        .toList();
  }

  private static boolean isSplit(Measure measure) {
    return measure instanceof BorderMeasure.PriceFloor
        || measure instanceof BorderMeasure.ExportRestriction;
  }
}
