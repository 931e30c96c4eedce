package org.plimsoll.app.world;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** Rows of the world as the pack holds them. */
public final class WorldRows {
  private WorldRows() {}

  /** What the pack holds in all. */
  public static Answer holdings(Evidence evidence) {
    return about(evidence)
        .with(products(evidence.products()))
        .remark(
            "As of %s, volumes of %d: %d countries, %d flows, %d prices, %d projects, %d export"
                    .formatted(
                        evidence.asOf(),
                        evidence.baseYear(),
                        evidence.countries().size(),
                        evidence.flows().size(),
                        evidence.prices().size(),
                        evidence.projects().size(),
                        evidence.exportControls().size())
                + " controls, %d commitments, %d bills of materials, %d datasets."
                    .formatted(
                        evidence.commitments().size(),
                        evidence.inUse().bills().size(),
                        evidence.datasets().size()));
  }

  /** Products, output, use, flows and prices, row by row. */
  public static Answer answer(Evidence evidence, List<Product> products) {
    List<ProductId> ids = products.stream().map(Product::id).toList();
    return about(evidence)
        .with(
            products(products),
            productions(evidence, ids),
            uses(evidence, ids),
            flows(evidence, ids),
            prices(
                evidence.prices().stream().filter(p -> ids.contains(p.product())).toList(),
                price -> Cell.DIGITS));
  }

  private static Answer about(Evidence evidence) {
    return Answer.of("The world pack")
        .fact("asOf", evidence.asOf())
        .fact("baseYear", new Cell.Whole(evidence.baseYear()));
  }

  private static Table<Product> products(List<Product> products) {
    return Table.of("products", "Products", products)
        .product("product", "product", Product::id)
        .words("tier", "tier", p -> p.tier().word())
        .words("basis", "basis", Product::basis)
        .names("hsCodes", "HS codes", Product::hsCodes)
        .flag("bundled", "code shared", Product::bundled)
        .words("storableForm", "stored as", Product::storableForm)
        .figure("shelfLifeYears", "years", Product::shelfLifeYears, "no limit known")
        .words("name", "name", Product::name);
  }

  private static Table<Production> productions(Evidence evidence, List<ProductId> ids) {
    return Table.of(
            "production",
            "Output by activity, largest first",
            evidence.productions().stream()
                .filter(row -> ids.contains(row.product()))
                .sorted(
                    Comparator.comparing(Production::product)
                        .thenComparing(Comparator.comparingDouble(Production::tonnes).reversed()))
                .toList())
        .product("product", "product", Production::product)
        .words("activity", "activity", Production::activity)
        .country("country", "country", p -> p.country().alpha3())
        .year("year", "year", Production::year)
        .figure("tonnes", "t", Production::tonnes)
        .known(Production::provenance);
  }

  private static Table<Use> uses(Evidence evidence, List<ProductId> ids) {
    return Table.of(
            "use",
            "Use, largest first",
            evidence.uses().stream()
                .filter(row -> ids.contains(row.product()))
                .sorted(
                    Comparator.comparing(Use::product)
                        .thenComparing(Comparator.comparingDouble(Use::tonnes).reversed()))
                .toList())
        .product("product", "product", Use::product)
        .country("country", "country", u -> u.country().alpha3())
        .words("purpose", "purpose", u -> u.purpose().word())
        .year("year", "year", Use::year)
        .figure("tonnes", "t", Use::tonnes)
        .known(Use::provenance);
  }

  private static Table<Flow> flows(Evidence evidence, List<ProductId> ids) {
    return Table.of(
            "flows",
            "Flows from maker to user, home use included, largest first",
            evidence.flows().stream()
                .filter(row -> ids.contains(row.product()))
                .sorted(
                    Comparator.comparing(Flow::product)
                        .thenComparing(Comparator.comparingDouble(Flow::tonnes).reversed()))
                .toList())
        .product("product", "product", Flow::product)
        .country("exporter", "from", f -> f.exporter().alpha3())
        .country("importer", "to", f -> f.importer().alpha3())
        .year("year", "year", Flow::year)
        .figure("tonnes", "t", Flow::tonnes)
        .figure("observedTonnes", "observed t", Flow::observedTonnes, "not observed")
        .known(Flow::provenance);
  }

  /** Prices with their ranges. */
  static Table<Price> prices(List<Price> prices, ToIntFunction<Price> digits) {
    return Table.of("prices", "Prices", prices)
        .digits(digits)
        .product("product", "product", Price::product)
        .words("vintage", "vintage", Price::vintage)
        .words("date", "date", Price::date)
        .range("usdPerTonne", "USD/t", Price::usdPerTonne)
        .words("type", "type", Price::type)
        .flag("liquid", "liquid", Price::liquid)
        .words("location", "place", Price::location)
        .known(Price::provenance);
  }
}
