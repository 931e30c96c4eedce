package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan.PlantOutput;
import org.plimsoll.planner.plan.ActionPlan.Projects;
import org.plimsoll.planner.plan.ActionPlan.RankedProject;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** Which projects matter, and which link of each chain is the narrow one. */
record ProjectSection(Wording words) {
  private static final int BARS = 16;
  private static final int ROWS = 40;
  private static final int NAMES = 24;
  private static final String WORTH =
      "A plant is worth what its whole capacity would save the alliance in a year in which"
          + " an exporter stops one of its products: of those stops, the one named. Firms"
          + " and support are named as their sources"
          + " quote them; being ranked is no endorsement.";

  Section section() {
    Projects projects = words.plan().projects();
    List<Block> blocks = new ArrayList<>();
    List<RankedProject> valuable = projects.ranked().stream().filter(p -> !isWorthless(p)).toList();
    if (valuable.isEmpty()) {
      blocks.add(Paragraph.text("No project of the register has a capacity of any worth here."));
    } else {
      Unit money = Units.money(valuable.stream().map(RankedProject::avoidedLoss).toList());
      blocks.add(Paragraph.text(WORTH));
      BarTable bars = bars(valuable, money);
      if (!bars.rows().isEmpty()) {
        blocks.add(Wording.figure(bars, "Whiskers: the range over draws."));
      }
      blocks.addAll(
          PlanTables.PROJECTS.shown(
              words,
              "Projects, the most valuable first",
              PlanTables.projects(words.plan()).stream()
                  .filter(row -> !isWorthless(row.it()))
                  .toList(),
              ROWS));
    }
    List<RankedProject> worthless =
        projects.ranked().stream().filter(ProjectSection::isWorthless).toList();
    blocks.addAll(
        names(
            "Of no worth in these stops",
            "They run then, but their product can be had elsewhere",
            worthless.stream().filter(p -> p.idle().isEmpty()).map(this::inShort).toList()));
    blocks.addAll(
        names(
            "Idle in these stops",
            "Their plants make nothing then",
            worthless.stream()
                .filter(p -> !p.idle().isEmpty())
                .map(p -> inShort(p) + ": " + p.idle())
                .toList()));
    if (!projects.narrow().isEmpty()) {
      blocks.add(new Subheading("The narrow link of each chain"));
      blocks.add(new Bullets(false, projects.narrow().stream().map(words::statement).toList()));
    }
    blocks.addAll(
        names(
            "Not valued",
            "These have no published capacity, no single place, or no product that was solved",
            projects.notValued()));
    return new Section("projects", "Projects that matter", blocks);
  }

  /** What one row of the register is worth as part of its plant, or why that is not known. */
  List<Block> of(String id) {
    Projects projects = words.plan().projects();
    Optional<Part<Integer, RankedProject>> found =
        PlanTables.projects(words.plan()).stream()
            .filter(row -> row.it().ids().contains(id))
            .findFirst();
    if (found.isEmpty()) {
      return List.of(
          Paragraph.text(
              projects.notValued().stream()
                  .filter(text -> text.startsWith(id + " "))
                  .map(text -> "The plan does not value it: " + text + ".")
                  .findFirst()
                  .orElse(
                      "The plan does not value it: it names no product whose market is solved.")));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.text(WORTH));
    blocks.addAll(
        PlanTables.PROJECTS.shown(
            words,
            "Rank %d of %d plants".formatted(found.get().of(), projects.ranked().size()),
            List.of(found.get()),
            1));
    RankedProject plant = found.get().it();
    if (!plant.idle().isEmpty()) {
      blocks.add(Paragraph.text("It stands idle in that stop: " + plant.idle() + "."));
    } else if (isWorthless(plant)) {
      blocks.add(
          Paragraph.text(
              "It runs in these stops and is of no worth there: its product can be had"
                  + " elsewhere."));
    }
    return blocks;
  }

  private BarTable bars(List<RankedProject> ranked, Unit money) {
    List<BarTable.Row> rows =
        ranked.stream()
            .flatMap(p -> p.avoidedLoss().find().stream().map(loss -> bar(p, loss, money)))
            .limit(BARS)
            .toList();
    return new BarTable(
        "Loss that a project's capacity would avoid in a stop, the largest first",
        "project",
        money.symbol(),
        "makes",
        Tone.GREEN,
        rows);
  }

  private BarTable.Row bar(RankedProject p, Figure loss, Unit money) {
    return new BarTable.Row(
        p.name(), words.num(loss, money.withoutSymbol(), first(p)), makes(words, p));
  }

  private static ProductId first(RankedProject project) {
    return project.outputs().getFirst().product();
  }

  static String makes(Wording words, RankedProject project) {
    return String.join(
            " and ",
            project.outputs().stream().map(output -> words.product(output.product())).toList())
        + ", "
        + words.name(project.country());
  }

  private String inShort(RankedProject project) {
    return "%s (%s)".formatted(project.name(), makes(words, project));
  }

  /** The plant, where it is reported, and who runs it. */
  static Inline named(RankedProject p) {
    return Inline.run(
        Wording.link(p.name(), p.url()),
        Inline.text(
            " ("
                + String.join(", ", p.ids())
                + ")"
                + (p.operator().isEmpty() ? "" : ", " + p.operator())));
  }

  static String started(RankedProject p) {
    return p.start() + (p.state().isEmpty() ? "" : "; " + p.state());
  }

  static Inline capacities(Wording words, RankedProject project) {
    return outputs(words, project, PlantOutput::capacity);
  }

  /** What it makes in the stop in which it helps most. */
  static Inline made(Wording words, RankedProject project) {
    return outputs(words, project, PlantOutput::inStop);
  }

  private static Inline outputs(
      Wording words, RankedProject project, Function<PlantOutput, Result> tonnes) {
    List<Inline> parts = new ArrayList<>();
    for (PlantOutput output : project.outputs()) {
      parts.add(Inline.text(parts.isEmpty() ? "" : "; "));
      parts.add(words.cell(tonnes.apply(output), Unit.TONNES, output.product()));
    }
    return new Inline.Run(parts);
  }

  /** Whether its worth is known to be nothing. */
  private static boolean isWorthless(RankedProject project) {
    return project.avoidedLoss() instanceof Figure figure && !Units.isAboveNoise(figure);
  }

  private static List<Block> names(String heading, String why, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    int shown = Math.min(NAMES, names.size());
    int more = names.size() - shown;
    String rest = more > 0 ? "; and " + NumberText.plain((double) more, 17) + " more" : "";
    return List.of(
        new Subheading(heading),
        Paragraph.text(why + ": " + String.join("; ", names.subList(0, shown)) + rest + "."));
  }
}
