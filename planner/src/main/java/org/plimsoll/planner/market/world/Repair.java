package org.plimsoll.planner.market.world;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;

/** A change or omission of evidence by calibration, for the report. */
public sealed interface Repair {
  /** The product concerned. */
  ProductId product();

  /**
   * A base margin too thin to respond to: the missing part is added to every price of the activity.
   *
   * @param activity identifier in the world's technology
   * @param country where
   * @param product its primary output
   * @param valueUsdPerTonne value of outputs a tonne of level
   * @param marginUsdPerTonne what prices gave, possibly negative
   * @param creditUsdPerTonne what was added
   */
  record MarginRepair(
      String activity,
      Place country,
      ProductId product,
      double valueUsdPerTonne,
      double marginUsdPerTonne,
      double creditUsdPerTonne)
      implements Repair {}

  /**
   * Production, trade and use of the base year do not meet: the difference stays as a constant.
   *
   * @param product which
   * @param country where
   * @param ofMaker whether sales differ from output; else use differs from what was delivered
   * @param tonnes supply that nothing explains; negative for uptake that nothing explains
   */
  record BaseDiscrepancy(ProductId product, Place country, boolean ofMaker, double tonnes)
      implements Repair {}

  /**
   * A by-product made more in the base year than its host could yield: the yield was raised.
   *
   * @param activity identifier in the world's technology
   * @param country where
   * @param product the by-product
   * @param capTonnes yield × host output
   * @param madeTonnes base output, the cap now used
   */
  record HostCapRaised(
      String activity, Place country, ProductId product, double capTonnes, double madeTonnes)
      implements Repair {}

  /**
   * A product that the world counts as solved and this market leaves out.
   *
   * @param product which
   * @param reason for a person
   */
  record LeftOut(ProductId product, String reason) implements Repair {}
}
