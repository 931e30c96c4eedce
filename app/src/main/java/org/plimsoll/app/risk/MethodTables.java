package org.plimsoll.app.risk;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.risk.EuSupplyRisk;
import org.plimsoll.planner.risk.GeoPolRisk;
import org.plimsoll.planner.risk.Supplier;
import org.plimsoll.planner.risk.SupplyConcentration;
import org.plimsoll.planner.risk.SupplyGrid;

/** The tables of {@code plimsoll risk} that are computed from a grid. */
public final class MethodTables {
  private final SupplyGrid grid;
  private final Predicate<ProductId> wanted;
  private final ToIntFunction<ProductId> digits;
  private final IntPredicate years;
  private final boolean isOfUsersOnly;

  /**
   * Tables of a grid.
   *
   * @param wanted products to show
   * @param digits significant digits of a product's figures
   * @param years to show
   * @param isOfUsersOnly whether a buyer that nothing reaches has no supply risk, even where that
   *     of the world alone could be given
   */
  public MethodTables(
      SupplyGrid grid,
      Predicate<ProductId> wanted,
      ToIntFunction<ProductId> digits,
      IntPredicate years,
      boolean isOfUsersOnly) {
    this.grid = grid;
    this.wanted = wanted;
    this.digits = digits;
    this.years = years;
    this.isOfUsersOnly = isOfUsersOnly;
  }

  private boolean isShown(ProductId product, int year) {
    return wanted.test(product) && years.test(year);
  }

  private List<EuSupplyRisk.Row> supplyRisks() {
    return EuSupplyRisk.of(grid).rows().stream()
        .filter(row -> isShown(row.product(), row.year()))
        .filter(row -> !isOfUsersOnly || row.sourcing().isPresent())
        .toList();
  }

  /** Concentration of world output and of each buyer's supply. */
  public Table concentration() {
    Answer.Builder rows =
        Table.of(
            "concentration",
            "Concentration",
            new Column("product", "product"),
            new Column("year", "year"),
            new Column("of", "of"),
            new Column("hhi", "HHI"),
            new Column("hhiWgiT", "HHI·WGI·t"),
            new Column("largest", "largest"),
            new Column("largestShare", "share"),
            new Column("namedShare", "named"));
    for (SupplyConcentration.Row row : SupplyConcentration.of(grid).rows()) {
      if (isShown(row.product(), row.year())) {
        int shown = digits.applyAsInt(row.product());
        rows.row(
            Cell.words(row.product().toString()),
            new Cell.Whole(row.year()),
            Cell.words(
                row.buyer().map(buyer -> "supply of " + buyer.name()).orElse("world output")),
            row.herfindahl().map(b -> Cell.span(b, shown)).orElseGet(Cell.Nothing::new),
            row.weighted().map(b -> Cell.span(b, shown)).orElseGet(Cell.Nothing::new),
            Cell.words(row.largest().map(MethodTables::name)),
            row.largest().isPresent()
                ? new Cell.Share(row.largestShare(), shown)
                : new Cell.Nothing(),
            row.largest().isPresent()
                ? new Cell.Share(row.namedShare(), shown)
                : new Cell.Nothing());
      }
    }
    return rows.build();
  }

  private static String name(Supplier supplier) {
    String country = supplier.country().alpha3();
    return supplier.name().equals(country) ? country : supplier.name() + " (" + country + ")";
  }

  /** Supply risk after the European Union's method; the bottleneck of each material is marked. */
  public Table euSupplyRisk() {
    Answer.Builder rows =
        Table.of(
            "euSupplyRisk",
            "Supply risk (European Union's method)",
            new Column("product", "product"),
            new Column("year", "year"),
            new Column("region", "region"),
            new Column("supply", "supply"),
            new Column("worldHhiWgiT", "world HHI·WGI·t"),
            new Column("sourcingHhiWgiT", "sourcing HHI·WGI·t"),
            new Column("importReliance", "IR"),
            new Column("recycling", "EoL-RIR"),
            new Column("substitution", "SI"),
            new Column("supplyRisk", "SR"),
            new Column("bottleneck", "bottleneck"));
    List<EuSupplyRisk.Row> found = supplyRisks();
    List<EuSupplyRisk.Row> bottlenecks = EuSupplyRisk.bottlenecks(found);
    for (EuSupplyRisk.Row row : found) {
      int shown = digits.applyAsInt(row.product());
      rows.row(
          Cell.words(row.product().toString()),
          new Cell.Whole(row.year()),
          Cell.words(row.buyer().name()),
          Cell.words(row.supply().word()),
          row.world().map(b -> Cell.span(b, shown)).orElseGet(Cell.Nothing::new),
          row.sourcing().map(b -> Cell.span(b, shown)).orElseGet(Cell.Nothing::new),
          Cell.share(row.importReliance(), shown),
          new Cell.Share(row.recycling(), shown),
          new Cell.Figure(row.substitution(), shown),
          Cell.span(row.supplyRisk(), shown),
          Cell.words(bottlenecks.contains(row) ? isOneOf(bottlenecks, row) : ""));
    }
    return rows.build();
  }

  private static String isOneOf(List<EuSupplyRisk.Row> bottlenecks, EuSupplyRisk.Row row) {
    long ofMaterial =
        bottlenecks.stream().filter(other -> other.material().equals(row.material())).count();
    return ofMaterial == 1 ? "yes" : "perhaps";
  }

  private List<GeoPolRisk.Row> geoPolRisks() {
    return GeoPolRisk.of(grid).rows().stream()
        .filter(row -> isShown(row.product(), row.year()))
        .toList();
  }

  /** Products of the grid for which the European method gives no row. */
  public List<ProductId> withoutSupplyRisk() {
    return without(supplyRisks().stream().map(EuSupplyRisk.Row::product).toList());
  }

  /** Products of the grid for which GeoPolRisk gives no row. */
  public List<ProductId> withoutGeoPolRisk() {
    return without(geoPolRisks().stream().map(GeoPolRisk.Row::product).toList());
  }

  private List<ProductId> without(List<ProductId> found) {
    return grid.axes().products().names().stream()
        .filter(wanted)
        .filter(product -> !found.contains(product))
        .toList();
  }

  /** GeoPolRisk with its characterisation factor. */
  public Table geoPolRisk() {
    Answer.Builder rows =
        Table.of(
            "geoPolRisk",
            "GeoPolRisk",
            new Column("product", "product"),
            new Column("year", "year"),
            new Column("region", "region"),
            new Column("hhi", "HHI"),
            new Column("importRisk", "import risk"),
            new Column("score", "score"),
            new Column("usdPerKg", "USD/kg"),
            new Column("factorKgCopperPerKg", "kg Cu-eq/kg"));
    for (GeoPolRisk.Row row : geoPolRisks()) {
      int shown = digits.applyAsInt(row.product());
      rows.row(
          Cell.words(row.product().toString()),
          new Cell.Whole(row.year()),
          Cell.words(row.buyer().name()),
          Cell.span(row.herfindahl(), shown),
          Cell.span(row.importRisk(), shown),
          Cell.span(row.score(), shown),
          Cell.figure(row.usdPerKg(), shown),
          row.factor().map(b -> Cell.span(b, shown)).orElseGet(Cell.Nothing::new));
    }
    return rows.build();
  }
}
