package org.plimsoll.planner.floors;

import java.util.List;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.study.Bloc;

/** The tiny world's market, on which BBB and CCC try floors. */
final class TinyFloors {
  private TinyFloors() {}

  static FloorMarket market(Measure... measures) {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    return new FloorMarket(
        Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central()),
        "core",
        Bloc.of(TinyWorld.evidence(), TinyWorld.scenario()).countries(),
        List.of(),
        answers::solve);
  }
}
