package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Repair;

/**
 * Solves of one market under one draw of its parameters. What is in force (the status quo) stands
 * in every run; each list of further measures is solved once.
 */
final class Runs {
  private final Evidence evidence;
  private final Scenario scenario;
  private final Market market;
  private final Answers answers;
  private final Map<List<Measure>, Attempt> solved = new ConcurrentHashMap<>();

  private Runs(Evidence evidence, Scenario scenario, Market market, Answers answers) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.market = market;
    this.answers = answers;
  }

  /** The central case. */
  static Runs of(Evidence evidence, Scenario scenario) {
    return new Runs(
        evidence,
        scenario,
        Market.of(evidence, scenario, ParameterDraw.central()),
        new Answers(Answers.USUAL_BYTES));
  }

  /** A draw of the parameters, searched for from these runs. */
  Runs drawn(ParameterDraw draw) {
    return new Runs(
        evidence, scenario, Market.of(evidence, scenario, draw).startingFrom(market), answers);
  }

  /** The chain of one product with a parameter moved, searched for from these runs. */
  Runs moved(String parameter, double value, ProductId product) {
    TreeMap<String, Interval> overrides = new TreeMap<>(scenario.parameters());
    overrides.put(parameter, Interval.exactly(value));
    Scenario other = scenario.withParameters(overrides);
    Market chain = Market.ofChain(evidence, other, ParameterDraw.central(), product);
    return new Runs(evidence, other, chain.startingFrom(market), answers);
  }

  /** Why the status quo has no solution; empty if it has one. */
  Optional<String> failure() {
    Attempt attempt = attempt(List.of());
    return attempt.solution().isPresent()
        ? Optional.empty()
        : Optional.of(attempt.certificate().status());
  }

  /** The base year: no measures at all. */
  Solved base() {
    return new Solved("base", market, market.base(), NOTHING_SOLVED);
  }

  private static final Certificate NOTHING_SOLVED = new Certificate(0, 0, 0, 0, 0, "");

  /** What is in force. */
  Solved statusQuo() {
    return also(List.of());
  }

  /**
   * What is in force and these measures.
   *
   * @throws IllegalStateException if it does not converge, naming product, country and what to try
   */
  Solved also(List<? extends Measure> more) {
    return find(more)
        .orElseThrow(() ->
            new IllegalStateException(
                "no solution for "
                    + name(more)
                    + " at prices "
                    + vintage()
                    + "\nMaybe a milder measure, or a higher capacity-headroom"));
  }

  /** The same; empty if it does not converge, which the certificates then say. */
  Optional<Solved> find(List<? extends Measure> more) {
    return attempt(List.copyOf(more)).solution();
  }

  /** Not computed under the map's lock: who asks for something else meanwhile would wait. */
  private Attempt attempt(List<Measure> more) {
    @Nullable Attempt known = solved.get(more);
    if (known == null) {
      known = solve(more);
      solved.put(more, known);
    }
    return known;
  }

  /** Solves these lists of measures, on all cores; nothing depends on their order. */
  void prepare(Collection<? extends List<? extends Measure>> all) {
    find(List.of());
    all.parallelStream().forEach(this::find);
  }

  /** A run and its certificate. */
  private record Attempt(Optional<Solved> solution, ActionPlan.Solve certificate) {}

  private static String name(List<? extends Measure> more) {
    return more.isEmpty()
        ? "status quo"
        : String.join(" + ", more.stream().map(Measure::id).toList());
  }

  private Attempt solve(List<Measure> more) {
    Market changed = market.and(more);
    return switch (answers.solve(changed)) {
      case Outcome.Converged converged -> {
        Certificate certificate = converged.certificate();
        yield new Attempt(
            Optional.of(new Solved(name(more), changed, converged.equilibrium(), certificate)),
            line(name(more), "converged", certificate));
      }
      case Outcome.NotConverged not ->
          new Attempt(
              Optional.empty(),
              line(
                  name(more),
                  "not converged at " + not.product() + " in " + not.country(),
                  new Certificate(not.residual(), 0, 0, not.steps(), 0, "")));
      case Outcome.Infeasible none ->
          new Attempt(
              Optional.empty(),
              line(
                  name(more),
                  "no price clears " + none.product() + " in " + none.country(),
                  NOTHING_SOLVED));
    };
  }

  private static ActionPlan.Solve line(String run, String status, Certificate certificate) {
    return new ActionPlan.Solve(
        run,
        status,
        checked(certificate.largestImbalance(), "1"),
        checked(certificate.largestComplementarity(), "1"),
        checked(certificate.iterations(), "count"));
  }

  private static Figure checked(double value, String unit) {
    return Figure.derived(value, unit, Grade.A, "certificate", "docs/method/market.md");
  }

  /** Certificates of every solve so far, by name. */
  List<ActionPlan.Solve> solves() {
    return solved.values().stream()
        .map(Attempt::certificate)
        .sorted(
            Comparator.comparing(ActionPlan.Solve::run)
                .thenComparing(ActionPlan.Solve::status)
                .thenComparingDouble(s -> s.imbalance().central())
                .thenComparingDouble(s -> s.complementarity().central())
                .thenComparingDouble(s -> s.iterations().central()))
        .toList();
  }

  List<ProductId> products() {
    return market.listProducts();
  }

  SortedSet<CountryCode> countries() {
    SortedSet<CountryCode> countries = new TreeSet<>();
    products().forEach(p -> countries.addAll(market.base().listCountries(p)));
    return countries;
  }

  String vintage() {
    return scenario.priceVintage();
  }

  /** Base price of the vintage, USD/t. */
  double basePrice(ProductId product) {
    return evidence
        .findBasePrice(product, scenario.priceVintage())
        .map(p -> p.usdPerTonne().central())
        .orElseThrow(() ->
            new IllegalArgumentException(
                product + " has no price of vintage " + scenario.priceVintage()));
  }

  String nameOf(CountryCode country) {
    return evidence.findCountry(country).map(Country::name).orElse(country.alpha3());
  }

  String nameOf(String code) {
    return evidence
        .findTerritory(code)
        .map(Evidence.Territory::name)
        .orElseGet(() -> code.matches("[A-Z]{3}") ? nameOf(CountryCode.of(code)) : code);
  }

  /** Credits that the base needed. */
  List<ActionPlan.Repair> repairs() {
    List<ActionPlan.Repair> repairs = new ArrayList<>();
    for (Repair repair : market.listRepairs()) {
      if (repair instanceof Repair.MarginRepair margin) {
        repairs.add(
            new ActionPlan.Repair(
                margin.activity(),
                margin.country().id(),
                Figure.derived(
                    margin.creditUsdPerTonne(),
                    "USD/t",
                    Grade.C,
                    "world/prices.csv",
                    "world/technology.csv",
                    "docs/method/market.md")));
      }
    }
    return repairs;
  }

  /** A number of a solved run about a product. */
  Figure figure(double value, String unit, String run, ProductId product) {
    return figure(Interval.exactly(value), unit, run, product);
  }

  Figure figure(Interval value, String unit, String run, ProductId product) {
    return Figure.derived(
        value,
        unit,
        Grade.C,
        List.of(
            "run " + run,
            "world/trade.csv: " + product,
            "world/parameters.csv",
            "docs/method/market.md"));
  }

  /** A number of a solved run about the whole market. */
  Figure figure(Interval value, String unit, String run) {
    return Figure.derived(
        value,
        unit,
        Grade.C,
        List.of("run " + run, "world/trade.csv", "world/parameters.csv", "docs/method/market.md"));
  }
}
