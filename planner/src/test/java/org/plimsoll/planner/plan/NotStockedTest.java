package org.plimsoll.planner.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Storage;

/** Why a product is no candidate for a reserve is what the table of storage says of it. */
class NotStockedTest {
  private static final Evidence WORLD =
      TinyWorld.evidence()
          .with(e -> {
            e.storage = new ArrayList<>(e.storage);
            e.storage.add(row("fungible", new Interval(0, 0, 0), "1", "made to order"));
            e.storage.add(row("shelf-life", new Interval(5, 10, 20), "years", ""));
          });

  private static Storage row(String measure, Interval value, String unit, String note) {
    return new Storage(
        TinyWorld.REFINED.toString(),
        "sealed",
        measure,
        "*",
        value,
        unit,
        new Provenance(Source.parse("made-up@1#row"), Grade.C, Status.RECALLED, note));
  }

  @Test
  void theReasonIsARowOfTheWorld() {
    Product refined = WORLD.getProduct(TinyWorld.REFINED);
    Product ore = WORLD.getProduct(TinyWorld.ORE);
    assertEquals(
        List.of(
            refined.name()
                + ": not stocked, since they are not fungible (made to order); they keep 5 to 20"
                + " years.",
            ore.name()
                + ": not stocked, since no form is known in which they keep; what they are made of"
                + " may be."),
        NotStocked.of(WORLD, List.of(refined, ore)).stream()
            .map(ActionPlan.Statement::text)
            .toList());
  }
}
