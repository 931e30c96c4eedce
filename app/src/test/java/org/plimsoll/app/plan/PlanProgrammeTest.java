package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.vault.PlanProgramme;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;

/** The stockpile of a plan becomes purchases that add up to what the plan spends. */
class PlanProgrammeTest {
  private static final ActionPlan PLAN = SamplePlan.plan();

  @Test
  void aPurchaseForEachHolding() {
    PlanProgramme programme =
        PlanProgramme.of(
            PLAN, PlanProgramme.said(new TreeMap<>(Map.of(Field.SITE, Optional.of("north")))));
    List<ActionPlan.Holding> bought =
        PLAN.stockpile().holdings().stream().filter(h -> h.tonnes().central() > 0).toList();
    assertTrue(!bought.isEmpty());
    assertEquals(bought.size(), programme.purchases().size());
    for (int i = 0; i < bought.size(); i++) {
      Event event = programme.purchases().get(i);
      ActionPlan.Holding holding = bought.get(i);
      assertEquals(Verb.ACQUIRE, event.verb());
      assertEquals(holding.product().toString(), event.find(Field.PRODUCT).orElseThrow());
      assertEquals("north", event.find(Field.SITE).orElseThrow());
      double tonnes = Double.parseDouble(event.find(Field.MASS_G).orElseThrow()) / 1e6;
      assertEquals(1, tonnes / holding.tonnes().central(), 1e-5);
      double price =
          new BigDecimal(event.find(Field.PRICE).orElseThrow().split(" ", -1)[0]).doubleValue();
      assertEquals(1, price * tonnes * 1000 / holding.cost().central(), 1e-5);
      assertTrue(event.find(Field.REASON).orElseThrow().contains("stockpile.holdings"));
      // Nobody has seen the lot yet.
      assertTrue(event.find(Field.ASSAY).isEmpty() && event.find(Field.ORIGIN).isEmpty());
    }
    assertTrue(
        programme
            .remarks()
            .contains("to be filled in when a lot is delivered: grade, assay, origin, custody"),
        programme.remarks().toString());
    assertTrue(
        programme.toCsv().startsWith("id,verb,product,form,grade,lot,site,mass_g,"),
        programme.toCsv());
  }

  /** What is not bought is one remark a reason, however many there are. */
  @Test
  void whatIsNotBoughtIsSaidOnceForEachReason() {
    PlanProgramme programme =
        PlanProgramme.of(
            SamplePlan.withHoldings(
                nothing("zinc/refined", "too dear"),
                nothing("tin/refined", "none to be had"),
                nothing("cobalt/refined", "too dear")),
            Map.of());
    assertEquals(
        List.of(
            "nothing to buy of 1 (none to be had): tin/refined",
            "nothing to buy of 2 (too dear): zinc/refined, cobalt/refined"),
        programme.remarks().subList(0, 2));
  }

  private static ActionPlan.Holding nothing(String product, String why) {
    ActionPlan.Holding first = PLAN.stockpile().holdings().getFirst();
    Figure none = SamplePlan.empty().stockpile().spent();
    return new ActionPlan.Holding(
        ProductId.parse(product),
        product,
        first.form(),
        none,
        none,
        none,
        new NoFigure("USD", why),
        none,
        none,
        none,
        why);
  }
}
