package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The rows of one chain under measures, to be made again in other draws of the parameters.
 *
 * @param ground of the chain
 * @param number of the chain there
 * @param touches the measures on it
 * @param here the rows in the ground's own draw
 */
record Redraw(WorldGround ground, int number, List<Ground.Touch> touches, WorldGround.Built here) {
  /**
   * A chain in another draw of the parameters.
   *
   * @param base without measures
   * @param regime what the measures make of it; empty if they no longer touch it
   */
  record Redrawn(Chain base, Optional<Regime> regime) {}

  /** The rows in the ground's own draw. */
  Regime regime() {
    return Objects.requireNonNull(here.regime());
  }

  /**
   * The chain in another draw of the parameters.
   *
   * @param isOfMeasure whether the draw differs in figures of measures alone
   */
  Redrawn in(ParameterDraw draw, boolean isOfMeasure) {
    Calibration calibration = ground.calibration();
    Calibration drawn =
        isOfMeasure ? calibration.withMeasuresIn(draw) : calibration.with(draw, number);
    WorldGround.Built there =
        new WorldGround(ground.scenario(), drawn, ground.names(), ground.base())
            .built(number, touches, Optional.of(here.calibrated()), (measure, nothing) -> {});
    return new Redrawn(drawn.chains.get(number), Optional.ofNullable(there.regime()));
  }
}
