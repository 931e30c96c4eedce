package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.drawing.LadderLayer;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.market.world.Market;

/**
 * The drawings of an answer: the chain before and now, the map of the product's trade, its prices.
 */
public final class LabPictures {
  private static final Group MEMBERS = new Group("members", Tone.BLUE);
  private static final Group RESTRICTING = new Group("restricting exporters", Tone.ORANGE);
  private static final double FOLD_BELOW = 0.02;

  // Panels of the chain.
  private static final int BEFORE = 0;
  private static final int NOW = 1;
  private static final int FIRST_NOW = 2;
  private static final int FIRST_BEFORE = 3;

  private static final int ARROWS = 40;
  private static final int LABELS = 8;

  /** A flow below this share of the largest is no arrow that anyone could see. */
  private static final double LEAST_ARROW = 0.002;

  /** Flows that differ by less than this share of the largest are the same. */
  private static final double SAME = 1e-6;

  private static final double MEGATONNES_FROM = 1e7;
  private static final double KILOTONNES_FROM = 1e6;

  private final LabWords words;
  private final ProductId on;
  private final Scenario scenario;
  private final Equilibrium before;
  private final Equilibrium after;
  private final Grade grade;
  private final List<ProductId> stages;
  private final SortedSet<CountryCode> members;
  private final SortedMap<String, Group> groups = new TreeMap<>();

  /** Measures on the market, controls in force among them. */
  private final List<Measure> measures;

  LabPictures(
      LabWords words,
      ProductId on,
      Scenario scenario,
      Market market,
      Equilibrium before,
      Equilibrium after,
      Grade grade) {
    this.words = words;
    this.on = on;
    this.scenario = scenario;
    this.before = before;
    this.after = after;
    this.grade = grade;
    measures = market.listMeasures();
    members = words.members(scenario);
    stages =
        market.listProducts().stream()
            .filter(product -> product.commodity().equals(on.commodity()))
            .filter(product -> !before.listRoutes(product).isEmpty())
            .toList();
    for (ProductId stage : stages) {
      restrictors(stage).forEach(country -> groups.put(country.alpha3(), RESTRICTING));
    }
    members.forEach(country -> groups.put(country.alpha3(), MEMBERS));
  }

  private SortedSet<CountryCode> restrictors(ProductId product) {
    Membership membership =
        new Membership(words.evidence(), List.of(scenario.alliance()), scenario.asOf());
    return PriceSides.restrictors(product, measures, membership, scenario.asOf());
  }

  /** From makers to users, without levers and with them; empty where nothing flows. */
  public Optional<Sankey> chain() {
    return chain(LabBeside.NOTHING);
  }

  /**
   * The same with what is kept as A as a third panel, and as a fourth what that had without levers
   * if it is another chain.
   */
  public Optional<Sankey> chain(LabBeside beside) {
    if (stages.isEmpty()) {
      return Optional.empty();
    }
    List<Sankey.Panel> panels = new ArrayList<>();
    panels.add(new Sankey.Panel("Before: without levers", links(before)));
    panels.add(new Sankey.Panel("Now", links(after)));
    beside
        .first()
        .flatMap(LabAnswer::pictures)
        .ifPresent(a -> {
          panels.add(new Sankey.Panel("A", links(a.after)));
          if (stages.stream().anyMatch(stage -> isOther(stage, before, a.before))) {
            panels.add(new Sankey.Panel("A before", links(a.before)));
          }
        });
    List<String> heads = new ArrayList<>(stages.stream().map(words::nameOf).toList());
    heads.add("Use");
    return Optional.of(
        new Sankey(
            "From makers to users, before and now",
            heads,
            panels,
            unit(),
            groups,
            words.names(),
            FOLD_BELOW));
  }

  /** The chain without levers by itself, with what A had outlined behind it. */
  public Optional<Drawing> chainBefore(LabBeside beside) {
    return chain(beside).map(chain -> alone(chain, BEFORE, FIRST_BEFORE));
  }

  /** The chain now by itself, with A outlined behind it. */
  public Optional<Drawing> chainNow(LabBeside beside) {
    return chain(beside).map(chain -> alone(chain, NOW, FIRST_NOW));
  }

  /** Whether trade in a product is another, by more than the search leaves open. */
  private static boolean isOther(ProductId product, Equilibrium here, Equilibrium there) {
    List<Route> mine = here.listRoutes(product);
    List<Route> other = there.listRoutes(product);
    double largest = mine.stream().mapToDouble(Route::tonnes).max().orElse(0);
    return mine.size() != other.size()
        || IntStream.range(0, mine.size())
            .anyMatch(i ->
                !mine.get(i).from().equals(other.get(i).from())
                    || !mine.get(i).to().equals(other.get(i).to())
                    || Math.abs(mine.get(i).tonnes() - other.get(i).tonnes()) > SAME * largest);
  }

  private static Drawing alone(Sankey chain, int panel, int other) {
    return other < chain.panels().size() ? chain.alone(panel, other) : chain.alone(panel);
  }

  private List<Sankey.Link> links(Equilibrium state) {
    List<Sankey.Link> links = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      for (Route route : state.listRoutes(stages.get(i))) {
        links.add(
            new Sankey.Link(
                i, route.from().alpha3(), route.to().alpha3(), Math.max(0, route.tonnes()), grade));
      }
    }
    return links;
  }

  private Unit unit() {
    double most =
        stages.stream()
            .mapToDouble(p -> before.listRoutes(p).stream().mapToDouble(Route::tonnes).sum())
            .max()
            .orElse(0);
    return most >= MEGATONNES_FROM
        ? Unit.MEGATONNES
        : most >= KILOTONNES_FROM ? Unit.KILOTONNES : Unit.TONNES;
  }

  /** Who sells the product to whom now. */
  public WorldMap map() {
    return map(LabBeside.NOTHING);
  }

  /** The same with the trade of A outlined. */
  public WorldMap map(LabBeside beside) {
    return map("now", beside, pictures -> pictures.after);
  }

  /** Who sells the product to whom without levers, with what A had outlined if that is another. */
  public WorldMap mapBefore(LabBeside beside) {
    return map("without levers", beside, pictures -> pictures.before);
  }

  private WorldMap map(String when, LabBeside beside, Function<LabPictures, Equilibrium> state) {
    Equilibrium shown = state.apply(this);
    return new WorldMap(
        words.nameOf(on) + " between countries, " + when,
        groups,
        arrows(shown),
        "what the user takes of it",
        words.names(),
        LABELS,
        beside
            .first()
            .flatMap(LabAnswer::pictures)
            .filter(a -> isOther(on, shown, state.apply(a)))
            .map(a -> a.arrows(state.apply(a)))
            .orElse(List.of()));
  }

  private List<WorldMap.Arrow> arrows(Equilibrium state) {
    List<Route> routes =
        state.listRoutes(on).stream()
            .filter(route -> !route.from().equals(route.to()))
            .sorted(Comparator.comparingDouble(Route::tonnes).reversed())
            .limit(ARROWS)
            .toList();
    double largest = routes.stream().mapToDouble(Route::tonnes).max().orElse(0);
    return routes.stream()
        .filter(route -> route.tonnes() > LEAST_ARROW * largest)
        .map(route ->
            new WorldMap.Arrow(
                route.from().alpha3(),
                route.to().alpha3(),
                route.tonnes(),
                share(state, route),
                grade,
                groups.getOrDefault(route.from().alpha3(), Group.OTHERS)))
        .toList();
  }

  private OptionalDouble share(Equilibrium state, Route route) {
    double all = state.delivered(on, route.to());
    return all > 0 ? OptionalDouble.of(Math.min(1, route.tonnes() / all)) : OptionalDouble.empty();
  }

  /** The groups that colours tell apart. */
  List<Group> listGroups() {
    return List.of(MEMBERS, RESTRICTING, Group.OTHERS);
  }

  /** The product's prices; empty where there is none to print. */
  public Optional<PriceLadder> prices() {
    return prices(Optional.empty());
  }

  /** The same beside draws and another answer. */
  public Optional<PriceLadder> prices(LabBeside beside) {
    return prices(Optional.of(beside.layer()));
  }

  /** What the alliance pays, USD a tonne; empty where no price is printed. */
  OptionalDouble alliancePrice() {
    return price(members);
  }

  /** What the alliance pays over what it paid without levers; empty where no price is printed. */
  OptionalDouble allianceMultiple() {
    OptionalDouble now = alliancePrice();
    OptionalDouble then = before.deliveredPrice(on, members);
    return now.isPresent() && then.isPresent()
        ? OptionalDouble.of(now.getAsDouble() / then.getAsDouble())
        : OptionalDouble.empty();
  }

  /** What third countries pay, USD a tonne; empty where no price is printed. */
  OptionalDouble thirdCountriesPrice() {
    return price(thirdCountries());
  }

  private SortedSet<CountryCode> thirdCountries() {
    return PriceSides.of(before.listCountries(on), members, restrictors(on)).thirdCountries();
  }

  private Optional<PriceLadder> prices(Optional<LadderLayer> layer) {
    List<PriceLadder.Floor> floors = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure instanceof BorderMeasure.PriceFloor floor
          && floor.terms().products().contains(on)
          && floor.usdPerTonne().central() > 0) {
        floors.add(new PriceLadder.Floor(floor.usdPerTonne().central(), floor.terms().status()));
      }
    }
    Optional<PriceLadder.Rung> base =
        words
            .evidence()
            .findBasePrice(on, scenario.priceVintage())
            .map(price -> new PriceLadder.Rung(price.usdPerTonne(), price.provenance().grade()));
    Optional<PriceLadder.Rung> alliance = rung(members);
    Optional<PriceLadder.Rung> outside = rung(thirdCountries());
    return base.isEmpty() && alliance.isEmpty() && outside.isEmpty() && floors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PriceLadder(
                "Prices with the levers",
                List.of(
                    new PriceLadder.Ladder(
                        words.nameOf(on),
                        Unit.USD_PER_KG,
                        base,
                        alliance,
                        outside,
                        floors,
                        Optional.empty(),
                        layer))));
  }

  private Optional<PriceLadder.Rung> rung(SortedSet<CountryCode> countries) {
    return price(countries).stream()
        .mapToObj(usd -> new PriceLadder.Rung(Interval.exactly(usd), grade))
        .findFirst();
  }

  /** The price that a group pays; none where one of it is at the assumed ceiling. */
  private OptionalDouble price(SortedSet<CountryCode> countries) {
    return countries.stream().anyMatch(c -> after.isAtAssumedCeiling(on, c))
        ? OptionalDouble.empty()
        : after.deliveredPrice(on, countries);
  }
}
