package org.plimsoll.planner.market.answer;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;

/**
 * Something that a result shows and a reader of prices alone would miss. "Before" is the market
 * that was extended by the measure ({@code Market.and}), or the base year.
 */
public sealed interface Finding {
  /** Id of the measure that it is about. */
  String measure();

  /** The product that it is about. */
  ProductId product();

  /**
   * A floor that no import meets: every levied origin lands above it.
   *
   * @param measure the floor
   * @param product which
   * @param floorUsdPerTonne the floor
   * @param cheapestUsdPerTonne lowest value and duty at the border of any levied import
   */
  record FloorIdle(
      String measure, ProductId product, double floorUsdPerTonne, double cheapestUsdPerTonne)
      implements Finding {}

  /**
   * A floor that does not hold the price where it is levied.
   *
   * @param measure the floor
   * @param product which
   * @param reason why
   * @param floorUsdPerTonne the floor
   * @param importersUsdPerTonne quantity-weighted delivered price of those who levy it; where
   *     nothing is delivered the most that users would pay
   */
  record FloorNotHeld(
      String measure,
      ProductId product,
      Reason reason,
      double floorUsdPerTonne,
      double importersUsdPerTonne)
      implements Finding {
    /** Why a floor does not hold. */
    public enum Reason {
      /** A levy holds the price only while the bloc imports from levied origins. */
      NO_LEVIED_IMPORTS,
      /** It lies above what any user would pay, so that nothing comes and use ends. */
      ABOVE_CHOKE,
      /** The levy is at its bound, and goods land below it. */
      BOUND_REACHED,
      /** An exempt origin sells below it. */
      EXEMPT_ORIGIN_UNDERCUTS
    }
  }

  /**
   * A floor that taxes the bloc's own next stage: g = (t_out − a t_in)/(1 − a) is below zero.
   *
   * @param measure the floor
   * @param product its product, the input
   * @param activity the next stage
   * @param rate g, share of value added (Corden 1966)
   * @param outputRate t_out, rise of the output's price inside over outside since before
   * @param inputRate t_in, rise of the input's price inside over outside
   * @param costShare a, input cost over value of output in the base
   */
  record EffectiveProtection(
      String measure,
      ProductId product,
      String activity,
      double rate,
      double outputRate,
      double inputRate,
      double costShare)
      implements Finding {}

  /**
   * The bloc's own next stage makes less under a floor on its input.
   *
   * @param measure the floor
   * @param product its product, the input
   * @param activity the next stage
   * @param outputBefore level of the next stage in the bloc without the floor, tonnes
   * @param outputAfter level with it, tonnes
   */
  record NextStageShrinks(
      String measure, ProductId product, String activity, double outputBefore, double outputAfter)
      implements Finding {}

  /**
   * Imports of the next stage take the place of what a floor makes dear.
   *
   * @param measure the floor
   * @param product the next stage's product
   * @param importsBefore of the bloc from outside, tonnes
   * @param importsAfter of the bloc from outside, tonnes
   */
  record NextStageImportsRise(
      String measure, ProductId product, double importsBefore, double importsAfter)
      implements Finding {}

  /**
   * An exempt partner without an equivalent floor sells more into the bloc while it buys from
   * levied origins.
   *
   * @param measure the floor
   * @param product which
   * @param partner the exempt origin
   * @param soldBefore tonnes from partner to bloc before
   * @param soldAfter tonnes with the measures
   * @param bought tonnes that the partner buys from levied origins
   * @param landedUsdPerTonne what its goods cost in the bloc
   */
  record LeakyExemption(
      String measure,
      ProductId product,
      Place partner,
      double soldBefore,
      double soldAfter,
      double bought,
      double landedUsdPerTonne)
      implements Finding {}

  /**
   * A quota of the exporter carries just what is wanted at the floor, so that the gap between the
   * producer price and the floor may be its rent, or levy, or a part each.
   *
   * @param measure the floor
   * @param product which
   * @param importer where
   * @param origin whose quota
   * @param quota the other measure
   */
  record GapNotIdentified(
      String measure, ProductId product, Place importer, Place origin, String quota)
      implements Finding {}

  /**
   * Goods are alike and several levied origins cost exactly the floor, so that their shares, and
   * with them the levy's revenue, depend on the rule that chose.
   *
   * @param measure the floor
   * @param product which
   * @param importer where
   * @param origins that all cost the floor
   * @param rule that chose
   */
  record NotIdentified(
      String measure, ProductId product, Place importer, List<Place> origins, String rule)
      implements Finding {
    public NotIdentified {
      origins = List.copyOf(origins);
    }
  }
}
