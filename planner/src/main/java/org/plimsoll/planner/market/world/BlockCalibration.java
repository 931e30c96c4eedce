package org.plimsoll.planner.market.world;

import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Support;

/** Numbers the rows of each activity and calibrates its supply curve on base prices and levels. */
final class BlockCalibration {
  private final ChainCalibration calibration;
  private final Chain chain;

  /**
   * @param calibration whose nodes are numbered and priced; receives the repairs
   */
  BlockCalibration(ChainCalibration calibration) {
    this.calibration = calibration;
    chain = calibration.chain;
  }

  Block of(BlockDraft draftBlock, Block.Links links) {
    double value = 0;
    double margin = 0;
    for (int o = 0; o < links.makers().length; o++) {
      value += links.outputs()[o] * chain.makerPrice0[links.makers()[o]];
    }
    for (int i = 0; i < links.buyers().length; i++) {
      margin -= links.inputs()[i] * chain.buyerPrice0[links.buyers()[i]];
    }
    margin += value;
    return switch (draftBlock.supply()) {
      case BlockDraft.Supply.Given given ->
          new Block(
              draftBlock.activity(),
              draftBlock.country(),
              links,
              given.curve(),
              0,
              Support.NONE,
              given.capacityTonnes(),
              host(draftBlock, 0));
      case BlockDraft.Supply.OnBase base -> {
        double wanted = wantedMargin(draftBlock, base, value, margin);
        yield new Block(
            draftBlock.activity(),
            draftBlock.country(),
            links,
            new Curve.Power(base.tonnes(), wanted, base.elasticity(), base.shutDownShare()),
            wanted - margin,
            Support.NONE,
            base.tonnes() * (1 + base.headroom()),
            host(draftBlock, base.tonnes()));
      }
    };
  }

  private double wantedMargin(
      BlockDraft block, BlockDraft.Supply.OnBase base, double value, double margin) {
    if (base.marginShare().isPresent()) {
      return base.marginShare().getAsDouble() * value;
    }
    double least = base.minimumMarginShare() * value;
    if (margin >= least) {
      return margin;
    }
    calibration.repairs.add(
        new Repair.MarginRepair(
            block.activity(),
            block.country(),
            chain.products[block.primary().product()].id(),
            value,
            margin,
            least - margin));
    return least;
  }

  private Block.HostCap host(BlockDraft block, double tonnes) {
    return block
        .host()
        .map(host -> {
          double cap = host.yield() * host.baseTonnes();
          if (cap < tonnes) {
            calibration.repairs.add(
                new Repair.HostCapRaised(
                    block.activity(),
                    block.country(),
                    chain.products[block.primary().product()].id(),
                    cap,
                    tonnes));
          }
          double raised = Math.max(cap, tonnes);
          double yield = host.baseTonnes() > 0 ? raised / host.baseTonnes() : host.yield();
          return host.maker()
              .map(chain::findMaker)
              .filter(row -> row >= 0 && host.baseTonnes() > 0)
              .map(row -> new Block.HostCap(row, yield, Double.POSITIVE_INFINITY))
              .orElse(new Block.HostCap(-1, yield, raised));
        })
        .orElse(Block.HostCap.NONE);
  }
}
