package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.place.Country;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** A stop of every product by every exporter in 200 random worlds. */
class BanSweepTest {
  private static final int WORLDS = 200;

  @Test
  void everyStopHasACertifiedAnswer() {
    int solved = 0;
    long steps = 0;
    int most = 0;
    List<String> failed = new ArrayList<>();
    for (int seed = 0; seed < WORLDS; seed++) {
      Evidence evidence = RandomMarkets.evidence(seed);
      Market market = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
      for (ProductId product : market.listProducts()) {
        for (Country country : evidence.countries()) {
          if (market.base().exports(product, country.code()) > 0) {
            String code = country.code().alpha3();
            switch (Answers.once(market.with(List.of(Make.ban(product, code, ""))))) {
              case Outcome.Converged converged -> {
                assertTrue(converged.certificate().holds());
                solved++;
                steps += converged.certificate().iterations();
                most = Math.max(most, converged.certificate().iterations());
              }
              case Outcome.NotConverged not -> failed.add(seed + " " + not);
              case Outcome.Infeasible none -> failed.add(seed + " " + none);
            }
          }
        }
      }
    }
    System.out.printf(
        "bans: %d of %d solved, %.1f steps in the mean, %d at most%n",
        solved, solved + failed.size(), (double) steps / solved, most);
    assertTrue(solved > 2_000);
    assertEquals(List.of(), failed);
  }
}
