package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.equations.Derivatives;
import org.plimsoll.planner.market.equations.Equations;
import org.plimsoll.planner.market.rows.Regime;

/** The step of the solver against finite differences of the rows. */
class DerivativesTest {
  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** A full step s solves F(z) + F'(z) s = 0: along it every row falls at the rate of its size. */
  @ParameterizedTest
  @MethodSource("seeds")
  void alongAStepEveryRowFallsAtTheRateOfItsSize(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    ProductId product = RandomMarkets.LAST;
    double price =
        evidence.findBasePrice(product, "base2024").orElseThrow().usdPerTonne().central();
    List<Measure> measures =
        List.of(
            Make.licence(product, "CAC", "", 0.4),
            Make.quota(product, "CAB", 3),
            Make.tariffRateQuota(product, "", "core", 5, 0.1, 0.4),
            Make.partialLevy(product, "CAC", 1.5 * price),
            Make.contract(product, "CAA", "", price, 10),
            Make.releaseAbove(product, "CAC", 5, price),
            Make.floor(product, "core", 1.3 * price),
            Make.exportTax(product, "CAA", 0.3));
    for (Regime regime : Regimes.of(market.with(measures))) {
      for (double smoothing : new double[] {0, 0.1}) {
        check(regime, smoothing, seed);
      }
    }
  }

  private static void check(Regime regime, double smoothing, long seed) {
    Equations equations = new Equations(regime);
    equations.smoothing = smoothing;
    double[] z = equations.flows.unknowns.base();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < z.length; i++) {
      z[i] += 0.2 * random.nextDouble();
    }
    double[] f = new double[z.length];
    double[] step = new double[z.length];
    equations.residual(z, f);
    Derivatives derivatives = new Derivatives(equations);
    derivatives.step(f, 0, step);
    checkAdjoint(derivatives, equations.size(), f, step, random);
    double largest = 0;
    for (double part : step) {
      largest = Math.max(largest, Math.abs(part));
    }
    double h = 1e-7 / largest;
    double[] up = rows(equations, z, step, h);
    double[] down = rows(equations, z, step, -h);
    for (int i = 0; i < f.length; i++) {
      assertEquals(-f[i], (up[i] - down[i]) / (2 * h), 1e-3 * (1 + Math.abs(f[i])), "row " + i);
    }
  }

  /** λ · F = −goal · step for every goal: F'ᵀ λ = goal and F' step = −F. */
  private static void checkAdjoint(
      Derivatives derivatives, int count, double[] f, double[] step, SplittableRandom random) {
    double[] goal = new double[f.length];
    double[] multipliers = new double[f.length];
    double moved = 0;
    double weighed = 0;
    double size = 0;
    for (int i = 0; i < count; i++) {
      goal[i] = 2 * random.nextDouble() - 1;
      moved += goal[i] * step[i];
      size += Math.abs(goal[i] * step[i]);
    }
    derivatives.adjoint(goal, multipliers);
    for (int i = 0; i < count; i++) {
      weighed += multipliers[i] * f[i];
      size += Math.abs(multipliers[i] * f[i]);
    }
    assertEquals(-moved, weighed, 1e-9 * size);
  }

  private static double[] rows(Equations equations, double[] z, double[] step, double h) {
    double[] at = z.clone();
    for (int i = 0; i < at.length; i++) {
      at[i] += h * step[i];
    }
    double[] f = new double[at.length];
    equations.residual(at, f);
    return f;
  }
}
