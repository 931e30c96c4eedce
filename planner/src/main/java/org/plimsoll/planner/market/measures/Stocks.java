package org.plimsoll.planner.market.measures;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Support;

/**
 * Applies stock measures: releases and purchases at any price, or blocks that buy below or sell
 * above a trigger price.
 */
public final class Stocks {
  /** Distance from the trigger price to the price of the last tonne, as its share. */
  private static final double RISE = 1e-6;

  /** Distance below the choke price at which a purchase without a trigger gives way. */
  private static final double BELOW_CHOKE = 1e-3;

  /** Trigger price of a purchase at any price. */
  private static final double ALWAYS = Double.POSITIVE_INFINITY;

  /** Share of the usual use that counts as none. */
  private static final double NOTHING = 1e-9;

  private final Chain chain;
  private final Names names;
  private final ParameterDraw draw;
  private final List<Block> blocks;
  private final double[] release;
  private final Demand[] purchase;

  /**
   * @param blocks to which stocks with a price are added
   * @param release tonnes by buyer, added to in place
   * @param purchase by buyer, changed in place
   */
  Stocks(
      Chain chain,
      Names names,
      ParameterDraw draw,
      List<Block> blocks,
      double[] release,
      Demand[] purchase) {
    this.chain = chain;
    this.names = names;
    this.draw = draw;
    this.blocks = blocks;
    this.release = release;
    this.purchase = purchase;
  }

  /** Puts the measure on one product; returns whether it covers anything. */
  boolean apply(StockMeasure measure, int product) {
    return switch (measure) {
      case StockMeasure.StockRelease out -> release(out, product);
      case StockMeasure.StockPurchase in -> buy(in, product);
    };
  }

  private double figure(StockMeasure measure, String field, Interval value) {
    return draw.value("measure", measure.id() + "/" + field, value);
  }

  private boolean release(StockMeasure.StockRelease out, int product) {
    double[] shares = sharesOfUse(names.coverage(out.terms()), product);
    double tonnes = figure(out, "tonnes", out.tonnes());
    double usd = trigger(out, out.triggerUsdPerTonne(), 0);
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      if (usd > 0) {
        atTrigger(out, j, tonnes * shares[j], usd, true);
      } else {
        release[j] += tonnes * shares[j];
      }
      any |= shares[j] > 0;
    }
    return any;
  }

  /**
   * Applies a purchase. Without a trigger it gives way just before a market file's use is given up.
   */
  private boolean buy(StockMeasure.StockPurchase in, int product) {
    double[] shares = sharesOfUse(names.coverage(in.terms()), product);
    double tonnes = figure(in, "tonnes", in.tonnes());
    double usd = trigger(in, in.triggerUsdPerTonne(), ALWAYS);
    boolean any = false;
    for (int j = chain.buyerStart[product]; j < chain.buyerStart[product + 1]; j++) {
      double most = tonnes * shares[j];
      double limit = usd < ALWAYS ? usd : chain.choke[j] * (1 - BELOW_CHOKE);
      if (limit < ALWAYS) {
        atTrigger(in, j, most, limit, false);
      } else if (most > 0) {
        buyAtAnyPrice(j, most);
      }
      any |= shares[j] > 0;
    }
    return any;
  }

  private double trigger(StockMeasure stock, Optional<Interval> usd, double atAnyPrice) {
    return usd.map(figure -> figure(stock, "triggerUsdPerTonne", figure)).orElse(atAnyPrice);
  }

  /** Adds a purchase that gives way beyond the choke price, as use does. */
  private void buyAtAnyPrice(int j, double tonnes) {
    ProductFigures figures = chain.products[chain.buyerProduct[j]];
    double price = chain.buyerPrice0[j];
    purchase[j] =
        new Demand.Elastic(
            tonnes + purchase[j].wantedAt(price),
            price,
            0,
            figures.firstChoke() * price,
            1 / figures.unservedSlope());
  }

  /**
   * Adds a stock that buys below or sells above a trigger price, up to a limit. The price of the
   * last tonne is a little beyond the trigger, so that the level is always determined.
   */
  private void atTrigger(StockMeasure stock, int j, double most, double usd, boolean sells) {
    if (most > 0 && usd > 0) {
      blocks.add(
          new Block(
              stock.id(),
              chain.buyerCountry[j],
              Block.Links.ofBuyers(new int[] {j}, new double[] {sells ? -1 : 1}, Block.Role.STOCK),
              new Curve.Ramp(most, 0, RISE * usd),
              sells ? -usd : usd,
              Support.NONE,
              most,
              Block.HostCap.NONE));
    }
  }

  /** By buyer: its share of base use at the covered destinations; equal shares without base use. */
  private double[] sharesOfUse(Names.Coverage coverage, int product) {
    int[] covered =
        IntStream.range(chain.buyerStart[product], chain.buyerStart[product + 1])
            .filter(j -> coverage.reaches(chain.buyerCountry[j]))
            .toArray();
    double sum = IntStream.of(covered).mapToDouble(j -> chain.baseUse[j]).sum();
    double usual = IntStream.of(covered).mapToDouble(j -> chain.buyerScale[j]).sum();
    double[] shares = new double[chain.buyerCount()];
    for (int j : covered) {
      shares[j] = sum > NOTHING * usual ? chain.baseUse[j] / sum : 1.0 / covered.length;
    }
    return shares;
  }
}
