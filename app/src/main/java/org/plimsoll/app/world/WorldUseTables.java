package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Recycling;

/** What the material of a page ends in, how that grows, and what comes back. */
final class WorldUseTables {
  private static final String WORLD = "*";

  private final Evidence evidence;
  private final List<String> commodities;

  WorldUseTables(WorldSubject subject) {
    this.evidence = subject.evidence();
    this.commodities = subject.commodities();
  }

  /** Shares of sectors; the source that the model reads first. */
  Table endUses() {
    Answer.Builder rows =
        Table.of(
            "endUses",
            "What it is used for",
            new Column("area", "area"),
            new Column("application", "use"),
            new Column("sector", "sector"),
            new Column("share", "share"),
            new Column("main", "main"),
            new Column("grade", "grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("note", "note"));
    evidence.endUses().stream()
        .filter(use -> commodities.contains(use.commodity()))
        .sorted(
            Comparator.comparing((EndUse use) -> !use.isMain())
                .thenComparing(EndUse::area)
                .thenComparing(Comparator.comparingDouble(EndUse::share).reversed()))
        .forEach(use ->
            rows.row(
                Known.of(use.provenance()),
                Cell.words(area(use.area())),
                Cell.words(use.application()),
                Cell.words(use.sector()),
                new Cell.Share(use.share(), Cell.DIGITS),
                Cell.words(use.isMain() ? "yes" : "no"),
                Cell.grade(use.provenance()),
                Cell.status(use.provenance()),
                Cell.source(use.provenance()),
                Cell.words(use.provenance().note())));
    return rows.build();
  }

  /** A good that holds the material, with a count of it if there is one. */
  record Held(BillOfMaterials bill, List<ProductVolume> counts) {
    /** What all of them hold; more than one count is of more than one place. */
    List<Interval> tonnes() {
      return counts.stream().map(bill::tonnesIn).toList();
    }
  }

  /** Goods with a count of the world, or else of each place; the most tonnes first. */
  List<Held> held() {
    List<Held> held = new ArrayList<>();
    for (BillOfMaterials bill : evidence.inUse().bills()) {
      if (commodities.contains(bill.commodity())) {
        held.add(new Held(bill, counts(bill)));
      }
    }
    held.sort(Comparator.comparingDouble(WorldUseTables::largest).reversed());
    return held;
  }

  private static double largest(Held held) {
    return held.tonnes().stream().mapToDouble(Interval::central).max().orElse(0);
  }

  private List<ProductVolume> counts(BillOfMaterials bill) {
    // The year of all other volumes, or the newest.
    List<ProductVolume> made =
        evidence.inUse().volumes().stream()
            .filter(v -> v.good().equals(bill.good()) && !v.measure().equals("exports"))
            .sorted(
                Comparator.comparing((ProductVolume v) -> v.year() != evidence.baseYear())
                    .thenComparing(Comparator.comparingInt(ProductVolume::year).reversed()))
            .toList();
    List<ProductVolume> world = made.stream().filter(v -> v.area().equals(WORLD)).toList();
    return world.isEmpty() ? made : world.subList(0, 1);
  }

  /** Kilograms a unit, times units, in tonnes. */
  Table goods() {
    Answer.Builder rows =
        Table.of(
            "goods",
            "What holds it: mass a unit × units = tonnes; rows of a good overlap, none are added",
            new Column("good", "good"),
            new Column("component", "part"),
            new Column("form", "of"),
            new Column("asOf", "as of"),
            Column.hidden("kilograms"),
            Column.hidden("unit"),
            new Column("held", "holds"),
            new Column("heldUnit", "unit"),
            new Column("area", "area"),
            new Column("year", "year"),
            new Column("units", "units"),
            new Column("tonnes", "t"),
            Column.hidden("measure"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            Column.hidden("countSource"),
            new Column("note", "note"));
    for (Held held : held()) {
      if (held.counts().isEmpty()) {
        addGood(rows, held.bill());
      }
      held.counts().forEach(count -> addGood(rows, held.bill(), count));
    }
    return rows.build();
  }

  private static void addGood(Answer.Builder rows, BillOfMaterials bill) {
    rows.row(
        Known.of(bill.provenance()),
        Cell.words(bill.good()),
        Cell.words(bill.component()),
        Cell.words(bill.form()),
        Cell.words(bill.asOf()),
        Cell.range(bill.kilograms(), Cell.DIGITS),
        Cell.words(bill.unit()),
        Cell.range(bill.kilograms().times(readable(bill).perKilogram()), Cell.DIGITS),
        Cell.words(readable(bill).name() + " a " + bill.unit()),
        new Cell.Nothing(),
        new Cell.Nothing(),
        new Cell.Nothing(),
        new Cell.Nothing(),
        new Cell.Nothing(),
        Cell.grade(bill.provenance()),
        Cell.status(bill.provenance()),
        Cell.source(bill.provenance()),
        new Cell.Nothing(),
        Cell.words(bill.provenance().note()));
  }

  private static void addGood(Answer.Builder rows, BillOfMaterials bill, ProductVolume count) {
    rows.row(
        known(bill, count),
        Cell.words(bill.good()),
        Cell.words(bill.component()),
        Cell.words(bill.form()),
        Cell.words(bill.asOf()),
        Cell.range(bill.kilograms(), Cell.DIGITS),
        Cell.words(bill.unit()),
        Cell.range(bill.kilograms().times(readable(bill).perKilogram()), Cell.DIGITS),
        Cell.words(readable(bill).name() + " a " + bill.unit()),
        Cell.words(area(count.area())),
        new Cell.Whole(count.year()),
        Cell.range(count.units(), Cell.DIGITS),
        Cell.range(bill.tonnesIn(count), Cell.DIGITS),
        Cell.words(count.measure()),
        Cell.words(known(bill, count).grade().name()),
        Cell.status(bill.provenance()),
        Cell.source(bill.provenance()),
        Cell.source(count.provenance()),
        Cell.words(joined(bill.provenance().note(), count.provenance().note())));
  }

  /** A unit of mass in which a figure can be read. */
  private record Mass(String name, double perKilogram) {}

  private static Mass readable(BillOfMaterials bill) {
    double kilograms = bill.kilograms().central();
    if (kilograms == 0 || kilograms >= 0.1) {
      return new Mass("kg", 1);
    }
    return kilograms >= 1e-4 ? new Mass("g", 1e3) : new Mass("mg", 1e6);
  }

  /** What a good holds rests on its bill and on its count. */
  static Known known(BillOfMaterials bill, ProductVolume count) {
    return Known.computed(
        List.of(bill.provenance(), count.provenance()), "kg a unit × units ÷ 1,000");
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + "; count: " + second;
  }

  /** Outlooks of demand. */
  Table growth() {
    Answer.Builder rows =
        Table.of(
            "growth",
            "How demand is expected to grow: multiples of the base year",
            new Column("area", "area"),
            new Column("scenario", "path"),
            new Column("year", "year"),
            new Column("baseYear", "base"),
            new Column("multiple", "times"),
            new Column("perYear", "a year"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (DemandGrowth growth : listGrowth()) {
      rows.row(
          Known.of(growth.provenance()),
          Cell.words(area(growth.area())),
          Cell.words(growth.scenario()),
          new Cell.Whole(growth.year()),
          new Cell.Whole(growth.baseYear()),
          Cell.range(growth.multiple(), Cell.DIGITS),
          Cell.shareRange(growth.growthPerYear(), 2),
          Cell.grade(growth.provenance()),
          Cell.status(growth.provenance()),
          Cell.source(growth.provenance()),
          Cell.words(growth.provenance().note()));
    }
    return rows.build();
  }

  List<DemandGrowth> listGrowth() {
    return evidence.inUse().growth().stream()
        .filter(growth -> commodities.contains(growth.commodity()))
        .sorted(
            Comparator.comparing(DemandGrowth::area)
                .thenComparingInt(DemandGrowth::year)
                .thenComparing(DemandGrowth::scenario))
        .toList();
  }

  /** Rates of recycling. */
  Table recycling() {
    Answer.Builder rows =
        Table.of(
            "recycling",
            "What comes back",
            new Column("measure", "rate"),
            new Column("area", "area"),
            new Column("period", "as of"),
            new Column("share", "share"),
            new Column("grade", "grade"),
            new Column("status", "status"),
            Column.hidden("source"),
            new Column("note", "note"));
    for (Recycling rate : evidence.inUse().recycling()) {
      if (commodities.contains(rate.commodity())) {
        rows.row(
            Known.of(rate.provenance()),
            Cell.words(rate.measure().inWords()),
            Cell.words(area(rate.area())),
            Cell.words(rate.period()),
            Cell.shareRange(rate.share(), Cell.DIGITS),
            Cell.grade(rate.provenance()),
            Cell.status(rate.provenance()),
            Cell.source(rate.provenance()),
            Cell.words(rate.provenance().note()));
      }
    }
    return rows.build();
  }

  /** The world is called so. */
  static String area(String area) {
    return area.equals(WORLD) ? "world" : area;
  }

  /** Everything that these tables cite. */
  void eachProvenance(Consumer<Provenance> visitor) {
    evidence.endUses().stream()
        .filter(use -> commodities.contains(use.commodity()))
        .forEach(use -> visitor.accept(use.provenance()));
    for (Held held : held()) {
      visitor.accept(held.bill().provenance());
      held.counts().forEach(count -> visitor.accept(count.provenance()));
    }
    listGrowth().forEach(growth -> visitor.accept(growth.provenance()));
    evidence.inUse().recycling().stream()
        .filter(rate -> commodities.contains(rate.commodity()))
        .forEach(rate -> visitor.accept(rate.provenance()));
  }
}
