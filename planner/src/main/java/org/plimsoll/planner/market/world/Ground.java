package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * What a market stands on before its measures: its chains, and what measures make of them. The
 * world is calibrated on a base year; a market file has to be solved without its measures to know
 * its base.
 */
public interface Ground {
  /** In a fixed order; each stands for this ground and no other. */
  List<Chain> chains();

  /** Who is meant by the names in measures. */
  Names names();

  /** The base year where it is known without solving. */
  Optional<Equilibrium> calibrated();

  /** What calibration had to change or leave out. */
  List<Repair> repairs();

  /** Why a measure acts on nothing, whatever the chain; empty if it may act. */
  Optional<IdleMeasure> whyIdle(Measure measure);

  /**
   * Whether a measure on a product acts on a chain.
   *
   * @throws IllegalArgumentException if there is no such product
   */
  boolean isTouched(Chain chain, Measure measure, ProductId product);

  /**
   * The rows of a chain under measures; null where nothing is to be solved.
   *
   * @param base the chain without measures; empty where it is calibrated
   * @param effects told of each measure whether it acts on anything
   */
  @Nullable Regime regime(int chain, List<Touch> touches, Optional<Tally> base, Effects effects);

  /** Why no price can clear these rows, if that can be seen before any search. */
  Optional<Outcome.Infeasible> stranded(Regime regime, Blame blame);

  /** Why the point that a search found is no answer, if it is none. */
  Optional<Outcome.Infeasible> beyondHelp(Solution solution, Blame blame);

  /** What to try where a search does not converge. */
  String advice();

  /**
   * A measure on one product of a chain.
   *
   * @param measure of the market
   * @param product that it covers
   */
  record Touch(Measure measure, ProductId product) {
    /** Of the names alone: a measure's own reaches down to every figure. */
    @Override
    public int hashCode() {
      return 31 * measure.id().hashCode() + product.hashCode();
    }
  }

  /** Hears what measures do. */
  @FunctionalInterface
  interface Effects {
    /**
     * One product of one chain is done.
     *
     * @param nothing why the measure changes nothing there; empty if it changes something
     */
    void of(Measure measure, Optional<IdleMeasure> nothing);
  }

  /** The id of a measure on a product, to look at first. */
  interface Blame extends Function<ProductId, Optional<String>> {}
}
