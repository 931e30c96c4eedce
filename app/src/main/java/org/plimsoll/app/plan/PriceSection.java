package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan.PriceLine;
import org.plimsoll.planner.plan.Figure;

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
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"),
            Table.Column.words("serves as"),
            Table.Column.words("date"),
            Table.Column.words("place and kind"),
            Table.Column.words("volume"),
            Table.Column.numbers("price"),
            Table.Column.sentences("remark"));
    blocks.addAll(
        Rows.first(ROWS, "Prices with their volume", columns, prices, this::row, "prices"));
    return new Section("prices", "Prices", blocks);
  }

  private Table.Row row(PriceLine price) {
    return Table.Row.of(
        Inline.text(words.product(price.product())),
        Inline.text(serves(price.vintage())),
        Inline.text(price.date()),
        Inline.text(price.location() + ", " + price.type()),
        price.liquid() ? Inline.text("liquid") : Inline.strong("thin"),
        words.num(price.price(), unit(price.product()), price.product()),
        Inline.text(price.note()));
  }

  /** One unit for all prices of a product, so that they can be compared at a glance. */
  private Unit unit(ProductId product) {
    List<Figure> all =
        words.plan().prices().stream()
            .filter(p -> p.product().equals(product))
            .map(PriceLine::price)
            .toList();
    return Units.price(all);
  }

  private static String serves(String vintage) {
    return switch (vintage) {
      case "latest" -> "base, latest";
      case "base2024" -> "base, 2024";
      case "incentive" -> "incentive price";
      case "quote" -> "shown only";
      default -> vintage;
    };
  }
}
