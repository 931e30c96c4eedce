package org.plimsoll.planner.gsim;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.policy.TariffCase;

/**
 * The global simulation model of Francois and Hall (2003): goods told apart by origin, one
 * log-linear equation of clearing for each exporter. Changes are shares: 0.08 for 8%.
 *
 * <p>A first-order model: beyond small tariff changes it is a yardstick, not a forecast.
 */
public final class Gsim {
  private final TariffCase asked;
  private final int n;

  /** θ: share of an exporter in an importer's spending, by exporter and importer. */
  private final double[][] demandShare;

  /** φ: share of an importer in an exporter's sales, by exporter and importer. */
  private final double[][] exportShare;

  /** T̂ = T1 ÷ T0 − 1, by exporter and importer. */
  private final double[][] powerChange;

  private Gsim(TariffCase asked) {
    this.asked = asked;
    n = asked.regions().size();
    demandShare = new double[n][n];
    exportShare = new double[n][n];
    powerChange = new double[n][n];
    for (int r = 0; r < n; r++) {
      double sales = exports(r);
      for (int v = 0; v < n; v++) {
        double spending = spending(v);
        double power = asked.powersBefore().get(r).get(v);
        demandShare[r][v] = spending > 0 ? trade(r, v) * power / spending : 0;
        exportShare[r][v] = sales > 0 ? trade(r, v) / sales : 0;
        powerChange[r][v] = asked.powersAfter().get(r).get(v) / power - 1;
      }
    }
  }

  /**
   * What the change of tariffs does.
   *
   * @throws IllegalArgumentException if the elasticities leave a price undetermined
   */
  public static GsimResult solve(TariffCase asked) {
    return new Gsim(asked).solve();
  }

  private double trade(int exporter, int importer) {
    return asked.trade().get(exporter).get(importer);
  }

  /** Value of an exporter's sales at its own prices. */
  private double exports(int exporter) {
    double sum = 0;
    for (int v = 0; v < n; v++) {
      sum += trade(exporter, v);
    }
    return sum;
  }

  /** Value of what an importer buys at its own prices, tariffs included. */
  private double spending(int importer) {
    double sum = 0;
    for (int r = 0; r < n; r++) {
      sum += trade(r, importer) * asked.powersBefore().get(r).get(importer);
    }
    return sum;
  }

  /** Elasticity of what v buys from r to the price of what it buys from s. */
  private double elasticity(int v, int r, int s) {
    double demand = asked.demandElasticity().get(v);
    double substitution = asked.substitutionElasticity().get(v);
    double cross = demandShare[s][v] * (demand + substitution);
    return r == s ? cross - substitution : cross;
  }

  private GsimResult solve() {
    double[] price = exporterPrices();
    double[][] quantity = new double[n][n];
    for (int r = 0; r < n; r++) {
      for (int v = 0; v < n; v++) {
        for (int s = 0; s < n; s++) {
          quantity[r][v] += elasticity(v, r, s) * (price[s] + powerChange[s][v]);
        }
      }
    }
    List<GsimResult.Flow> flows = new ArrayList<>();
    for (int r = 0; r < n; r++) {
      for (int v = 0; v < n; v++) {
        if (trade(r, v) > 0) {
          flows.add(
              new GsimResult.Flow(
                  asked.regions().get(r),
                  asked.regions().get(v),
                  trade(r, v),
                  quantity[r][v],
                  trade(r, v) * (1 + price[r]) * (1 + quantity[r][v])));
        }
      }
    }
    List<GsimResult.Region> regions = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      regions.add(region(i, price, quantity));
    }
    return new GsimResult(regions, flows);
  }

  /** E_x p_r = Σ_v φ_rv Σ_s N_vrs (p_s + T̂_sv) for every exporter r that sells. */
  private double[] exporterPrices() {
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (int r = 0; r < n; r++) {
      if (exports(r) == 0) {
        matrix[r][r] = 1; // nothing sold, no price: it stays as it was
        continue;
      }
      matrix[r][r] = asked.supplyElasticity().get(r);
      for (int v = 0; v < n; v++) {
        for (int s = 0; s < n; s++) {
          double response = exportShare[r][v] * elasticity(v, r, s);
          matrix[r][s] -= response;
          right[r] += response * powerChange[s][v];
        }
      }
    }
    return LinearSystem.solve(matrix, right);
  }

  private GsimResult.Region region(int i, double[] price, double[][] quantity) {
    double supply = asked.supplyElasticity().get(i);
    double producerSurplus = exports(i) * (price[i] + supply * price[i] * price[i] / 2);
    double composite = 0;
    double revenue = 0;
    for (int s = 0; s < n; s++) {
      composite += demandShare[s][i] * ((1 + price[s]) * (1 + powerChange[s][i]) - 1);
      double after = trade(s, i) * (1 + price[s]) * (1 + quantity[s][i]);
      revenue +=
          after * (asked.powersAfter().get(s).get(i) - 1)
              - trade(s, i) * (asked.powersBefore().get(s).get(i) - 1);
    }
    double demand = asked.demandElasticity().get(i);
    double consumerSurplus =
        spending(i) * (demand * composite * composite * Math.signum(composite) / 2 - composite);
    return new GsimResult.Region(
        asked.regions().get(i), price[i], composite, producerSurplus, consumerSurplus, revenue);
  }
}
