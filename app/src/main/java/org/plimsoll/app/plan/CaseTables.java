package org.plimsoll.app.plan;

import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Balance;
import org.plimsoll.planner.plan.ActionPlan.Case;
import org.plimsoll.planner.plan.ActionPlan.Chain;
import org.plimsoll.planner.plan.ActionPlan.Control;
import org.plimsoll.planner.plan.ActionPlan.Coverage;
import org.plimsoll.planner.plan.ActionPlan.FlowLine;
import org.plimsoll.planner.plan.ActionPlan.Leaked;
import org.plimsoll.planner.plan.ActionPlan.Paid;
import org.plimsoll.planner.plan.ActionPlan.PriceLine;
import org.plimsoll.planner.plan.ActionPlan.ProductFigure;
import org.plimsoll.planner.plan.ActionPlan.Promise;
import org.plimsoll.planner.plan.ActionPlan.Repair;
import org.plimsoll.planner.plan.ActionPlan.Sensitivity;
import org.plimsoll.planner.plan.ActionPlan.Solve;
import org.plimsoll.planner.plan.ActionPlan.Stage;

/** The plan as tables: cases, flows, prices, registers, and how sure it is. */
record CaseTables(ActionPlan plan) {

  PlanTable cases() {
    PlanTable.Builder table =
        PlanTable.of("cases")
            .words("case", "title", "against", "country", "role")
            .figure("users_usd", Units.Kind.MONEY)
            .figure("makers_usd", Units.Kind.MONEY)
            .figure("treasury_usd", Units.Kind.MONEY)
            .figure("total_usd", Units.Kind.MONEY);
    for (Case one : plan.cases()) {
      for (Balance balance : one.countries()) {
        table
            .row(
                one.id().id(),
                one.title(),
                one.against().id(),
                balance.country(),
                balance.role().word())
            .figure(balance.users())
            .figure(balance.makers())
            .figure(balance.treasury())
            .figure(balance.total())
            .end();
      }
    }
    return table.build();
  }

  PlanTable caseTotals() {
    PlanTable.Builder table =
        PlanTable.of("case-totals")
            .words("case", "title", "against")
            .figure("world_total_usd", Units.Kind.MONEY);
    for (Case one : plan.cases()) {
      table.row(one.id().id(), one.title(), one.against().id()).figure(one.worldTotal()).end();
    }
    return table.build();
  }

  PlanTable unserved() {
    PlanTable.Builder table =
        PlanTable.of("unserved")
            .words("case", "product")
            .figure("unserved_share", Units.Kind.SHARE);
    for (Case one : plan.cases()) {
      for (ProductFigure share : one.unserved()) {
        table.row(one.id().id(), share.product().toString()).figure(share.figure()).end();
      }
    }
    return table.build();
  }

  PlanTable payments() {
    PlanTable.Builder table =
        PlanTable.of("payments")
            .words("case", "measure", "maker", "payer")
            .figure("paid_usd", Units.Kind.MONEY);
    for (Case one : plan.cases()) {
      for (Paid line : one.payments()) {
        table
            .row(one.id().id(), line.measure(), line.maker(), line.payer())
            .figure(line.paid())
            .end();
      }
    }
    return table.build();
  }

  PlanTable leaks() {
    PlanTable.Builder table =
        PlanTable.of("leaks")
            .words("case", "measure", "product", "via", "to")
            .figure("tonnes", Units.Kind.MASS);
    for (Case one : plan.cases()) {
      for (Leaked line : one.leaks()) {
        table
            .row(one.id().id(), line.measure(), line.product().toString(), line.via(), line.to())
            .figure(line.tonnes())
            .end();
      }
    }
    return table.build();
  }

  PlanTable flows() {
    PlanTable.Builder table =
        PlanTable.of("flows")
            .words("chain", "basis", "product", "from", "to", "before_case", "after_case")
            .figure("before_tonnes", Units.Kind.MASS)
            .figure("after_tonnes", Units.Kind.MASS);
    plan.chains().forEach(chain -> flows(chain, table));
    return table.build();
  }

  PlanTable stopFlows() {
    PlanTable.Builder table =
        PlanTable.of("stop-flows")
            .words("chain", "basis", "product", "from", "to", "before_case", "after_case")
            .figure("before_tonnes", Units.Kind.MASS)
            .figure("after_tonnes", Units.Kind.MASS);
    plan.stopChains().forEach(chain -> flows(chain, table));
    return table.build();
  }

  private static void flows(Chain chain, PlanTable.Builder table) {
    for (Stage stage : chain.stages()) {
      for (FlowLine flow : stage.flows()) {
        table
            .row(
                chain.id(),
                chain.basis(),
                stage.product().toString(),
                flow.from(),
                flow.to(),
                chain.before().id(),
                chain.after().id())
            .figure(flow.before())
            .figure(flow.after())
            .end();
      }
    }
  }

  PlanTable prices() {
    PlanTable.Builder table =
        PlanTable.of("prices")
            .words("product", "vintage", "date", "location", "type", "liquid", "note")
            .figure("usd_per_tonne", Units.Kind.PRICE);
    for (PriceLine price : plan.prices()) {
      table
          .row(
              price.product().toString(),
              price.vintage(),
              price.date(),
              price.location(),
              price.type(),
              PlanTables.yesNo(price.liquid()),
              price.note())
          .figure(price.price())
          .end();
    }
    return table.build();
  }

  PlanTable controls() {
    PlanTable.Builder table =
        PlanTable.of("controls")
            .words(
                "control",
                "issuer",
                "reference",
                "type",
                "minerals",
                "target",
                "state",
                "standing",
                "in_base",
                "effect",
                "url");
    for (Control c : plan.controls()) {
      table
          .row(
              c.id(),
              c.issuer(),
              c.reference(),
              c.type(),
              c.minerals(),
              c.target(),
              c.state(),
              c.standing(),
              c.inBase(),
              c.effect(),
              c.url())
          .source(c.source())
          .status(Status.REPORTED)
          .end();
    }
    return table.build();
  }

  PlanTable commitments() {
    PlanTable.Builder table =
        PlanTable.of("commitments")
            .words(
                "commitment",
                "made",
                "due",
                "done",
                "parties",
                "promise",
                "state",
                "standing",
                "registered",
                "url");
    for (Promise p : plan.commitments()) {
      table
          .row(
              p.id(),
              p.made(),
              p.due().orElse(""),
              p.done().orElse(""),
              p.parties(),
              p.promise(),
              p.state().word(),
              p.standing(),
              p.registered(),
              p.url())
          .source(p.source())
          .status(Status.REPORTED)
          .end();
    }
    return table.build();
  }

  PlanTable coverage() {
    PlanTable.Builder table = PlanTable.of("coverage").words("product", "name", "tier", "reason");
    for (Coverage c : plan.coverage()) {
      table
          .row(c.product().toString(), c.name(), c.tier().word(), c.reason())
          .source("world/products.csv")
          .end();
    }
    return table.build();
  }

  PlanTable sensitivities() {
    PlanTable.Builder table =
        PlanTable.of("sensitivities")
            .words("goal", "parameter", "range_unit", "answer_unit")
            .figure("range", Units.Kind.OTHER)
            .figure("answer_at_low", Units.Kind.OTHER)
            .figure("answer", Units.Kind.OTHER)
            .figure("answer_at_high", Units.Kind.OTHER);
    for (Sensitivity s : plan.sensitivities()) {
      table
          .row(s.goal(), s.parameter(), s.range().unit(), s.central().unit())
          .figure(s.range())
          .figure(s.atLow())
          .figure(s.central())
          .figure(s.atHigh())
          .end();
    }
    return table.build();
  }

  PlanTable repairs() {
    PlanTable.Builder table =
        PlanTable.of("repairs")
            .words("activity", "country")
            .figure("credit_usd_per_tonne", Units.Kind.PRICE);
    for (Repair repair : plan.repairs()) {
      table.row(repair.activity(), repair.country()).figure(repair.credit()).end();
    }
    return table.build();
  }

  PlanTable certificates() {
    PlanTable.Builder table =
        PlanTable.of("certificates")
            .words("case", "vintage", "measures", "outcome", "detail")
            .figure("imbalance_share", Units.Kind.OTHER)
            .figure("complementarity", Units.Kind.OTHER)
            .figure("iterations", Units.Kind.OTHER);
    for (Solve solve : plan.solves()) {
      table
          .row(
              solve.run().id(),
              solve.vintage(),
              String.join(" | ", solve.measures()),
              solve.status().word(),
              solve.detail())
          .figure(solve.imbalance())
          .figure(solve.complementarity())
          .figure(solve.iterations())
          .end();
    }
    return table.build();
  }
}
