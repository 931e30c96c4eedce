package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.linear.SparseLu;

/**
 * The system of one step, F' × step = −F, at the unknowns of the last {@link Equations#residual},
 * assembled from the rows.
 *
 * <p>Latent routes are taken out: each has a row of its own, from which it is found once prices are
 * known ({@link RouteRows}). Of each buyer with incumbents three numbers stay: its price, found
 * from the row of the bundle; what incumbents carry, found from the row of the buyer, that all it
 * takes is delivered; and the mean of ln landed, −1/σ times what the sum of weights grows by, so
 * that a row of a maker needs no entry for every other maker of its buyers ({@link Bundles}).
 */
public final class Derivatives {
  private final Equations equations;
  private final Flows flows;
  private final Unknowns unknowns;
  private final Matrix matrix;
  private final SparseLu lu;

  /** Unknowns that are not latent routes; behind them stand means of incumbents. */
  private final int means;

  /** Right-hand side, then solution, of the matrix. */
  private final double[] move;

  public Derivatives(Equations equations) {
    this.equations = equations;
    flows = equations.flows;
    unknowns = flows.unknowns;
    means = unknowns.route(0);
    Workspace workspace = flows.workspace;
    matrix = workspace.matrix();
    lu =
        workspace.system(
            means + flows.buyerCount, unknowns.buyer(0), unknowns.quota(0), unknowns.bundle(0));
    move = workspace.doubles(means + flows.buyerCount);
  }

  /**
   * Finds the step.
   *
   * @param f the rows
   * @param shift added to the diagonal of every row but that of deliveries
   * @param step receives it
   */
  public void step(double[] f, double shift, double[] step) {
    factor(f, shift);
    lu.solve(move);
    System.arraycopy(move, 0, step, 0, means);
    equations.routes.recover(f, shift, step);
  }

  /** Assembles and factors the system. */
  private void factor(double[] f, double shift) {
    matrix.clear();
    for (int u = 0; u < means; u++) {
      move[u] = -f[u];
    }
    Arrays.fill(move, means, move.length, 0);
    for (int i = 0; i < flows.makerCount; i++) {
      equations.makers.partials(i, shift, matrix);
    }
    for (int q = 0; q < equations.quotas.count(); q++) {
      equations.quotas.partials(q, shift, matrix);
    }
    for (int b = 0; b < flows.blockCount; b++) {
      equations.blocks.partials(b, shift, matrix);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.regime.buyerLive[j]) {
        buyer(j, f, shift);
      }
    }
    equations.routes.choose();
    for (int p = 0; p < unknowns.routes.count(); p++) {
      equations.routes.partials(p, f, shift, matrix, move);
    }
    lu.factor(matrix);
  }

  /** The rows of a buyer; with incumbents, each stands in the other's place. */
  private void buyer(int j, double[] f, double shift) {
    equations.buyers.partials(j, shift, matrix);
    if (unknowns.hasBundle(j)) {
      move[unknowns.buyer(j)] = f[unknowns.bundle(j)];
      move[unknowns.bundle(j)] = -f[unknowns.buyer(j)];
      equations.bundles.partials(j, shift, equations.parts, equations.sales, matrix);
    }
  }

  /** Forgets which routes the matrix has entries for, since their places have changed. */
  public void forget() {
    equations.routes.forget();
  }

  /**
   * Finds the multipliers of a goal, λ with F'ᵀ λ = goal, at the point of the last {@link #step}
   * without a shift: each line is that of {@link #step} read the other way.
   *
   * @param goal ∂goal/∂unknown
   * @param multipliers receives λ by row
   */
  public void adjoint(double[] goal, double[] multipliers) {
    System.arraycopy(goal, 0, move, 0, means);
    Arrays.fill(move, means, move.length, 0);
    equations.routes.passOn(goal, move);
    lu.solveTransposed(move);
    System.arraycopy(move, 0, multipliers, 0, means);
    for (int j = 0; j < flows.buyerCount; j++) {
      if (flows.regime.buyerLive[j] && unknowns.hasBundle(j)) {
        multipliers[unknowns.bundle(j)] = -move[unknowns.buyer(j)];
        multipliers[unknowns.buyer(j)] = move[unknowns.bundle(j)];
      }
    }
    equations.routes.recoverMultipliers(goal, move, multipliers);
  }
}
