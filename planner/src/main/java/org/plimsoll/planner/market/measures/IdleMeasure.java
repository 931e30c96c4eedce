package org.plimsoll.planner.market.measures;

import java.util.Optional;

/**
 * A measure that changes nothing in this market, and why.
 *
 * @param id of the measure
 * @param reason why
 * @param detail for a person, naming date or product
 */
public record IdleMeasure(String id, Reason reason, String detail) {
  /** Why a measure changes nothing. */
  public enum Reason {
    /** The scenario's date lies outside its dates. */
    NOT_IN_FORCE,
    /** A product that it covers has no solved market. */
    NOT_MODELLED,
    /** No route, maker or buyer of the market is covered. */
    COVERS_NOTHING,
    /** A floor on whose routes others are as high. */
    OUTDONE,
    /** The market without it alone is the same. */
    SAME_WITHOUT
  }

  /** One that covers nothing of the market. */
  public static IdleMeasure coversNothing(String id) {
    return new IdleMeasure(
        id, Reason.COVERS_NOTHING, "no route, maker or buyer of the market is covered");
  }

  /** Nothing, or one that covers nothing. */
  public static Optional<IdleMeasure> unless(boolean isCovering, String id) {
    return isCovering ? Optional.empty() : Optional.of(coversNothing(id));
  }

  /** One without which the market is the same. */
  public static IdleMeasure sameWithout(String id) {
    return new IdleMeasure(id, Reason.SAME_WITHOUT, "the market without it is the same");
  }

  /** A floor that is not the highest on any of its routes. */
  public static IdleMeasure outdone(String id) {
    return new IdleMeasure(
        id, Reason.OUTDONE, "on every route that it covers another floor is as high");
  }
}
