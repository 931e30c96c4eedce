package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.planner.plan.ActionPlan.Disparity;

/** Where members pay prices for the same good that no cost explains. */
record DisparitySection(Wording words) {
  private static final int ROWS = 20;

  Section section() {
    List<Disparity> all = words.plan().disparities();
    if (all.isEmpty()) {
      return Section.of(
          "disparities",
          "Prices that no cost explains",
          Paragraph.text(
              "No two members pay prices for the same good further apart than freight, duty and the"
                  + " stated friction explain."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "A trader could buy where a good is cheap and sell where it is dear until freight, duty"
                + " and friction use up the difference. Here two members pay prices further apart"
                + " than that: the widest pair of each product, the widest in proportion first. It"
                + " is a finding about the model as much as about the market."));
    blocks.addAll(
        PlanTables.DISPARITIES.shown(
            words, "Members that pay unexplained price differences", all, ROWS));
    return new Section("disparities", "Prices that no cost explains", blocks);
  }
}
