package org.plimsoll.app.plan;

import static org.plimsoll.app.plan.Units.Kind.DAYS;
import static org.plimsoll.app.plan.Units.Kind.OTHER;
import static org.plimsoll.app.plan.Units.Kind.RATIO;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Cooperation;
import org.plimsoll.planner.plan.ActionPlan.CountryFigure;
import org.plimsoll.planner.plan.ActionPlan.Disparity;
import org.plimsoll.planner.plan.ActionPlan.Exposure;
import org.plimsoll.planner.plan.ActionPlan.Floor;
import org.plimsoll.planner.plan.ActionPlan.FloorAt;
import org.plimsoll.planner.plan.ActionPlan.Holding;
import org.plimsoll.planner.plan.ActionPlan.PlantOutput;
import org.plimsoll.planner.plan.ActionPlan.RankedProject;
import org.plimsoll.planner.plan.ActionPlan.Statement;
import org.plimsoll.planner.plan.ActionPlan.Tranche;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;

/**
 * The tables of a plan: what is recommended and why. {@link StopTables} has stops, {@link
 * CaseTables} the rest.
 */
final class PlanTables {
  private static final String BY = " | ";

  /** A figure of a sentence. */
  record Said(String part, int number, Statement statement, String slot, Result figure) {}

  static final TableOf<Said> STATEMENTS =
      TableOf.of("statements", PlanTables::said)
          .filed("part", Said::part)
          .filed("number", said -> Integer.toString(said.number()))
          .filed("text", said -> said.statement().text())
          .filed("figure", Said::slot)
          .filed("unit", said -> said.figure().unit())
          .figure("value", "", OTHER, Said::figure);

  static final TableOf<Exposure> EXPOSURE =
      TableOf.of("exposure", ActionPlan::exposure)
          .product(Exposure::product)
          .filed("name", Exposure::name)
          .filed("tier", e -> e.tier().word())
          .named("member", "member", Exposure::member)
          .mass("use_tonnes", "use, t a year", Exposure::use)
          .share("import_reliance_share", "net imports, % of use", Exposure::importReliance)
          .figure("sourcing_hhi", "HHI of sources", OTHER, Unit.NONE, Exposure::sourcingHhi)
          .named("first_supplier", "first supplier", Exposure::firstSupplier)
          .share("first_supplier_share", "its share of use", Exposure::firstShare)
          .share("use_given_up_share", "given up if it stops", Exposure::useGivenUp)
          .share("unserved_share", "of it unserved", Exposure::unservedShare)
          .figure("days_until_use_stops", "days until then", DAYS, Exposure::daysUntilUseStops);

  static final TableOf<Part<Floor, FloorAt>> FLOORS =
      TableOf.of("floors", PlanTables::floors)
          .product(row -> row.of().product())
          .filed("name", row -> row.of().name())
          .words(
              "floor_status",
              "status",
              row -> row.of().status().word(),
              (words, row) ->
                  Inline.run(
                      Inline.text(row.of().status().word()), Wording.source(row.of().source())))
          .filed("gap_goes_to", row -> row.of().gapGoesTo().name().toLowerCase(Locale.ROOT))
          .filed("vintage", row -> row.it().vintage())
          .sentence(
              "date",
              "prices of",
              row -> row.it().date(),
              row -> FloorWords.dated(row.it().vintage(), row.it().date()))
          .sentences(
              "verdict",
              "verdict",
              row -> row.it().verdict().word(),
              (words, row) -> Inline.strong(FloorWords.verdict(words, row)))
          .filed("findings", row -> String.join(BY, row.it().findings()))
          .price("floor_usd_per_tonne", "floor", row -> row.of().price())
          .price("bound_usd_per_tonne", "", row -> bound(row.of()))
          .numbers("makers are paid", FloorWords::makers)
          .price("base_usd_per_tonne", "base price", row -> row.it().basePrice())
          .price("alliance_usd_per_tonne", "alliance", row -> row.it().prices().alliance())
          .price(
              "third_countries_usd_per_tonne",
              "third countries",
              row -> row.it().prices().thirdCountries())
          .price("restrictor_usd_per_tonne", "restrictor", row -> row.it().prices().restrictor())
          .price("incentive_usd_per_tonne", "projects need", row -> row.of().incentive())
          .price("levy_usd_per_tonne", "largest levy", row -> row.it().levy())
          .money("revenue_usd", "revenue, {} a year", row -> row.it().revenue())
          .share(
              "bloc_output_change_share",
              "members' output at this stage",
              row -> row.it().blocOutput())
          .share(
              "next_stage_output_change_share",
              "members' output at the next stage",
              row -> row.it().nextStageOutput())
          .source(row -> row.of().source());

  static final TableOf<Part<Part<Floor, FloorAt>, CountryFigure>> FLOOR_MAKERS =
      ofFloors("floor-makers", FloorAt::makers)
          .price("paid_usd_per_tonne", "", row -> row.it().figure());

  static final TableOf<Part<Part<Floor, FloorAt>, CountryFigure>> FLOOR_COSTS =
      ofFloors("floor-costs", FloorAt::userCost)
          .money("user_cost_usd", "", row -> row.it().figure());

  static final TableOf<Disparity> DISPARITIES =
      TableOf.of("disparities", ActionPlan::disparities)
          .product(Disparity::product)
          .filed("vintage", Disparity::vintage)
          .named("dear", "dear in", Disparity::dear)
          .price("dear_usd_per_tonne", "price where dear", Disparity::dearPrice)
          .named("cheap", "cheap in", Disparity::cheap)
          .price("cheap_usd_per_tonne", "price where cheap", Disparity::cheapPrice)
          .price("explained_usd_per_tonne", "of which costs explain", Disparity::explained)
          .sentence("why", "why the rest stands", Disparity::why);

  static final TableOf<Part<String, Figure>> STOCKPILE =
      TableOf.of("stockpile", PlanTables::stockpile)
          .filed("part", Part::of)
          .money("usd", "", Part::it);

  static final TableOf<Holding> HOLDINGS =
      TableOf.of("holdings", plan -> plan.stockpile().holdings())
          .product(Holding::product)
          .filed("name", Holding::name)
          .word("form", "stored as", Holding::form)
          .mass("tonnes", "t", Holding::tonnes)
          .money("cost_usd", "cost, {}", Holding::cost)
          .figure("days_of_cover", "days of use", DAYS, Holding::daysOfCover)
          .money("avoided_loss_usd", "loss its release avoids in a stop, {}", Holding::avoidedLoss)
          .figure(
              "first_value_per_usd",
              "loss avoided a year by the first USD",
              RATIO,
              Holding::firstValuePerUsd)
          .figure("next_value_per_usd", "by the next USD", RATIO, Holding::nextValuePerUsd)
          .money("carrying_usd", "carrying, {} a year", Holding::carrying)
          .sentence("limit", "why no more", Holding::limit);

  static final TableOf<Tranche> TRANCHES =
      TableOf.of("tranches", plan -> plan.stockpile().order())
          .product(Tranche::product)
          .filed("name", Tranche::name)
          .mass("tonnes", "t", Tranche::tonnes)
          .money("cost_usd", "cost, {}", Tranche::cost)
          .figure("days_of_cover", "days of use", DAYS, Tranche::daysOfCover)
          .figure("value_per_usd", "loss avoided a year by a USD", RATIO, Tranche::valuePerUsd);

  static final TableOf<Part<Integer, RankedProject>> PROJECTS =
      TableOf.of("projects", PlanTables::projects)
          .filed("rank", row -> Integer.toString(row.of()))
          .filed("projects", row -> String.join(BY, row.it().ids()))
          .words(
              "name",
              "project, operator",
              row -> row.it().name(),
              (words, row) -> ProjectSection.named(row.it()))
          .filed("operator", row -> row.it().operator())
          .filed("country", row -> row.it().country())
          .filed(
              "products",
              row ->
                  String.join(
                      BY, row.it().outputs().stream().map(o -> o.product().toString()).toList()))
          .sentences(
              "makes, where", (words, row) -> Inline.text(ProjectSection.makes(words, row.it())))
          .numbers("capacity, t a year", (words, row) -> ProjectSection.capacities(words, row.it()))
          .ofCase("stop", "helps most if", row -> row.it().stop())
          .numbers("makes then, t", (words, row) -> ProjectSection.made(words, row.it()))
          .filed("idle", row -> row.it().idle())
          .money("avoided_loss_usd", "loss avoided then, {}", row -> row.it().avoidedLoss())
          .money(
              "expected_usd", "times the chance of a stop, {} a year", row -> row.it().expected())
          .money("calm_gain_usd", "gain without a stop, {} a year", row -> row.it().calmGain())
          .sentence(
              "start",
              "start, state",
              row -> row.it().start(),
              row -> ProjectSection.started(row.it()))
          .filed("state", row -> row.it().state())
          .sentences(
              "support",
              "support, as quoted",
              row -> row.it().support(),
              (words, row) ->
                  row.it().support().isEmpty()
                      ? Inline.missing("none quoted")
                      : Inline.text(row.it().support()))
          .filed("url", row -> row.it().url())
          .about(row -> row.it().outputs().getFirst().product());

  static final TableOf<Part<RankedProject, PlantOutput>> PROJECT_OUTPUTS =
      TableOf.of(
              "project-outputs",
              plan -> Part.list(plan.projects().ranked(), RankedProject::outputs))
          .filed("projects", row -> String.join(BY, row.of().ids()))
          .filed("name", row -> row.of().name())
          .product(row -> row.it().product())
          .mass("capacity_tonnes", "", row -> row.it().capacity())
          .mass("in_stop_tonnes", "", row -> row.it().inStop());

  static final TableOf<Cooperation> COOPERATION =
      TableOf.of("cooperation", ActionPlan::cooperation)
          .product(Cooperation::product)
          .filed("name", Cooperation::name)
          .filed("member", Cooperation::member)
          .filed("first_supplier", Cooperation::firstSupplier)
          .filed("partner", Cooperation::partner)
          .filed("relation", Cooperation::relation)
          .mass("from_first_supplier_tonnes", "", Cooperation::fromFirstSupplier)
          .mass("partner_output_tonnes", "", Cooperation::partnerOutput);

  static final List<TableOf<?>> ALL =
      List.of(
          STATEMENTS,
          EXPOSURE,
          FLOORS,
          FLOOR_MAKERS,
          FLOOR_COSTS,
          DISPARITIES,
          STOCKPILE,
          HOLDINGS,
          TRANCHES,
          PROJECTS,
          PROJECT_OUTPUTS,
          COOPERATION);

  private PlanTables() {}

  /** Every table of a plan, in the order of its page; the last lists every figure by itself. */
  static List<PlanTable> of(ActionPlan plan) {
    return Stream.of(ALL, StopTables.ALL, CaseTables.ALL, List.of(FigureTable.FIGURES))
        .flatMap(List::stream)
        .map(table -> table.of(plan))
        .toList();
  }

  /** A word for whether something holds, as the other tables of the project write it. */
  static String yesNo(boolean truth) {
    return truth ? "yes" : "no";
  }

  private static List<Said> said(ActionPlan plan) {
    List<Said> said = new ArrayList<>();
    add("headline", plan.headline(), said);
    add("why unspent", plan.stockpile().whyUnspent(), said);
    add("narrow link", plan.projects().narrow(), said);
    add("limit", plan.limits(), said);
    return said;
  }

  private static void add(String part, List<Statement> statements, List<Said> said) {
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      if (statement.figures().isEmpty()) {
        said.add(new Said(part, i + 1, statement, "", new NoFigure("", "states no number")));
      }
      for (int f = 0; f < statement.figures().size(); f++) {
        said.add(new Said(part, i + 1, statement, "{" + f + "}", statement.figures().get(f)));
      }
    }
  }

  static List<Part<Floor, FloorAt>> floors(ActionPlan plan) {
    return Part.list(plan.floors(), Floor::vintages);
  }

  private static TableOf<Part<Part<Floor, FloorAt>, CountryFigure>> ofFloors(
      String name, java.util.function.Function<FloorAt, List<CountryFigure>> figures) {
    return TableOf.of(
            name,
            plan -> Part.list(floors(plan), (Part<Floor, FloorAt> row) -> figures.apply(row.it())))
        .product(row -> row.of().of().product())
        .filed("floor_status", row -> row.of().of().status().word())
        .filed("vintage", row -> row.of().it().vintage())
        .filed("member", row -> row.it().country());
  }

  private static Result bound(Floor floor) {
    return floor.bound().<Result>map(bound -> bound).orElse(new NoFigure("USD/t", "no bound"));
  }

  private static List<Part<String, Figure>> stockpile(ActionPlan plan) {
    return List.of(
        new Part<>("budget", plan.stockpile().budget()),
        new Part<>("spent", plan.stockpile().spent()),
        new Part<>("unspent", plan.stockpile().unspent()));
  }

  static List<Part<Integer, RankedProject>> projects(ActionPlan plan) {
    List<Part<Integer, RankedProject>> ranked = new ArrayList<>();
    for (RankedProject project : plan.projects().ranked()) {
      ranked.add(new Part<>(ranked.size() + 1, project));
    }
    return ranked;
  }
}
