package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.Chain;
import org.plimsoll.planner.plan.ActionPlan.FlowLine;
import org.plimsoll.planner.plan.ActionPlan.Stage;
import org.plimsoll.planner.plan.Result;

/** What moves in the costliest stops: the largest changes of flow in each. */
record StopFlowSection(Wording words) {
  private static final int FLOWS = 5;

  Section section() {
    List<Line> lines = words.plan().stopChains().stream().flatMap(c -> most(c).stream()).toList();
    if (lines.isEmpty()) {
      return Section.of(
          "stop-flows", "What moves in the costliest stops", Paragraph.text("No stop was solved."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "The flows that change most in each of the costliest stops, against what is in force"
                + " today. Every flow of these chains is in tables/stop-flows.csv."));
    List<Table.Column> columns =
        List.of(
            Table.Column.sentences("stop"),
            Table.Column.words("stage"),
            Table.Column.words("from"),
            Table.Column.words("to"),
            Table.Column.numbers("today, t a year"),
            Table.Column.numbers("in the stop, t a year"));
    blocks.add(
        new Table(
            "The largest changes of flow in the costliest stops",
            columns,
            lines.stream().map(this::row).toList()));
    return new Section("stop-flows", "What moves in the costliest stops", blocks);
  }

  private record Line(Chain chain, Stage stage, FlowLine flow) {
    double change() {
      return Math.abs(tonnes(flow.after()) - tonnes(flow.before()));
    }

    private static double tonnes(Result flow) {
      return flow.findCentral().orElse(0);
    }
  }

  private static List<Line> most(Chain chain) {
    return chain.stages().stream()
        .flatMap(stage -> stage.flows().stream().map(flow -> new Line(chain, stage, flow)))
        .sorted(Comparator.comparingDouble(Line::change).reversed())
        .limit(FLOWS)
        .toList();
  }

  private Table.Row row(Line line) {
    return Table.Row.of(
        Inline.text(words.titleOf(line.chain().after())),
        Inline.text(line.stage().name()),
        Inline.text(words.name(line.flow().from())),
        Inline.text(words.name(line.flow().to())),
        words.cell(line.flow().before(), Unit.TONNES, line.stage().product()),
        words.cell(line.flow().after(), Unit.TONNES, line.stage().product()));
  }
}
