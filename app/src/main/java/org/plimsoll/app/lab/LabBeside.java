package org.plimsoll.app.lab;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.report.drawing.LadderLayer;

/**
 * What an answer is shown beside.
 *
 * @param drawn the same state in draws of the parameters, once there are enough
 * @param first the answer that is kept as A, of the same product and with a market
 */
public record LabBeside(Optional<LabDrawn> drawn, Optional<LabAnswer> first) {
  public static final LabBeside NOTHING = new LabBeside(Optional.empty(), Optional.empty());

  /** What is laid over the prices. */
  LadderLayer layer() {
    return new LadderLayer(
        side(LabQuantity.ALLIANCE_PRICE, first(LabPictures::alliancePrice)),
        side(LabQuantity.THIRD_COUNTRIES_PRICE, first(LabPictures::thirdCountriesPrice)));
  }

  private OptionalDouble first(java.util.function.Function<LabPictures, OptionalDouble> price) {
    return first.flatMap(LabAnswer::pictures).map(price).orElse(OptionalDouble.empty());
  }

  private LadderLayer.Side side(LabQuantity quantity, OptionalDouble other) {
    return drawn
        .map(draws -> draws.side(quantity, other))
        .orElse(new LadderLayer.Side(LadderLayer.Side.EMPTY.draws(), Optional.empty(), other));
  }
}
