package org.plimsoll.planner.market.file;

import java.util.OptionalDouble;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Powers;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * What a market without measures makes best, where it is an optimisation (Samuelson 1952): what use
 * is worth less what making and moving it costs; if every use is fixed, the cost alone.
 */
final class CaseObjective {
  private final Solution s;
  private final Chain chain;
  private double worth;
  private double cost;
  private boolean isElastic;
  private boolean isFromReference;

  private CaseObjective(Solution s) {
    this.s = s;
    chain = s.chain;
  }

  /**
   * The objective, or why there is none.
   *
   * @param value empty if there is none
   * @param isCost whether it is cost alone, every use being fixed
   * @param isFromReference whether the worth of some use is counted from its reference quantity,
   *     since all of it would be worth more than any sum
   * @param missing why; empty if there is one
   */
  record Found(OptionalDouble value, boolean isCost, boolean isFromReference, String missing) {
    static Found none(String why) {
      return new Found(OptionalDouble.empty(), false, false, why);
    }
  }

  /** The objective of a market without measures. */
  static Found of(Solution s) {
    return new CaseObjective(s).find();
  }

  /** The objective as a goal; 0 where there is none. */
  record Payoff() implements Goal {
    @Override
    public double of(Tally now, Tally base) {
      return CaseObjective.of(now.s).value().orElse(0);
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      new CaseObjective(now.s).addSlopes(weight, into);
    }
  }

  /** Each entry of {@link #find} by what it hangs on. */
  private void addSlopes(double weight, StateSlopes into) {
    boolean isCost = find().isCost();
    double ofCost = isCost ? weight : -weight;
    for (int j = 0; j < chain.buyerCount(); j++) {
      Demand use = chain.finalUse[j];
      double price = s.buyerPrice[j];
      into.buyerPrice[j] +=
          s.regime.buyerLive[j] ? weight * use.slopeAt(price, use.servedAt(price)) : 0;
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        double perTonne = chain.freight[lane] + chain.routeSlope[lane] * s.flow(lane);
        into.latentFlow[lane] += ofCost * perTonne;
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      double margin = block.curve().mustRun() ? 0 : block.curve().marginAt(s.level[b]);
      boolean isUse = block.links().role() == Block.Role.FINAL_USE;
      into.level[b] += isUse ? -weight * margin : ofCost * margin;
    }
  }

  private Found find() {
    for (ProductFigures product : chain.products) {
      if (!(product.sourcing() instanceof Sourcing.Homogeneous)) {
        return Found.none("the origins of " + product.id() + " are told apart");
      }
    }
    for (int j = 0; j < chain.buyerCount(); j++) {
      if (!addUse(j)) {
        return Found.none(
            "use of %s at %s is worth something at any price: a chokePrice would end that"
                .formatted(chain.products[chain.buyerProduct[j]].id(), chain.buyerCountry[j]));
      }
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        double flow = s.flow(lane);
        cost += flow * (chain.freight[lane] + chain.routeSlope[lane] * flow / 2);
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      if (block.links().others().length > 0 || block.curve() instanceof Curve.Worth) {
        return Found.none(
            "the price of %s hangs together with what others make or use".formatted(at(block)));
      }
      if (block.host().blocks().length > 0) {
        return block.links().role() == Block.Role.UNSERVED
            ? Found.none(
                "use of %s is given up at the chokePrice, whatever it is worth"
                    .formatted(at(block)))
            : Found.none(block.activity() + " is capped by a host that its price does not reach");
      }
      if (block.links().role() == Block.Role.FINAL_USE) {
        isElastic = true;
        worth -= block.curve().costOf(s.level[b]);
      } else {
        cost += block.curve().costOf(s.level[b]);
      }
    }
    return new Found(
        OptionalDouble.of(isElastic ? worth - cost : cost), !isElastic, isFromReference, "");
  }

  private String at(Block block) {
    return chain.products[chain.productOf(block)].id() + " at " + block.country();
  }

  private boolean addUse(int j) {
    Demand use = chain.finalUse[j];
    double choke = Double.POSITIVE_INFINITY;
    if (use instanceof Demand.UpTo upTo) {
      use = upTo.use();
      choke = upTo.choke();
    }
    double price = s.buyerPrice[j];
    switch (use) {
      case Demand.Fixed fixed -> {
        return true;
      }
      case Demand.Straight line -> {
        double top = Math.min(choke, line.intercept() / line.slope());
        if (line.least() > 0 && choke == Double.POSITIVE_INFINITY) {
          return false;
        }
        addWorth(use, price, Math.max(price, top));
      }
      case Demand.Power power -> {
        if (choke == Double.POSITIVE_INFINITY && power.elasticity() <= 1) {
          // Worth something at any price: counted from the reference quantity.
          isElastic = true;
          isFromReference = true;
          worth +=
              price * power.servedAt(price)
                  - power.price() * power.servedAt(power.price())
                  + power.area(price, power.price());
          return true;
        }
        if (choke < Double.POSITIVE_INFINITY) {
          addWorth(use, price, Math.max(price, choke));
        } else {
          isElastic = true;
          double full =
              power.price() * Powers.of(power.tonnes() / power.most(), 1 / power.elasticity());
          double from = Math.max(price, full);
          double tail = power.servedAt(from) * from / (power.elasticity() - 1);
          worth += price * power.servedAt(price) + power.area(price, from) + tail;
        }
      }
      default -> {
        if (!use.equals(Demand.NONE)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is paid, and what would be paid on top of it before use is gone. */
  private void addWorth(Demand use, double price, double top) {
    isElastic = true;
    worth += price * use.servedAt(price) + use.area(price, top);
  }
}
