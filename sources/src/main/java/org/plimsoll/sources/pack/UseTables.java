package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Column.Kind.YES_NO;

import java.util.List;
import java.util.function.Function;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Recycling;

/** What materials end in: sectors, goods and their numbers, growth, and what comes back. */
final class UseTables {
  private static final double MOST_UNITS = 1e13;

  static final Table<EndUse> END_USES =
      new Table<>(
          "end_uses",
          "A sector's share in the use of a commodity, as one source has it.",
          4,
          VolumeTables.with(
              EndUse::provenance,
              List.of(
                  Column.of("commodity", COMMODITY, "which", EndUse::commodity),
                  Column.of("area", AREA, "whose use; * for the world", EndUse::area),
                  Column.of("application", TEXT, "what it is used for", EndUse::application),
                  Column.of("sector", TEXT, "NACE Rev. 2 division or group", EndUse::sector),
                  Column.<EndUse>of("share", NUMBER, "share of use", EndUse::share)
                      .in("1")
                      .within(0, 1),
                  Column.<EndUse>of(
                          "eu_value_added_eur_million",
                          NUMBER,
                          "value added of the sector in the European Union",
                          EndUse::euValueAddedEurMillion)
                      .in("EUR million")
                      .within(0, 1e8),
                  Column.of(
                      "main",
                      YES_NO,
                      "whether the model reads it; other sources are shown beside it",
                      EndUse::isMain))),
          cells ->
              new EndUse(
                  cells.text("commodity"),
                  cells.text("area"),
                  cells.text("application"),
                  cells.text("sector"),
                  cells.number("share"),
                  cells.number("eu_value_added_eur_million"),
                  cells.yes("main"),
                  cells.provenance()));

  static final Table<BillOfMaterials> BILLS_OF_MATERIALS =
      new Table<>(
          "bills_of_materials",
          "How much of a commodity a unit of a good holds. Sources that conflict are rows of their"
              + " own; rows of one good may overlap and are not added.",
          5,
          VolumeTables.with(
              BillOfMaterials::provenance,
              List.of(
                  Column.of("good", TEXT, "a finished thing", BillOfMaterials::good),
                  Column.of(
                      "component",
                      TEXT,
                      "part of it; all for the whole",
                      BillOfMaterials::component),
                  Column.of("commodity", COMMODITY, "which", BillOfMaterials::commodity),
                  Column.of("form", TEXT, "what the kilograms are of", BillOfMaterials::form),
                  Column.of("as_of", TEXT, "year of the figure", BillOfMaterials::asOf),
                  kilograms("kg_low", "lower end", b -> b.kilograms().low()),
                  kilograms("kg", "in one unit of the good", b -> b.kilograms().central()),
                  kilograms("kg_high", "upper end", b -> b.kilograms().high()),
                  Column.of("unit", TEXT, "what is counted", BillOfMaterials::unit))),
          cells ->
              new BillOfMaterials(
                  cells.text("good"),
                  cells.text("component"),
                  cells.text("commodity"),
                  cells.text("form"),
                  cells.text("as_of"),
                  cells.interval("kg_low", "kg", "kg_high"),
                  cells.text("unit"),
                  cells.provenance()));

  static final Table<ProductVolume> PRODUCT_VOLUMES =
      new Table<>(
          "product_volumes",
          "How many units of a good were made, sold or put up in a year.",
          4,
          VolumeTables.with(
              ProductVolume::provenance,
              List.of(
                  Column.of("good", TEXT, "as in bills_of_materials.csv", ProductVolume::good),
                  Column.of(
                      "measure", WORD, "production, sales, deliveries, …", ProductVolume::measure),
                  Column.of("area", AREA, "where; * for the world", ProductVolume::area),
                  VolumeTables.year(ProductVolume::year),
                  units("units_low", "lower end", v -> v.units().low()),
                  units("units", "how many", v -> v.units().central()),
                  units("units_high", "upper end", v -> v.units().high()),
                  Column.of("unit", TEXT, "what is counted", ProductVolume::unit))),
          cells ->
              new ProductVolume(
                  cells.text("good"),
                  cells.text("measure"),
                  cells.text("area"),
                  cells.integer("year"),
                  cells.interval("units_low", "units", "units_high"),
                  cells.text("unit"),
                  cells.provenance()));

  static final Table<DemandGrowth> DEMAND_GROWTH =
      new Table<>(
          "demand_growth",
          "What demand is expected to be, as a multiple of a base year's.",
          4,
          VolumeTables.with(
              DemandGrowth::provenance,
              List.of(
                  Column.of("commodity", COMMODITY, "which", DemandGrowth::commodity),
                  Column.of("area", AREA, "whose demand; * for the world", DemandGrowth::area),
                  Column.of(
                      "scenario", TEXT, "the source's name of the path", DemandGrowth::scenario),
                  VolumeTables.year(DemandGrowth::year),
                  Column.<DemandGrowth>of(
                          "base_year",
                          Column.Kind.WHOLE,
                          "year whose demand is 1",
                          DemandGrowth::baseYear)
                      .within(1900, 2100),
                  multiple("multiple_low", "lower end", g -> g.multiple().low()),
                  multiple("multiple", "times the base year's", g -> g.multiple().central()),
                  multiple("multiple_high", "upper end", g -> g.multiple().high()))),
          UseTables::growth);

  static final Table<Recycling> RECYCLING =
      new Table<>(
          "recycling",
          "A rate of recycling; rates of different measures are not the same thing.",
          4,
          VolumeTables.with(
              Recycling::provenance,
              List.of(
                  Column.of("commodity", COMMODITY, "which", Recycling::commodity),
                  Column.of(
                      "measure",
                      WORD,
                      "eol-input-rate, eol-rate or scrap-in-use",
                      r -> r.measure().word()),
                  Column.of("area", AREA, "where; * for the world", Recycling::area),
                  Column.of("period", TEXT, "year or edition of the study", Recycling::period),
                  share("share_low", "lower end", r -> r.share().low()),
                  share("share", "share", r -> r.share().central()),
                  share("share_high", "upper end", r -> r.share().high()))),
          cells ->
              new Recycling(
                  cells.text("commodity"),
                  cells.parsed("measure", Recycling.Measure::parse),
                  cells.text("area"),
                  cells.text("period"),
                  cells.interval("share_low", "share", "share_high"),
                  cells.provenance()));

  private UseTables() {}

  private static DemandGrowth growth(Cells cells) {
    int year = cells.integer("year");
    int base = cells.integer("base_year");
    if (year <= base) {
      throw cells.refuse(
          "year",
          "'year' must be after 'base_year' %d, but is %d".formatted(base, year),
          "the two may stand in each other's column");
    }
    Interval multiple = cells.interval("multiple_low", "multiple", "multiple_high");
    return new DemandGrowth(
        cells.text("commodity"),
        cells.text("area"),
        cells.text("scenario"),
        year,
        base,
        multiple,
        cells.provenance());
  }

  private static Column<BillOfMaterials> kilograms(
      String name, String about, Function<BillOfMaterials, Object> value) {
    return Column.of(name, NUMBER, about, value).in("kg").within(0, 1e7);
  }

  private static Column<ProductVolume> units(
      String name, String about, Function<ProductVolume, Object> value) {
    return Column.of(name, NUMBER, about, value).within(0, MOST_UNITS);
  }

  private static Column<DemandGrowth> multiple(
      String name, String about, Function<DemandGrowth, Object> value) {
    return Column.of(name, NUMBER, about, value).in("1").within(0.01, 100);
  }

  private static Column<Recycling> share(
      String name, String about, Function<Recycling, Object> value) {
    return Column.of(name, NUMBER, about, value).in("1").within(0, 1);
  }
}
