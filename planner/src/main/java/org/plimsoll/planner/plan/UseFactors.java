package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.ActionPlan.FactorState;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Workers;

/**
 * Factors on final use with which what is in force reproduces the latest prices. The base year
 * keeps the last prices before the controls, so that no control meets a price that holds it; for
 * each product one factor, on the final use of all buyers, brings the price that the alliance pays
 * in the status quo to the latest. Products of one chain are met one after another, in rounds,
 * until all hold. A product that no factor brings there keeps its final use.
 */
final class UseFactors {
  /** How near a price counts as met, in logarithms. */
  static final double TOLERANCE = 1e-3;

  /** How near a search goes, so that a price still holds when another product has moved. */
  private static final double NEAR = 2e-4;

  private static final double LN_MOST = StrictMath.log(20);
  private static final double FIRST_STEP = 0.1;
  private static final double LONGEST_STEP = 1;
  private static final int ROUNDS = 40;
  private static final int STEPS = 40;

  /** Beyond these a factor is flagged. */
  private static final double DOUBTFUL_BELOW = 0.5;

  private static final double DOUBTFUL_ABOVE = 2;
  private static final String METHOD = "docs/method/shocks.md";
  private static final String USD_PER_TONNE = "USD/t";
  private static final NoFigure NONE = new NoFigure(PlanContext.MULTIPLE, "none");

  private final Evidence evidence;
  private final Market market;
  private final Region whole;
  private final SolverLimits limits;
  private final Workers workers;

  /** Products in the order of the market. */
  private final List<Target> targets = new ArrayList<>();

  /** Logarithms of the factors. */
  private final Map<ProductId, Double> factors = new TreeMap<>();

  /** Of products that no factor brings to their price, the nearest that was reached. */
  private final Map<ProductId, String> nearest = new TreeMap<>();

  /** A price to be met. */
  private record Target(ProductId product, Price latest, Quantity paid) {
    double aim() {
      return latest.usdPerTonne().central();
    }
  }

  /** A factor's logarithm and the logarithm of the price that it gives over the one aimed at. */
  private record Trial(double ln, double gap) {}

  private UseFactors(
      Evidence evidence,
      Scenario scenario,
      List<Measure> inForce,
      SolverLimits limits,
      Workers workers) {
    this.evidence = evidence;
    this.limits = limits;
    this.workers = workers;
    whole = Bloc.of(evidence, scenario).whole();
    market = Market.of(evidence, scenario.withMeasures(inForce), ParameterDraw.central());
  }

  /**
   * What is in force for a scenario; under the latest prices with the factors that reproduce them.
   *
   * @param inForce controls of the register
   */
  static StatusQuo of(
      Evidence evidence,
      Scenario scenario,
      List<Measure> inForce,
      SolverLimits limits,
      Workers workers) {
    Set<ProductId> controlled = new LinkedHashSet<>();
    inForce.forEach(measure -> controlled.addAll(measure.terms().products()));
    boolean isTwice =
        scenario.priceVintage().equals(Scenario.LATEST)
            && controlled.stream()
                .anyMatch(p -> evidence.findOwnPrice(p, Scenario.PRE_CONTROL).isPresent());
    if (!isTwice) {
      return new StatusQuo(scenario, inForce, List.of(), List.of());
    }
    Scenario before = scenario.withPriceVintage(Scenario.PRE_CONTROL);
    UseFactors search = new UseFactors(evidence, before, inForce, limits, workers);
    Map<ProductId, String> without = search.listTargets(controlled);
    search.meetAll();
    return new StatusQuo(before, inForce, search.shifts(), search.lines(without));
  }

  /**
   * Takes the products that a factor can be asked for.
   *
   * @return of the other products with a control, why not
   */
  private Map<ProductId, String> listTargets(Set<ProductId> controlled) {
    Set<String> commodities = new LinkedHashSet<>();
    controlled.forEach(product -> commodities.add(product.commodity()));
    Attempt today = solve();
    Map<ProductId, String> without = new LinkedHashMap<>();
    for (ProductId product : market.listProducts()) {
      Optional<Price> latest = evidence.findOwnPrice(product, Scenario.LATEST);
      boolean hasBefore = evidence.findOwnPrice(product, Scenario.PRE_CONTROL).isPresent();
      Quantity paid = new Quantity.DeliveredPrice(product, whole);
      if (!controlled.contains(product)
          && !(hasBefore && commodities.contains(product.commodity()) && isUsed(product))) {
        continue;
      }
      if (latest.isEmpty() || !hasBefore) {
        without.put(product, "no price of before its control: its latest stays the base");
      } else if (!isUsed(product)) {
        without.put(product, "no final use of its own: what is made of it decides");
      } else if (today.read(paid) instanceof Reading.Missing missing) {
        without.put(product, missing.why());
      } else {
        targets.add(new Target(product, latest.get(), paid));
        factors.put(product, 0.0);
      }
    }
    return without;
  }

  private boolean isUsed(ProductId product) {
    Equilibrium base = market.base();
    return base.listCountries(product).stream().anyMatch(c -> base.use(product, c) > 0);
  }

  /** Round after round, until every price that a factor can meet is met. */
  private void meetAll() {
    for (int round = 0; round < ROUNDS; round++) {
      targets.forEach(this::meet);
      Attempt all = solve();
      if (targets.stream()
          .allMatch(t -> nearest.containsKey(t.product()) || Math.abs(gap(all, t)) <= TOLERANCE)) {
        return;
      }
    }
  }

  /** Moves the factor of one product, all others as they are, until its price is met. */
  private void meet(Target target) {
    nearest.remove(target.product());
    Trial first = trial(target, factor(target));
    Trial best = first;
    Trial other = first;
    double step = Math.clamp(Math.abs(first.gap()), FIRST_STEP, LONGEST_STEP);
    // A price rises with its use: outwards until it has crossed the one aimed at.
    while (Math.abs(best.gap()) > NEAR
        && first.gap() * other.gap() > 0
        && Math.abs(other.ln()) < LN_MOST) {
      first = other;
      double next = other.ln() - Math.copySign(step, other.gap());
      other = trial(target, Math.clamp(next, -LN_MOST, LN_MOST));
      best = better(best, other);
      step *= 2;
    }
    if (Math.abs(best.gap()) > NEAR && first.gap() * other.gap() < 0) {
      best = better(best, between(target, first, other));
    }
    if (Math.abs(best.gap()) <= TOLERANCE) {
      factors.put(target.product(), best.ln());
    } else {
      factors.put(target.product(), 0.0);
      nearest.put(target.product(), words(target, best));
    }
  }

  /** Regula falsi, the end that stays counted half (Dowell and Jarratt 1971, "Illinois"). */
  private Trial between(Target target, Trial one, Trial other) {
    Trial stays = one;
    Trial moves = other;
    Trial best = better(one, other);
    for (int i = 0; i < STEPS && Math.abs(best.gap()) > NEAR; i++) {
      double ln =
          moves.ln() - moves.gap() * (moves.ln() - stays.ln()) / (moves.gap() - stays.gap());
      Trial next = trial(target, ln);
      if (Double.isNaN(next.gap())) {
        return best;
      }
      stays = next.gap() * moves.gap() < 0 ? moves : new Trial(stays.ln(), stays.gap() / 2);
      moves = next;
      best = better(best, next);
    }
    return best;
  }

  /** What is not solved is worse than what is. */
  private static Trial better(Trial one, Trial other) {
    return Double.isNaN(one.gap()) || Math.abs(other.gap()) < Math.abs(one.gap()) ? other : one;
  }

  private static String words(Target target, Trial best) {
    return Double.isNaN(best.gap())
        ? "the market has no solution at the factors tried"
        : "no factor from %.2f to %.0f does it, best reached %,.0f USD/t"
            .formatted(
                StrictMath.exp(-LN_MOST),
                StrictMath.exp(LN_MOST),
                target.aim() * StrictMath.exp(best.gap()));
  }

  private double factor(Target target) {
    @Nullable Double ln = factors.get(target.product());
    return ln == null ? 0 : ln;
  }

  private Trial trial(Target target, double ln) {
    factors.put(target.product(), ln);
    return new Trial(ln, gap(solve(), target));
  }

  /** The logarithm of what is paid over what is aimed at; no number where nothing is solved. */
  private static double gap(Attempt attempt, Target target) {
    return attempt.read(target.paid()) instanceof Reading.Known paid
        ? StrictMath.log(paid.value() / target.aim())
        : Double.NaN;
  }

  private Attempt solve() {
    return Attempt.of(
        Question.statusQuo(Scenario.PRE_CONTROL),
        market.base(),
        workers.answers().solve(market.and(shifts()), limits, workers.cancelled(), workers.pool()),
        List.of());
  }

  private List<Measure> shifts() {
    List<Measure> shifts = new ArrayList<>();
    factors.forEach((product, ln) -> {
      if (ln != 0) {
        shifts.add(
            new DemandMeasure.DemandShift(
                new Terms(
                    "use-factor-" + product.commodity() + "-" + product.stage(),
                    List.of(product),
                    Parties.UNNAMED,
                    Parties.UNNAMED,
                    Parties.UNNAMED,
                    Optional.empty(),
                    Optional.empty(),
                    Status.DERIVED,
                    METHOD),
                new Change.Times(Interval.exactly(StrictMath.exp(ln)))));
      }
    });
    return shifts;
  }

  private List<ActionPlan.UseFactor> lines(Map<ProductId, String> without) {
    Attempt today = solve();
    List<ActionPlan.UseFactor> lines = new ArrayList<>();
    targets.forEach(target -> lines.add(line(target, today)));
    without.forEach((product, why) -> {
      Quantity paid = new Quantity.DeliveredPrice(product, whole);
      lines.add(line(product, NONE, today.read(paid), why));
    });
    return lines;
  }

  private ActionPlan.UseFactor line(Target target, Attempt today) {
    ProductId product = target.product();
    @Nullable String why = nearest.get(product);
    if (why == null && !(Math.abs(gap(today, target)) <= TOLERANCE)) {
      why = "did not converge in %d rounds with the others of its chain".formatted(ROUNDS);
    }
    Result factor =
        why == null || factor(target) != 0
            ? ours(StrictMath.exp(factor(target)), PlanContext.MULTIPLE, target.latest())
            : NONE;
    return line(product, factor, today.read(target.paid()), why == null ? "" : why);
  }

  private ActionPlan.UseFactor line(ProductId product, Result factor, Reading reached, String why) {
    Optional<Price> before = evidence.findBasePrice(product, Scenario.PRE_CONTROL);
    Optional<Price> latest = evidence.findOwnPrice(product, Scenario.LATEST);
    return new ActionPlan.UseFactor(
        product,
        evidence.findProduct(product).map(Product::name).orElse(product.toString()),
        price(before),
        before.map(Price::date).orElse(""),
        price(latest),
        latest.map(Price::date).orElse(""),
        switch (reached) {
          case Reading.Known known when latest.isPresent() ->
              ours(known.value(), USD_PER_TONNE, latest.get());
          case Reading.Known _ -> new NoFigure(USD_PER_TONNE, "no latest price");
          case Reading.Missing missing -> new NoFigure(USD_PER_TONNE, missing.why());
        },
        factor,
        state(factor, why),
        why);
  }

  private static FactorState state(Result factor, String why) {
    if (!why.isEmpty()) {
      return FactorState.NOT_MET;
    }
    return factor.isBelow(DOUBTFUL_BELOW) || factor.isAbove(DOUBTFUL_ABOVE)
        ? FactorState.DOUBTFUL
        : FactorState.MET;
  }

  private static Result price(Optional<Price> price) {
    return price
        .<Result>map(p -> Figure.read(p.usdPerTonne(), USD_PER_TONNE, p.provenance()))
        .orElseGet(() -> new NoFigure(USD_PER_TONNE, "the world has no price of it"));
  }

  private static Figure ours(double value, String unit, Price aim) {
    return Figure.ofRows(
        Interval.exactly(value),
        unit,
        Grade.C,
        List.of(
            "run " + PlanContext.run(Question.statusQuo(Scenario.PRE_CONTROL)),
            aim.provenance().source().toString(),
            METHOD));
  }
}
