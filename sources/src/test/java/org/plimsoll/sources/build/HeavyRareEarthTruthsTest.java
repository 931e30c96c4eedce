package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** Terbium and yttrium as the field knows them, in the committed world. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeavyRareEarthTruthsTest {
  private static final Set<CountryCode> CHINA = Set.of(CountryCode.of("CHN"));

  private final CommittedWorld world = CommittedWorld.read();

  /** EU study 2023: China separates all of both. */
  @Test
  void chinaSeparatesAll() {
    for (String product : Set.of("terbium/oxide", "yttrium/oxide", "dysprosium/oxide")) {
      assertEquals(CHINA, world.makers(ProductId.parse(product)), product);
    }
    assertEquals(1, world.shareOfImports("terbium/oxide", "JPN", "CHN"));
    // USGS 2026: China 100% of US terbium; 70% of yttrium, and nearly all the rest made from it
    assertEquals(1, world.shareOfImports("terbium/oxide", "USA", "CHN"));
    assertEquals(1, world.shareOfImports("yttrium/oxide", "USA", "CHN"));
  }

  /** USGS 2026: 10,000 to 15,000 t of Y2O3 in concentrate; here × 92% recovered. */
  @Test
  void yttriumIsInsideThePublishedRange() {
    double mined = world.madeInAll("yttrium-separation") * 1.087;
    assertTrue(mined > 10_000 && mined < 15_000, "mined " + mined);
    assertEquals(500, world.used("yttrium/oxide", "USA"), "USGS: apparent consumption");
  }

  /** Clays and bastnaesite alike hold Tb a seventh to a fifth of Dy. */
  @Test
  void terbiumIsAFractionOfDysprosium() {
    double share = world.madeInAll("terbium-separation") / world.madeInAll("heavy-separation");
    assertTrue(share > 1.0 / 7 && share < 1.0 / 5, "share " + share);
  }

  /** USGS 2026: terbium oxide at 812, dysprosium at 257, yttrium at 6 dollars a kilogram. */
  @Test
  void pricesAreInTheOrderOfRarity() {
    assertEquals(812_000, world.price("terbium/oxide", "base2024"));
    assertEquals(257_000, world.price("dysprosium/oxide", "base2024"));
    assertEquals(6_000, world.price("yttrium/oxide", "base2024"));
  }
}
