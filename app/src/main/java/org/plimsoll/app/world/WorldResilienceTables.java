package org.plimsoll.app.world;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/**
 * Stocks of the material of a page, what keeping, carrying and making it costs, what went wrong.
 */
final class WorldResilienceTables {
  private static final String ANY = "*";

  /** What concerns the page's material, and what concerns every material. */
  private final Resilience its;

  WorldResilienceTables(WorldSubject subject) {
    Resilience all = subject.evidence().resilience();
    List<String> commodities = subject.commodities();
    Predicate<String> concerns = scope -> scope.equals(ANY) || commodities.contains(scope);
    its =
        new Resilience(
            all.freight().stream().filter(f -> subject.ids().contains(f.product())).toList(),
            all.storage().stream().filter(s -> concerns.test(s.scope())).toList(),
            all.projectCosts().stream().filter(c -> commodities.contains(c.commodity())).toList(),
            all.stockpiles().stream().filter(s -> concerns.test(s.scope())).toList(),
            all.disruptions().stream().filter(d -> commodities.contains(d.commodity())).toList());
  }

  /** What stocks hold, aim at and mean to buy, those of many materials too. */
  Table stockpiles() {
    Answer.Builder rows =
        Table.of(
            "stockpiles",
            "Stocks: what is held, wanted or planned",
            new Column("holder", "holder"),
            new Column("scope", "of"),
            new Column("form", "form"),
            new Column("measure", "what"),
            new Column("date", "date"),
            new Column("amount", "amount"),
            new Column("unit", "unit"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("kind"),
            Column.hidden("url"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Stockpile stock : its.stockpiles()) {
      rows.row(
          Known.of(stock.provenance()),
          Cell.words(stock.holder()),
          Cell.words(scope(stock.scope())),
          Cell.words(stock.form()),
          Cell.words(stock.measure()),
          Cell.words(stock.date()),
          Cell.range(stock.amount(), Cell.DIGITS),
          Cell.words(stock.unit()),
          Cell.grade(stock.provenance()),
          Cell.status(stock.provenance()),
          Cell.words(stock.kind()),
          Cell.words(stock.url()),
          Cell.source(stock.provenance()),
          Cell.words(stock.provenance().note()));
    }
    return rows.build();
  }

  /** What keeping costs, and how long it is possible. */
  Table storage() {
    Answer.Builder rows =
        Table.of(
            "storage",
            "Keeping it",
            new Column("scope", "of"),
            new Column("form", "form"),
            new Column("measure", "what"),
            new Column("place", "place"),
            new Column("value", "value"),
            new Column("unit", "unit"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Storage storage : its.storage()) {
      rows.row(
          Known.of(storage.provenance()),
          Cell.words(scope(storage.scope())),
          Cell.words(storage.form()),
          Cell.words(storage.measure()),
          Cell.words(storage.place().equals(ANY) ? "anywhere" : storage.place()),
          Cell.range(storage.value(), Cell.DIGITS),
          Cell.words(storage.unit()),
          Cell.grade(storage.provenance()),
          Cell.status(storage.provenance()),
          Cell.source(storage.provenance()),
          Cell.words(storage.provenance().note()));
    }
    return rows.build();
  }

  /** Carriage and insurance as customs measured them. */
  Table freight() {
    Answer.Builder rows =
        Table.of(
            "freight",
            "Carrying it: what arrival adds to the value at departure",
            new Column("product", "product"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("period", "period"),
            new Column("shareOfFob", "of FOB"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Freight freight : its.freight()) {
      rows.row(
          Known.of(freight.provenance()),
          Cell.words(freight.product().toString()),
          Cell.words(freight.exporter().equals(ANY) ? "all" : freight.exporter()),
          Cell.words(freight.importer().equals(ANY) ? "several" : freight.importer()),
          Cell.words(freight.period()),
          Cell.shareRange(freight.shareOfFob(), 2),
          Cell.grade(freight.provenance()),
          Cell.status(freight.provenance()),
          Cell.source(freight.provenance()),
          Cell.words(freight.provenance().note()));
    }
    return rows.build();
  }

  /** What projects cost and need. */
  Table costs() {
    Answer.Builder rows =
        Table.of(
            "costs",
            "What projects cost and need",
            new Column("project", "project or group"),
            new Column("place", "place"),
            new Column("measure", "what"),
            new Column("asOf", "as of"),
            new Column("value", "value"),
            new Column("unit", "unit"),
            new Column("capacityTonnesPerYear", "t a year"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (ProjectCost cost : its.projectCosts()) {
      rows.row(
          Known.of(cost.provenance()),
          Cell.words(cost.project()),
          Cell.words(cost.place()),
          Cell.words(cost.measure()),
          Cell.words(cost.asOf()),
          Cell.range(cost.value(), Cell.DIGITS),
          Cell.words(cost.unit()),
          Cell.figure(cost.capacityTonnesPerYear(), Cell.DIGITS),
          Cell.grade(cost.provenance()),
          Cell.status(cost.provenance()),
          Cell.source(cost.provenance()),
          Cell.words(cost.provenance().note()));
    }
    return rows.build();
  }

  /** What disruptions did, and what others would cost. */
  Table disruptions() {
    Answer.Builder rows =
        Table.of(
            "disruptions",
            "Disruptions: what they did, or would cost",
            new Column("event", "event"),
            new Column("area", "area"),
            new Column("measure", "what"),
            new Column("period", "period"),
            new Column("value", "value"),
            new Column("unit", "unit"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Disruption disruption : its.disruptions()) {
      boolean isChange = disruption.unit().equals("1");
      rows.row(
          Known.of(disruption.provenance()),
          Cell.words(disruption.event()),
          Cell.words(WorldUseTables.area(disruption.area())),
          Cell.words(disruption.measure()),
          Cell.words(disruption.period()),
          value(disruption.value(), isChange),
          isChange ? new Cell.Nothing() : Cell.words(disruption.unit()),
          Cell.grade(disruption.provenance()),
          Cell.status(disruption.provenance()),
          Cell.source(disruption.provenance()),
          Cell.words(disruption.provenance().note()));
    }
    return rows.build();
  }

  private static Cell value(Interval value, boolean isChange) {
    return isChange ? Cell.shareRange(value, Cell.DIGITS) : Cell.range(value, Cell.DIGITS);
  }

  private static String scope(String scope) {
    return scope.equals(ANY) ? "many" : scope;
  }

  /** Everything that these tables cite. */
  void eachProvenance(Consumer<Provenance> visitor) {
    its.stockpiles().forEach(stock -> visitor.accept(stock.provenance()));
    its.storage().forEach(storage -> visitor.accept(storage.provenance()));
    its.freight().forEach(freight -> visitor.accept(freight.provenance()));
    its.projectCosts().forEach(cost -> visitor.accept(cost.provenance()));
    its.disruptions().forEach(disruption -> visitor.accept(disruption.provenance()));
  }
}
