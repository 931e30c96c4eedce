package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.AREA;
import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;
import static org.plimsoll.sources.pack.Part.YEAR;

import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Recycling;

/** What materials end in: sectors, goods and their numbers, growth, and what comes back. */
final class UseTables {
  private static final double MOST_UNITS = 1e13;

  static final Table<EndUse> END_USES =
      Table.of(
          EndUse.class,
          "end_uses",
          "A sector's share in the use of a commodity, as one source has it.",
          4,
          Part.text("commodity", COMMODITY, "which"),
          Part.text("area", AREA, "whose use; * for the world"),
          Part.text("application", TEXT, "what it is used for"),
          Part.text("sector", TEXT, "NACE Rev. 2 division or group"),
          Part.number("share", "share of use").in("1").within(0, 1),
          Part.number(
                  "eu_value_added_eur_million", "value added of the sector in the European Union")
              .in("EUR million")
              .within(0, 1e8),
          Part.yesNo("main", "whether the model reads it; other sources are shown beside it"),
          PROVENANCE);

  static final Table<BillOfMaterials> BILLS_OF_MATERIALS =
      Table.of(
          BillOfMaterials.class,
          "bills_of_materials",
          "How much of a commodity a unit of a good holds. Sources that conflict are rows of their"
              + " own; rows of one good may overlap and are not added.",
          5,
          Part.text("good", TEXT, "a finished thing"),
          Part.text("component", TEXT, "part of it; all for the whole"),
          Part.text("commodity", COMMODITY, "which"),
          Part.text("form", TEXT, "what the kilograms are of"),
          Part.text("as_of", TEXT, "year of the figure"),
          Part.interval("kg", "in one unit of the good").in("kg").within(0, 1e7),
          Part.text("unit", TEXT, "what is counted"),
          PROVENANCE);

  static final Table<ProductVolume> PRODUCT_VOLUMES =
      Table.of(
          ProductVolume.class,
          "product_volumes",
          "How many units of a good were made, sold or put up in a year.",
          4,
          Part.text("good", TEXT, "as in bills_of_materials.csv"),
          Part.text("measure", WORD, "production, sales, deliveries, …"),
          Part.text("area", AREA, "where; * for the world"),
          YEAR,
          Part.interval("units", "how many").within(0, MOST_UNITS),
          Part.text("unit", TEXT, "what is counted"),
          PROVENANCE);

  static final Table<DemandGrowth> DEMAND_GROWTH =
      Table.of(
          DemandGrowth.class,
          "demand_growth",
          "What demand is expected to be, as a multiple of a base year's.",
          4,
          Part.text("commodity", COMMODITY, "which"),
          Part.text("area", AREA, "whose demand; * for the world"),
          Part.text("scenario", TEXT, "the source's name of the path"),
          YEAR,
          new Part<>(
              Part.year("base_year", "year whose demand is 1").columns(), UseTables::baseYear),
          Part.interval("multiple", "times the base year's").in("1").within(0.01, 100),
          PROVENANCE);

  static final Table<Recycling> RECYCLING =
      Table.of(
          Recycling.class,
          "recycling",
          "A rate of recycling; rates of different measures are not the same thing.",
          4,
          Part.text("commodity", COMMODITY, "which"),
          Part.parsed(
              "measure",
              WORD,
              "eol-input-rate, eol-rate or scrap-in-use",
              Recycling.Measure::parse),
          Part.text("area", AREA, "where; * for the world"),
          Part.text("period", TEXT, "year or edition of the study"),
          Part.interval("share", "share").in("1").within(0, 1),
          PROVENANCE);

  private UseTables() {}

  private static int baseYear(Cells cells) {
    int year = cells.integer("year");
    int base = cells.integer("base_year");
    if (year <= base) {
      throw cells.refuse(
          "year",
          "'year' must be after 'base_year' %d, but is %d".formatted(base, year),
          "the two may stand in each other's column");
    }
    return base;
  }
}
