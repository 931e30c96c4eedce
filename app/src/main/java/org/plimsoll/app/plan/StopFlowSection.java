package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.planner.plan.ActionPlan.Chain;
import org.plimsoll.planner.plan.ActionPlan.FlowLine;
import org.plimsoll.planner.plan.ActionPlan.Stage;

/** What moves in the costliest stops: the largest changes of flow in each. */
record StopFlowSection(Wording words) {
  private static final int FLOWS = 5;

  Section section() {
    List<Part<Part<Chain, Stage>, FlowLine>> lines =
        words.plan().stopChains().stream().flatMap(chain -> most(chain).stream()).toList();
    if (lines.isEmpty()) {
      return Section.of(
          "stop-flows", "What moves in the costliest stops", Paragraph.text("No stop was solved."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "The flows that change most in each of the costliest stops, against what is in force"
                + " today. Every flow of these chains is in tables/stop-flows.csv."));
    blocks.addAll(
        CaseTables.STOP_FLOWS.shown(
            words, "The largest changes of flow in the costliest stops", lines, lines.size()));
    return new Section("stop-flows", "What moves in the costliest stops", blocks);
  }

  private static List<Part<Part<Chain, Stage>, FlowLine>> most(Chain chain) {
    return CaseTables.flows(List.of(chain)).stream()
        .sorted(
            Comparator.comparingDouble(
                    (Part<Part<Chain, Stage>, FlowLine> line) -> change(line.it()))
                .reversed())
        .limit(FLOWS)
        .toList();
  }

  private static double change(FlowLine flow) {
    return Math.abs(flow.after().findCentral().orElse(0) - flow.before().findCentral().orElse(0));
  }
}
