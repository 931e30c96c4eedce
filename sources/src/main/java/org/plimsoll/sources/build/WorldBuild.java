package org.plimsoll.sources.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.CountryFigures;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.pack.Pack;

/**
 * Builds the evidence of a world from raw data and hand-written rules: read, derive volumes, fold
 * small countries, balance flows, derive prices. A pure function of the files.
 */
public final class WorldBuild {
  /** The table of countries names no source by row: it is made of these. */
  private static final List<String> BEHIND_COUNTRIES = List.of("country-codes", "wdi", "wgi");

  private final Path from;
  private final Hand hand;
  private final RawFolder raw;
  private final Grouping groups;
  private final Volumes volumes;

  private WorldBuild(Path from, Hand hand, RawFolder raw) {
    this.from = from;
    this.hand = hand;
    this.raw = raw;
    this.groups = new Grouping(raw.readings(), hand);
    this.volumes = Volumes.of(hand, raw.readings(), groups);
  }

  /**
   * Builds the evidence.
   *
   * @param from folder that holds {@code data/} and {@code policy/}
   * @param handFolder folder of hand-written rules
   * @return nothing, with issues, if a rule or a file is wrong
   */
  public static Loaded<Optional<Evidence>> of(Path from, Path handFolder) {
    Loaded<Hand> hand = Hand.read(handFolder);
    if (hand.hasErrors()) {
      return hand.map(h -> Optional.empty());
    }
    Loaded<RawFolder> raw = RawFolder.read(from, handFolder, hand.value());
    Loaded<Optional<Evidence>> read = raw.map(r -> Optional.<Evidence>empty()).and(hand);
    if (read.hasErrors()) {
      return read;
    }
    WorldBuild build = new WorldBuild(from, hand.value(), raw.value());
    Prices prices = Prices.of(hand.value(), raw.value().readings(), build.volumes);
    List<Issue> issues = new ArrayList<>(build.volumes.issues());
    issues.addAll(prices.issues());
    Loaded<Optional<Evidence>> checked =
        read.and(new Loaded<>(Optional.empty(), issues, RowCount.NONE));
    if (checked.hasErrors()) {
      return checked;
    }
    Flows flows = Flows.of(hand.value(), raw.value().readings(), build.volumes);
    Loaded<Optional<Evidence>> all =
        checked.and(new Loaded<>(Optional.empty(), flows.issues(), RowCount.NONE));
    return all.hasErrors() ? all : all.map(e -> Optional.of(build.evidence(prices, flows)));
  }

  private Evidence evidence(Prices prices, Flows flows) {
    Evidence built =
        raw.tables()
            .with(e -> {
              e.asOf = hand.asOf();
              e.baseYear = hand.baseYear();
              e.territories = hand.territories();
              e.countries = countries();
              e.commodities = hand.commodities();
              e.products = hand.products();
              e.activities = hand.activities();
              e.parameters = hand.parameters();
              e.productions = productions(flows);
              e.uses = uses(flows);
              e.flows = flows.list();
              e.prices = prices.list();
              e.duties = duties();
              e.projects = raw.registers().projects();
              e.exportControls = raw.registers().exportControls();
              e.commitments = raw.registers().commitments();
              e.partners = raw.registers().partners();
              e.facts = raw.registers().facts();
            });
    // A dataset that no row cites is not the world's, though there is a reader for it.
    Set<String> cited = new TreeSet<>(BEHIND_COUNTRIES);
    cited.addAll(Pack.citedDatasets(built));
    return built.with(e -> e.datasets = datasets(cited));
  }

  private List<Production> productions(Flows flows) {
    List<Production> productions = new ArrayList<>();
    volumes
        .levels()
        .forEach((activity, countries) -> {
          ProductId product = volumes.technology(activity, CountryCode.REST_OF_WORLD).primary();
          SortedMap<CountryCode, Amount> folded =
              flows.fold(product, countries, hand.asOf().toString());
          folded.forEach((country, amount) ->
              productions.add(
                  new Production(
                      activity,
                      product,
                      country,
                      hand.baseYear(),
                      amount.tonnes(),
                      amount.provenance())));
        });
    return productions;
  }

  private List<Use> uses(Flows flows) {
    List<Use> uses = new ArrayList<>();
    for (Product product : hand.products()) {
      for (Use.Purpose purpose : Use.Purpose.values()) {
        SortedMap<CountryCode, Amount> byCountry = new TreeMap<>();
        for (Volumes.Taken taken : volumes.uses(product.id())) {
          if (taken.purpose() == purpose) {
            byCountry.merge(taken.country(), taken.amount(), Amount::plus);
          }
        }
        flows
            .fold(product.id(), byCountry, hand.asOf().toString())
            .forEach((country, amount) ->
                uses.add(
                    new Use(
                        product.id(),
                        country,
                        purpose,
                        hand.baseYear(),
                        amount.tonnes(),
                        amount.provenance())));
      }
    }
    return uses;
  }

  /** Countries of the list of codes, and what the rules name beside them: the aggregates. */
  private List<Country> countries() {
    SortedMap<CountryCode, String> names = new TreeMap<>();
    raw.areas()
        .listNames()
        .forEach((code, name) -> {
          if (Areas.isCountry(code)) {
            names.put(CountryCode.of(code), decoded(name));
          }
        });
    hand.countries().forEach(country -> names.put(country.code(), country.name()));
    List<Country> countries = new ArrayList<>();
    names.forEach((code, name) ->
        countries.add(
            new Country(
                code,
                name,
                Optional.ofNullable(groups.valueAdded().get(code))
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty()),
                raw.readings()
                    .find("wgi/mean", CountryFigures.LATEST, code.alpha3())
                    .map(r -> OptionalDouble.of(r.value()))
                    .orElse(OptionalDouble.empty()))));
    return countries;
  }

  /** The list of codes holds a few names encoded twice: Türkiye as TÃ¼rkiye. */
  private static String decoded(String name) {
    return name.contains("Ã")
        ? new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : name;
  }

  private List<Duty> duties() {
    List<Duty> duties = new ArrayList<>();
    for (Product product : hand.products()) {
      SortedMap<String, List<Reading>> byImporter = new TreeMap<>();
      for (String code : product.hsCodes()) {
        for (Reading rate : raw.readings().listAny("tariff/mfn/" + code, CountryFigures.LATEST)) {
          byImporter.computeIfAbsent(rate.area(), importer -> new ArrayList<>()).add(rate);
        }
      }
      byImporter.forEach((importer, rates) -> {
        if (product.isSolved()) {
          // The last code of a product is the one that most of it is declared under.
          Reading rate = rates.getLast();
          duties.add(
              new Duty(
                  importer,
                  "*",
                  product.id(),
                  rate.value(),
                  new Provenance(
                      rate.source(),
                      gradeOf(rate, product),
                      rate.status(),
                      "mean of the lines of HS "
                          + rate.series().replaceFirst("tariff/mfn/", "")
                          + "; additional duties of later years are not in the base")));
        }
      });
    }
    return duties;
  }

  /** A rate from memory is a prior; one of a code that holds other goods is not quite its own. */
  private static Grade gradeOf(Reading rate, Product product) {
    if (rate.status() == Status.RECALLED) {
      return Grade.C;
    }
    return product.bundled() ? Grade.B : Grade.A;
  }

  private List<Evidence.Dataset> datasets(Set<String> cited) {
    List<Evidence.Dataset> datasets = new ArrayList<>();
    for (Hand.DatasetFiles entry : hand.datasets()) {
      Evidence.Dataset d = entry.dataset();
      if (!cited.contains(d.id())) {
        continue;
      }
      datasets.add(
          new Evidence.Dataset(
              d.id(),
              d.publisher(),
              d.edition(),
              d.licence(),
              d.redistributable(),
              d.citation(),
              entry.files().isEmpty() ? "" : hashOf(entry.files())));
    }
    return datasets;
  }

  /** One hash over all files of a dataset, in the order named. */
  private String hashOf(List<String> files) {
    MessageDigest digest = Sha256.digest();
    try {
      for (String file : new LinkedHashSet<>(files)) {
        digest.update(Files.readAllBytes(from.resolve(file)));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot hash a dataset", e);
    }
    return Sha256.of(digest);
  }
}
