package org.plimsoll.app.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.scenario.ScenarioFile;

/** A by-product stops with its host, and its host does not stop with it. */
class ByProductsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final CountryCode COD = CountryCode.of("COD");
  private static final ProductId COPPER = ProductId.parse("copper/mine");
  private static final ProductId COBALT = ProductId.parse("cobalt/mine");

  private final Evidence world = RealWorld.evidence();

  @TempDir private Path folder;

  /** USGS 2026: 226,000 t of cobalt with 2,990,000 t of copper; a tonne of copper holds 0.1 t. */
  @Test
  void congoleseCobaltStopsWithItsCopper() throws IOException {
    Equilibrium stopped =
        solve("{type: exportBan, products: [copper/refined, copper/mine], by: [COD]");
    double copper = stopped.output(COPPER, COD);
    assertTrue(copper < 0.5 * 2_990_000, "without exports most of its copper stays: " + copper);
    assertEquals(0.1 * copper, stopped.output(COBALT, COD), 1e-6 * copper);
  }

  @Test
  void congoleseCopperDoesNotStopWithItsCobalt() throws IOException {
    Equilibrium stopped = solve("{type: exportBan, products: [cobalt/mine], by: [COD]");
    assertEquals(0, stopped.exports(COBALT, COD));
    assertEquals(2_990_000, stopped.output(COPPER, COD), 1);
  }

  private Equilibrium solve(String measure) throws IOException {
    Path file = folder.resolve("stop.yaml");
    Files.writeString(
        file,
        """
        name: stop
        title: A stop
        asOf: 2026-11-24
        horizon: one-year
        priceVintage: base2024
        alliance:
          id: core
          members:
            - {country: USA, from: 2026-02-04}
          internalTariffs: keep
        measures:
          - %s, status: assumed}
        parameters: {leak-share: 0}
        """
            .formatted(measure));
    Scenario scenario = ScenarioFile.read(file, world).value().orElseThrow();
    Outcome outcome = Answers.once(Market.of(world, scenario, ParameterDraw.central()));
    return assertInstanceOf(Outcome.Converged.class, outcome).equilibrium();
  }
}
