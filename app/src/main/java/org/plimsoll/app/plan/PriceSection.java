package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.planner.plan.ActionPlan;
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
            "The plan is solved at the prices that its head names, and floors at those of 2024 as"
                + " well. Before controls: of a product with a control in force that trade of 2024"
                + " does not show, the last price before it was announced; of every other the"
                + " latest, so that no control meets a price that holds it. Other rows are shown to"
                + " compare. Thin: little or no volume trades at it, and it can mislead widely."));
    List<ActionPlan.Prediction> predictions = words.plan().predictions();
    if (!predictions.isEmpty()) {
      blocks.add(
          Paragraph.text(
              "From the last price before a control the model predicts what members pay under"
                  + " what is in force. What was seen since stands beside it. Headroom of antimony"
                  + " was set on what its price did, so that its rows are no test. Thin prices are"
                  + " asked more often than paid."));
      blocks.addAll(
          StopTables.PREDICTIONS.shown(
              words, "Predicted and seen, by product", predictions, predictions.size()));
    }
    List<ActionPlan.UseFactor> factors = words.plan().leverage().useFactors();
    if (!factors.isEmpty()) {
      blocks.add(
          Paragraph.text(
              "The latest price of a product under a control holds what the control did. So the"
                  + " base year has the last price before it, and one factor on everybody's final"
                  + " use brings what members pay under what is in force to the latest. Every other"
                  + " number of this plan stands on these factors. One below 0.5 or above 2 says"
                  + " that the model does not explain the price."));
      blocks.addAll(
          StopTables.USE_FACTORS.shown(
              words, "Final use for the latest prices", factors, factors.size()));
    }
    blocks.addAll(CaseTables.PRICES.shown(words, "Prices with their volume", prices, ROWS));
    return new Section("prices", "Prices", blocks);
  }

  static String serves(String vintage) {
    return switch (vintage) {
      case "preControl" -> "base, before controls";
      case "latest" -> "base, latest";
      case "base2024" -> "base, 2024";
      case "incentive" -> "incentive price";
      case "quote" -> "shown only";
      default -> vintage;
    };
  }
}
