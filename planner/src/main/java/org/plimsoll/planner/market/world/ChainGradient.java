package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.NodeValue;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.Adjoint;
import org.plimsoll.planner.market.search.Kink;
import org.plimsoll.planner.market.search.SolverLimits;

/** Values and derivatives of goals at the solution of one chain of a market. */
public final class ChainGradient {
  final ChainOutcome.Solved solved;
  final Redraw redraw;
  final Tally base;
  final Adjoint adjoint;

  private ChainGradient(Market market, int chain, ChainOutcome.Solved solved) {
    this.solved = solved;
    redraw = market.redraw(chain);
    base = market.base().tally(chain);
    adjoint = new Adjoint(regime(), solved.point());
  }

  /**
   * The chain of a product, solved from the beginning.
   *
   * @throws IllegalArgumentException if no measure touches the chain
   * @throws IllegalStateException if the market has no solution
   */
  public static ChainGradient of(Market market, ProductId product, SolverLimits limits) {
    return of(market, product, new Answers(Answers.USUAL_BYTES), limits);
  }

  /**
   * The chain of a product, which is solved if nobody has asked for it.
   *
   * @param answers that may know it
   * @throws IllegalArgumentException if no measure touches the chain
   * @throws IllegalStateException if the market has no solution
   */
  public static ChainGradient of(
      Market market, ProductId product, Answers answers, SolverLimits limits) {
    int chain =
        find(market, product)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no measure of the scenario touches the chain of "
                        + product
                        + "\nMaybe name a product that one does"));
    return new ChainGradient(market, chain, solved(market, chain, product, answers, limits));
  }

  /** Whether a measure touches the chain of a product, so that there is something to solve. */
  public static boolean isTouched(Market market, ProductId product) {
    return find(market, product).isPresent();
  }

  private static OptionalInt find(Market market, ProductId product) {
    return IntStream.range(0, market.chains().size())
        .filter(c -> market.chains().get(c).findProduct(product) >= 0)
        .filter(c -> market.regimes().get(c) != null)
        .findFirst();
  }

  private static ChainOutcome.Solved solved(
      Market market, int chain, ProductId product, Answers answers, SolverLimits limits) {
    return switch (answers.find(market, chain, limits)) {
      case ChainOutcome.Solved found -> found;
      case ChainOutcome.Failed failed ->
          throw new IllegalStateException(
              "the market of " + product + " has no solution: " + failed.failure());
    };
  }

  Regime regime() {
    return redraw.regime();
  }

  /** The goal at the solution. */
  public double value(Goal goal) {
    return goal.of(adjoint.tally(), base);
  }

  /**
   * What the goal changes by for one more tonne released from stock at each node, all else
   * following: the multiplier of the node's balance, with what the tonne does to the goal itself.
   */
  public List<NodeValue> listNodeValues(Goal goal) {
    double[] perReleased = adjoint.of(goal).perReleased();
    Chain rows = regime().chain;
    List<NodeValue> values = new ArrayList<>();
    for (int j = 0; j < perReleased.length; j++) {
      if (regime().buyerLive[j]) {
        values.add(
            new NodeValue(
                rows.products[rows.buyerProduct[j]].id(),
                rows.buyerCountry[j],
                rows.buyerUser[j],
                perReleased[j]));
      }
    }
    return values;
  }

  /** Where derivatives to both sides may differ. */
  public List<Kink> listKinks() {
    return adjoint.listKinks();
  }
}
