package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Account;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.NodeValue;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.equations.FigureMove;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.SolverLimits;

/** Gradients of goals, rows by figures, and values of nodes, against differences. */
class GradientTest {
  private static final ProductId PRODUCT = RandomMarkets.LAST;
  private static final List<CountryCode> CORE =
      List.of(CountryCode.of("CAA"), CountryCode.of("CAB"));

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  private static double price(Evidence evidence) {
    return evidence.findBasePrice(PRODUCT, "base2024").orElseThrow().usdPerTonne().central();
  }

  /** Every kind of row and wedge at once. */
  private static List<Measure> measures(Evidence evidence, long seed) {
    double price = price(evidence);
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                Make.licence(PRODUCT, "CAC", "", 0.4),
                Make.quota(PRODUCT, "CAB", 3),
                Make.tariffRateQuota(PRODUCT, "", "core", 5, 0.1, 0.4),
                Make.partialLevy(PRODUCT, "CAC", 1.5 * price),
                Make.contract(PRODUCT, "CAA", "", 1.1 * price, 10),
                Make.releaseAbove(PRODUCT, "CAC", 5, price),
                Make.exportTax(PRODUCT, "CAA", 0.3)));
    if (seed % 2 == 0) {
      measures.add(Make.floor(PRODUCT, "core", 1.3 * price));
    }
    return measures;
  }

  private static Map<String, Goal> goals() {
    Map<String, Goal> goals = new TreeMap<>();
    goals.put("members", Goal.deliveredPrice(PRODUCT, CORE));
    goals.put("others", Goal.deliveredPriceBut(PRODUCT, CORE));
    for (Account account : Account.values()) {
      goals.put(account.name(), Goal.surplus(CORE, EnumSet.of(account)));
    }
    goals.put("others", Goal.worldWelfare().minus(Goal.welfare(CORE)).times(2));
    goals.put("unserved", Goal.unservedShare(PRODUCT, CORE));
    goals.put("use", Goal.allUse(PRODUCT));
    goals.put("output", Goal.output(PRODUCT, CORE.getFirst()));
    goals.put("flow", Goal.flow(PRODUCT, CORE.getFirst(), CORE.getLast()));
    return goals;
  }

  private static ChainGradient solved(Evidence evidence, Scenario scenario, ParameterDraw draw) {
    return ChainGradient.of(
        Market.ofChain(evidence, scenario, draw, PRODUCT), PRODUCT, SolverLimits.USUAL);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyGoalByEveryUnknown(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Scenario scenario = RandomMarkets.scenario().withMeasures(measures(evidence, seed));
    ChainGradient at = solved(evidence, scenario, ParameterDraw.central());
    Equations equations = new Equations(at.regime());
    double[] z = equations.flows.unknowns.near(at.solved.point());
    // A little beside the solution, where no part of a row is at its bound.
    for (int u = 0; u < equations.size(); u++) {
      z[u] += 1e-4;
    }
    Tally here = new Tally(new Solution(equations.flows, z, 0));
    goals()
        .forEach((name, goal) -> {
          StateSlopes slopes = new StateSlopes(equations);
          equations.residual(z, new double[z.length]);
          goal.addSlopes(here, 1, slopes);
          double[] analytic = slopes.perUnknown();
          double largest = 0;
          for (double slope : analytic) {
            largest = Math.max(largest, Math.abs(slope));
          }
          for (int u = 0; u < equations.size(); u++) {
            double h = 1e-6;
            double difference =
                (at(goal, equations, z, u, h) - at(goal, equations, z, u, -h)) / (2 * h);
            assertEquals(difference, analytic[u], 1e-4 * largest + 1e-6, name + " by unknown " + u);
          }
        });
  }

  private static double at(Goal goal, Equations equations, double[] z, int unknown, double by) {
    double[] moved = z.clone();
    moved[unknown] += by;
    Tally tally = new Tally(new Solution(equations.flows, moved, 0));
    return goal.of(tally, goal.isAgainstBase() ? Tally.ofBase(tally.s.chain) : tally);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRowByEveryFigure(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Scenario scenario = RandomMarkets.scenario().withMeasures(measures(evidence, seed));
    TreeMap<ParameterDraw.Figure, Interval> figures = new TreeMap<>();
    ChainGradient at = solved(evidence, scenario, ParameterDraw.central().writing(figures));
    Equations equations = new Equations(at.regime());
    double[] z = equations.flows.unknowns.near(at.solved.point());
    double[] f = new double[z.length];
    equations.residual(z, f);
    new Derivatives(equations).step(f, 0, new double[z.length]);
    FigureMove move = new FigureMove(equations, z);
    int moved = 0;
    for (Map.Entry<ParameterDraw.Figure, Interval> figure : figures.entrySet()) {
      double value = figure.getValue().central();
      double h = 1e-6 * Math.max(Math.abs(value), figure.getValue().high() - value);
      if (h > 0) {
        boolean isOfMeasure = figure.getKey().name().equals("measure");
        Regime up = regime(at, figure.getKey(), value + h, isOfMeasure);
        Regime down = regime(at, figure.getKey(), value - h, isOfMeasure);
        double[] above = rows(up, equations, z);
        double[] below = rows(down, equations, z);
        move.to(up, h, true);
        for (int u = 0; u < equations.size(); u++) {
          double[] alone = new double[z.length];
          alone[u] = 1;
          double difference = (above[u] - below[u]) / (2 * h);
          double analytic = equations.perFigure(alone, move);
          double bend = Math.abs((above[u] - f[u]) + (below[u] - f[u]));
          boolean isSteady = bend < 1e-4 * Math.abs(above[u] - below[u]) + 1e-12;
          moved += isSteady && Math.abs(difference) * value > 1e-3 ? 1 : 0;
          if (isSteady) {
            assertEquals(
                difference * value,
                analytic * value,
                1e-4 * Math.abs(difference * value) + 1e-5,
                figure.getKey() + " in row " + u);
          }
        }
      }
    }
    assertTrue(moved > 20, "figures that move rows: " + moved);
  }

  private static Regime regime(
      ChainGradient at, ParameterDraw.Figure figure, double value, boolean isOfMeasure) {
    ParameterDraw draw = ParameterDraw.central().with(figure, value);
    return at.redraw.in(draw, isOfMeasure).regime().orElseThrow();
  }

  /** Rows of other figures at the same prices, levels, flows and rents. */
  private static double[] rows(Regime other, Equations equations, double[] z) {
    Equations there = new Equations(other);
    Chain from = equations.flows.chain;
    Chain to = other.chain;
    Unknowns unknowns = equations.flows.unknowns;
    double[] moved = z.clone();
    for (int p = 0; p < unknowns.routes.count(); p++) {
      int j = unknowns.routes.buyer(p);
      there.flows.unknowns.routes.activate(j, unknowns.routes.lane(p));
      moved[unknowns.route(p)] *= from.buyerScale[j] / to.buyerScale[j];
    }
    for (int j = 0; j < from.buyerCount(); j++) {
      moved[unknowns.buyer(j)] += Math.log(from.buyerPrice0[j] / to.buyerPrice0[j]);
      moved[unknowns.bundle(j)] *= from.buyerScale[j] / to.buyerScale[j];
    }
    for (int b = 0; b < other.blocks.size(); b++) {
      double ratio =
          equations.flows.regime.blocks.get(b).curve().scaleTonnes()
              / other.blocks.get(b).curve().scaleTonnes();
      if (equations.flows.regime.blockLive[b]) {
        boolean isLogarithm = other.blocks.get(b).isNeverIdle();
        moved[b] = isLogarithm ? moved[b] + Math.log(ratio) : moved[b] * ratio;
      }
    }
    for (int q = 0; q < other.quotas.size(); q++) {
      if (equations.flows.regime.quotas.get(q).pays() instanceof Quota.ExportRent here
          && other.quotas.get(q).pays() instanceof Quota.ExportRent rent) {
        moved[unknowns.quota(q)] *= here.unitUsdPerTonne() / rent.unitUsdPerTonne();
      }
    }
    double[] f = new double[moved.length];
    there.residual(moved, f);
    return f;
  }

  /** A further tonne at a node by the multiplier of its balance, and by a market solved with it. */
  @ParameterizedTest
  @MethodSource("seeds")
  void oneMoreTonneAtEachNode(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    List<Measure> measures = measures(evidence, seed);
    Scenario scenario = RandomMarkets.scenario().withMeasures(measures);
    ChainGradient at = solved(evidence, scenario, ParameterDraw.central());
    if (!at.listKinks().isEmpty()) {
      return;
    }
    Map<String, Goal> goals =
        Map.of("welfare", Goal.welfare(CORE), "members", Goal.deliveredPrice(PRODUCT, CORE));
    goals.forEach((name, goal) -> {
      List<NodeValue> values = at.listNodeValues(goal);
      double largest = values.stream().mapToDouble(v -> Math.abs(v.perTonne())).max().orElse(0);
      for (NodeValue value : values) {
        if (value.product().equals(PRODUCT)) {
          double tonnes = 1e-3;
          List<Measure> more = new ArrayList<>(measures);
          more.add(Make.release(PRODUCT, value.country().id(), tonnes));
          double there =
              solved(evidence, scenario.withMeasures(more), ParameterDraw.central()).value(goal);
          double again = (there - at.value(goal)) / tonnes;
          assertEquals(again, value.perTonne(), 0.01 * largest, name + " at " + value);
        }
      }
      assertTrue(largest > 0, Objects.requireNonNull(name));
    });
  }
}
