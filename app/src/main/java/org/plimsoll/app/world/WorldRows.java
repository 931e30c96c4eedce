package org.plimsoll.app.world;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** Every row of some products, as the pack holds it. */
public final class WorldRows {
  private WorldRows() {}

  /** Products, output, use, flows and prices, row by row. */
  public static Answer answer(Evidence evidence, List<Product> products) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", evidence.asOf().toString());
    facts.put("baseYear", Integer.toString(evidence.baseYear()));
    List<ProductId> ids = products.stream().map(Product::id).toList();
    return new Answer(
        facts,
        List.of(
            products(products),
            productions(evidence, ids),
            uses(evidence, ids),
            flows(evidence, ids),
            prices(evidence, ids)),
        List.of());
  }

  /** The products themselves. */
  public static Table products(List<Product> products) {
    Answer.Builder rows =
        Table.of(
            "products",
            "Products",
            new Column("product", "product"),
            new Column("tier", "tier"),
            new Column("basis", "basis"),
            new Column("hsCodes", "HS codes"),
            new Column("bundled", "code shared"),
            new Column("storableForm", "stored as"),
            new Column("shelfLifeYears", "years"),
            new Column("name", "name"));
    for (Product product : products) {
      rows.row(
          Cell.words(product.id().toString()),
          Cell.words(product.tier().word()),
          Cell.words(product.basis()),
          new Cell.Names(product.hsCodes()),
          Cell.words(product.bundled() ? "yes" : "no"),
          Cell.words(product.storableForm()),
          Cell.figure(product.shelfLifeYears(), Cell.DIGITS),
          Cell.words(product.name()));
    }
    return rows.build();
  }

  private static Table productions(Evidence evidence, List<ProductId> ids) {
    Answer.Builder rows =
        Table.of(
            "production",
            "Output by activity, largest first",
            new Column("product", "product"),
            new Column("activity", "activity"),
            new Column("country", "country"),
            new Column("year", "year"),
            new Column("tonnes", "t"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            new Column("source", "source"));
    evidence.productions().stream()
        .filter(production -> ids.contains(production.product()))
        .sorted(
            Comparator.comparing(Production::product)
                .thenComparing(Comparator.comparingDouble(Production::tonnes).reversed()))
        .forEach(p ->
            rows.row(
                Cell.words(p.product().toString()),
                Cell.words(p.activity()),
                Cell.words(p.country().alpha3()),
                new Cell.Whole(p.year()),
                new Cell.Figure(p.tonnes(), Cell.DIGITS),
                Cell.grade(p.provenance()),
                Cell.status(p.provenance()),
                Cell.source(p.provenance())));
    return rows.build();
  }

  private static Table uses(Evidence evidence, List<ProductId> ids) {
    Answer.Builder rows =
        Table.of(
            "use",
            "Use, largest first",
            new Column("product", "product"),
            new Column("country", "country"),
            new Column("purpose", "purpose"),
            new Column("year", "year"),
            new Column("tonnes", "t"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            new Column("source", "source"));
    evidence.uses().stream()
        .filter(use -> ids.contains(use.product()))
        .sorted(
            Comparator.comparing(Use::product)
                .thenComparing(Comparator.comparingDouble(Use::tonnes).reversed()))
        .forEach(use ->
            rows.row(
                Cell.words(use.product().toString()),
                Cell.words(use.country().alpha3()),
                Cell.words(use.purpose().word()),
                new Cell.Whole(use.year()),
                new Cell.Figure(use.tonnes(), Cell.DIGITS),
                Cell.grade(use.provenance()),
                Cell.status(use.provenance()),
                Cell.source(use.provenance())));
    return rows.build();
  }

  private static Table flows(Evidence evidence, List<ProductId> ids) {
    Answer.Builder rows =
        Table.of(
            "flows",
            "Flows from maker to user, home use included, largest first",
            new Column("product", "product"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("year", "year"),
            new Column("tonnes", "t"),
            new Column("observedTonnes", "observed t"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            new Column("source", "source"));
    evidence.flows().stream()
        .filter(flow -> ids.contains(flow.product()))
        .sorted(
            Comparator.comparing(Flow::product)
                .thenComparing(Comparator.comparingDouble(Flow::tonnes).reversed()))
        .forEach(flow ->
            rows.row(
                Cell.words(flow.product().toString()),
                Cell.words(flow.exporter().alpha3()),
                Cell.words(flow.importer().alpha3()),
                new Cell.Whole(flow.year()),
                new Cell.Figure(flow.tonnes(), Cell.DIGITS),
                Cell.figure(flow.observedTonnes(), Cell.DIGITS),
                Cell.grade(flow.provenance()),
                Cell.status(flow.provenance()),
                Cell.source(flow.provenance())));
    return rows.build();
  }

  private static Table prices(Evidence evidence, List<ProductId> ids) {
    Answer.Builder rows =
        Table.of(
            "prices",
            "Prices",
            new Column("product", "product"),
            new Column("vintage", "vintage"),
            new Column("date", "date"),
            new Column("usdPerTonne", "USD/t"),
            Column.hidden("centralUsdPerTonne"),
            new Column("type", "type"),
            new Column("liquid", "liquid"),
            new Column("location", "place"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            new Column("source", "source"));
    for (Price price : evidence.prices()) {
      if (ids.contains(price.product())) {
        rows.row(
            Cell.words(price.product().toString()),
            Cell.words(price.vintage()),
            Cell.words(price.date()),
            Cell.range(price.usdPerTonne(), Cell.DIGITS),
            new Cell.Figure(price.usdPerTonne().central(), Cell.DIGITS),
            Cell.words(price.type()),
            Cell.words(price.liquid() ? "yes" : "no"),
            Cell.words(price.location()),
            Cell.grade(price.provenance()),
            Cell.status(price.provenance()),
            Cell.source(price.provenance()));
      }
    }
    return rows.build();
  }
}
