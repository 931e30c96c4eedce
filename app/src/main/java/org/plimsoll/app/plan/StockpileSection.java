package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.drawing.StackedBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.Stockpile;

/** What to hold for the budget, and what of it stays unspent. */
record StockpileSection(Wording words) {

  Section section() {
    Stockpile stockpile = words.plan().stockpile();
    List<Block> blocks = new ArrayList<>();
    if (stockpile.budget().central() <= 0) {
      blocks.add(Paragraph.text("The scenario gives the stockpile no budget."));
      blocks.addAll(why(stockpile));
      return new Section("stockpile", "The stockpile", blocks);
    }
    blocks.add(
        Paragraph.of(
            Inline.text("Of a budget of "),
            words.num(stockpile.budget()),
            Inline.text(", "),
            words.num(stockpile.spent()),
            Inline.text(" is spent and "),
            words.num(stockpile.unspent()),
            Inline.text(
                " is not. Each dollar goes where it avoids the largest loss in a stop, as long as"
                    + " buying does not move the market.")));
    blocks.addAll(why(stockpile));
    if (stockpile.holdings().isEmpty()) {
      blocks.add(Paragraph.text("Nothing is bought."));
    } else {
      blocks.add(Wording.figure(bars(stockpile), "Parts are numbered from the largest."));
      blocks.addAll(
          PlanTables.HOLDINGS.shown(
              words, "Holdings", stockpile.holdings(), stockpile.holdings().size()));
    }
    return new Section("stockpile", "The stockpile", blocks);
  }

  private List<Block> why(Stockpile stockpile) {
    return stockpile.whyUnspent().isEmpty()
        ? List.of()
        : List.of(
            Paragraph.of(Inline.strong("Why the rest stays unspent")),
            new Bullets(false, stockpile.whyUnspent().stream().map(words::statement).toList()));
  }

  private StackedBars bars(Stockpile stockpile) {
    List<StackedBars.Part> parts =
        stockpile.holdings().stream()
            .filter(holding -> holding.cost().central() > 0)
            .map(holding ->
                new StackedBars.Part(
                    holding.name(),
                    holding.cost().central(),
                    words.drawn(holding.cost(), holding.product()),
                    words.num(holding.daysOfCover(), Unit.DAYS, holding.product()).plain()
                        + " of the alliance's use"))
            .toList();
    StackedBars.Bar bar =
        new StackedBars.Bar(
            "Budget", parts, Math.max(0, stockpile.unspent().central()), "see above for why");
    return new StackedBars("What the budget buys", Unit.USD_MILLION, List.of(bar));
  }
}
