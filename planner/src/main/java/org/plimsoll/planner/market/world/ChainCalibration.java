package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Sourcing;

/** Calibrates a chain on the base year: prices, shares, routes and discrepancies. */
public final class ChainCalibration {
  /**
   * Latent routes open at least this share above the base price, so that none is just open in the
   * base.
   */
  private static final double HAIR = 1e-3;

  /** A base-year discrepancy above this share of the node's trade is listed. */
  private static final double LISTED_DISCREPANCY = 1e-6;

  /**
   * A discrepancy below this share is rounding and dropped. As a supply it would keep a maker in
   * the market that makes nothing, at an unbounded price.
   */
  private static final double ROUNDING = 1e-12;

  final ChainDraft draft;
  final Chain chain;
  final List<Repair> repairs = new ArrayList<>();

  /** By buyer: its base use. */
  private final ChainDraft.BuyerDraft[] uses;

  ChainCalibration(ChainDraft draft) {
    this(draft, Optional.empty());
  }

  /**
   * @param before a calibration of the same chain with other parameters, whose rows are used again
   *     if they are the same
   */
  ChainCalibration(ChainDraft draft, Optional<ChainCalibration> before) {
    this.draft = draft;
    Optional<ChainCalibration> like = before.filter(other -> draft.hasRowsOf(other.draft));
    boolean isPriced = like.map(other -> draft.pricesLike(other.draft)).orElse(false);
    chain =
        like.map(same -> new Chain(draft.products, same.chain, isPriced))
            .orElseGet(
                () -> new Chain(draft.products, draft.makers, draft.buyers.navigableKeySet()));
    if (like.isEmpty()) {
      draft.flows.forEach((route, tonnes) ->
          chain
                  .baseTonnes[
                  chain.lane(
                      chain.makerAt(new Node(route.to().product(), route.from())),
                      chain.buyerAt(route.to()))] =
              tonnes);
      readBorders();
    }
    uses = like.map(same -> same.uses).orElseGet(this::readUses);
    for (int j = 0; j < chain.buyerCount(); j++) {
      if (!isPriced) {
        calibrateBuyer(j);
      }
      setUse(j);
    }
    for (int b = 0; b < draft.blocks.size(); b++) {
      BlockDraft block = draft.blocks.get(b);
      int row = b;
      Optional<Block> made = like.map(same -> same.chain.blocks.get(row));
      boolean isSame =
          isPriced && like.orElseThrow().draft.blocks.get(b).supply().equals(block.supply());
      Block.Links links = made.map(Block::links).orElseGet(() -> links(block));
      chain.blocks.add(isSame ? made.orElseThrow() : new BlockCalibration(this).of(block, links));
    }
    if (!draft.flows.isEmpty()) {
      closeBase();
    }
  }

  private void readBorders() {
    for (int j = 0; j < chain.buyerCount(); j++) {
      ProductId product = chain.products[chain.buyerProduct[j]].id();
      Place to = chain.buyerCountry[j];
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        Place from = chain.makerCountry[chain.makerOf(j, lane)];
        chain.inside[lane] = draft.borders.isInside(from, to);
        chain.duty[lane] = draft.borders.baseDuty(product, from, to);
      }
    }
  }

  private ChainDraft.BuyerDraft[] readUses() {
    ChainDraft.BuyerDraft[] read = new ChainDraft.BuyerDraft[chain.buyerCount()];
    for (int j = 0; j < read.length; j++) {
      read[j] = draft.buyers.getOrDefault(chain.buyer(j), ChainDraft.BuyerDraft.NOBODY);
    }
    return read;
  }

  private void calibrateBuyer(int j) {
    int k = chain.buyerProduct[j];
    ProductFigures product = chain.products[k];
    double bought = 0;
    double paid = 0;
    double cheapest = Double.POSITIVE_INFINITY;
    double premium = product.newRoutePremium() * product.priceUsdPerTonne();
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      int i = chain.makerOf(j, lane);
      Place from = chain.makerCountry[i];
      Place to = chain.buyerCountry[j];
      chain.freight[lane] =
          from.equals(to) ? 0 : product.freightShare() * product.priceUsdPerTonne();
      chain.landed0[lane] = landedInBase(i, j, lane);
      bought += chain.baseTonnes[lane];
      paid += chain.baseTonnes[lane] * chain.landed0[lane];
      cheapest = Math.min(cheapest, chain.landed0[lane] + premium);
    }
    double price = bought > 0 ? paid / bought : cheapest;
    chain.buyerPrice0[j] = Double.isInfinite(price) ? product.priceUsdPerTonne() : price;
    price = chain.buyerPrice0[j];
    chain.stockWorth[j] = price;
    ChainDraft.BuyerDraft use = use(j);
    chain.buyerScale[j] = Math.max(bought, use.total());
    chain.baseUse[j] = use.total();
    double slope =
        switch (product.sourcing()) {
              case Sourcing.SourceShares shares -> product.newRouteSlope();
              case Sourcing.Armington goods -> product.newRouteSlope();
              case Sourcing.Homogeneous alike -> alike.epsilon();
            }
            * price
            / Math.max(chain.buyerScale[j], Double.MIN_NORMAL);
    Arrays.fill(chain.routeSlope, chain.laneStart[j], chain.laneStart[j + 1], slope);
    openRoutes(j, bought, premium);
  }

  private void setUse(int j) {
    ProductFigures product = chain.products[chain.buyerProduct[j]];
    double price = chain.buyerPrice0[j];
    chain.finalUse[j] = product.finalUse(use(j).finalTonnes(), use(j).minorTonnes(), price);
    chain.stockBuild[j] = product.stock(use(j).stockTonnes(), 0, price);
    chain.privateStock[j] =
        product.privateStock(use(j).finalTonnes() + use(j).inputTonnes(), price);
  }

  private double landedInBase(int i, int j, int lane) {
    double insurance = chain.freight[lane];
    chain.valued[lane] = draft.borders.valuesFreeOnBoard(chain.buyerCountry[j]) ? 0 : insurance;
    double value = chain.makerPrice0[i] + chain.valued[lane];
    return chain.makerPrice0[i] + insurance + chain.duty[lane] * value;
  }

  /**
   * Sets the shares of incumbents and where latent routes, for homogeneous goods all routes, open.
   */
  private void openRoutes(int j, double bought, double premium) {
    boolean alike =
        chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Homogeneous;
    for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
      double gain = chain.buyerPrice0[j] - chain.landed0[lane];
      if (!alike) {
        chain.latentGain[lane] = Math.max(premium, gain + HAIR * chain.buyerPrice0[j]);
        if (chain.baseTonnes[lane] > 0) {
          chain.baseShare[lane] = chain.baseTonnes[lane] / bought;
        }
      } else {
        chain.latentTonnes[lane] = chain.baseTonnes[lane];
        chain.latentGain[lane] = chain.baseTonnes[lane] > 0 ? gain : premium;
        chain.proximalSlope[lane] = chain.buyerPrice0[j] / chain.buyerScale[j];
      }
    }
  }

  /** The rows that an activity links, its primary output first. */
  Block.Links links(BlockDraft block) {
    List<Node> outputs = new ArrayList<>(block.outputs().keySet());
    outputs.remove(block.primary());
    outputs.addFirst(block.primary());
    return new Block.Links(
        outputs.stream().mapToInt(chain::makerAt).toArray(),
        outputs.stream().mapToDouble(node -> block.outputs().getOrDefault(node, 0.0)).toArray(),
        block.inputs().keySet().stream().mapToInt(chain::buyerAt).toArray(),
        block.inputs().values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * Closes the base year: unexplained supply stays as a constant, unexplained uptake as a stock
   * build.
   */
  private void closeBase() {
    for (int j = 0; j < chain.buyerProduct.length; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        chain.exogenousUse[j] += chain.baseTonnes[lane];
        chain.exogenousSupply[chain.makerOf(j, lane)] += chain.baseTonnes[lane];
      }
      chain.exogenousUse[j] -=
          chain.finalUse[j].servedAt(chain.buyerPrice0[j]) + use(j).stockTonnes();
    }
    closeBlocks();
    double[] sold = sold();
    dropNoise(sold);
    listDiscrepancies(sold);
    for (int j = 0; j < chain.exogenousUse.length; j++) {
      if (chain.exogenousUse[j] > 0) {
        chain.stockBuild[j] =
            chain.products[chain.buyerProduct[j]].stock(
                use(j).stockTonnes(), chain.exogenousUse[j], chain.buyerPrice0[j]);
        chain.exogenousUse[j] = 0;
      }
    }
  }

  private void closeBlocks() {
    for (Block block : chain.blocks) {
      double level = block.curve().scaleTonnes();
      Block.Links links = block.links();
      for (int o = 0; o < links.makers().length; o++) {
        chain.exogenousSupply[links.makers()[o]] -= links.outputs()[o] * level;
      }
      for (int i = 0; i < links.buyers().length; i++) {
        chain.exogenousUse[links.buyers()[i]] -= links.inputs()[i] * level;
      }
    }
  }

  private double[] sold() {
    double[] sold = new double[chain.exogenousSupply.length];
    for (int j = 0; j < chain.exogenousUse.length; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        sold[chain.makerOf(j, lane)] += chain.baseTonnes[lane];
      }
    }
    return sold;
  }

  private void dropNoise(double[] sold) {
    for (int j = 0; j < chain.exogenousUse.length; j++) {
      if (Math.abs(chain.exogenousUse[j]) <= ROUNDING * chain.buyerScale[j]) {
        chain.exogenousUse[j] = 0;
      }
    }
    for (int i = 0; i < sold.length; i++) {
      if (Math.abs(chain.exogenousSupply[i]) <= ROUNDING * sold[i]) {
        chain.exogenousSupply[i] = 0;
      }
    }
  }

  private void listDiscrepancies(double[] sold) {
    for (int j = 0; j < chain.exogenousUse.length; j++) {
      if (Math.abs(chain.exogenousUse[j]) > LISTED_DISCREPANCY * chain.buyerScale[j]) {
        ProductId product = chain.products[chain.buyerProduct[j]].id();
        repairs.add(
            new Repair.BaseDiscrepancy(
                product, chain.buyerCountry[j], false, -chain.exogenousUse[j]));
      }
    }
    for (int i = 0; i < chain.exogenousSupply.length; i++) {
      if (Math.abs(chain.exogenousSupply[i])
          > LISTED_DISCREPANCY * Math.max(sold[i], Math.abs(chain.exogenousSupply[i]))) {
        ProductId product = chain.products[chain.makerProduct[i]].id();
        repairs.add(
            new Repair.BaseDiscrepancy(
                product, chain.makerCountry[i], true, chain.exogenousSupply[i]));
      }
    }
  }

  private ChainDraft.BuyerDraft use(int j) {
    return uses[j];
  }
}
