package org.plimsoll.sources.build;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.BaciRelease;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Wanted;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.TradeRule;
import org.plimsoll.sources.reconcile.Balance;
import org.plimsoll.sources.reconcile.Folding;
import org.plimsoll.sources.reconcile.ProductSides;

/**
 * A world whose flows are measured anew by a whole year of BACI. Output and use stay as the world
 * has them; flows of each product that the rules read from BACI are observed in the release and
 * balanced against them by the same rule as in {@link WorldBuild}. Countries that the world has
 * folded stay folded, makers among them are not told apart.
 */
public final class MeasuredTrade {
  private static final List<String> CODES =
      List.of("country_code", "country_name", "country_iso2", "country_iso3");

  private static final Pattern RELEASE = Pattern.compile("V(\\d{6}\\w?)");
  private static final String SERIES = "baci/";

  private final Evidence world;
  private final Hand hand;
  private final Map<String, List<Reading>> readings;
  private final RuleIssues issues = new RuleIssues();
  private final List<Change> changes = new ArrayList<>();

  /**
   * What became of a product's flows.
   *
   * @param product which
   * @param before flows between two countries, and of them observed, as a share of tonnes traded
   * @param after the same with the release
   */
  public record Change(ProductId product, Observed before, Observed after) {}

  /**
   * How much of trade is observed.
   *
   * @param flows between two countries
   * @param tonnes traded
   * @param share of these tonnes that an observation stands behind
   */
  public record Observed(int flows, double tonnes, double share) {
    static Observed of(List<Flow> all) {
      List<Flow> traded = all.stream().filter(f -> !f.exporter().equals(f.importer())).toList();
      double tonnes = traded.stream().mapToDouble(Flow::tonnes).sum();
      double seen =
          traded.stream()
              .filter(f -> f.observedTonnes().isPresent())
              .mapToDouble(Flow::tonnes)
              .sum();
      return new Observed(traded.size(), tonnes, tonnes > 0 ? seen / tonnes : 0);
    }
  }

  /**
   * The world with measured flows.
   *
   * @param world with them
   * @param changes by product that the release covers
   */
  public record Measured(Evidence world, List<Change> changes) {}

  private MeasuredTrade(Evidence world, Hand hand, List<Reading> all) {
    this.world = world;
    this.hand = hand;
    readings = all.stream().collect(Collectors.groupingBy(Reading::series));
  }

  /**
   * Measures the flows.
   *
   * @param world to start from
   * @param raw folder with the release and its country codes, at any depth
   * @param handFolder rules of the world
   * @return nothing, with issues, if a file is missing or wrong
   */
  public static Loaded<Optional<Measured>> of(Evidence world, Path raw, Path handFolder)
      throws IOException {
    Loaded<Hand> hand = Hand.read(handFolder);
    Optional<Path> release = find(raw, BaciRelease.HEADER);
    Optional<Path> codes = find(raw, CODES);
    if (hand.hasErrors() || release.isEmpty() || codes.isEmpty()) {
      List<Issue> missing = new ArrayList<>();
      missing(release, raw, "no year of BACI", BaciRelease.HEADER).ifPresent(missing::add);
      missing(codes, raw, "no country codes of BACI", CODES).ifPresent(missing::add);
      return new Loaded<Optional<Measured>>(Optional.empty(), missing, RowCount.NONE).and(hand);
    }
    Loaded<Areas> areas = Areas.read(codes.get(), handFolder.resolve("country_names.csv"));
    Set<String> wanted = new TreeSet<>();
    world.products().forEach(product -> wanted.addAll(product.hsCodes()));
    String name = String.valueOf(release.get().getFileName());
    Matcher edition = RELEASE.matcher(name);
    String named = edition.find() ? edition.group(1) : name;
    Loaded<List<Reading>> read =
        BaciRelease.read(
                release.get(),
                named,
                new Wanted(areas.value(), hand.value().baseYear(), wanted, Map.of()))
            .and(areas);
    Loaded<Optional<Measured>> none = read.map(r -> Optional.<Measured>empty()).and(hand);
    if (none.hasErrors()) {
      return none;
    }
    if (read.value().isEmpty()) {
      return none.and(
          new Loaded<>(
              Optional.empty(),
              List.of(
                  Issue.error(
                      Place.ofFile(name),
                      "no row is of %d and of a code that a product uses"
                          .formatted(hand.value().baseYear()),
                      "take the file of that year")),
              RowCount.NONE));
    }
    MeasuredTrade trade = new MeasuredTrade(world, hand.value(), read.value());
    Evidence measured = trade.measure(dataset(release.get(), named));
    Loaded<Optional<Measured>> all =
        none.and(new Loaded<>(Optional.empty(), trade.issues.list(), RowCount.NONE));
    return all.hasErrors()
        ? all
        : all.map(n -> Optional.of(new Measured(measured, List.copyOf(trade.changes))));
  }

  private static Optional<Issue> missing(
      Optional<Path> file, Path raw, String what, List<String> header) {
    return file.isPresent()
        ? Optional.empty()
        : Optional.of(
            Issue.error(
                Place.ofFile(raw.toString()),
                "%s is there: no .csv or .csv.gz has the header %s"
                    .formatted(what, String.join(",", header)),
                "unpack the publisher's archive there"));
  }

  /** The first file, in the order of names, whose header has these columns. */
  private static Optional<Path> find(Path folder, List<String> header) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList()) {
        if (header(file).containsAll(header) && header.containsAll(header(file))) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> header(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      return first == null
          ? List.of()
          : Arrays.stream(first.replace("\"", "").split(",", -1)).map(String::strip).toList();
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  private static Evidence.Dataset dataset(Path file, String edition) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return new Evidence.Dataset(
        BaciRelease.DATASET,
        "CEPII",
        edition,
        "Etalab Open Licence 2.0",
        true,
        "Gaulier, G. and Zignago, S. (2010) BACI: International Trade Database at the"
            + " Product-Level, release "
            + edition,
        Sha256.of(digest));
  }

  private Evidence measure(Evidence.Dataset dataset) {
    SortedMap<ProductId, ProductSides> sides = ProductSides.of(world);
    Map<ProductId, List<Flow>> before =
        world.flows().stream().collect(Collectors.groupingBy(Flow::product));
    List<Flow> flows = new ArrayList<>();
    for (Map.Entry<ProductId, List<Flow>> known : new TreeMap<>(before).entrySet()) {
      ProductId product = known.getKey();
      List<TradeRule> rules =
          hand.trades().stream().filter(rule -> rule.product().equals(product)).toList();
      List<Flow> after = known.getValue();
      if (isCovered(rules)) {
        List<Flow> measured = new ArrayList<>();
        issues.follow(
            Place.ofFile("trade.csv"),
            "look at the rules of " + product,
            () ->
                measured.addAll(
                    balance(product, sides.getOrDefault(product, ProductSides.NONE), rules)));
        after = measured;
        changes.add(new Change(product, Observed.of(known.getValue()), Observed.of(after)));
      }
      flows.addAll(after);
    }
    List<Evidence.Dataset> datasets = new ArrayList<>(world.datasets());
    datasets.removeIf(d -> d.id().equals(dataset.id()));
    datasets.add(dataset);
    return world.with(e -> {
      e.flows = flows;
      e.datasets = datasets;
    });
  }

  /** Whether every rule of a product states tonnes or reads a series that the release has. */
  private boolean isCovered(List<TradeRule> rules) {
    return rules.stream().anyMatch(rule -> rule.series().startsWith(SERIES))
        && rules.stream()
            .map(TradeRule::series)
            .allMatch(series -> series.isEmpty() || readings.containsKey(series));
  }

  private List<Flow> balance(ProductId product, ProductSides sides, List<TradeRule> rules) {
    Set<CountryCode> union = new HashSet<>();
    world.territories().stream().map(Evidence.Territory::members).forEach(union::addAll);
    Folding folding = Folding.of(List.of(sides.made(), sides.taken()), 0, Set.of(), union);
    Sightings seen = new Sightings(sides.made(), folding);
    rules.forEach(rule -> observe(rule, seen));
    List<Balance.Observed> observed = seen.traced();
    return Balance.of(sides.made(), sides.taken(), observed, seen.complete(), homeGrade(product))
        .stream()
        .map(cell -> Flows.flow(hand, product, cell, seen.known()))
        .toList();
  }

  private void observe(TradeRule rule, Sightings seen) {
    if (rule.series().isEmpty()) {
      seen.add(
          rule,
          CountryCode.of(rule.exporter()),
          CountryCode.of(rule.importer()),
          rule.amount(),
          new Source("judgement", hand.asOf().toString(), "trade of " + rule.product()));
      return;
    }
    for (Reading reading : readings.getOrDefault(rule.series(), List.of())) {
      boolean isMeant =
          (rule.exporter().equals("*") || rule.exporter().equals(reading.area()))
              && (rule.importer().equals("*") || rule.importer().equals(reading.partner()));
      if (isMeant && Areas.isCountry(reading.area()) && Areas.isCountry(reading.partner())) {
        seen.add(
            rule,
            CountryCode.of(reading.area()),
            CountryCode.of(reading.partner()),
            reading.value() * rule.amount(),
            reading.source());
      }
    }
  }

  /** What stays at home is known as well as the output it is taken from, by tonnes. */
  private Grade homeGrade(ProductId product) {
    Map<Grade, Double> tonnes = new TreeMap<>();
    for (Production made : world.productions()) {
      if (made.product().equals(product)) {
        tonnes.merge(made.provenance().grade(), made.tonnes(), Double::sum);
      }
    }
    return tonnes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Grade.C);
  }
}
