package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.outlook.Outlook;

/** The market year by year, a table for each product. */
public final class OutlookTables {
  private OutlookTables() {}

  public static List<Table> of(Outlook outlook, List<ProductId> products) {
    List<Table> tables = new ArrayList<>();
    for (ProductId product : products) {
      if (outlook.years().getFirst().products().stream()
          .anyMatch(p -> p.product().equals(product))) {
        tables.add(table(outlook, product));
      }
    }
    return tables;
  }

  private static Table table(Outlook outlook, ProductId product) {
    Answer.Builder table =
        Table.of(
            product + " by year",
            product
                + " by year, no forecast: demand along an outlook, capacity that answers to prices",
            new Column("year", "year"),
            new Column("demandMultiple", "demand at base prices"),
            new Column("insideUsdPerTonne", "inside USD/t"),
            new Column("outsideUsdPerTonne", "outside USD/t"),
            new Column("useTonnes", "world uses t"),
            new Column("outputTonnes", "world makes t"),
            new Column("daysOfShortage", "days short"),
            new Column("stockTonnes", "laid up t"),
            new Column("projectTonnes", "projects t"),
            new Column("projects", "projects that stand"),
            new Column("horizon", "elasticities"),
            new Column("outlook", "outlook of demand"));
    for (Outlook.Year year : outlook.years()) {
      Outlook.ProductYear its = year.getProduct(product);
      List<Outlook.Built> built =
          year.built().stream().filter(b -> b.product().equals(product)).toList();
      boolean atCeiling = its.unservedTonnes() > 0;
      table.row(
          new Cell.Whole(year.year()),
          figure(its.demandMultiple()),
          atCeiling
              ? Cell.words("at the assumed ceiling")
              : Cell.figure(its.insideUsdPerTonne(), Cell.DIGITS),
          Cell.figure(its.outsideUsdPerTonne(), Cell.DIGITS),
          figure(its.useTonnes()),
          figure(its.outputTonnes()),
          figure(its.daysOfShortage()),
          figure(its.stockTonnes()),
          figure(built.stream().mapToDouble(Outlook.Built::tonnesPerYear).sum()),
          new Cell.Names(built.stream().map(Outlook.Built::id).toList()),
          Cell.words(year.horizon().years() == 1 ? "one year" : year.horizon().years() + " years"),
          Cell.words(its.outlook().orElse("none: it stands still")));
    }
    return table.build();
  }

  private static Cell figure(double value) {
    return new Cell.Figure(value, Cell.DIGITS);
  }
}
