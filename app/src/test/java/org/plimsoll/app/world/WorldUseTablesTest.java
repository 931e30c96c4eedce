package org.plimsoll.app.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyGoods;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.ProductVolume;

/** What goods hold, and what a row of the page rests on. */
class WorldUseTablesTest {
  private final Evidence tiny = TinyWorld.evidence();
  private final WorldUseTables tables = new WorldUseTables(new WorldSubject(tiny, tiny.products()));

  private static BillOfMaterials coil() {
    return TinyGoods.inUse().bills().getFirst();
  }

  /** 1 to 4, mostly 2 kg × 10,000 to 12,000 = 10 to 48, mostly 20 t. */
  @Test
  void kilogramsTimesUnitsAreTonnes() {
    ProductVolume world = TinyGoods.inUse().volumes().getFirst();
    assertEquals(new Interval(10, 20, 48), coil().tonnesIn(world));
  }

  @Test
  void anotherGoodOrUnitIsRefused() {
    ProductVolume dozens =
        new ProductVolume(
            "widget", "sales", "*", 2024, Interval.exactly(1), "dozen", TinyWorld.MADE_UP);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> coil().tonnesIn(dozens));
    assertEquals(
        "a bill of a piece of widget cannot be multiplied by a count of a dozen of widget",
        e.getMessage());
  }

  /** The old estimate is 500 t and comes first; the count of AAA is left for that of the world. */
  @Test
  void theCountOfTheWorldIsTaken() {
    List<WorldUseTables.Held> held = tables.held();
    assertEquals(List.of("all", "coil"), held.stream().map(h -> h.bill().component()).toList());
    for (WorldUseTables.Held one : held) {
      assertEquals(List.of("*"), one.counts().stream().map(ProductVolume::area).toList());
    }
    assertEquals(new Interval(500, 500, 600), held.getFirst().tonnes().getFirst());
  }

  @Test
  void everyRowWithAFigureSaysHowItIsKnown() {
    for (Table<?> table :
        List.<Table<?>>of(tables.endUses(), tables.goods(), tables.growth(), tables.recycling())) {
      assertTrue(!table.isEmpty(), table.title());
      assertTrue(table.known().stream().allMatch(Optional::isPresent), table.title());
    }
    // A good rests on its bill and its count, which are both of this one made-up row.
    Known known = tables.goods().known().getFirst().orElseThrow();
    assertEquals(Grade.A, known.grade());
    assertEquals(
        List.of("tiny-world@1#fixture", "kg a unit × units ÷ 1,000"), known.origin().derivedFrom());
  }
}
