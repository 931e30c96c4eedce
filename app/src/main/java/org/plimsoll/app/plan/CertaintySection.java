package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Coverage;
import org.plimsoll.planner.plan.ActionPlan.Sensitivity;
import org.plimsoll.planner.plan.ActionPlan.Solve;
import org.plimsoll.planner.plan.ActionPlan.SolveStatus;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** How sure the plan is: what moves its answers, what it cannot know, and its certificates. */
record CertaintySection(Wording words) {
  private static final int CERTIFICATES = 30;

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
            : "Ranges are the 10th to 90th percentile over the model's parameters, of "
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
      list.getFirst()
          .central()
          .find()
          .ifPresent(central ->
              blocks.add(
                  Wording.figure(
                      tornado(goal, central, list),
                      "One parameter moved over its range at a time.")));
      blocks.addAll(
          CaseTables.SENSITIVITIES.shown(words, Wording.capital(goal), list, list.size()));
    });
    return blocks;
  }

  private IntervalBars tornado(String goal, Figure central, List<Sensitivity> list) {
    double middle = central.central();
    List<IntervalBars.Bar> bars =
        list.stream()
            .map(s ->
                new IntervalBars.Bar(
                    words.name(s.parameter()),
                    around(
                        middle,
                        s.atLow().findCentral().orElse(middle),
                        s.atHigh().findCentral().orElse(middle)),
                    central.grade()))
            .toList();
    return IntervalBars.tornado(Wording.capital(goal), Units.of(central), middle, bars);
  }

  /** The range of an answer; the central one lies in it even where both ends lie on one side. */
  private static Interval around(double central, double one, double other) {
    double low = Math.min(central, Math.min(one, other));
    double high = Math.max(central, Math.max(one, other));
    return new Interval(low, central, high);
  }

  /** An answer in the unit that suits all three answers of its row. */
  static Inline answer(Wording words, Sensitivity s, Result answer) {
    return words.shown(answer, Units.money(List.of(s.atLow(), s.central(), s.atHigh())));
  }

  /** A parameter without a unit is an elasticity or a multiple as often as a share. */
  static Inline range(Wording words, Sensitivity s) {
    return words.num(s.range(), s.range().unit().equals("1") ? Unit.NONE : Units.of(s.range()));
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
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("What is not solved in full"));
    blocks.add(
        Paragraph.text(
            "Of %d products, %d are solved in full; the others stand here."
                    .formatted(all.size(), all.size() - partly.size())
                + " Indicative: a side of the market rests on a prior, so that ranks and ranges"
                + " mean something and digits do not. Listed: facts only, no market is solved."));
    blocks.addAll(
        CaseTables.COVERAGE.shown(
            words, "Products that are indicative or listed", partly, partly.size()));
    return blocks;
  }

  private List<Block> repairs(List<ActionPlan.Repair> repairs) {
    if (repairs.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("Repairs of the base"));
    blocks.add(
        Paragraph.text(
            "At base prices these makers would lose money on what they are known to make. The"
                + " model gives each the smallest credit that explains it."));
    blocks.addAll(
        CaseTables.REPAIRS.shown(words, "Credits that the base needed", repairs, repairs.size()));
    return blocks;
  }

  private List<Block> solves(List<Solve> solves) {
    if (solves.isEmpty()) {
      return List.of();
    }
    long failed = solves.stream().filter(s -> s.status() == SolveStatus.UNSOLVED).count();
    String verdict =
        failed == 0
            ? "Every market that the plan needed was solved."
            : "%d of %d markets were not solved; what rests on them is missing and says so."
                .formatted(failed, solves.size());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("Certificates"));
    blocks.add(
        Paragraph.text(
            verdict
                + " Residuals are recomputed from the model, not taken from the solver. Failed runs"
                + " come first."));
    List<Solve> sorted =
        solves.stream().sorted(Comparator.comparing(Solve::status).reversed()).toList();
    blocks.addAll(
        CaseTables.CERTIFICATES.shown(words, "Certificates of the solves", sorted, CERTIFICATES));
    return blocks;
  }
}
