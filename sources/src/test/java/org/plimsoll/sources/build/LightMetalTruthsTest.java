package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Magnesium, titanium, silicon and fluorspar as the field knows them, in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LightMetalTruthsTest {
  private final CommittedWorld world = CommittedWorld.read();

  /** USGS, Mineral Commodity Summaries 2026: world totals of 2024 as printed, rounded. */
  @Test
  void worldTotalsAreThePublishedOnes() {
    assertEquals(1_080_000, world.madeInAll("magnesium-smelting"), 5_000);
    assertEquals(380_000, world.madeInAll("titanium-sponge-making"), 1_000);
    assertEquals(10_300_000, world.madeInAll("fluorspar-mining"), 50_000);
    // 5,500,000 t without the United States, whose output is withheld
    double silicon = world.madeInAll("silicon-smelting") - world.made("silicon-smelting", "USA");
    assertEquals(5_500_000, silicon, 20_000);
  }

  /** USGS 2026: 953 of 1,080, 256 of 380, 6,000 of 10,300; silicon 4,800 of 5,500. */
  @Test
  void chinaLeadsAllFour() {
    assertEquals(0.88, world.shareOfOutput("magnesium-smelting", "CHN"), 0.005);
    assertEquals(0.675, world.shareOfOutput("titanium-sponge-making", "CHN"), 0.005);
    assertEquals(0.58, world.shareOfOutput("fluorspar-mining", "CHN"), 0.005);
    assertEquals(0.87, world.shareOfOutput("silicon-smelting", "CHN"), 0.01);
  }

  /** USGS 2026, import sources 2021-24: Japan 77%, Saudi Arabia 13%, Kazakhstan 8%. */
  @Test
  void americaBuysItsSpongeInJapan() {
    assertEquals(0.77, world.shareOfImports("titanium/sponge", "USA", "JPN"), 0.10);
    assertEquals(0.13, world.shareOfImports("titanium/sponge", "USA", "SAU"), 0.06);
    assertEquals(39_800, world.used("titanium/sponge", "USA"), "USGS: apparent consumption");
  }

  /** EU study 2023: China 97% of the magnesium of the Union. USGS: Israel first, then Turkey. */
  @Test
  void europeBuysItsMagnesiumInChinaAndAmericaDoesNot() {
    assertTrue(world.shareOfImports("magnesium/metal", "DEU", "CHN") > 0.85);
    assertTrue(world.shareOfImports("magnesium/metal", "USA", "CHN") < 0.15);
    assertTrue(world.shareOfImports("magnesium/metal", "USA", "ISR") > 0.4);
  }

  /** EU study 2023: Norway 33%, France 28% of the Union's silicon. USGS: Brazil 38%, Canada 29%. */
  @Test
  void siliconOfTheAlliesIsNotChinese() {
    assertTrue(world.shareOfImports("silicon/metal", "DEU", "NOR") > 0.3);
    assertTrue(world.shareOfImports("silicon/metal", "DEU", "CHN") < 0.1);
    assertEquals(0.38, world.shareOfImports("silicon/metal", "USA", "BRA"), 0.2);
    assertTrue(world.shareOfImports("silicon/metal", "JPN", "CHN") > 0.7);
  }

  /** USGS 2026: Mexico 64% of US imports in 2021 to 2024; Mongolia sells to China. */
  @Test
  void fluorsparCrossesTheRioGrandeAndTheGobi() {
    assertEquals(0.64, world.shareOfImports("fluorspar/mine", "USA", "MEX"), 0.15);
    assertTrue(world.flow("fluorspar/mine", "MNG", "CHN") > 1_100_000);
    assertEquals(390_000, world.used("fluorspar/mine", "USA"), 130_000, "BACI sees less of it");
  }
}
