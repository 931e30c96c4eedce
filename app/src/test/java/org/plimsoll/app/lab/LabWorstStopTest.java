package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.search.SolverLimits;

/** The stop that costs users most is the one whose answer says so. */
class LabWorstStopTest {
  private final LabMarkets markets = TinyLab.markets();

  private double usersLose(ProductId product) throws IOException {
    LabState stop =
        LabState.of(product, "controlled")
            .withKept(new LabState.Exports("AAA", Optional.empty(), product), 0);
    for (JsonNode row : new ObjectMapper().readTree(markets.ask(stop).json()).get("welfare")) {
      if (row.get("country").asText().equals("all members")) {
        return -row.get("usersUsdMillion").asDouble();
      }
    }
    throw new AssertionError("nobody says what the members lose");
  }

  @Test
  void noOtherStopCostsUsersMore() throws IOException {
    double ore = usersLose(TinyWorld.ORE);
    double refined = usersLose(TinyWorld.REFINED);
    ProductId worst = ore > refined ? TinyWorld.ORE : TinyWorld.REFINED;
    assertTrue(Math.max(ore, refined) > 0 && ore != refined, ore + " and " + refined);
    for (ProductId shown : List.of(TinyWorld.ORE, TinyWorld.REFINED)) {
      assertEquals(
          Optional.of("on=%s&from=controlled&keep.AAA.%s=0".formatted(worst, worst)),
          LabWorstStop.find(markets, shown, SolverLimits.USUAL).map(LabState::print));
    }
  }

  @Test
  void whereNobodyOutsideSellsThereIsNone() {
    Scenario tiny = TinyWorld.scenario();
    Scenario all =
        tiny.withAlliance(
            new Alliance(
                tiny.alliance().id(),
                List.of("AAA", "BBB", "CCC").stream()
                    .map(code -> new Alliance.Member(code, tiny.asOf(), Optional.empty()))
                    .toList()));
    LabMarkets alone =
        new LabMarkets(
            new LabWords(TinyWorld.evidence(), Map.of("all", all)), "", ForkJoinPool.commonPool());
    assertEquals(Optional.empty(), LabWorstStop.find(alone, TinyWorld.REFINED, SolverLimits.USUAL));
  }
}
