package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COMMODITY;
import static org.plimsoll.sources.pack.Column.Kind.COUNTRIES;
import static org.plimsoll.sources.pack.Column.Kind.DATE;
import static org.plimsoll.sources.pack.Column.Kind.LIST;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WHOLE;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Column.Kind.YES_NO;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
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
      new Table<>(
          "pack",
          "The pack's own date and the year of its volumes; one row.",
          1,
          List.of(
              Column.of("as_of", DATE, "date on which the registers were read", Dates::asOf),
              Column.<Dates>of("base_year", WHOLE, "year of all volumes", Dates::baseYear)
                  .within(1900, 2100)),
          cells -> new Dates(cells.date("as_of"), cells.integer("base_year")));

  static final Table<Dataset> DATASETS =
      new Table<>(
          "datasets",
          "A dataset that figures were read from.",
          1,
          List.of(
              Column.of("dataset", WORD, "identifier used in every `source`", Dataset::id),
              Column.of("publisher", TEXT, "who publishes it", Dataset::publisher),
              Column.of("edition", TEXT, "the publisher's edition", Dataset::edition),
              Column.of("licence", TEXT, "licence of its figures", Dataset::licence),
              Column.of(
                  "redistributable",
                  YES_NO,
                  "whether a product may ship its figures",
                  Dataset::redistributable),
              Column.<Dataset>of("citation", TEXT, "how it asks to be cited", Dataset::citation)
                  .orEmpty(),
              Column.<Dataset>of("sha256", TEXT, "hash of the file read", Dataset::sha256)
                  .orEmpty()),
          cells ->
              new Dataset(
                  cells.text("dataset"),
                  cells.text("publisher"),
                  cells.text("edition"),
                  cells.text("licence"),
                  cells.yes("redistributable"),
                  cells.text("citation"),
                  cells.text("sha256")));

  static final Table<Country> COUNTRY_LIST =
      new Table<>(
          "countries",
          "A country named anywhere in the pack, or one of the aggregates ROW and XEU.",
          1,
          List.of(
              Column.of("country", WORD, "ISO 3166-1 alpha-3", Country::code),
              Column.of("name", TEXT, "English short name", Country::name),
              Column.<Country>of(
                      "manufacturing_value_added_usd_million",
                      NUMBER,
                      "manufacturing value added at current prices",
                      Country::manufacturingValueAddedUsdMillion)
                  .in("USD million")
                  .within(0, 1e8)
                  .orEmpty(),
              Column.<Country>of(
                      "governance",
                      NUMBER,
                      "mean of the six Worldwide Governance Indicators, −2.5 weak to 2.5 strong",
                      Country::governance)
                  .in("1")
                  .within(-4, 4)
                  .orEmpty()),
          cells ->
              new Country(
                  cells.country("country"),
                  cells.text("name"),
                  cells.findNumber("manufacturing_value_added_usd_million"),
                  cells.findNumber("governance")));

  static final Table<Territory> TERRITORIES =
      new Table<>(
          "territories",
          "A customs territory of several countries; every other country is its own.",
          1,
          List.of(
              Column.of("territory", WORD, "identifier, for example EU27", Territory::id),
              Column.of("name", TEXT, "name for a person", Territory::name),
              Column.of(
                  "members",
                  COUNTRIES,
                  "its countries, and the aggregate XEU",
                  Territory::members)),
          cells ->
              new Territory(
                  cells.text("territory"), cells.text("name"), cells.countries("members")));

  static final Table<Commodity> COMMODITIES =
      new Table<>(
          "commodities",
          "A mineral raw material.",
          1,
          List.of(
              Column.of("commodity", WORD, "identifier", Commodity::id),
              Column.of("name", TEXT, "name for a person", Commodity::name),
              Column.<Commodity>of("symbol", TEXT, "chemical symbol or formula", Commodity::symbol)
                  .orEmpty(),
              Column.<Commodity>of(
                      "lists",
                      LIST,
                      "official lists it is on: us-2025, eu-critical, eu-strategic",
                      Commodity::lists)
                  .orEmpty()),
          cells ->
              new Commodity(
                  cells.text("commodity"),
                  cells.text("name"),
                  cells.text("symbol"),
                  cells.list("lists")));

  static final Table<Product> PRODUCTS =
      new Table<>(
          "products",
          "A commodity at a stage, as the model counts it.",
          2,
          List.of(
              Column.<Product>of(
                  "commodity", COMMODITY, "commodity", product -> product.id().commodity()),
              Column.<Product>of(
                  "stage", WORD, "mine, oxide, metal, refined, …", product -> product.id().stage()),
              Column.of("name", TEXT, "name for a person", Product::name),
              Column.of("tier", WORD, "solved, indicative or listed", Product::tier),
              Column.of("basis", TEXT, "what a tonne is a tonne of: Ga, REO, WO3", Product::basis),
              Column.<Product>of("hs_codes", LIST, "HS 2022 codes of six digits", Product::hsCodes)
                  .orEmpty(),
              Column.of(
                  "bundled",
                  YES_NO,
                  "whether the codes hold other materials too",
                  Product::bundled),
              Column.<Product>of(
                      "storable_form", TEXT, "form that a stockpile holds", Product::storableForm)
                  .orEmpty(),
              Column.<Product>of(
                      "shelf_life_years",
                      NUMBER,
                      "years it keeps in that form",
                      Product::shelfLifeYears)
                  .in("year")
                  .within(0, 1000)
                  .orEmpty(),
              Column.<Product>of(
                      "tier_reason",
                      TEXT,
                      "what its volumes are read from, which is why it has its tier",
                      Product::tierReason)
                  .orEmpty()),
          PlaceTables::product);

  private PlaceTables() {}

  private static Product product(Cells cells) {
    String commodity = cells.text("commodity");
    String stage = cells.text("stage");
    ProductId id = cells.built("stage", () -> new ProductId(commodity, stage));
    for (String code : cells.list("hs_codes")) {
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
    return new Product(
        id,
        cells.text("name"),
        cells.parsed("tier", Tier::parse),
        cells.text("basis"),
        cells.list("hs_codes"),
        cells.yes("bundled"),
        cells.text("storable_form"),
        cells.findNumber("shelf_life_years"),
        cells.text("tier_reason"));
  }
}
