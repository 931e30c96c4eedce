package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Niobium, tantalum, vanadium and bismuth as the field knows them, in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlloyMetalTruthsTest {
  private final CommittedWorld world = CommittedWorld.read();

  /** USGS, Mineral Commodity Summaries 2026: world totals of 2024 as printed, rounded. */
  @Test
  void worldTotalsAreThePublishedOnes() {
    assertEquals(112_000, world.madeInAll("niobium-mining"), 700);
    assertEquals(2_500, world.madeInAll("tantalum-mining"), 10);
    assertEquals(118_000, world.madeInAll("vanadium-mining"), 500);
    assertEquals(16_300, world.madeInAll("bismuth-refining"), 50);
    assertEquals(6_800, world.made("vanadium-recovery", "USA"));
  }

  /** USGS 2026: Brazil 104 of 112, DR Congo 1,270 of 2,500, China 84 of 118 and 14 of 16.3. */
  @Test
  void leadersAreThePublishedOnes() {
    assertEquals(0.93, world.shareOfOutput("niobium-mining", "BRA"), 0.01);
    assertEquals(0.51, world.shareOfOutput("tantalum-mining", "COD"), 0.01);
    assertEquals(0.71, world.shareOfOutput("vanadium-mining", "CHN"), 0.01);
    assertEquals(0.86, world.shareOfOutput("bismuth-refining", "CHN"), 0.01);
    // EU study 2023: 88.8% of processing
    assertEquals(0.89, world.shareOfOutput("ferroniobium-making", "BRA"), 0.03);
  }

  /** USGS 2026: ferroniobium and metal from Brazil 65%, Canada 31%; of China's, Brazil's 49%. */
  @Test
  void ferroniobiumComesFromBrazilAndCanada() {
    assertEquals(0.65, world.shareOfImports("niobium/ferroniobium", "USA", "BRA"), 0.1);
    assertEquals(0.31, world.shareOfImports("niobium/ferroniobium", "USA", "CAN"), 0.1);
    assertTrue(world.flow("niobium/ferroniobium", "BRA", "CHN") > 20_000);
    // In BACI a third of all stays in Brazil, which is not real.
    assertTrue(world.used("niobium/ferroniobium", "BRA") < 0.15 * 82_000);
  }

  /** USGS 2026: of US metal and powder China 47%, Germany 25%, Kazakhstan 16% in 2021 to 2024. */
  @Test
  void tantalumPowderComesFromFewPlants() {
    assertEquals(0.3, world.shareOfImports("tantalum/metal", "USA", "CHN"), 0.17);
    assertTrue(world.shareOfImports("tantalum/metal", "USA", "DEU") > 0.1);
    assertTrue(world.shareOfImports("tantalum/metal", "USA", "KAZ") > 0.1);
    assertEquals(566, world.used("tantalum/metal", "USA"), "USGS: apparent consumption");
  }

  /** USGS 2026: of US ferrovanadium Canada 50%, Austria 35% in 2021 to 2024. */
  @Test
  void ferrovanadiumOfAmericaIsCanadianAustrianAndCzech() {
    double canada = world.shareOfImports("vanadium/ferrovanadium", "USA", "CAN");
    double europe =
        world.shareOfImports("vanadium/ferrovanadium", "USA", "AUT")
            + world.shareOfImports("vanadium/ferrovanadium", "USA", "CZE");
    assertTrue(canada > 0.2 && europe > 0.3, canada + " " + europe);
    assertTrue(world.shareOfImports("vanadium/ferrovanadium", "USA", "CHN") < 0.1);
  }

  /** USGS 2026, import sources 2021-24: bismuth from China 56%, Korea 22%. */
  @Test
  void bismuthOfAmericaIsChineseAndKorean() {
    assertEquals(0.56, world.shareOfImports("bismuth/refined", "USA", "CHN"), 0.1);
    assertTrue(world.shareOfImports("bismuth/refined", "USA", "KOR") > 0.22);
    assertEquals(830, world.used("bismuth/refined", "USA"), "USGS: apparent consumption");
  }
}
