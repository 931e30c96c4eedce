package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Platinum and palladium as the field knows them, in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlatinumTruthsTest {
  private final CommittedWorld world = CommittedWorld.read();

  /** USGS, Mineral Commodity Summaries 2026: mines of 2024, 179 t platinum and 217 t palladium. */
  @Test
  void worldTotalsAreThePublishedOnes() {
    assertEquals(179, world.madeInAll("pgm-mining"), 0.1);
    // The level counts platinum; refined palladium that is not recycled is what was mined.
    assertEquals(217, world.madeInAll("palladium-refining"), 0.2);
  }

  /** USGS 2026: South Africa 126 of 179 t platinum; Russia 89, South Africa 82.6 of 217 t. */
  @Test
  void platinumIsSouthAfricanAndPalladiumRussian() {
    assertEquals(126.0 / 179, world.shareOfOutput("pgm-mining", "ZAF"), 0.002);
    assertEquals(89, world.made("palladium-refining", "RUS"), 1e-9);
    // Own 82.6 t and Zimbabwe's 15.2 t
    assertEquals(97.8, world.made("palladium-refining", "ZAF"), 0.05);
  }

  @Test
  void zimbabwesMatteHasOneOutlet() {
    assertEquals(18.4, world.flow("platinum/mine", "ZWE", "ZAF"), 0.05);
    assertEquals(1, world.shareOfImports("platinum/mine", "ZAF", "ZWE"), 0.01);
  }

  /** USGS 2026: 140 t of both recovered in the world; in the United States 50 and 8.6 t (2025). */
  @Test
  void autocatalystsComeBack() {
    assertEquals(
        140, world.madeInAll("palladium-recycling") + world.madeInAll("platinum-recycling"), 2);
    assertEquals(45, world.made("palladium-recycling", "USA"), 1e-9);
    assertEquals(7.09, world.made("platinum-recycling", "USA"), 1e-9);
  }

  /** USGS 2026, import sources 2021-24: platinum 49% South African, palladium 36% Russian. */
  @Test
  void americaBuysInSouthAfricaAndRussia() {
    assertTrue(world.shareOfImports("platinum/refined", "USA", "ZAF") > 0.49);
    // BACI 2024 alone: 27.6 of 62.1 t
    assertEquals(0.44, world.shareOfImports("palladium/refined", "USA", "RUS"), 0.06);
    // USGS: apparent consumption
    assertEquals(83.6, world.used("palladium/refined", "USA"), 1e-9);
    assertEquals(68.9, world.used("platinum/refined", "USA"), 1e-9);
  }

  /** BACI 2024 has 177 t from Dubai to India at a fifth of the price: Dubai makes none. */
  @Test
  void dubaiIsNoMine() {
    assertEquals(0, world.flow("platinum/refined", "ARE", "IND"));
    assertTrue(world.used("platinum/refined", "IND") < 20);
  }
}
