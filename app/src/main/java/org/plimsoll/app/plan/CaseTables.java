package org.plimsoll.app.plan;

import static org.plimsoll.app.plan.Units.Kind.OTHER;
import static org.plimsoll.app.plan.Units.Kind.SHARE;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.text.Unit;
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

/** The tables of a plan: cases, flows, prices, registers, and how sure it is. */
final class CaseTables {

  static final TableOf<Part<Case, Balance>> CASES =
      TableOf.of("cases", plan -> Part.list(plan.cases(), Case::countries))
          .filed("case", row -> row.of().id().id())
          .filed("title", row -> row.of().title())
          .filed("against", row -> row.of().against().id())
          .named("country", "country", row -> row.it().country())
          .word("role", "role", row -> row.it().role().word())
          .money("users_usd", "users, {}", row -> row.it().users())
          .money("makers_usd", "makers, {}", row -> row.it().makers())
          .money("treasury_usd", "treasury, {}", row -> row.it().treasury())
          .money("total_usd", "in all, {}", row -> row.it().total());

  static final TableOf<Case> CASE_TOTALS =
      TableOf.of("case-totals", ActionPlan::cases)
          .filed("case", one -> one.id().id())
          .filed("title", Case::title)
          .filed("against", one -> one.against().id())
          .money("world_total_usd", "", Case::worldTotal);

  static final TableOf<Part<Case, ProductFigure>> UNSERVED =
      TableOf.of("unserved", plan -> Part.list(plan.cases(), Case::unserved))
          .filed("case", row -> row.of().id().id())
          .product(row -> row.it().product())
          .share("unserved_share", "", row -> row.it().figure());

  static final TableOf<Part<Case, Paid>> PAYMENTS =
      TableOf.of("payments", plan -> Part.list(plan.cases(), Case::payments))
          .filed("case", row -> row.of().id().id())
          .word("measure", "measure", row -> row.it().measure())
          .named("maker", "made in", row -> row.it().maker())
          .named("payer", "paid by", row -> row.it().payer())
          .money("paid_usd", "paid, {}", row -> row.it().paid());

  static final TableOf<Part<Case, Leaked>> LEAKS =
      TableOf.of("leaks", plan -> Part.list(plan.cases(), Case::leaks))
          .filed("case", row -> row.of().id().id())
          .product(row -> row.it().product())
          .word("measure", "restriction", row -> row.it().measure())
          .named("via", "by way of", row -> row.it().via())
          .named("to", "to", row -> row.it().to())
          .mass("tonnes", "t a year", row -> row.it().tonnes());

  static final TableOf<Part<Part<Chain, Stage>, FlowLine>> FLOWS =
      flows("flows", ActionPlan::chains, "before, t", "after, t");

  static final TableOf<Part<Part<Chain, Stage>, FlowLine>> STOP_FLOWS =
      flows("stop-flows", ActionPlan::stopChains, "today, t a year", "in the stop, t a year");

  static final TableOf<PriceLine> PRICES =
      TableOf.of("prices", ActionPlan::prices)
          .product(PriceLine::product)
          .word(
              "vintage",
              "serves as",
              PriceLine::vintage,
              price -> PriceSection.serves(price.vintage()))
          .word("date", "date", PriceLine::date)
          .word(
              "location",
              "place and kind",
              PriceLine::location,
              price -> price.location() + ", " + price.type())
          .filed("type", PriceLine::type)
          .words(
              "liquid",
              "volume",
              price -> PlanTables.yesNo(price.liquid()),
              (words, price) -> price.liquid() ? Inline.text("liquid") : Inline.strong("thin"))
          .price("usd_per_tonne", "price", PriceLine::price)
          .sentence("note", "remark", PriceLine::note);

  static final TableOf<Control> CONTROLS =
      TableOf.of("controls", ActionPlan::controls)
          .sentences("control", "control", Control::id, PromiseSection::named)
          .filed("issuer", Control::issuer)
          .filed("reference", Control::reference)
          .filed("type", Control::type)
          .word("minerals", "minerals", Control::minerals)
          .word("target", "target", Control::target)
          .filed("state", Control::state)
          .sentence("standing", "on the plan's date", Control::standing)
          .filed("in_base", Control::inBase)
          .sentences(
              "effect",
              "how the model reads it",
              Control::effect,
              (words, control) -> PromiseSection.effect(control))
          .filed("url", Control::url)
          .reported(Control::source);

  static final TableOf<Promise> COMMITMENTS =
      TableOf.of("commitments", ActionPlan::commitments)
          .filed("commitment", Promise::id)
          .sentences(
              "promise",
              "promise",
              Promise::promise,
              (words, promise) -> PromiseSection.named(promise))
          .word("parties", "parties", Promise::parties)
          .word("made", "made", Promise::made)
          .filed("due", promise -> promise.due().orElse(""))
          .filed("done", promise -> promise.done().orElse(""))
          .filed("state", promise -> promise.state().word())
          .word("standing", "standing", Promise::standing)
          .sentence("registered", "as the register words it", Promise::registered)
          .filed("url", Promise::url)
          .reported(Promise::source);

  static final TableOf<Coverage> COVERAGE =
      TableOf.of("coverage", ActionPlan::coverage)
          .filed("product", line -> line.product().toString())
          .word("name", "product", Coverage::name)
          .word("tier", "tier", line -> line.tier().word())
          .word("reason", "why", Coverage::reason)
          .source(line -> "world/products.csv");

  static final TableOf<Sensitivity> SENSITIVITIES =
      TableOf.of("sensitivities", ActionPlan::sensitivities)
          .filed("goal", Sensitivity::goal)
          .named("parameter", "parameter", Sensitivity::parameter)
          .filed("range_unit", s -> s.range().unit())
          .filed("answer_unit", s -> s.central().unit())
          .figure("range", "", OTHER, Sensitivity::range)
          .numbers("its range", CertaintySection::range)
          .figure("answer_at_low", "", OTHER, Sensitivity::atLow)
          .figure("answer", "", OTHER, Sensitivity::central)
          .figure("answer_at_high", "", OTHER, Sensitivity::atHigh)
          .numbers(
              "answer at the low end", (words, s) -> CertaintySection.answer(words, s, s.atLow()))
          .numbers("central", (words, s) -> CertaintySection.answer(words, s, s.central()))
          .numbers(
              "answer at the high end",
              (words, s) -> CertaintySection.answer(words, s, s.atHigh()));

  static final TableOf<Repair> REPAIRS =
      TableOf.of("repairs", ActionPlan::repairs)
          .named("activity", "activity", Repair::activity)
          .named("country", "country", Repair::country)
          .price("credit_usd_per_tonne", "credit a tonne", Repair::credit);

  static final TableOf<Solve> CERTIFICATES =
      TableOf.of("certificates", ActionPlan::solves)
          .word("case", "case", solve -> solve.run().id())
          .word(
              "vintage", "prices of", Solve::vintage, solve -> FloorWords.vintage(solve.vintage()))
          .filed("measures", solve -> String.join(" | ", solve.measures()))
          .word("outcome", "outcome", solve -> solve.status().word())
          .sentence("detail", "why not", Solve::detail)
          .figure("imbalance_share", "", SHARE, Solve::imbalance)
          .numbers(
              "largest imbalance, share of trade",
              (words, solve) -> words.exact(solve.imbalance(), Unit.NONE))
          .figure("complementarity", "", OTHER, Solve::complementarity)
          .numbers(
              "largest complementarity product",
              (words, solve) -> words.exact(solve.complementarity(), Unit.NONE))
          .figure("iterations", "iterations", Units.Kind.COUNT, Solve::iterations);

  static final List<TableOf<?>> ALL =
      List.of(
          CASES,
          CASE_TOTALS,
          UNSERVED,
          PAYMENTS,
          LEAKS,
          FLOWS,
          STOP_FLOWS,
          PRICES,
          CONTROLS,
          COMMITMENTS,
          COVERAGE,
          SENSITIVITIES,
          REPAIRS,
          CERTIFICATES);

  private CaseTables() {}

  private static TableOf<Part<Part<Chain, Stage>, FlowLine>> flows(
      String name, Function<ActionPlan, List<Chain>> chains, String before, String after) {
    return TableOf.of(name, plan -> flows(chains.apply(plan)))
        .filed("chain", row -> row.of().of().id())
        .filed("basis", row -> row.of().of().basis())
        .filed("before_case", row -> row.of().of().before().id())
        .ofCase("after_case", "case", row -> row.of().of().after())
        .word(
            "product",
            "stage",
            row -> row.of().it().product().toString(),
            row -> row.of().it().name())
        .named("from", "from", row -> row.it().from())
        .named("to", "to", row -> row.it().to())
        .mass("before_tonnes", before, row -> row.it().before())
        .mass("after_tonnes", after, row -> row.it().after())
        .about(row -> row.of().it().product());
  }

  /** Every flow of these chains, with its stage and chain. */
  static List<Part<Part<Chain, Stage>, FlowLine>> flows(List<Chain> chains) {
    return Part.list(Part.list(chains, Chain::stages), stage -> stage.it().flows());
  }
}
