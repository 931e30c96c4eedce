package org.plimsoll.planner.market.rows;

import java.util.Arrays;
import java.util.List;

/**
 * A joint cap on some lanes of one product. What it adds to their landed price is an unknown of the
 * market.
 *
 * @param measure id of the measure; {@link #NO_MEASURE} for a route's own capacity
 * @param lanes covered, ascending, at least one
 * @param capTonnes largest sum, or for a duty the sum beyond which it is paid in full; above 0
 * @param pays what the unknown stands for
 */
@SuppressWarnings("ArrayRecordComponent") // numbered rows of the solver, never compared
public record Quota(String measure, int[] lanes, double capTonnes, Pays pays) {
  public static final String NO_MEASURE = "";

  /** What the unknown stands for. */
  public sealed interface Pays {
    /** The largest value of the unknown. */
    double most();
  }

  /**
   * A rent on the export price, in the exporter, that keeps lanes to the cap: ν ≥ 0.
   *
   * @param unitUsdPerTonne what the unknown counts in
   */
  public record ExportRent(double unitUsdPerTonne) implements Pays {
    @Override
    public double most() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * The difference between the duties beyond and within a tariff-rate quota, of which importers pay
   * the share t in [0, 1].
   *
   * @param adValorem share of the customs value
   * @param usdPerTonne specific part
   */
  public record DutyPremium(double adValorem, double usdPerTonne) implements Pays {
    @Override
    public double most() {
      return 1;
    }
  }

  /** By lane: the quotas that include it; empty without quotas. */
  public static int[][] byLane(List<Quota> quotas, int laneCount) {
    int[][] counting = new int[quotas.isEmpty() ? 0 : laneCount][];
    Arrays.fill(counting, new int[0]);
    for (int q = 0; q < quotas.size(); q++) {
      for (int lane : quotas.get(q).lanes) {
        counting[lane] = Arrays.copyOf(counting[lane], counting[lane].length + 1);
        counting[lane][counting[lane].length - 1] = q;
      }
    }
    return counting;
  }

  public boolean covers(int lane) {
    return Arrays.binarySearch(lanes, lane) >= 0;
  }
}
