package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
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
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"),
            Table.Column.words("dear in"),
            Table.Column.numbers("price there"),
            Table.Column.words("cheap in"),
            Table.Column.numbers("price there"),
            Table.Column.numbers("cost between them explains"),
            Table.Column.sentences("why it stands"));
    blocks.addAll(
        Rows.first(
            ROWS,
            "Members that pay unexplained price differences",
            columns,
            all,
            this::row,
            "disparities"));
    return new Section("disparities", "Prices that no cost explains", blocks);
  }

  private Table.Row row(Disparity d) {
    Unit unit = Units.price(List.of(d.dearPrice(), d.cheapPrice()));
    return Table.Row.of(
        Inline.text(words.product(d.product())),
        Inline.text(words.name(d.dear())),
        words.shown(d.dearPrice(), unit, d.product()),
        Inline.text(words.name(d.cheap())),
        words.shown(d.cheapPrice(), unit, d.product()),
        words.shown(d.explained(), unit, d.product()),
        Inline.text(d.why()));
  }
}
