package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
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
  Table<EndUse> endUses() {
    return Table.of(
            "endUses",
            "What it is used for",
            evidence.endUses().stream()
                .filter(use -> commodities.contains(use.commodity()))
                .sorted(
                    Comparator.comparing((EndUse use) -> !use.isMain())
                        .thenComparing(EndUse::area)
                        .thenComparing(Comparator.comparingDouble(EndUse::share).reversed()))
                .toList())
        .words("area", "area", use -> area(use.area()))
        .words("application", "use", EndUse::application)
        .words("sector", "sector", EndUse::sector)
        .share("share", "share", EndUse::share)
        .flag("main", "main", EndUse::isMain)
        .noted(EndUse::provenance);
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

  /** A bill and a count, if there is one. */
  private record Good(BillOfMaterials bill, Optional<ProductVolume> count) {
    Mass mass() {
      return readable(bill);
    }

    Known known() {
      return count
          .map(c -> WorldUseTables.known(bill, c))
          .orElseGet(() -> Known.of(bill.provenance()));
    }

    Cell range(Function<ProductVolume, Interval> of) {
      return count
          .<Cell>map(c -> new Cell.Range(of.apply(c), Cell.DIGITS, false))
          .orElseGet(() -> new Cell.Missing("not counted"));
    }

    String note() {
      String first = bill.provenance().note();
      String second = count.map(c -> c.provenance().note()).orElse("");
      return first.isEmpty() || second.isEmpty() ? first + second : first + "; count: " + second;
    }
  }

  /** Kilograms a unit, times units, in tonnes. */
  Table<?> goods() {
    List<Good> rows = new ArrayList<>();
    for (Held held : held()) {
      if (held.counts().isEmpty()) {
        rows.add(new Good(held.bill(), Optional.empty()));
      }
      held.counts().forEach(count -> rows.add(new Good(held.bill(), Optional.of(count))));
    }
    return Table.of(
            "goods",
            "What holds it: mass a unit × units = tonnes; rows of a good overlap, none are added",
            rows)
        .knownAs(Good::known)
        .words("good", "good", g -> g.bill().good())
        .words("component", "part", g -> g.bill().component())
        .words("form", "of", g -> g.bill().form())
        .words("asOf", "as of", g -> g.bill().asOf())
        .range("kilograms", "", g -> g.bill().kilograms())
        .words("unit", "", g -> g.bill().unit())
        .range("held", "holds", g -> g.bill().kilograms().times(g.mass().perKilogram()))
        .words("heldUnit", "unit", g -> g.mass().name() + " a " + g.bill().unit())
        .words("area", "area", g -> g.count().map(c -> area(c.area())))
        .cell(
            "year",
            "year",
            Kind.NUMBER,
            g ->
                g.count()
                    .<Cell>map(c -> new Cell.Whole(c.year()))
                    .orElseGet(() -> new Cell.Missing("not counted")))
        .cell("units", "units", Kind.RANGE, g -> g.range(ProductVolume::units))
        .cell("tonnes", "t", Kind.RANGE, g -> g.range(g.bill()::tonnesIn))
        .words("measure", "", g -> g.count().map(ProductVolume::measure))
        .words("grade", "grade", g -> g.known().grade().name())
        .words("status", "status", g -> g.bill().provenance().status().word())
        .words("source", "", g -> g.bill().provenance().source())
        .words("countSource", "", g -> g.count().map(c -> c.provenance().source()))
        .words("note", "note", Good::note);
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

  /** Outlooks of demand. */
  Table<DemandGrowth> growth() {
    return Table.of(
            "growth", "How demand is expected to grow: multiples of the base year", listGrowth())
        .words("area", "area", g -> area(g.area()))
        .words("scenario", "path", DemandGrowth::scenario)
        .year("year", "year", DemandGrowth::year)
        .year("baseYear", "base", DemandGrowth::baseYear)
        .range("multiple", "times", DemandGrowth::multiple)
        .digits(g -> 2)
        .shareRange("perYear", "a year", DemandGrowth::growthPerYear)
        .noted(DemandGrowth::provenance);
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
  Table<Recycling> recycling() {
    return Table.of(
            "recycling",
            "What comes back",
            evidence.inUse().recycling().stream()
                .filter(rate -> commodities.contains(rate.commodity()))
                .toList())
        .words("measure", "rate", rate -> rate.measure().inWords())
        .words("area", "area", rate -> area(rate.area()))
        .words("period", "as of", Recycling::period)
        .shareRange("share", "share", Recycling::share)
        .noted(Recycling::provenance);
  }

  /** The world is called so. */
  static String area(String area) {
    return area.equals(WORLD) ? "world" : area;
  }

  /** Everything that these tables cite. */
  Stream<Provenance> provenances() {
    return Stream.of(
            endUses().rows().stream().map(EndUse::provenance),
            held().stream()
                .flatMap(h ->
                    Stream.concat(
                        Stream.of(h.bill().provenance()),
                        h.counts().stream().map(ProductVolume::provenance))),
            growth().rows().stream().map(DemandGrowth::provenance),
            recycling().rows().stream().map(Recycling::provenance))
        .flatMap(all -> all);
  }
}
