package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.drawing.LineChart;
import org.plimsoll.app.report.drawing.StackedBars;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Tranche;
import org.plimsoll.planner.plan.Purchases;

/** What a budget smaller than a plan's buys, in words and pictures. */
public final class BudgetSection {
  private static final double USD_PER_BILLION = 1e9;
  private static final double USD_PER_MILLION = 1e6;

  /** As many as the page's form writes of a budget. */
  private static final int BUDGET_DIGITS = 5;

  private final Wording words;
  private final ActionPlan.Stockpile stockpile;

  public BudgetSection(ActionPlan plan) {
    words = new Wording(plan);
    stockpile = plan.stockpile();
  }

  /** The plan's own budget, USD. */
  public double mostUsd() {
    return stockpile.budget().central();
  }

  /**
   * What a budget buys.
   *
   * @param budgetUsd at least 0; what is above the plan's own budget buys no more than that
   */
  public Section section(double budgetUsd) {
    Purchases purchases = Purchases.within(stockpile, budgetUsd);
    List<Block> blocks = new ArrayList<>();
    blocks.add(sentence(budgetUsd, purchases));
    if (!purchases.bought().isEmpty()) {
      blocks.add(keyFigures(purchases));
      blocks.add(
          Wording.figure(bars(budgetUsd, purchases), "Parts are numbered from the largest."));
    }
    blocks.add(
        Wording.figure(
            curve(purchases.bought().size()),
            "Each point is a purchase; the best dollar goes first. A loss counts with the chance of"
                + " its stop in a year."));
    if (!purchases.held().isEmpty()) {
      blocks.add(table(purchases.held()));
    }
    return new Section("bought", "What a budget buys", blocks);
  }

  private Paragraph sentence(double budgetUsd, Purchases purchases) {
    List<Inline> parts = new ArrayList<>();
    String budget = NumberText.plain(budgetUsd / USD_PER_BILLION, BUDGET_DIGITS);
    parts.add(Inline.text("A budget of USD " + budget + " bn "));
    if (purchases.bought().isEmpty()) {
      parts.add(Inline.text("buys nothing"));
    } else {
      parts.add(
          Inline.text("pays for the first %d purchases, ".formatted(purchases.bought().size())));
      parts.add(words.num(purchases.spent()));
    }
    if (purchases.next().isPresent()) {
      Tranche next = purchases.next().get();
      parts.add(Inline.text(". The next, "));
      parts.add(words.num(next.tonnes(), Unit.TONNES, next.product()));
      parts.add(Inline.text(" of " + next.name() + ", costs "));
      parts.add(words.num(next.cost()));
      parts.add(Inline.text(" and does not fit."));
    } else {
      parts.add(Inline.text(", which is all that the plan buys."));
    }
    return Paragraph.of(parts.toArray(Inline[]::new));
  }

  private KeyFigures keyFigures(Purchases purchases) {
    return KeyFigures.of(
        new KeyFigures.Item("spent", words.num(purchases.spent()), ""),
        new KeyFigures.Item(
            "loss avoided a year",
            words.num(purchases.avoided(), Unit.USD_MILLION),
            "with the chance of each stop"),
        new KeyFigures.Item(
            "by its last dollar",
            words.num(purchases.bought().getLast().valuePerUsd()),
            "USD a year, in " + purchases.bought().getLast().name()),
        new KeyFigures.Item("products held", Num.count(purchases.held().size()), ""));
  }

  private StackedBars bars(double budgetUsd, Purchases purchases) {
    List<StackedBars.Part> parts =
        purchases.held().stream()
            .map(one ->
                new StackedBars.Part(
                    one.name(),
                    one.cost().central(),
                    words.drawn(one.cost(), one.product()),
                    words.num(one.daysOfCover(), Unit.DAYS, one.product()).plain()
                        + " of the alliance's use"))
            .toList();
    return new StackedBars(
        "What the budget buys",
        Unit.USD_MILLION,
        List.of(
            new StackedBars.Bar(
                "Budget",
                parts,
                Math.max(0, budgetUsd - purchases.spent().central()),
                "less than the next costs")));
  }

  /** Spent against loss avoided, as far as the budget goes and beyond it. */
  private LineChart curve(int bought) {
    List<LineChart.Point> points = new ArrayList<>(List.of(new LineChart.Point(0, 0)));
    for (Tranche tranche : stockpile.order()) {
      LineChart.Point last = points.getLast();
      double cost = tranche.cost().central();
      points.add(
          new LineChart.Point(
              last.across() + cost / USD_PER_BILLION,
              last.up() + Purchases.avoided(tranche).central() / USD_PER_MILLION));
    }
    return new LineChart(
        "Loss avoided by what is spent",
        "USD billion spent",
        "USD million a year avoided",
        List.of(
            new LineChart.Line("bought", Tone.BLUE, false, points.subList(0, bought + 1)),
            new LineChart.Line(
                "beyond the budget",
                Tone.ORANGE,
                true,
                bought < stockpile.order().size()
                    ? points.subList(bought, points.size())
                    : List.of())));
  }

  private Table table(List<Purchases.Held> held) {
    return Table.draft("What is held for it", held)
        .words("product", one -> words.productAndTier(one.product()))
        .with(Table.Column.numbers("t"), one -> words.num(one.tonnes(), Unit.TONNES, one.product()))
        .with(
            Table.Column.numbers("cost"),
            one -> words.num(one.cost(), Unit.USD_MILLION, one.product()))
        .with(
            Table.Column.numbers("days of use"),
            one -> words.num(one.daysOfCover(), Unit.DAYS, one.product()))
        .with(
            Table.Column.numbers("loss avoided a year"),
            one -> words.num(one.avoided(), Unit.USD_MILLION, one.product()))
        .table();
  }
}
