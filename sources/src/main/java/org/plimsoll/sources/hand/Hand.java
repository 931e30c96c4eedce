package org.plimsoll.sources.hand;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * The hand-written files that a build of the world follows.
 *
 * @param asOf the pack's own date
 * @param baseYear year of the volumes
 * @param datasets what may be read, with the files of each
 * @param territories customs territories
 * @param commodities in file order
 * @param products in file order, upstream before downstream
 * @param activities in file order
 * @param parameters defaults of the model
 * @param outputs rules for output
 * @param uses rules for use
 * @param trades what is known of flows
 * @param prices rules for prices
 * @param commoditiesOfMaterial our commodities by the names that datasets use
 * @param countries names that people use, and who stands for itself
 * @param weightFactors corrections of manufacturing value added where it misleads as a weight
 */
public record Hand(
    LocalDate asOf,
    int baseYear,
    List<DatasetFiles> datasets,
    List<Evidence.Territory> territories,
    List<Commodity> commodities,
    List<Product> products,
    List<Activity> activities,
    List<Parameter> parameters,
    List<OutputRule> outputs,
    List<UseRule> uses,
    List<TradeRule> trades,
    List<PriceRule> prices,
    Map<String, List<String>> commoditiesOfMaterial,
    List<NamedCountry> countries,
    SortedMap<CountryCode, Double> weightFactors) {

  /**
   * A dataset and the files that hold it.
   *
   * @param dataset without its hash
   * @param files paths below the folder of raw data
   */
  public record DatasetFiles(Evidence.Dataset dataset, List<String> files) {}

  /**
   * A country or aggregate as the pack names it.
   *
   * @param code of ISO 3166, or of an aggregate
   * @param name what people say
   * @param alone whether it stands for itself wherever it appears, however little it has
   */
  public record NamedCountry(CountryCode code, String name, boolean alone) {}

  /** Countries that are never folded into an aggregate. */
  public Set<CountryCode> listAlone() {
    return countries.stream()
        .filter(NamedCountry::alone)
        .map(NamedCountry::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The base date and year, from {@code world.csv}. */
  private record Base(LocalDate asOf, int year) {}

  /** Reads every file of the folder. */
  public static Loaded<Hand> read(Path folder) {
    Reader reader = new Reader(folder);
    List<Base> base =
        reader.rows(
            "world.csv",
            "as_of,base_year",
            row -> new Base(row.parsed("as_of", HandRows::date), row.integer("base_year")));
    List<DatasetFiles> datasets =
        reader.unique(
            "datasets.csv",
            "dataset,publisher,edition,licence,redistributable,citation,files",
            HandRows::dataset,
            files -> files.dataset().id());
    List<Evidence.Territory> territories =
        reader.rows(
            "territories.csv",
            "territory,name,members",
            row ->
                new Evidence.Territory(
                    row.text("territory"),
                    row.text("name"),
                    row.built(
                        "members",
                        () ->
                            HandRows.list(row, "members").stream().map(CountryCode::of).toList())));
    List<Commodity> commodities =
        reader.unique(
            "commodities.csv",
            "id,name,symbol,lists",
            row ->
                new Commodity(
                    row.text("id"),
                    row.text("name"),
                    row.text("symbol"),
                    HandRows.list(row, "lists")),
            Commodity::id);
    List<Product> products =
        reader.unique(
            "products.csv",
            "product,name,tier,class,basis,hs_codes,bundled,storable_form,shelf_life_years,reason",
            HandRows::product,
            Product::id);
    List<HandRows.Coefficient> technology =
        reader.rows(
            "technology.csv",
            "activity,name,scope,side,product,per_unit,margin_share,source,grade,status,note",
            HandRows::coefficient);
    List<Parameter> parameters =
        reader.unique(
            "parameters.csv",
            "name,scope,low,central,high,unit,source,grade,status,note",
            HandRows::parameter,
            p -> p.name() + " of " + p.scope());
    List<OutputRule> outputs =
        reader.rows(
            "output.csv",
            "activity,area,method,series,factor,split,tonnes,grade,status,note",
            HandRows::output);
    List<UseRule> uses =
        reader.rows(
            "use.csv",
            "product,area,purpose,method,series,share,tonnes,grade,status,note",
            HandRows::use);
    List<TradeRule> trades =
        reader.rows(
            "trade.csv",
            "product,exporter,importer,method,series,factor,tonnes,complete,grade,status,note",
            HandRows::trade);
    List<PriceRule> prices =
        reader.rows(
            "prices.csv",
            "product,vintage,method,reference,factor,low_factor,high_factor,date,location,type,"
                + "liquid,grade,status,note",
            HandRows::price);
    Map<String, List<String>> materials = materials(reader, commodities);
    List<NamedCountry> countries =
        reader.unique(
            "countries.csv",
            "country,name,alone,note",
            row ->
                new NamedCountry(
                    row.parsed("country", CountryCode::of), row.text("name"), row.yes("alone")),
            NamedCountry::code);
    SortedMap<CountryCode, Double> weightFactors = new TreeMap<>();
    reader
        .unique("value_added.csv", "country,factor,note", HandRows::weightFactor, Map.Entry::getKey)
        .forEach(entry -> weightFactors.put(entry.getKey(), entry.getValue()));
    List<Activity> activities = reader.assemble(technology);
    Base only = base.isEmpty() ? new Base(LocalDate.EPOCH, 0) : base.getFirst();
    Hand hand =
        new Hand(
            only.asOf(),
            only.year(),
            datasets,
            territories,
            commodities,
            products,
            activities,
            parameters,
            outputs,
            uses,
            trades,
            prices,
            materials,
            countries,
            weightFactors);
    reader.issues.addAll(RuleNames.check(hand));
    return reader.loaded(hand);
  }

  /** Names of commodities that the world does not have yet wait for them. */
  private static Map<String, List<String>> materials(Reader reader, List<Commodity> commodities) {
    Set<String> ids = commodities.stream().map(Commodity::id).collect(Collectors.toSet());
    Map<String, List<String>> materials = new TreeMap<>();
    reader
        .unique(
            "materials.csv",
            "commodity,material",
            row -> {
              if (!ids.contains(row.text("commodity"))) {
                throw row.skip("the world has no commodity '" + row.text("commodity") + "' yet");
              }
              return Map.entry(row.text("material"), row.text("commodity"));
            },
            entry -> entry)
        .forEach(entry ->
            materials
                .computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                .add(entry.getValue()));
    return materials;
  }

  /** Reads the files of one folder and keeps all their issues. */
  private static final class Reader {
    private final Path folder;
    private final List<Issue> issues = new ArrayList<>();
    private RowCount count = RowCount.NONE;

    Reader(Path folder) {
      this.folder = folder;
    }

    /** The rows of a file with this header, its columns in any order. */
    <T> List<T> rows(String file, String header, Function<Row, T> toRecord) {
      return keep(csv(file, header).read(folder.resolve(file), toRecord));
    }

    <T> List<T> unique(
        String file, String header, Function<Row, T> toRecord, Function<T, ?> keyOf) {
      return keep(csv(file, header).readUnique(folder.resolve(file), toRecord, keyOf));
    }

    private static CsvFile csv(String file, String header) {
      return CsvFile.withExactly(file, List.of(header.split(",")));
    }

    private <T> List<T> keep(Loaded<List<T>> loaded) {
      issues.addAll(loaded.issues());
      count = count.plus(loaded.rows());
      return loaded.value();
    }

    /** Puts the coefficient rows of each activity and scope together. */
    List<Activity> assemble(List<HandRows.Coefficient> coefficients) {
      Map<String, List<HandRows.Coefficient>> byActivity = new LinkedHashMap<>();
      for (HandRows.Coefficient c : coefficients) {
        byActivity.computeIfAbsent(c.key(), k -> new ArrayList<>()).add(c);
      }
      List<Activity> activities = new ArrayList<>();
      byActivity.forEach((key, rows) -> {
        try {
          activities.add(HandRows.activity(rows));
        } catch (IllegalArgumentException e) {
          issues.add(
              Issue.error(
                  rows.getFirst().place(),
                  String.valueOf(e.getMessage()),
                  "give the first output row of the activity per_unit 1"));
        }
      });
      return activities;
    }

    Loaded<Hand> loaded(Hand hand) {
      return new Loaded<>(hand, issues, count);
    }
  }
}
