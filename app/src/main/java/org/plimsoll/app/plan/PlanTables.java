package org.plimsoll.app.plan;

import java.util.List;
import java.util.Locale;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.CountryFigure;
import org.plimsoll.planner.plan.ActionPlan.Disparity;
import org.plimsoll.planner.plan.ActionPlan.Exposure;
import org.plimsoll.planner.plan.ActionPlan.Floor;
import org.plimsoll.planner.plan.ActionPlan.FloorAt;
import org.plimsoll.planner.plan.ActionPlan.Holding;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.ActionPlan.PlantOutput;
import org.plimsoll.planner.plan.ActionPlan.RankedProject;
import org.plimsoll.planner.plan.ActionPlan.Statement;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

/** The plan as tables: what is recommended and why. {@link CaseTables} has the rest. */
record PlanTables(ActionPlan plan) {

  /** Every table of a plan, in the order of its page; the last lists every figure by itself. */
  static List<PlanTable> of(ActionPlan plan) {
    PlanTables actions = new PlanTables(plan);
    CaseTables cases = new CaseTables(plan);
    return List.of(
        actions.statements(),
        actions.exposure(),
        actions.leverage(),
        actions.leverageByMember(),
        actions.floors(),
        actions.floorMakers(),
        actions.floorCosts(),
        actions.disparities(),
        actions.stockpile(),
        actions.holdings(),
        actions.projects(),
        actions.projectOutputs(),
        actions.cooperation(),
        cases.cases(),
        cases.caseTotals(),
        cases.unserved(),
        cases.payments(),
        cases.leaks(),
        cases.flows(),
        cases.stopFlows(),
        cases.prices(),
        cases.controls(),
        cases.commitments(),
        cases.coverage(),
        cases.sensitivities(),
        cases.repairs(),
        cases.certificates(),
        FigureTable.of(plan));
  }

  /** A word for whether something holds, as the other tables of the project write it. */
  static String yesNo(boolean truth) {
    return truth ? "yes" : "no";
  }

  private PlanTable statements() {
    PlanTable.Builder table =
        PlanTable.of("statements")
            .words("part", "number", "text", "figure", "unit")
            .figure("value", Units.Kind.OTHER);
    add(table, "headline", plan.headline());
    add(table, "why unspent", plan.stockpile().whyUnspent());
    add(table, "narrow link", plan.projects().narrow());
    add(table, "limit", plan.limits());
    return table.build();
  }

  private static void add(PlanTable.Builder table, String part, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      String number = Integer.toString(i + 1);
      if (statement.figures().isEmpty()) {
        table
            .row(part, number, statement.text(), "", "")
            .figure(new NoFigure("", "states no number"))
            .end();
      }
      for (int f = 0; f < statement.figures().size(); f++) {
        Figure figure = statement.figures().get(f);
        table
            .row(part, number, statement.text(), "{" + f + "}", figure.unit())
            .figure(figure)
            .end();
      }
    }
  }

  private PlanTable exposure() {
    PlanTable.Builder table =
        PlanTable.of("exposure")
            .words("product", "name", "tier", "member", "first_supplier")
            .figure("use_tonnes", Units.Kind.MASS)
            .figure("import_reliance_share", Units.Kind.SHARE)
            .figure("sourcing_hhi", Units.Kind.OTHER)
            .figure("first_supplier_share", Units.Kind.SHARE)
            .figure("unserved_share", Units.Kind.SHARE)
            .figure("days_until_use_stops", Units.Kind.DAYS);
    for (Exposure e : plan.exposure()) {
      table
          .row(e.product().toString(), e.name(), e.tier().word(), e.member(), e.firstSupplier())
          .figure(e.use())
          .figure(e.importReliance())
          .figure(e.sourcingHhi())
          .figure(e.firstShare())
          .figure(e.unservedShare())
          .figure(e.daysUntilUseStops())
          .end();
    }
    return table.build();
  }

  private PlanTable leverage() {
    PlanTable.Builder table =
        PlanTable.of("leverage")
            .words("case", "exporter", "product", "at_assumed_ceiling")
            .figure("loss_usd", Units.Kind.MONEY)
            .figure("unserved_share", Units.Kind.SHARE)
            .figure("own_loss_usd", Units.Kind.MONEY);
    for (LeverageCell cell : plan.leverage().cells()) {
      table
          .row(cell.id().id(), cell.exporter(), cell.product().toString(), yesNo(cell.atCeiling()))
          .figure(cell.loss())
          .figure(cell.unservedShare())
          .figure(cell.ownLoss())
          .end();
    }
    return table.build();
  }

  private PlanTable leverageByMember() {
    PlanTable.Builder table =
        PlanTable.of("leverage-by-member")
            .words("exporter", "product", "member", "at_assumed_ceiling")
            .figure("loss_usd", Units.Kind.MONEY)
            .figure("unserved_share", Units.Kind.SHARE)
            .figure("exposed_value_added_usd", Units.Kind.MONEY);
    for (LeverageCell cell : plan.leverage().cells()) {
      for (MemberLoss loss : cell.byMember()) {
        table
            .row(cell.exporter(), cell.product().toString(), loss.member(), yesNo(cell.atCeiling()))
            .figure(loss.loss())
            .figure(loss.unservedShare())
            .figure(loss.exposedValueAdded())
            .end();
      }
    }
    return table.build();
  }

  private PlanTable floors() {
    PlanTable.Builder table =
        PlanTable.of("floors")
            .words(
                "product",
                "name",
                "floor_status",
                "gap_goes_to",
                "vintage",
                "date",
                "verdict",
                "findings")
            .figure("floor_usd_per_tonne", Units.Kind.PRICE)
            .figure("bound_usd_per_tonne", Units.Kind.PRICE)
            .figure("incentive_usd_per_tonne", Units.Kind.PRICE)
            .figure("base_usd_per_tonne", Units.Kind.PRICE)
            .figure("inside_usd_per_tonne", Units.Kind.PRICE)
            .figure("outside_usd_per_tonne", Units.Kind.PRICE)
            .figure("levy_usd_per_tonne", Units.Kind.PRICE)
            .figure("revenue_usd", Units.Kind.MONEY)
            .figure("bloc_output_change_share", Units.Kind.SHARE)
            .figure("next_stage_output_change_share", Units.Kind.SHARE);
    for (Floor floor : plan.floors()) {
      for (FloorAt at : floor.vintages()) {
        table
            .row(
                floor.product().toString(),
                floor.name(),
                floor.status().word(),
                floor.gapGoesTo().name().toLowerCase(Locale.ROOT),
                at.vintage(),
                at.date(),
                at.verdict().word(),
                String.join(" | ", at.findings()))
            .figure(floor.price())
            .figure(bound(floor))
            .figure(floor.incentive())
            .figure(at.basePrice())
            .figure(at.inside())
            .figure(at.outside())
            .figure(at.levy())
            .figure(at.revenue())
            .figure(at.blocOutput())
            .figure(at.nextStageOutput())
            .source(floor.source())
            .end();
      }
    }
    return table.build();
  }

  private static Result bound(Floor floor) {
    return floor.bound().<Result>map(bound -> bound).orElse(new NoFigure("USD/t", "no bound"));
  }

  private PlanTable floorMakers() {
    PlanTable.Builder table =
        PlanTable.of("floor-makers")
            .words("product", "floor_status", "vintage", "member")
            .figure("paid_usd_per_tonne", Units.Kind.PRICE);
    for (Floor floor : plan.floors()) {
      for (FloorAt at : floor.vintages()) {
        for (CountryFigure maker : at.makers()) {
          table
              .row(floor.product().toString(), floor.status().word(), at.vintage(), maker.country())
              .figure(maker.figure())
              .end();
        }
      }
    }
    return table.build();
  }

  private PlanTable disparities() {
    PlanTable.Builder table =
        PlanTable.of("disparities")
            .words("product", "vintage", "dear", "cheap", "why")
            .figure("dear_usd_per_tonne", Units.Kind.PRICE)
            .figure("cheap_usd_per_tonne", Units.Kind.PRICE)
            .figure("explained_usd_per_tonne", Units.Kind.PRICE);
    for (Disparity d : plan.disparities()) {
      table
          .row(d.product().toString(), d.vintage(), d.dear(), d.cheap(), d.why())
          .figure(d.dearPrice())
          .figure(d.cheapPrice())
          .figure(d.explained())
          .end();
    }
    return table.build();
  }

  private PlanTable floorCosts() {
    PlanTable.Builder table =
        PlanTable.of("floor-costs")
            .words("product", "floor_status", "vintage", "member")
            .figure("user_cost_usd", Units.Kind.MONEY);
    for (Floor floor : plan.floors()) {
      for (FloorAt at : floor.vintages()) {
        for (CountryFigure cost : at.userCost()) {
          table
              .row(floor.product().toString(), floor.status().word(), at.vintage(), cost.country())
              .figure(cost.figure())
              .end();
        }
      }
    }
    return table.build();
  }

  private PlanTable stockpile() {
    PlanTable.Builder table =
        PlanTable.of("stockpile").words("part").figure("usd", Units.Kind.MONEY);
    table.row("budget").figure(plan.stockpile().budget()).end();
    table.row("spent").figure(plan.stockpile().spent()).end();
    table.row("unspent").figure(plan.stockpile().unspent()).end();
    return table.build();
  }

  private PlanTable holdings() {
    PlanTable.Builder table =
        PlanTable.of("holdings")
            .words("product", "name", "form", "limit")
            .figure("tonnes", Units.Kind.MASS)
            .figure("cost_usd", Units.Kind.MONEY)
            .figure("days_of_cover", Units.Kind.DAYS)
            .figure("avoided_loss_usd", Units.Kind.MONEY)
            .figure("first_value_per_usd", Units.Kind.OTHER)
            .figure("next_value_per_usd", Units.Kind.OTHER)
            .figure("carrying_usd", Units.Kind.MONEY);
    for (Holding h : plan.stockpile().holdings()) {
      table
          .row(h.product().toString(), h.name(), h.form(), h.limit())
          .figure(h.tonnes())
          .figure(h.cost())
          .figure(h.daysOfCover())
          .figure(h.avoidedLoss())
          .figure(h.firstValuePerUsd())
          .figure(h.nextValuePerUsd())
          .figure(h.carrying())
          .end();
    }
    return table.build();
  }

  private PlanTable projects() {
    PlanTable.Builder table =
        PlanTable.of("projects")
            .words(
                "rank",
                "projects",
                "name",
                "operator",
                "country",
                "products",
                "stop",
                "start",
                "state",
                "support",
                "url")
            .figure("calm_gain_usd", Units.Kind.MONEY)
            .figure("avoided_loss_usd", Units.Kind.MONEY)
            .figure("expected_usd", Units.Kind.MONEY);
    List<RankedProject> ranked = plan.projects().ranked();
    for (int i = 0; i < ranked.size(); i++) {
      RankedProject p = ranked.get(i);
      table
          .row(
              Integer.toString(i + 1),
              String.join(" | ", p.ids()),
              p.name(),
              p.operator(),
              p.country(),
              String.join(
                  " | ", p.outputs().stream().map(output -> output.product().toString()).toList()),
              p.stop().id(),
              p.start(),
              p.state(),
              p.support(),
              p.url())
          .figure(p.calmGain())
          .figure(p.avoidedLoss())
          .figure(p.expected())
          .end();
    }
    return table.build();
  }

  private PlanTable projectOutputs() {
    PlanTable.Builder table =
        PlanTable.of("project-outputs")
            .words("projects", "name", "product")
            .figure("capacity_tonnes", Units.Kind.MASS);
    for (RankedProject p : plan.projects().ranked()) {
      for (PlantOutput output : p.outputs()) {
        table
            .row(String.join(" | ", p.ids()), p.name(), output.product().toString())
            .figure(output.capacity())
            .end();
      }
    }
    return table.build();
  }

  private PlanTable cooperation() {
    PlanTable.Builder table =
        PlanTable.of("cooperation")
            .words("product", "name", "member", "first_supplier", "partner", "relation")
            .figure("from_first_supplier_tonnes", Units.Kind.MASS)
            .figure("partner_output_tonnes", Units.Kind.MASS);
    for (ActionPlan.Cooperation c : plan.cooperation()) {
      table
          .row(
              c.product().toString(),
              c.name(),
              c.member(),
              c.firstSupplier(),
              c.partner(),
              c.relation())
          .figure(c.fromFirstSupplier())
          .figure(c.partnerOutput())
          .end();
    }
    return table.build();
  }
}
