package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.planner.plan.ActionPlan.PriceLine;

/** Every price that the plan rests on or shows, with its date and whether real volume trades. */
record PriceSection(Wording words) {
  private static final int ROWS = 150;

  Section section() {
    List<PriceLine> prices = words.plan().prices();
    if (prices.isEmpty()) {
      return Section.of("prices", "Prices", Paragraph.text("The plan shows no price."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "The plan is solved at two base vintages, 2024 and the latest. Other rows are shown to"
                + " compare. Thin: little or no volume trades at it, and it can mislead widely."));
    blocks.addAll(CaseTables.PRICES.shown(words, "Prices with their volume", prices, ROWS));
    return new Section("prices", "Prices", blocks);
  }

  static String serves(String vintage) {
    return switch (vintage) {
      case "latest" -> "base, latest";
      case "base2024" -> "base, 2024";
      case "incentive" -> "incentive price";
      case "quote" -> "shown only";
      default -> vintage;
    };
  }
}
