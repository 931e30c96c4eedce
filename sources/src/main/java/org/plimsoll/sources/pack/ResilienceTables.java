package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.ORIGIN;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCT;
import static org.plimsoll.sources.pack.Column.Kind.SCOPE;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/** What it costs to carry, keep and begin; what is kept; what went wrong. */
final class ResilienceTables {
  private static final String UNIT = "unit of the value";

  static final Table<Freight> FREIGHT =
      new Table<>(
          "freight",
          "What carriage and insurance add to the value at the exporter's border: CIF ÷ FOB − 1.",
          4,
          VolumeTables.with(
              Freight::provenance,
              List.of(
                  Column.of("product", PRODUCT, "which", Freight::product),
                  Column.of("exporter", ORIGIN, "from where; * for all", Freight::exporter),
                  Column.of(
                      "importer", ORIGIN, "who measured it; * for several", Freight::importer),
                  Column.of("period", TEXT, "year or years", Freight::period),
                  share("share_of_fob_low", "lower end", f -> f.shareOfFob().low()),
                  share("share_of_fob", "0.03 for 3%", f -> f.shareOfFob().central()),
                  share("share_of_fob_high", "upper end", f -> f.shareOfFob().high()))),
          cells ->
              new Freight(
                  cells.product("product"),
                  cells.text("exporter"),
                  cells.text("importer"),
                  cells.text("period"),
                  cells.interval("share_of_fob_low", "share_of_fob", "share_of_fob_high"),
                  cells.provenance()));

  static final Table<Storage> STORAGE =
      new Table<>(
          "storage",
          "What it costs, or how long it is possible, to keep a material.",
          4,
          VolumeTables.with(
              Storage::provenance,
              List.of(
                  Column.of("scope", SCOPE, "commodity, or * for any", Storage::scope),
                  Column.of("form", TEXT, "in which it is kept, and how", Storage::form),
                  Column.of("measure", WORD, "rent, shelf-life, …", Storage::measure),
                  Column.of("place", TEXT, "where; * for anywhere", Storage::place),
                  value("value_low", "lower end", 0, s -> s.value().low()),
                  value("value", "central value", 0, s -> s.value().central()),
                  value("value_high", "upper end", 0, s -> s.value().high()),
                  Column.of("unit", TEXT, UNIT, Storage::unit))),
          cells ->
              new Storage(
                  cells.text("scope"),
                  cells.text("form"),
                  cells.text("measure"),
                  cells.text("place"),
                  cells.interval("value_low", "value", "value_high"),
                  cells.text("unit"),
                  cells.provenance()));

  static final Table<ProjectCost> PROJECT_COSTS =
      new Table<>(
          "project_costs",
          "What a project, or a group of them, costs or needs.",
          4,
          VolumeTables.with(
              ProjectCost::provenance,
              List.of(
                  Column.of("commodity", COMMODITY, "which", ProjectCost::commodity),
                  Column.of("project", TEXT, "name of the project or group", ProjectCost::project),
                  Column.of(
                      "measure",
                      WORD,
                      "incentive-price, cash-cost, capital-cost, price-floor, …",
                      ProjectCost::measure),
                  Column.of("as_of", TEXT, "year of the figure", ProjectCost::asOf),
                  Column.of("place", TEXT, "where, as the source words it", ProjectCost::place),
                  // A by-product's cost after credits may be below nothing.
                  value("value_low", "lower end", -1e6, c -> c.value().low()),
                  value("value", "central value", -1e6, c -> c.value().central()),
                  value("value_high", "upper end", -1e6, c -> c.value().high()),
                  Column.of("unit", TEXT, "with its basis: USD/t NdPr oxide", ProjectCost::unit),
                  Column.<ProjectCost>of(
                          "capacity_tonnes_per_year",
                          NUMBER,
                          "capacity that the cost is of",
                          ProjectCost::capacityTonnesPerYear)
                      .in("t/year")
                      .within(0, 1e9)
                      .orEmpty())),
          cells ->
              new ProjectCost(
                  cells.text("commodity"),
                  cells.text("project"),
                  cells.text("measure"),
                  cells.text("as_of"),
                  cells.text("place"),
                  cells.interval("value_low", "value", "value_high"),
                  cells.text("unit"),
                  cells.findNumber("capacity_tonnes_per_year"),
                  cells.provenance()));

  static final Table<Stockpile> STOCKPILES =
      new Table<>(
          "stockpiles",
          "What is said of a stock: what it holds, aims at, or means to buy.",
          6,
          VolumeTables.with(
              Stockpile::provenance,
              List.of(
                  Column.of("holder", TEXT, "who keeps it", Stockpile::holder),
                  Column.of("kind", WORD, "government, industry, world", Stockpile::kind),
                  Column.of("scope", SCOPE, "commodity, or * for many", Stockpile::scope),
                  Column.of("form", TEXT, "of the material; any if not said", Stockpile::form),
                  Column.of("measure", WORD, "held, target, planned, …", Stockpile::measure),
                  Column.of("date", TEXT, "of the figure, as printed", Stockpile::date),
                  value("amount_low", "lower end", 0, s -> s.amount().low()),
                  value("amount", "central value", 0, s -> s.amount().central()),
                  value("amount_high", "upper end", 0, s -> s.amount().high()),
                  Column.of("unit", TEXT, "t, days of use, USD million", Stockpile::unit),
                  Column.<Stockpile>of("url", TEXT, "where it is reported", Stockpile::url)
                      .orEmpty())),
          cells ->
              new Stockpile(
                  cells.text("holder"),
                  cells.text("kind"),
                  cells.text("scope"),
                  cells.text("form"),
                  cells.text("measure"),
                  cells.text("date"),
                  cells.interval("amount_low", "amount", "amount_high"),
                  cells.text("unit"),
                  cells.text("url"),
                  cells.provenance()));

  static final Table<Disruption> DISRUPTIONS =
      new Table<>(
          "disruptions",
          "What a disruption of supply did, or is estimated to do.",
          5,
          VolumeTables.with(
              Disruption::provenance,
              List.of(
                  Column.of("event", TEXT, "name of it", Disruption::event),
                  Column.of("commodity", COMMODITY, "which", Disruption::commodity),
                  Column.of("area", AREA, "where it was measured", Disruption::area),
                  Column.of("measure", TEXT, "what changed", Disruption::measure),
                  Column.of("period", TEXT, "when", Disruption::period),
                  value("value_low", "lower end", -1, d -> d.value().low()),
                  value("value", "central value", -1, d -> d.value().central()),
                  value("value_high", "upper end", -1, d -> d.value().high()),
                  Column.of(
                      "unit",
                      TEXT,
                      "1 for a change as a share, -0.5 for a half lost; USD million",
                      Disruption::unit))),
          cells ->
              new Disruption(
                  cells.text("event"),
                  cells.text("commodity"),
                  cells.text("area"),
                  cells.text("measure"),
                  cells.text("period"),
                  cells.interval("value_low", "value", "value_high"),
                  cells.text("unit"),
                  cells.provenance()));

  private ResilienceTables() {}

  private static <T> Column<T> value(
      String name, String about, double least, Function<T, Object> value) {
    return Column.of(name, NUMBER, about, value).within(least, 1e12);
  }

  private static Column<Freight> share(String name, String about, Function<Freight, Object> value) {
    return Column.of(name, NUMBER, about, value).in("1").within(0, 10);
  }
}
