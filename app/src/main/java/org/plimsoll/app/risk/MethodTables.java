package org.plimsoll.app.risk;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.risk.EuSupplyRisk;
import org.plimsoll.planner.risk.GeoPolRisk;
import org.plimsoll.planner.risk.Supplier;
import org.plimsoll.planner.risk.SupplyConcentration;
import org.plimsoll.planner.risk.SupplyGrid;

/**
 * The tables of {@code plimsoll risk} that are computed from a grid.
 *
 * @param wanted products to show
 * @param digits significant digits of a product's figures
 * @param years to show
 * @param isOfUsersOnly whether a buyer that nothing reaches has no supply risk, even where that of
 *     the world alone could be given
 */
record MethodTables(
    SupplyGrid grid,
    Predicate<ProductId> wanted,
    ToIntFunction<ProductId> digits,
    IntPredicate years,
    boolean isOfUsersOnly) {
  private static final String NO_SUPPLIER = "no supplier";

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
  Table<?> concentration() {
    List<SupplyConcentration.Row> rows =
        SupplyConcentration.of(grid).rows().stream()
            .filter(row -> isShown(row.product(), row.year()))
            .toList();
    return Table.of("concentration", "Concentration", rows)
        .digits(row -> digits.applyAsInt(row.product()))
        .product("product", "product", row -> row.product())
        .year("year", "year", row -> row.year())
        .words(
            "of",
            "of",
            row -> row.buyer().map(buyer -> "supply of " + buyer.name()).orElse("world output"))
        .spanIfAny("hhi", "HHI", row -> row.herfindahl())
        .spanIfAny("hhiWgiT", "HHI·WGI·t", row -> row.weighted())
        .words("largest", "largest", row -> row.largest().map(MethodTables::name))
        .share("largestShare", "share", row -> ifNamed(row, row.largestShare()), NO_SUPPLIER)
        .share("namedShare", "named", row -> ifNamed(row, row.namedShare()), NO_SUPPLIER);
  }

  private static OptionalDouble ifNamed(SupplyConcentration.Row row, double share) {
    return row.largest().isPresent() ? OptionalDouble.of(share) : OptionalDouble.empty();
  }

  private static String name(Supplier supplier) {
    String country = supplier.country().alpha3();
    return supplier.name().equals(country) ? country : supplier.name() + " (" + country + ")";
  }

  /** Supply risk after the European Union's method; the bottleneck of each material is marked. */
  Table<?> euSupplyRisk() {
    List<EuSupplyRisk.Row> found = supplyRisks();
    List<EuSupplyRisk.Row> bottlenecks = EuSupplyRisk.bottlenecks(found);
    return Table.of("euSupplyRisk", "Supply risk (European Union's method)", found)
        .digits(row -> digits.applyAsInt(row.product()))
        .product("product", "product", row -> row.product())
        .year("year", "year", row -> row.year())
        .country("region", "region", row -> row.buyer().name())
        .words("supply", "supply", row -> row.supply().word())
        .spanIfAny("worldHhiWgiT", "world HHI·WGI·t", row -> row.world())
        .spanIfAny("sourcingHhiWgiT", "sourcing HHI·WGI·t", row -> row.sourcing())
        .share("importReliance", "IR", row -> row.importReliance(), "not known")
        .share("recycling", "EoL-RIR", row -> row.recycling())
        .figure("substitution", "SI", row -> row.substitution())
        .span("supplyRisk", "SR", row -> row.supplyRisk())
        .words(
            "bottleneck",
            "bottleneck",
            row -> bottlenecks.contains(row) ? isOneOf(bottlenecks, row) : "no");
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
  List<ProductId> withoutSupplyRisk() {
    return without(supplyRisks().stream().map(EuSupplyRisk.Row::product).toList());
  }

  /** Products of the grid for which GeoPolRisk gives no row. */
  List<ProductId> withoutGeoPolRisk() {
    return without(geoPolRisks().stream().map(GeoPolRisk.Row::product).toList());
  }

  private List<ProductId> without(List<ProductId> found) {
    return grid.axes().products().names().stream()
        .filter(wanted)
        .filter(product -> !found.contains(product))
        .toList();
  }

  /** GeoPolRisk with its characterisation factor. */
  Table<?> geoPolRisk() {
    return Table.of("geoPolRisk", "GeoPolRisk", geoPolRisks())
        .digits(row -> digits.applyAsInt(row.product()))
        .product("product", "product", row -> row.product())
        .year("year", "year", row -> row.year())
        .country("region", "region", row -> row.buyer().name())
        .span("hhi", "HHI", row -> row.herfindahl())
        .span("importRisk", "import risk", row -> row.importRisk())
        .span("score", "score", row -> row.score())
        .figure("usdPerKg", "USD/kg", row -> row.usdPerKg(), "no price")
        .spanIfAny("factorKgCopperPerKg", "kg Cu-eq/kg", row -> row.factor());
  }
}
