package org.plimsoll.sources.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Wanted;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.TradeRule;
import org.plimsoll.sources.reconcile.Balance;
import org.plimsoll.sources.reconcile.Folding;
import org.plimsoll.sources.reconcile.ProductSides;

/**
 * A world whose flows are measured anew by a whole year of BACI or UN Comtrade. Output and use stay
 * as the world has them; flows of each product that the rules read from BACI are observed in the
 * release and balanced against them by the same rule as in {@link WorldBuild}. Countries that the
 * world has folded stay folded, makers among them are not told apart.
 */
public final class MeasuredTrade {
  /** Rules name the series of BACI; a release of either publisher has the same codes and units. */
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
    readings =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    r -> SERIES + r.series().substring(r.series().indexOf('/') + 1)));
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
    Loaded<Optional<RawRelease>> found = RawRelease.find(raw);
    if (hand.hasErrors() || found.value().isEmpty()) {
      return found.map(f -> Optional.<Measured>empty()).and(hand);
    }
    RawRelease release = found.value().get();
    Loaded<Areas> areas = Areas.read(release.codes(), handFolder.resolve("country_names.csv"));
    Set<String> wanted = new TreeSet<>();
    world.products().forEach(product -> wanted.addAll(product.hsCodes()));
    Loaded<List<Reading>> read =
        release
            .read(new Wanted(areas.value(), hand.value().baseYear(), wanted, Map.of()))
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
                      Place.ofFile(release.name()),
                      "no row is of %d and of a code that a product uses"
                          .formatted(hand.value().baseYear()),
                      "take the file of that year")),
              RowCount.NONE));
    }
    MeasuredTrade trade = new MeasuredTrade(world, hand.value(), read.value());
    Evidence measured = trade.measure(release.dataset());
    Loaded<Optional<Measured>> all =
        none.and(new Loaded<>(Optional.empty(), trade.issues.list(), RowCount.NONE));
    return all.hasErrors()
        ? all
        : all.map(n -> Optional.of(new Measured(measured, List.copyOf(trade.changes))));
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
      seen.addStated(rule, hand);
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
    return Flows.most(tonnes);
  }
}
