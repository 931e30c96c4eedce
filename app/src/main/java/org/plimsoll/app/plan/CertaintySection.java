package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Coverage;
import org.plimsoll.planner.plan.ActionPlan.Sensitivity;
import org.plimsoll.planner.plan.ActionPlan.Solve;
import org.plimsoll.planner.plan.Figure;

/** How sure the plan is: what moves its answers, what it cannot know, and its certificates. */
record CertaintySection(Wording words) {

  Section section() {
    ActionPlan plan = words.plan();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new GradeLegend());
    blocks.add(draws(plan.frame().draws()));
    blocks.add(new Subheading("What the model cannot know"));
    blocks.add(
        plan.limits().isEmpty()
            ? Paragraph.text("The plan states no limits. Read it with that in mind.")
            : new Bullets(false, plan.limits().stream().map(words::statement).toList()));
    blocks.addAll(sensitivities(plan.sensitivities()));
    blocks.addAll(coverage(plan.coverage()));
    blocks.addAll(repairs(plan.repairs()));
    blocks.addAll(solves(plan.solves()));
    return new Section("certainty", "How sure this is", blocks);
  }

  private static Paragraph draws(String draws) {
    return Paragraph.text(
        draws.equals("none")
            ? "Only the central case was solved, so numbers that the model computed have no range."
            : "Ranges run over draws of the model's parameters: "
                + draws
                + "."
                + " What is smaller than a solver's rounding is written 0.");
  }

  private List<Block> sensitivities(List<Sensitivity> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    TreeMap<String, List<Sensitivity>> byGoal = new TreeMap<>();
    all.forEach(s -> byGoal.computeIfAbsent(s.goal(), goal -> new ArrayList<>()).add(s));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("What moves the answer most"));
    byGoal.forEach((goal, list) -> {
      blocks.add(
          Wording.figure(tornado(goal, list), "One parameter moved over its range at a time."));
      blocks.add(table(goal, list));
    });
    return blocks;
  }

  private IntervalBars tornado(String goal, List<Sensitivity> list) {
    Unit unit = Units.of(list.getFirst().central());
    List<IntervalBars.Bar> bars =
        list.stream()
            .map(s ->
                new IntervalBars.Bar(
                    words.name(s.parameter()),
                    around(
                        s.central().central(),
                        s.atLow().orElse(s.central()).central(),
                        s.atHigh().orElse(s.central()).central()),
                    s.central().grade()))
            .toList();
    return IntervalBars.tornado(
        Wording.capital(goal), unit, list.getFirst().central().central(), bars);
  }

  /** The range of an answer; the central one lies in it even where both ends lie on one side. */
  private static Interval around(double central, double one, double other) {
    double low = Math.min(central, Math.min(one, other));
    double high = Math.max(central, Math.max(one, other));
    return new Interval(low, central, high);
  }

  private Table table(String goal, List<Sensitivity> list) {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("parameter"),
            Table.Column.numbers("its range"),
            Table.Column.numbers("answer at the low end"),
            Table.Column.numbers("central"),
            Table.Column.numbers("answer at the high end"));
    List<Table.Row> rows = new ArrayList<>();
    for (Sensitivity s : list) {
      Unit unit = Units.of(s.central());
      rows.add(
          Table.Row.of(
              Inline.text(words.name(s.parameter())),
              words.num(s.range(), plain(s)),
              answer(s.atLow(), unit),
              words.num(s.central(), unit),
              answer(s.atHigh(), unit)));
    }
    return new Table(Wording.capital(goal), columns, rows);
  }

  private Inline answer(Optional<Figure> figure, Unit unit) {
    return figure.<Inline>map(f -> words.num(f, unit)).orElse(Inline.missing("no solution found"));
  }

  /** A parameter without a unit is an elasticity or a multiple as often as a share. */
  private static Unit plain(Sensitivity s) {
    return s.range().unit().equals("1") ? Unit.NONE : Units.of(s.range());
  }

  /** Products that the market does not solve in full, the least covered first. */
  private List<Block> coverage(List<Coverage> all) {
    List<Coverage> partly =
        all.stream()
            .filter(c -> c.tier() != Tier.SOLVED)
            .sorted(
                Comparator.comparing(Coverage::tier)
                    .reversed()
                    .thenComparing(c -> c.product().toString()))
            .toList();
    if (partly.isEmpty()) {
      return List.of();
    }
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"), Table.Column.words("tier"), Table.Column.words("why"));
    List<Table.Row> rows =
        partly.stream()
            .map(c ->
                Table.Row.of(
                    Inline.text(c.name()), Inline.text(c.tier().word()), Inline.text(c.reason())))
            .toList();
    return List.of(
        new Subheading("What is not solved in full"),
        Paragraph.text(
            "Of %d products, %d are solved in full; the others stand here."
                    .formatted(all.size(), all.size() - partly.size())
                + " Indicative: a side of the market rests on a prior, so that ranks and ranges"
                + " mean something and digits do not. Listed: facts only, no market is solved."),
        new Table("Products that are indicative or listed", columns, rows));
  }

  private List<Block> repairs(List<ActionPlan.Repair> repairs) {
    if (repairs.isEmpty()) {
      return List.of();
    }
    List<Table.Column> columns =
        List.of(
            Table.Column.words("activity"),
            Table.Column.words("country"),
            Table.Column.numbers("credit a tonne"));
    List<Table.Row> rows = new ArrayList<>();
    for (ActionPlan.Repair repair : repairs) {
      rows.add(
          Table.Row.of(
              Inline.text(words.name(repair.activity())),
              Inline.text(words.name(repair.country())),
              words.num(repair.credit())));
    }
    return List.of(
        new Subheading("Repairs of the base"),
        Paragraph.text(
            "At base prices these makers would lose money on what they are known to make. The"
                + " model gives each the smallest credit that explains it."),
        new Table("Credits that the base needed", columns, rows));
  }

  private List<Block> solves(List<Solve> solves) {
    if (solves.isEmpty()) {
      return List.of();
    }
    long failed = solves.stream().filter(s -> !s.status().equals("converged")).count();
    String verdict =
        failed == 0
            ? "Every market that the plan needed was solved."
            : "%d of %d markets were not solved; what rests on them is not in the plan."
                .formatted(failed, solves.size());
    List<Table.Column> columns =
        List.of(
            Table.Column.words("run"),
            Table.Column.words("status"),
            Table.Column.numbers("largest imbalance, share of trade"),
            Table.Column.numbers("largest complementarity product"),
            Table.Column.numbers("iterations"));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("Certificates"));
    blocks.add(
        Paragraph.text(
            verdict
                + " Residuals are recomputed from the model, not taken from the solver. Failed runs"
                + " come first."));
    List<Solve> sorted =
        solves.stream()
            .sorted(Comparator.comparing((Solve s) -> s.status().equals("converged")))
            .toList();
    blocks.addAll(
        Rows.first(
            30,
            "Certificates of the solves",
            columns,
            sorted,
            s ->
                Table.Row.of(
                    Inline.text(s.run()),
                    Inline.text(s.status()),
                    words.exact(s.imbalance(), Unit.NONE),
                    words.exact(s.complementarity(), Unit.NONE),
                    words.num(s.iterations(), Unit.COUNT)),
            "certificates"));
    return blocks;
  }
}
