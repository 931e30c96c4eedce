package org.plimsoll.planner.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure.ExportLicence;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/**
 * A past shock put to the market of the base year: the share of outside supply that was lost is
 * taken away there, whatever the restricting country's share is today. A restriction licenses the
 * rest of its exports to all; a loss of output lowers capacity; fear takes nothing away.
 */
final class ShockCase {
  private final Evidence world;
  private final ShockOutcome outcome;
  private final ProductId product;
  private final SortedMap<String, Interval> parameters;

  /**
   * What the market answers.
   *
   * @param multiple price outside the restricting countries over its base
   * @param insideMultiple the same inside; empty if nothing is delivered there
   * @param isAtCeiling whether some use outside goes unserved
   * @param lostShare share of outside supply that could be taken away: less than asked for where
   *     the restricting country sells less today
   */
  record Answer(
      double multiple, OptionalDouble insideMultiple, boolean isAtCeiling, double lostShare) {
    /** Net of the rise inside, for controls. */
    double net(ShockOutcome.Kind kind) {
      return kind == ShockOutcome.Kind.EXPORT_CONTROL && insideMultiple.isPresent()
          ? multiple / Math.max(1, insideMultiple.getAsDouble())
          : multiple;
    }
  }

  /**
   * @param outcome that is scored
   * @param parameters overrides of the world's parameters by name
   */
  ShockCase(Evidence world, ShockOutcome outcome, SortedMap<String, Interval> parameters) {
    this.world = world;
    this.outcome = outcome;
    this.parameters = parameters;
    product = outcome.product().orElseThrow();
  }

  /** The answer in a draw; empty if the market is not solved. */
  Optional<Answer> in(ParameterDraw draw) {
    Market market = Market.ofChain(world, scenario(), draw, product);
    Equilibrium base = market.base();
    double share =
        draw.value("shock", ShockBacktest.key(outcome), outcome.lostShare().orElseThrow());
    Shock shock = shock(base, share);
    if (!(Answers.once(market.with(List.of(shock.measure())))
        instanceof Outcome.Converged solved)) {
      return Optional.empty();
    }
    Equilibrium after = solved.equilibrium();
    List<CountryCode> inside = outcome.restrictors();
    List<CountryCode> outside =
        base.listCountries(product).stream().filter(c -> !inside.contains(c)).toList();
    OptionalDouble multiple =
        ratio(after.deliveredPrice(product, outside), base.deliveredPrice(product, outside));
    if (multiple.isEmpty()) {
      return Optional.empty();
    }
    boolean isAtCeiling =
        after.listCountries(product).stream()
            .filter(country -> !inside.contains(country))
            .anyMatch(
                country -> after.unserved(product, country) > 1e-6 * base.use(product, country));
    return Optional.of(
        new Answer(
            multiple.getAsDouble(),
            ratio(after.deliveredPrice(product, inside), base.deliveredPrice(product, inside)),
            isAtCeiling,
            shock.lostShare()));
  }

  private static OptionalDouble ratio(OptionalDouble after, OptionalDouble before) {
    return after.isPresent() && before.isPresent()
        ? OptionalDouble.of(after.getAsDouble() / before.getAsDouble())
        : OptionalDouble.empty();
  }

  /** What takes the share away, and how much of it. */
  private record Shock(Measure measure, double lostShare) {}

  private Shock shock(Equilibrium base, double share) {
    return switch (outcome.kind()) {
      case EXPORT_CONTROL -> restriction(base, share);
      case OUTPUT_LOSS -> loss(base, share);
      case FEAR, DEMAND -> new Shock(licence(products(), 1), 0);
    };
  }

  private List<ProductId> products() {
    List<ProductId> products = new ArrayList<>(List.of(product));
    products.addAll(outcome.also());
    return products;
  }

  /** Licences for what is left of exports when the share of outside use is gone: θ = 1 − s U/E. */
  private Shock restriction(Equilibrium base, double share) {
    double use = 0;
    double exports = 0;
    for (ProductId each : products()) {
      for (Route route : base.listRoutes(each)) {
        boolean leaves =
            outcome.restrictors().contains(route.from())
                && !outcome.restrictors().contains(route.to());
        exports += leaves ? route.tonnes() : 0;
      }
      for (CountryCode country : base.listCountries(each)) {
        if (!outcome.restrictors().contains(country)) {
          use += base.use(each, country) + base.inputUse(each, country);
          // What is made of a restricted product counts once.
          use -= outcome.also().contains(each) ? base.output(each, country) : 0;
        }
      }
    }
    double most = use > 0 ? exports / use : 0;
    double kept = most > 0 ? Math.max(0, 1 - share / most) : 0;
    return new Shock(licence(products(), kept), Math.min(share, most));
  }

  /** Capacity lost where it was; of all makers alike where that country makes too little today. */
  private Shock loss(Equilibrium base, double share) {
    double world = 0;
    double there = 0;
    for (CountryCode country : base.listCountries(product)) {
      double output = base.output(product, country);
      world += output;
      there += outcome.restrictors().contains(country) ? output : 0;
    }
    boolean isEnough = there > share * world;
    double kept = 1 - (isEnough ? share * world / there : share);
    Change factor = new Change.Times(Interval.exactly(kept));
    Terms terms =
        isEnough ? terms(List.of(product), from()) : terms(List.of(product), Parties.UNNAMED);
    return new Shock(new CapacityChange(terms, factor), share);
  }

  private Measure licence(List<ProductId> products, double kept) {
    return new ExportLicence(terms(products, from()), Interval.exactly(kept));
  }

  private Parties from() {
    return Parties.of(
        outcome.restrictors().stream().map(CountryCode::alpha3).toArray(String[]::new));
  }

  private Terms terms(List<ProductId> products, Parties from) {
    return new Terms(
        "shock",
        products,
        from,
        Parties.UNNAMED,
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        outcome.shareSource());
  }

  private Scenario scenario() {
    return new Scenario(
        "shock",
        outcome.episode(),
        LocalDate.of(world.baseYear(), 12, 31),
        Scenario.Horizon.nearest(ShockBacktest.months(outcome)),
        "base" + world.baseYear(),
        new Alliance("nobody", List.of()),
        false,
        false,
        List.of(),
        0,
        parameters);
  }
}
