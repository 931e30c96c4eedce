package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.Projects;
import org.plimsoll.planner.plan.ActionPlan.RankedProject;

/** Which projects matter, and which link of each chain is the narrow one. */
record ProjectSection(Wording words) {
  private static final int BARS = 16;
  private static final int ROWS = 40;
  private static final int NAMES = 24;

  Section section() {
    Projects projects = words.plan().projects();
    List<Block> blocks = new ArrayList<>();
    List<RankedProject> valuable =
        projects.ranked().stream().filter(ProjectSection::isWorthSomething).toList();
    if (valuable.isEmpty()) {
      blocks.add(Paragraph.text("No project of the register has a capacity of any worth here."));
    } else {
      Unit money = Units.money(valuable.stream().map(RankedProject::avoidedLoss).toList());
      blocks.add(
          Paragraph.text(
              "A project is worth what its capacity would save the alliance in a year in which the"
                  + " first foreign supplier stops. Firms and support are named as their sources"
                  + " quote them; being ranked is no endorsement."));
      blocks.add(Wording.figure(bars(valuable, money), "Whiskers: the range over draws."));
      blocks.addAll(table(valuable, money));
    }
    List<String> worthless =
        projects.ranked().stream().filter(p -> !isWorthSomething(p)).map(this::named).toList();
    blocks.addAll(
        names(
            "Of no worth in these stops",
            "Their product can be had elsewhere in the stops that were solved",
            worthless));
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

  private BarTable bars(List<RankedProject> ranked, Unit money) {
    List<BarTable.Row> rows =
        ranked.stream()
            .limit(BARS)
            .map(p ->
                new BarTable.Row(
                    p.name(),
                    words.num(p.avoidedLoss(), money.withoutSymbol(), p.product()),
                    words.product(p.product()) + ", " + words.name(p.country())))
            .toList();
    return new BarTable(
        "Loss that a project's capacity would avoid in a stop, the largest first",
        "project",
        money.symbol(),
        "makes",
        Tone.GREEN,
        rows);
  }

  private String named(RankedProject project) {
    return "%s (%s, %s)"
        .formatted(project.name(), words.product(project.product()), words.name(project.country()));
  }

  private List<Block> table(List<RankedProject> ranked, Unit money) {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("project, operator"),
            Table.Column.sentences("makes, where"),
            Table.Column.numbers("capacity, t a year"),
            Table.Column.numbers("loss avoided in a stop, " + money.symbol()),
            Table.Column.numbers("times the chance of a stop, " + money.symbol() + " a year"),
            Table.Column.sentences("start, state"),
            Table.Column.sentences("support, as quoted"));
    return Rows.first(
        ROWS, "Projects, the most valuable first", columns, ranked, p -> row(p, money), "projects");
  }

  private Table.Row row(RankedProject p, Unit money) {
    return Table.Row.of(
        Inline.run(
            Wording.link(p.name(), p.url()),
            Inline.text(" (" + p.id() + ")" + (p.operator().isEmpty() ? "" : ", " + p.operator()))),
        Inline.text(words.product(p.product()) + ", " + words.name(p.country())),
        words.cell(p.capacity(), Unit.TONNES, p.product()),
        words.cell(p.avoidedLoss(), money, p.product()),
        words.cell(p.expected(), money, p.product()),
        Inline.text(p.start() + (p.state().isEmpty() ? "" : "; " + p.state())),
        p.support().isEmpty() ? Inline.missing("none quoted") : Inline.text(p.support()));
  }

  private static boolean isWorthSomething(RankedProject project) {
    return Units.withoutNoise(project.avoidedLoss()).high() > 0;
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
