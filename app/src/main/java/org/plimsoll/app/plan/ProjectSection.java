package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.BarTable;
import org.plimsoll.app.report.Block;
import org.plimsoll.app.report.Bullets;
import org.plimsoll.app.report.Inline;
import org.plimsoll.app.report.NumberText;
import org.plimsoll.app.report.Paragraph;
import org.plimsoll.app.report.Section;
import org.plimsoll.app.report.Subheading;
import org.plimsoll.app.report.Table;
import org.plimsoll.app.report.Tone;
import org.plimsoll.app.report.Unit;
import org.plimsoll.planner.plan.ActionPlan.Projects;
import org.plimsoll.planner.plan.ActionPlan.RankedProject;
import org.plimsoll.planner.plan.Figure;

/** Which projects matter, and which link of each chain is the narrow one. */
record ProjectSection(Wording words) {
  private static final int BARS = 16;
  private static final int ROWS = 40;
  private static final int NAMES = 24;

  Section section() {
    Projects projects = words.plan().projects();
    List<Block> blocks = new ArrayList<>();
    if (projects.ranked().isEmpty()) {
      blocks.add(Paragraph.text("No project of the register has a capacity that could be valued."));
    } else {
      blocks.add(
          Paragraph.text(
              "A project is worth what its capacity would save the alliance in a year in which the"
                  + " first foreign supplier stops. Firms and support are named as their sources"
                  + " quote them; being ranked is no endorsement."));
      blocks.add(Wording.figure(bars(projects), "Whiskers: the range over draws."));
      blocks.addAll(table(projects));
    }
    if (!projects.narrow().isEmpty()) {
      blocks.add(new Subheading("The narrow link of each chain"));
      blocks.add(new Bullets(false, projects.narrow().stream().map(words::statement).toList()));
    }
    blocks.addAll(notValued(projects));
    return new Section("projects", "Projects that matter", blocks);
  }

  private BarTable bars(Projects projects) {
    Unit money = money(projects);
    List<BarTable.Row> rows =
        projects.ranked().stream()
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

  private static Unit money(Projects projects) {
    List<Figure> losses = projects.ranked().stream().map(RankedProject::avoidedLoss).toList();
    return Units.money(losses);
  }

  private List<Block> table(Projects projects) {
    Unit money = money(projects);
    List<Table.Column> columns =
        List.of(
            Table.Column.words("project"),
            Table.Column.words("operator"),
            Table.Column.words("makes, where"),
            Table.Column.numbers("capacity, t a year"),
            Table.Column.numbers("loss avoided in a stop, " + money.symbol()),
            Table.Column.numbers("times the chance of a stop, " + money.symbol() + " a year"),
            Table.Column.words("start"),
            Table.Column.words("state"),
            Table.Column.sentences("support, as quoted"));
    return Rows.first(
        ROWS,
        "Projects, the most valuable first",
        columns,
        projects.ranked(),
        p -> row(p, money),
        "projects");
  }

  private Table.Row row(RankedProject p, Unit money) {
    return Table.Row.of(
        Inline.run(Wording.link(p.name(), p.url()), Inline.text(" (" + p.id() + ")")),
        Inline.text(p.operator()),
        Inline.text(words.product(p.product()) + ", " + words.name(p.country())),
        words.cell(p.capacity(), Unit.TONNES, p.product()),
        words.cell(p.avoidedLoss(), money, p.product()),
        words.cell(p.expected(), money, p.product()),
        Inline.text(p.start()),
        Inline.text(p.state()),
        p.support().isEmpty() ? Inline.missing("none quoted") : Inline.text(p.support()));
  }

  private static List<Block> notValued(Projects projects) {
    if (projects.notValued().isEmpty()) {
      return List.of();
    }
    int shown = Math.min(NAMES, projects.notValued().size());
    int more = projects.notValued().size() - shown;
    String names = String.join("; ", projects.notValued().subList(0, shown));
    String rest = more > 0 ? "; and " + NumberText.plain((double) more, 17) + " more" : "";
    return List.of(
        new Subheading("Not valued"),
        Paragraph.text(
            "These have no published capacity, no single place, or no product that was solved: "
                + names
                + rest
                + "."));
  }
}
