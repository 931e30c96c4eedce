package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.evidence.Evidence.Dataset;
import org.plimsoll.model.evidence.Evidence.Territory;
import org.plimsoll.model.place.Country;

/** What there is to talk about: the pack itself, its datasets, places, commodities, products. */
final class PlaceTables {
  private static final Pattern HS6 = Pattern.compile("[0-9]{6}");

  /** Chapter 77 is kept free; 98 and 99 are left to countries. */
  private static final Pattern NO_CHAPTER = Pattern.compile("(00|77|98|99).*");

  /** The single row of {@code pack.csv}. */
  record Dates(LocalDate asOf, int baseYear) {}

  static final Table<Dates> PACK =
      Table.of(
          Dates.class,
          "pack",
          "The pack's own date and the year of its volumes; one row.",
          1,
          Part.date("as_of", "date on which the registers were read"),
          Part.year("base_year", "year of all volumes"));

  static final Table<Dataset> DATASETS =
      Table.of(
          Dataset.class,
          "datasets",
          "A dataset that figures were read from.",
          1,
          Part.text("dataset", WORD, "identifier used in every `source`"),
          Part.text("publisher", TEXT, "who publishes it"),
          Part.text("edition", TEXT, "the publisher's edition"),
          Part.text("licence", TEXT, "licence of its figures"),
          Part.yesNo("redistributable", "whether a product may ship its figures"),
          Part.text("citation", "how it asks to be cited"),
          Part.text("sha256", "hash of the file read"));

  static final Table<Country> COUNTRY_LIST =
      Table.of(
          Country.class,
          "countries",
          "A country named anywhere in the pack, or one of the aggregates ROW and XEU.",
          1,
          Part.country("country", WORD, "ISO 3166-1 alpha-3"),
          Part.text("name", TEXT, "English short name"),
          Part.findNumber(
                  "manufacturing_value_added_usd_million",
                  "manufacturing value added at current prices")
              .in("USD million")
              .within(0, 1e8),
          Part.findNumber(
                  "governance",
                  "mean of the six Worldwide Governance Indicators, −2.5 weak to 2.5 strong")
              .in("1")
              .within(-4, 4));

  static final Table<Territory> TERRITORIES =
      Table.of(
          Territory.class,
          "territories",
          "A customs territory of several countries; every other country is its own.",
          1,
          Part.text("territory", WORD, "identifier, for example EU27"),
          Part.text("name", TEXT, "name for a person"),
          Part.countries("members", "its countries, and the aggregate XEU"));

  static final Table<Commodity> COMMODITIES =
      Table.of(
          Commodity.class,
          "commodities",
          "A mineral raw material.",
          1,
          Part.text("commodity", WORD, "identifier"),
          Part.text("name", TEXT, "name for a person"),
          Part.text("symbol", "chemical symbol or formula"),
          Part.list("lists", "official lists it is on: us-2025, eu-critical, eu-strategic"));

  static final Table<Product> PRODUCTS =
      Table.of(
          Product.class,
          "products",
          "A commodity at a stage, as the model counts it.",
          2,
          new Part<>(
              List.of(
                  Column.of("commodity", COMMODITY, "commodity", ProductId::commodity),
                  Column.of("stage", WORD, "mine, oxide, metal, refined, …", ProductId::stage)),
              PlaceTables::productId),
          Part.text("name", TEXT, "name for a person"),
          Part.parsed("tier", WORD, "solved, indicative or listed", Tier::parse),
          Part.parsed(
              "class",
              WORD,
              "how it is traded and priced: minor, precious, exchange or bulk",
              TradeClass::parse),
          Part.text("basis", TEXT, "what a tonne is a tonne of: Ga, REO, WO3"),
          new Part<>(
              Part.list("hs_codes", "HS 2022 codes of six digits").columns(), PlaceTables::hsCodes),
          Part.yesNo("bundled", "whether the codes hold other materials too"),
          Part.text("storable_form", "form that a stockpile holds"),
          Part.findNumber("shelf_life_years", "years it keeps in that form")
              .in("year")
              .within(0, 1000),
          Part.text("tier_reason", "what its volumes are read from, which is why it has its tier"));

  private PlaceTables() {}

  private static ProductId productId(Cells cells) {
    String commodity = cells.text("commodity");
    String stage = cells.text("stage");
    return cells.built("stage", () -> new ProductId(commodity, stage));
  }

  private static List<String> hsCodes(Cells cells) {
    List<String> codes = cells.list("hs_codes");
    for (String code : codes) {
      if (!HS6.matcher(code).matches()) {
        throw cells.refuse(
            "hs_codes",
            "an HS code has six digits, but this is '" + code + "'",
            "cut a national code to its first six digits, without points");
      }
      if (NO_CHAPTER.matcher(code).matches()) {
        throw cells.refuse(
            "hs_codes",
            "the Harmonized System has no chapter " + code.substring(0, 2) + " as in " + code,
            "look the code up in the 2022 edition; chapters 98 and 99 are national");
      }
    }
    return codes;
  }
}
