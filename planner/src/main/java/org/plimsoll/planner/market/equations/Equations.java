package org.plimsoll.planner.market.equations;

import java.util.Arrays;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The rows of a market, each rising in its own unknown; docs/method/market.md derives them. Each
 * kind has its class, with the row's value, its derivatives by the unknowns, and those by a figure:
 * {@link BlockRows}, {@link BuyerRows}, {@link Bundles}, {@link RouteRows}, {@link MakerRows},
 * {@link QuotaRows}.
 */
public final class Equations {
  /** Where goods are thrown away, as a logarithm over the base price, while flows follow prices. */
  public static final double LN_THROWN_AWAY = StrictMath.log(1e-6);

  /** The same in the exact rows. */
  public final double lnLeastPrice;

  /** Share of base use that must be left for a jump over the choke to be held back. */
  private static final double GIVES_WAY = 1e-4;

  public final Flows flows;
  public final ProximalTerms proximal;

  /** By maker: tonnes in which its row is counted. */
  public final double[] makerScale;

  /** By unknown: rows that are struck out, or whose price is at the least. */
  public final boolean[] fixed;

  /** By unknown: weight in its row of its slack. */
  public final double[] slackWeight;

  /** s of {@link Complementarity}, 0 for the exact rows. */
  public double smoothing;

  final Complementarity parts;
  final BlockRows blocks;
  final BuyerRows buyers;
  final Bundles bundles;
  final RouteRows routes;
  final MakerRows makers;
  final QuotaRows quotas;
  final Sales sales;

  private final double[][] lnChokes;

  public Equations(Regime regime) {
    this(regime, new Workspace());
  }

  public Equations(Regime regime, Workspace workspace) {
    flows = new Flows(regime, workspace);
    proximal = flows.proximal;
    lnLeastPrice = StrictMath.log(regime.chain.leastPrice());
    parts = new Complementarity(flows.unknowns.most(), workspace);
    makers = new MakerRows(flows, parts);
    quotas = new QuotaRows(flows, parts);
    sales = new Sales(flows, makers, quotas);
    blocks = new BlockRows(flows, parts, makers);
    buyers = new BuyerRows(flows, parts);
    bundles = flows.bundles;
    routes = new RouteRows(flows, parts, sales);
    makerScale = makers.scale;
    fixed = parts.fixed;
    slackWeight = parts.slack;
    lnChokes =
        Arrays.stream(flows.chain.products)
            .map(product ->
                product.uses().stream()
                    .mapToDouble(use -> StrictMath.log(use.chokeMultiple()))
                    .toArray())
            .toArray(double[][]::new);
  }

  /** Rows, and unknowns, now; more as routes wake. */
  public int size() {
    return flows.unknowns.count();
  }

  /** Writes the rows at these unknowns into {@code f}; both have room for all unknowns. */
  public void residual(double[] z, double[] f) {
    parts.smoothing = smoothing;
    flows.at(z);
    Unknowns unknowns = flows.unknowns;
    for (int b = 0; b < flows.blockCount; b++) {
      f[b] = blocks.value(b, z[b]);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      int price = unknowns.buyer(j);
      f[price] = buyers.value(j, price, z[price]);
      int bundle = unknowns.bundle(j);
      f[bundle] =
          flows.latentRoutes.hasBid(j)
              ? buyers.bidValue(j, bundle, z[bundle])
              : bundles.value(j, bundle, z[bundle], parts);
    }
    for (int p = 0; p < unknowns.routes.count(); p++) {
      int unknown = unknowns.route(p);
      f[unknown] = routes.value(p, unknown, z[unknown]);
    }
    double lnLeast = lnLeast();
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = unknowns.maker(i);
      f[unknown] = makers.value(i, unknown, z[unknown], lnLeast);
    }
    for (int q = 0; q < quotas.count(); q++) {
      int unknown = unknowns.quota(q);
      f[unknown] = quotas.value(q, unknown, z[unknown]);
    }
  }

  /**
   * λ · ∂F/∂θ at the solution: the derivatives of all rows by a figure, each weighed by its
   * multiplier; after {@link Derivatives#step} there.
   */
  public double perFigure(double[] multipliers, FigureMove move) {
    Unknowns unknowns = flows.unknowns;
    double sum = 0;
    for (int b = 0; b < flows.blockCount; b++) {
      sum += multipliers[b] * blocks.perFigure(b, move);
    }
    for (int j = 0; j < flows.buyerCount; j++) {
      sum += multipliers[unknowns.buyer(j)] * buyers.perFigure(j, move);
      sum += multipliers[unknowns.bundle(j)] * bundles.perFigure(j, move, parts);
    }
    for (int p = 0; p < unknowns.routes.count(); p++) {
      sum += multipliers[unknowns.route(p)] * routes.perFigure(p, move);
    }
    for (int i = 0; i < flows.makerCount; i++) {
      sum += multipliers[unknowns.maker(i)] * makers.perFigure(i, move);
    }
    for (int q = 0; q < quotas.count(); q++) {
      sum += multipliers[unknowns.quota(q)] * quotas.perFigure(q, move);
    }
    return sum;
  }

  /** Takes the other part of a row of which two are zero. */
  public void goBeyondBound(int unknown) {
    boolean wasSlack = parts.slack[unknown] > 0;
    parts.slack[unknown] = wasSlack ? 0 : 1;
    parts.cap[unknown] = wasSlack && parts.isNearCap(unknown) ? 1 : 0;
    parts.own[unknown] = wasSlack ? 1 : 0;
  }

  /** Lets a route carry what its row asks for. */
  public void open(int unknown) {
    parts.slack[unknown] = 1;
    parts.cap[unknown] = 0;
    parts.own[unknown] = 0;
  }

  /**
   * Holds a trial step back where a buyer's price would jump far over the choke: beyond it use is
   * gone, the row is flat, and the way back is lost.
   */
  public void holdAtChoke(double[] z, double[] trial) {
    Chain chain = flows.chain;
    for (int j = 0; j < flows.buyerCount; j++) {
      int unknown = flows.unknowns.buyer(j);
      double slope = chain.products[chain.buyerProduct[j]].unservedSlope();
      double start = nextChoke(lnChokes[chain.buyerProduct[j]], z[unknown]);
      if (trial[unknown] > start + slope && givesWay(j, z)) {
        trial[unknown] = start + slope;
      }
    }
  }

  /** Puts producer prices below a share of the base at the least; returns whether there are any. */
  public boolean dropToLeast(double[] z, double share) {
    boolean any = false;
    for (int i = 0; i < flows.makerCount; i++) {
      int unknown = flows.unknowns.maker(i);
      if (z[unknown] < StrictMath.log(share) && z[unknown] > lnLeastPrice) {
        z[unknown] = lnLeastPrice;
        any = true;
      }
    }
    return any;
  }

  /**
   * Where goods are thrown away. While flows follow prices that is soon: a logarithm takes long on
   * the way to nothing.
   */
  private double lnLeast() {
    return flows.followsPrices ? LN_THROWN_AWAY : lnLeastPrice;
  }

  /** Holds guided prices at the least: below it their rows say nothing but that it is the least. */
  public void holdAtLeast(double[] trial) {
    for (int i = 0; i < flows.makerCount && proximal.areThere(); i++) {
      int unknown = flows.unknowns.maker(i);
      trial[unknown] = Math.max(trial[unknown], lnLeast());
    }
  }

  /** The next choke from here on up; here if none is above. */
  private static double nextChoke(double[] ascending, double ln) {
    for (double choke : ascending) {
      if (choke > ln) {
        return choke;
      }
    }
    return ln;
  }

  /** Whether use that gives way at the choke is a part of what the buyer takes. */
  private boolean givesWay(int j, double[] z) {
    double price = flows.chain.buyerPrice0[j] * StrictMath.exp(z[flows.unknowns.buyer(j)]);
    double served =
        flows.regime.finalUse[j].servedAt(price)
            + flows.chain.stockBuild[j].uptake().servedAt(price)
            + flows.regime.purchase[j].servedAt(price);
    return served > GIVES_WAY * flows.chain.buyerScale[j];
  }
}
