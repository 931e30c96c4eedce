package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Readings;
import org.plimsoll.sources.hand.Hand;
import org.plimsoll.sources.hand.TradeRule;
import org.plimsoll.sources.reconcile.Balance;
import org.plimsoll.sources.reconcile.Folding;

/** Folded and balanced flows of every solved product. */
final class Flows {
  /** A balanced cell more than this many times its observation is worth a remark. */
  private static final double LARGE_CHANGE = 3;

  private final Hand hand;
  private final Readings readings;
  private final Volumes volumes;
  private final Map<ProductId, Folding> foldings = new HashMap<>();
  private final List<Flow> flows = new ArrayList<>();
  private final RuleIssues issues = new RuleIssues();

  private Flows(Hand hand, Readings readings, Volumes volumes) {
    this.hand = hand;
    this.readings = readings;
    this.volumes = volumes;
  }

  static Flows of(Hand hand, Readings readings, Volumes volumes) {
    Flows flows = new Flows(hand, readings, volumes);
    flows.foldChains();
    for (Product product : hand.products()) {
      if (product.isSolved()) {
        flows.balance(product.id());
      }
    }
    return flows;
  }

  List<Flow> list() {
    return List.copyOf(flows);
  }

  List<Issue> issues() {
    return issues.list();
  }

  /** Amounts by country, small countries put together with their names in the note. */
  SortedMap<CountryCode, Amount> fold(
      ProductId product, Map<CountryCode, Amount> amounts, String edition) {
    Folding folding = foldings.get(product);
    SortedMap<CountryCode, Amount> folded = new TreeMap<>();
    Map<CountryCode, StringBuilder> names = new TreeMap<>();
    new TreeMap<>(amounts)
        .forEach((country, amount) -> {
          CountryCode into = folding == null ? country : folding.fold(country);
          folded.merge(into, amount, Amount::plus);
          if (into.isAggregate() && !into.equals(country)) {
            names
                .computeIfAbsent(into, c -> new StringBuilder("adds up"))
                .append(' ')
                .append(country)
                .append(' ')
                .append(NumberWords.tonnes(amount.tonnes()))
                .append(';');
          }
        });
    names.forEach((into, text) -> {
      Amount amount = folded.get(into);
      if (amount != null) {
        folded.put(
            into,
            new Amount(
                amount.tonnes(),
                new Provenance(
                    new Source("judgement", edition, "folding of small countries"),
                    amount.provenance().grade(),
                    Status.DERIVED,
                    text.substring(0, text.length() - 1))));
      }
    });
    return folded;
  }

  /** Products tied by an activity share one list of kept countries. */
  private void foldChains() {
    Set<CountryCode> union = new HashSet<>();
    hand.territories().stream().map(Evidence.Territory::members).forEach(union::addAll);
    for (Set<ProductId> chain : chains()) {
      List<Map<CountryCode, Double>> totals = new ArrayList<>();
      for (ProductId product : chain) {
        totals.add(volumes.output(product));
        totals.add(use(product));
      }
      Folding folding = Folding.of(totals, foldBelow(chain), hand.listAlone(), union);
      chain.forEach(product -> foldings.put(product, folding));
    }
  }

  /**
   * The lowest threshold that any commodity of the chain asks for; without its own, that of all.
   */
  private double foldBelow(Set<ProductId> chain) {
    Map<String, Double> byScope = new HashMap<>();
    hand.parameters().stream()
        .filter(p -> p.name().equals("fold-below-share"))
        .forEach(p -> byScope.put(p.scope(), p.value().central()));
    double all = byScope.getOrDefault("*", 0.0);
    return chain.stream()
        .mapToDouble(product -> byScope.getOrDefault(product.commodity(), all))
        .min()
        .orElse(all);
  }

  private List<Set<ProductId>> chains() {
    List<Set<ProductId>> chains = new ArrayList<>();
    for (Product product : hand.products()) {
      if (product.isSolved()) {
        chains.add(new HashSet<>(Set.of(product.id())));
      }
    }
    for (Activity activity : hand.activities()) {
      Set<ProductId> tied = new HashSet<>(activity.inputs().keySet());
      tied.addAll(activity.outputs().keySet());
      Set<ProductId> merged = new HashSet<>();
      chains.removeIf(chain -> {
        boolean touches = chain.stream().anyMatch(tied::contains);
        if (touches) {
          merged.addAll(chain);
        }
        return touches;
      });
      if (!merged.isEmpty()) {
        chains.add(merged);
      }
    }
    return chains;
  }

  private SortedMap<CountryCode, Double> use(ProductId product) {
    SortedMap<CountryCode, Double> use = volumes.inputs(product);
    volumes.uses(product).forEach(t -> use.merge(t.country(), t.amount().tonnes(), Double::sum));
    return use;
  }

  private void balance(ProductId product) {
    Folding folding = foldings.get(product);
    if (folding == null) {
      return;
    }
    SortedMap<CountryCode, Double> output = folding.fold(volumes.output(product));
    SortedMap<CountryCode, Double> use = folding.fold(use(product));
    Sightings seen = new Sightings(volumes.output(product), folding);
    for (TradeRule rule : hand.trades()) {
      if (rule.product().equals(product)) {
        issues.follow(rule.place(), "correct the series of the flow", () -> observe(rule, seen));
      }
    }
    issues.follow(
        Place.ofFile("trade.csv"),
        "look at output.csv and use.csv for " + product,
        () -> {
          List<Balance.Observed> observed = seen.traced();
          addCells(
              product,
              Balance.of(output, use, observed, seen.complete(), homeGrade(product)),
              output,
              seen.known());
        });
  }

  private void addCells(
      ProductId product,
      List<Balance.Cell> cells,
      SortedMap<CountryCode, Double> output,
      Map<String, Provenance> known) {
    for (Balance.Cell cell : cells) {
      flows.add(flow(hand, product, cell, known));
      OptionalDouble growth = cell.growth();
      if (growth.isPresent()
          && growth.getAsDouble() > LARGE_CHANGE
          && cell.tonnes() > 0.01 * output.getOrDefault(cell.from(), 0.0)) {
        issues.add(
            Issue.remark(
                Place.ofFile("trade.csv"),
                "%s from %s to %s: %s observed, %s after balancing"
                    .formatted(
                        product,
                        cell.from(),
                        cell.to(),
                        NumberWords.tonnes(cell.observedTonnes().orElse(0)),
                        NumberWords.tonnes(cell.tonnes()))));
      }
    }
  }

  private void observe(TradeRule rule, Sightings seen) {
    if (rule.series().isEmpty()) {
      seen.addStated(rule, hand);
      return;
    }
    String year = Integer.toString(hand.baseYear());
    for (Reading reading : readings.list(rule.series(), year)) {
      boolean wanted =
          (rule.exporter().equals("*") || rule.exporter().equals(reading.area()))
              && (rule.importer().equals("*") || rule.importer().equals(reading.partner()))
              && Areas.isCountry(reading.area());
      SortedMap<CountryCode, Double> importers =
          wanted ? volumes.groups().importers(reading.area(), reading.partner()) : new TreeMap<>();
      importers.forEach((importer, share) ->
          seen.add(
              rule,
              CountryCode.of(reading.area()),
              importer,
              reading.value() * share * rule.amount(),
              reading.source()));
    }
  }

  /**
   * A balanced flow with what stands behind it.
   *
   * @param known source and note by route, {@code exporter>importer}
   */
  static Flow flow(Hand hand, ProductId product, Balance.Cell cell, Map<String, Provenance> known) {
    Provenance prior =
        new Provenance(
            new Source(
                "judgement",
                hand.asOf().toString(),
                (cell.from().equals(cell.to()) ? "home use of " : "prior for trade of ") + product),
            cell.grade(),
            Status.DERIVED,
            cell.from().equals(cell.to())
                ? "output less exports, balanced"
                : "surplus of exporter × deficit of importer, balanced");
    Provenance provenance =
        cell.observedTonnes().isPresent()
            ? known.getOrDefault(cell.from() + ">" + cell.to(), prior)
            : prior;
    return new Flow(
        product,
        cell.from(),
        cell.to(),
        hand.baseYear(),
        cell.tonnes(),
        cell.observedTonnes(),
        new Provenance(provenance.source(), cell.grade(), provenance.status(), provenance.note()));
  }

  /** What stays at home is known as well as the output it is taken from, by tonnes. */
  private Grade homeGrade(ProductId product) {
    Map<Grade, Double> tonnes = new TreeMap<>();
    volumes
        .levels()
        .forEach((activity, countries) ->
            countries.forEach((country, amount) -> {
              if (volumes.technology(activity, country).outputs().containsKey(product)) {
                tonnes.merge(amount.provenance().grade(), amount.tonnes(), Double::sum);
              }
            }));
    return most(tonnes);
  }

  /** The grade with the most tonnes. */
  static Grade most(Map<Grade, Double> tonnes) {
    return tonnes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Grade.C);
  }
}
