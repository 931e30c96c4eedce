package org.plimsoll.planner.market.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure.ExportLicence;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Adjoint;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Sensitivities of a market file's answer to every figure in it: curves, stocks, activities, routes
 * that carry something, and the tariffs, floors, quotas and tonnes of its measures.
 *
 * <p>Welfare is held against the market without the measures, so that a figure moves it through
 * both markets: each has its own adjoint system. Where licences, stocks or moved curves take their
 * base from the market without measures, or at a kink, the markets are solved again a little to
 * each side.
 *
 * <p>Long because the adjoint systems of both markets and the way round them, by solving again, are
 * told together.
 */
public final class CaseSensitivities {
  /** Derivatives to both sides of a kink that differ by less, as a share, are the same. */
  private static final double SAME = 1e-6;

  /**
   * What a figure, as it doubles, moves a goal by over the goal's size, beyond which nothing but
   * weak proximal terms holds it.
   */
  private static final double LOOSE = 1e3;

  /** Step in a figure, as a share of its size, where markets are solved again. */
  private static final double STEP = 1e-5;

  /** What moves a goal by less of its size, as the figure doubles, is noise of the search. */
  private static final double NOISE = 1e-5;

  /** Step for rows at one point: no row may turn within it that {@link Adjoint} sees steady. */
  private static final double SMALL_STEP = 1e-7;

  private final MarketCase market;
  private final SolverLimits limits;
  private final Map<String, Goal> goals = new LinkedHashMap<>();
  private final TreeMap<ParameterDraw.Figure, Interval> measured = new TreeMap<>();
  private final Stand centre;
  private final boolean isBaseTaken;
  private final Map<String, Systems> systems = new TreeMap<>();

  private CaseSensitivities(MarketCase market, SolverLimits limits, List<Region> nodes) {
    this.market = market;
    this.limits = limits;
    ParameterDraw draw = ParameterDraw.central().writing(measured);
    centre =
        Stand.find(FileMarket.of(market, draw), market.measures(), Optional.empty(), limits)
            .orElseThrow(() -> new IllegalStateException("the market has no solution"));
    listGoals(nodes);
    isBaseTaken =
        market.measures().stream().anyMatch(CaseSensitivities::takesBase)
            || (centre.hasMeasures()
                && market.products().stream().anyMatch(product -> product.response().isOn()));
  }

  /** Whether a measure is counted from the market without any. */
  private static boolean takesBase(Measure measure) {
    return measure instanceof ExportLicence
        || measure instanceof StockMeasure
        || measure instanceof DemandMeasure
        || (measure instanceof CapacityChange change && change.change() instanceof Change.By);
  }

  /**
   * What each goal hangs on: the mean price and the use of each product, the price at nodes asked
   * for, and the objective or, with measures, the welfare of all.
   *
   * @param goals of each, its sensitivity to each figure that moves it
   * @param leftOut figures with which the market was not solved again, where it had to be
   */
  public record Found(Map<String, List<Sensitivity>> goals, List<String> leftOut) {}

  /**
   * Sensitivities of a market file.
   *
   * @param nodes whose own prices are goals too
   * @throws IllegalStateException if the market has no solution
   */
  public static Found of(MarketCase market, SolverLimits limits, List<Region> nodes) {
    return new CaseSensitivities(market, limits, nodes).list(false);
  }

  /** The same with the market solved again for every figure. */
  static Found again(MarketCase market, SolverLimits limits) {
    return new CaseSensitivities(market, limits, List.of()).list(true);
  }

  private void listGoals(List<Region> nodes) {
    Chain chain = centre.now().solution().chain;
    for (int k = 0; k < chain.products.length; k++) {
      String id = chain.products[k].id().toString();
      if (chain.buyerStart[k] < chain.buyerStart[k + 1]) {
        goals.put("price of " + id, Goal.deliveredPriceBut(chain.products[k].id(), List.of()));
        goals.put("use of " + id, Goal.allUse(chain.products[k].id()));
      }
    }
    for (Region node : nodes) {
      for (int j = 0; j < chain.buyerCount(); j++) {
        ProductId id = chain.products[chain.buyerProduct[j]].id();
        if (chain.buyerCountry[j].equals(node)) {
          goals.put("price of " + id + " at " + node, Goal.deliveredPrice(id, List.of(node)));
        }
      }
    }
    if (!market.measures().isEmpty()) {
      goals.put("welfare", Goal.worldWelfare());
    } else if (CaseObjective.of(centre.now().solution()).value().isPresent()) {
      goals.put("objective", new CaseObjective.Payoff());
    }
  }

  /** A market solved, or its rows at another's unknowns. */
  private record Stage(Regime regime, Unknowns.Point point, Adjoint adjoint) {
    Tally tally() {
      return adjoint.tally();
    }

    Solution solution() {
      return tally().s;
    }

    static Optional<Stage> find(
        FileMarket ready, Regime regime, Optional<Unknowns.Point> start, SolverLimits limits) {
      return ready
          .search(regime, start, limits)
          .map(found -> {
            Unknowns.Point point = found.solver().point();
            return new Stage(regime, point, new Adjoint(regime, point));
          });
    }
  }

  /**
   * The market with its measures and the one without; the same where it has none.
   *
   * @param now with the measures
   * @param before without them
   * @param hasMeasures whether there are any
   */
  private record Stand(Stage now, Stage before, boolean hasMeasures) {
    static Optional<Stand> find(
        FileMarket ready, List<Measure> measures, Optional<Stand> near, SolverLimits limits) {
      Optional<Stage> base =
          Stage.find(ready, ready.without(), near.map(n -> n.before().point()), limits);
      if (base.isEmpty() || measures.isEmpty()) {
        return base.map(alone -> new Stand(alone, alone, false));
      }
      Stage before = base.get();
      Unknowns.Point start = near.map(n -> n.now().point()).orElse(before.point());
      return Stage.find(ready, ready.with(measures, before.tally()), Optional.of(start), limits)
          .map(now -> new Stand(now, before, true));
    }

    boolean isAtKink() {
      return !now.adjoint().listKinks().isEmpty() || !before.adjoint().listKinks().isEmpty();
    }

    boolean isLoose() {
      return now.adjoint().isLoose() || before.adjoint().isLoose();
    }

    /** Whether a buyer that holds stocks pays its base price, where they begin to come out. */
    boolean isAtBasePrice() {
      Solution s = now.solution();
      for (int j = 0; j < s.chain.buyerCount(); j++) {
        Demand.Drawdown stocks = s.chain.privateStock[j];
        double apart = Math.abs(s.buyerPrice[j] - stocks.basePrice());
        if (stocks.tonnes() > 0 && apart < SAME * stocks.basePrice()) {
          return true;
        }
      }
      return false;
    }

    double at(Goal goal) {
      return goal.of(now.tally(), before.tally());
    }
  }

  /**
   * One figure, and how to move it.
   *
   * @param isAtEnd whether it can only rise: a cost or a rate of nothing
   * @param leavesBase whether the market without measures stays as it is
   */
  private record Moved(
      String name,
      String scope,
      Interval range,
      double value,
      double size,
      boolean isAtEnd,
      boolean leavesBase,
      DoubleFunction<FileMarket> by) {
    Sensitivity sensitivity(double[] sides) {
      return new Sensitivity(name, scope, range, value, sides[0], sides[1]);
    }
  }

  private List<Moved> figures() {
    List<Moved> figures = new ArrayList<>();
    measured.forEach((figure, range) -> {
      double value = range.central();
      double size = Math.max(Math.abs(value), range.high() - range.low());
      figures.add(
          new Moved(
              figure.name(),
              OwnWords.scope(figure.scope(), market.measures()),
              range,
              value,
              size > 0 ? size : 1,
              value == 0,
              true,
              step -> FileMarket.of(market, ParameterDraw.central().with(figure, value + step))));
    });
    for (CaseFigures.CaseFigure figure : CaseFigures.of(market, this::isUsed)) {
      figures.add(
          new Moved(
              figure.name(),
              figure.scope(),
              Interval.exactly(figure.value()),
              figure.value(),
              figure.size(),
              figure.isAtEnd(),
              figure.leavesBase(),
              step ->
                  FileMarket.of(
                      figure.with().apply(figure.value() + step), ParameterDraw.central())));
    }
    return figures;
  }

  private boolean isUsed(CaseArc arc) {
    return centre.isAtKink()
        || carries(centre.now().solution(), arc)
        || carries(centre.before().solution(), arc);
  }

  private static boolean carries(Solution s, CaseArc arc) {
    Chain chain = s.chain;
    for (int k = 0; k < chain.products.length; k++) {
      int maker = chain.findMaker(new Node(k, arc.from()));
      int buyer = chain.findBuyer(new Node(k, arc.to()));
      boolean isMeant =
          arc.product().isEmpty() || arc.product().get().equals(chain.products[k].id());
      if (isMeant && maker >= 0 && buyer >= 0 && s.flow(chain.lane(maker, buyer)) > 0) {
        return true;
      }
    }
    return false;
  }

  private Found list(boolean allAgain) {
    Map<String, List<Sensitivity>> found = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    goals.forEach((name, goal) -> {
      found.put(name, new ArrayList<>());
      systems.put(name, new Systems(goal, centre));
    });
    for (Moved figure : figures()) {
      Optional<Map<String, double[]>> slopes =
          allAgain
                  || centre.isLoose()
                  || centre.isAtBasePrice()
                  || (isBaseTaken && !figure.leavesBase())
              ? Optional.empty()
              : atOnce(figure, SMALL_STEP * figure.size());
      slopes
          .or(() -> again(figure, STEP * figure.size()))
          .ifPresentOrElse(
              sides -> add(figure, sides, found),
              () -> leftOut.add(figure.name() + " of " + figure.scope()));
    }
    return new Found(found, leftOut);
  }

  private void add(
      Moved figure, Map<String, double[]> slopes, Map<String, List<Sensitivity>> found) {
    goals.forEach((name, goal) -> {
      double[] sides = Objects.requireNonNull(slopes.get(name));
      double moved = figure.size() * Math.max(Math.abs(sides[0]), Math.abs(sides[1]));
      if (moved > NOISE * scale(goal)) {
        Objects.requireNonNull(found.get(name)).add(figure.sensitivity(sides));
      }
    });
  }

  /** A goal's own size, or, of sums of money, that of what is bought. */
  private double scale(Goal goal) {
    Tally now = centre.now().tally();
    if (!(goal instanceof CaseObjective.Payoff) && !goal.isAgainstBase()) {
      return Math.abs(centre.at(goal));
    }
    double paid = 0;
    for (int j = 0; j < now.delivered.length; j++) {
      paid += now.delivered[j] * now.s.buyerPrice[j];
    }
    return paid;
  }

  /**
   * The systems of a goal through both markets.
   *
   * @param now of the market with the measures
   * @param before of the one without them, whose own part in a gain is a loss; empty if there are
   *     none, or nothing is counted from it
   */
  private record Systems(Adjoint.OfGoal now, Optional<Adjoint.OfGoal> before) {
    Systems(Goal goal, Stand centre) {
      this(
          centre.now().adjoint().of(goal),
          centre.hasMeasures() && goal.isAgainstBase()
              ? Optional.of(centre.before().adjoint().of(goal))
              : Optional.empty());
    }

    /** Derivatives by a figure, one for each way in which rows at kinks of both may go. */
    double[] perFigure(Adjoint.Moved here, Adjoint.Moved there, Tally base) {
      double[] slopes = now.perFigure(here, base, base);
      if (before.isEmpty()) {
        return slopes;
      }
      double[] lost = before.get().perFigure(there, base, base);
      double[] all = new double[slopes.length * lost.length];
      for (int s = 0; s < all.length; s++) {
        all[s] = slopes[s / lost.length] - lost[s % lost.length];
      }
      return all;
    }
  }

  /** Both one-sided derivatives of each goal, from the markets solved again, if they were. */
  private Optional<Map<String, double[]>> again(Moved figure, double step) {
    Optional<Stand> above = solved(figure, step);
    Optional<Stand> below = figure.isAtEnd() ? above : solved(figure, -step);
    if (above.isEmpty() || below.isEmpty()) {
      return Optional.empty();
    }
    Map<String, double[]> slopes = new TreeMap<>();
    goals.forEach((name, goal) -> {
      double here = centre.at(goal);
      double rising = (above.get().at(goal) - here) / step;
      double falling = figure.isAtEnd() ? rising : (here - below.get().at(goal)) / step;
      slopes.put(name, new double[] {falling, rising});
    });
    return Optional.of(slopes);
  }

  private Optional<Stand> solved(Moved figure, double by) {
    FileMarket moved = figure.by().apply(by);
    return Stand.find(moved, market.measures(), Optional.of(centre), limits)
        .or(() -> Stand.find(moved, market.measures(), Optional.empty(), limits));
  }

  /**
   * The derivative of each goal by the adjoint systems; empty if the rows are other ones, or the
   * figure moves a kink.
   */
  private Optional<Map<String, double[]>> atOnce(Moved figure, double step) {
    Map<String, double[]> slopes = new TreeMap<>();
    boolean oneSided = !centre.isAtKink() || figure.isAtEnd();
    for (double by : oneSided ? new double[] {step} : new double[] {step, -step}) {
      FileMarket moved = figure.by().apply(by);
      Regime with = rows(moved);
      Regime without = moved.without();
      if (!centre.now().regime().hasRowsOf(with) || !centre.before().regime().hasRowsOf(without)) {
        return Optional.empty();
      }
      Adjoint.Moved here = centre.now().adjoint().move(with, by, true);
      Adjoint.Moved there =
          centre.hasMeasures() ? centre.before().adjoint().move(without, by, true) : here;
      Tally base = centre.before().tally();
      for (String name : goals.keySet()) {
        for (double slope :
            Objects.requireNonNull(systems.get(name)).perFigure(here, there, base)) {
          double[] sides = slopes.computeIfAbsent(name, goal -> new double[] {slope, slope});
          double apart = Math.abs(slope - sides[0]);
          double scale = scale(Objects.requireNonNull(goals.get(name)));
          if (figure.size() * Math.abs(slope) > LOOSE * scale) {
            return Optional.empty();
          }
          boolean isNoise = figure.size() * apart < SAME * scale;
          if (!isNoise && apart > SAME * Math.max(Math.abs(slope), Math.abs(sides[0]))) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(slopes);
  }

  private Regime rows(FileMarket ready) {
    return centre.hasMeasures()
        ? ready.with(market.measures(), centre.before().tally())
        : ready.without();
  }
}
