package org.plimsoll.planner.market.equations;

import java.util.stream.IntStream;
import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.rows.Quota;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The row of a quota's rent ν:
 *
 * <pre>
 *   max(ν − most, min(ν, ψ(cap) − ψ(carried)))         0 ≤ ν ≤ most ⊥ cap
 * </pre>
 */
final class QuotaRows {
  private final Flows flows;
  private final Regime regime;
  private final Complementarity parts;

  /** By quota: tonnes that its lanes carry, and whether any of them can carry goods. */
  private final double[] carried;

  private final boolean[] live;

  /** By quota: ∂row/∂carried; 0 where the row is another. */
  private final double[] perTonne;

  QuotaRows(Flows flows, Complementarity parts) {
    this.flows = flows;
    this.parts = parts;
    regime = flows.regime;
    carried = flows.workspace.doubles(regime.quotas.size());
    perTonne = flows.workspace.doubles(carried.length);
    live = flows.workspace.booleans(carried.length);
    for (int q = 0; q < live.length; q++) {
      live[q] = IntStream.of(regime.quotas.get(q).lanes()).anyMatch(regime::isLive);
    }
  }

  int count() {
    return live.length;
  }

  double value(int q, int unknown, double z) {
    Quota quota = regime.quotas.get(q);
    carried[q] = 0;
    for (int lane : quota.lanes()) {
      carried[q] += flows.bundles.shareFlow[lane] + flows.latentFlow[lane];
    }
    if (!live[q]) {
      return parts.strikeOut(unknown, z);
    }
    double left = MakerRows.psiDifference(quota.capTonnes(), carried[q], quota.capTonnes());
    return parts.row(unknown, z, z - quota.pays().most(), left);
  }

  /** Adds the row's own entry; those of lanes come with them. */
  void partials(int q, double shift, Matrix matrix) {
    int unknown = flows.unknowns.quota(q);
    if (parts.fixed[unknown]) {
      perTonne[q] = 0;
      matrix.add(unknown, unknown, 1 + shift);
      return;
    }
    perTonne[q] =
        -parts.slack[unknown] * MakerRows.psiSlope(carried[q], regime.quotas.get(q).capTonnes());
    matrix.add(unknown, unknown, parts.own[unknown] + shift);
  }

  /** ∂row/∂tonnes carried, at the last {@link #partials}. */
  double perTonne(int q) {
    return perTonne[q];
  }

  /** ∂row/∂θ: what the figure does to the cap and to what shares carry. */
  double perFigure(int q, FigureMove move) {
    Quota quota = regime.quotas.get(q);
    double cap = quota.capTonnes();
    double more = (move.there.quotas.get(q).capTonnes() - cap) / move.by;
    double slack = parts.fixed[flows.unknowns.quota(q)] ? 0 : parts.slack[flows.unknowns.quota(q)];
    double row = slack * MakerRows.psiSlope(cap, cap) * more;
    for (int lane : quota.lanes()) {
      row += perTonne[q] * move.shareFlow[lane];
    }
    return row;
  }
}
