package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.EitherWay;

/** Numbers to doubt: controls whose state nobody knows, and stops beside what others published. */
record SanitySection(Wording words) {
  private static final int ROWS = 80;

  /** Controls whose state nobody knows, both ways. */
  Section eitherWay() {
    List<EitherWay> lines = words.plan().eitherWay();
    String title = "Controls whose state nobody knows";
    if (lines.isEmpty()) {
      return Section.of(
          "either-way",
          title,
          Paragraph.text(
              "No control that a market can be solved for is past its date without later"
                  + " evidence."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "These controls were suspended up to a date that is behind the plan's, and nothing says"
                + " what became of them. The plan is solved both ways: the rest of it takes them as"
                + " suspended; in force they would add what stands here. Losses are against the"
                + " base year."));
    blocks.addAll(
        StopTables.EITHER_WAY.shown(
            words,
            "Suspended and in force",
            Part.list(lines, e -> List.of(e.suspended(), e.inForce())),
            2 * ROWS));
    return new Section("either-way", title, blocks);
  }

  /** The stops beside what others published. */
  Section section() {
    ActionPlan.SanityCheck check = words.plan().sanity();
    String title = "Beside what others published";
    if (check.lines().isEmpty()) {
      return Section.of(
          "sanity", title, Paragraph.text("The world holds no published number to compare with."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "A check of order and not of level. Value added at risk stands beside losses of gross"
                + " domestic product, price multiples beside published price changes. The verdict"
                + " is of both ranges; where their nearer ends are more than three times apart"
                + " it says so, with the reason. Published losses count"
                + " what every sector loses down the chain, in their largest scenario; value added"
                + " at risk is a hundredth of what the sectors that use the mineral add, times the"
                + " final use lost in one stop to all. At the end stands what was said of whole"
                + " economies and of all minerals, or why none of our figures can stand beside"
                + " it."));
    blocks.addAll(StopTables.SANITY.shown(words, "Ours and theirs", check.lines(), ROWS));
    blocks.addAll(
        StopTables.RANKS.shown(
            words, "Whether both put minerals in the same order", check.ranks(), ROWS));
    return new Section("sanity", title, blocks);
  }
}
