package org.plimsoll.planner.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ReferenceRows;
import org.plimsoll.model.policy.ReferenceRule;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.PriceQuote;
import org.plimsoll.model.trade.ProjectCost;

/**
 * What reference prices of a product are computed from, challenges laid over rows. A challenged
 * input has the challenger's value without a range.
 */
public final class Inputs {
  private static final String ANY = "*";
  private static final String PER_TONNE = "USD/t";

  private final Evidence evidence;
  private final ReferenceRows rows;
  private final ProductId product;
  private final SortedMap<String, Double> challenged;

  /**
   * @param challenged value by id of the input, in the input's own unit
   */
  public Inputs(
      Evidence evidence,
      ReferenceRows rows,
      ProductId product,
      SortedMap<String, Double> challenged) {
    this.evidence = evidence;
    this.rows = rows;
    this.product = product;
    this.challenged = Collections.unmodifiableSortedMap(new TreeMap<>(challenged));
  }

  ProductId product() {
    return product;
  }

  private Input input(String id, String what, Interval own, String unit, Provenance p) {
    Optional<Double> other = Optional.ofNullable(challenged.get(id));
    return new Input(
        id, what, other.map(Interval::exactly).orElse(own), unit, p, other.isPresent());
  }

  /** The figure of the narrowest scope that fits the product. */
  public Optional<Input> findRule(ReferenceRule.Kind kind) {
    for (String scope : evidence.listScopes(product)) {
      for (ReferenceRule rule : rows.rules()) {
        if (rule.kind() == kind && rule.scope().equals(scope)) {
          return Optional.of(input(rule));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException if the table of rules has none
   */
  public Input getRule(ReferenceRule.Kind kind) {
    return findRule(kind)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the world has no figure '%s' for %s\nMaybe add a row to hand/reference_rules.csv"
                    .formatted(kind.word(), product)));
  }

  private Input input(ReferenceRule rule) {
    String of = rule.scope().equals(ANY) ? "" : " of " + rule.scope();
    String in = rule.area().equals(ANY) ? "" : " in " + rule.area();
    return input(
        rule.id(),
        rule.kind().word().replace('-', ' ') + of + in,
        rule.value(),
        rule.unit(),
        rule.provenance());
  }

  /** A distortion: whose, and how large. */
  record Distortion(String area, Input size) {}

  /** Sizes of distortions of a kind at a product, by country, of the narrowest scope each. */
  List<Distortion> listDistortions(ReferenceRule.Kind kind, ProductId at) {
    SortedMap<String, Distortion> byArea = new TreeMap<>();
    for (String scope : evidence.listScopes(at)) {
      for (ReferenceRule rule : rows.rules()) {
        if (rule.kind() == kind && rule.scope().equals(scope)) {
          byArea.putIfAbsent(rule.area(), new Distortion(rule.area(), input(rule)));
        }
      }
    }
    return List.copyOf(byArea.values());
  }

  /** Codes of countries whose costs are not those of a market. */
  SortedSet<String> nonMarketEconomies() {
    SortedSet<String> codes = new TreeSet<>();
    for (ReferenceRule rule : rows.rules()) {
      if (rule.kind() == ReferenceRule.Kind.NON_MARKET_ECONOMY && input(rule).central() > 0) {
        codes.add(rule.area());
      }
    }
    return codes;
  }

  /** A weight of the costs: what moves, and by how much of the whole. */
  public record Weight(String of, Input share) {}

  /** Weights of energy, wages and currency. */
  public List<Weight> listWeights() {
    return rows.rules().stream()
        .filter(rule -> rule.kind() == ReferenceRule.Kind.WEIGHT)
        .map(rule -> new Weight(rule.scope(), input(rule)))
        .toList();
  }

  /** A quote, and how much traded at it. */
  record Quote(PriceQuote row, Input price, Optional<Input> share) {}

  /** Quotes of the product in the order of their file. */
  List<Quote> listQuotes() {
    return rows.quotes().stream()
        .filter(quote -> quote.product().equals(product))
        .map(quote ->
            new Quote(
                quote,
                input(
                    quote.id(),
                    "%s, %s, %s, %s"
                        .formatted(
                            quote.type().word().replace('-', ' '),
                            quote.place(),
                            quote.publisher(),
                            quote.date()),
                    quote.usdPerTonne(),
                    PER_TONNE,
                    quote.provenance()),
                quote
                    .tradedShare()
                    .map(Interval::central)
                    .or(() -> Optional.ofNullable(challenged.get(shareOf(quote))))
                    .map(central ->
                        input(
                            shareOf(quote),
                            "share of yearly use that traded at " + quote.id(),
                            quote.tradedShare().orElse(Interval.exactly(central)),
                            "1",
                            quote.provenance()))))
        .toList();
  }

  private static String shareOf(PriceQuote quote) {
    return quote.id() + "-share";
  }

  /** A cost in US dollars: a tonne of the product's basis, or a sum. */
  record Cost(ProjectCost row, Input input, Optional<Input> rate, double toBasis) {
    double usd(double value, double usdPerUnit) {
      return value * usdPerUnit * toBasis;
    }
  }

  /** Units in which costs of the product are counted, and how much of each a tonne holds. */
  List<Input> listBases() {
    return rows.rules().stream()
        .filter(rule -> rule.kind() == ReferenceRule.Kind.COST_BASIS)
        .filter(rule -> rule.scope().equals(product.toString()))
        .map(this::input)
        .toList();
  }

  /**
   * Costs of a measure a tonne that are counted in a basis of the product, the latest of each
   * project, by name.
   */
  List<Cost> listCosts(String measure) {
    List<Cost> costs = new ArrayList<>();
    for (Input basis : listBases()) {
      costs.addAll(latest(measure, "/t " + basis.unit(), basis.central()));
    }
    return costs.stream().sorted(Comparator.comparing(cost -> cost.row().project())).toList();
  }

  /** Sums of money of a measure, the latest of each project of the commodity, by name. */
  List<Cost> listSums(String measure) {
    return latest(measure, " million", 1e6);
  }

  private List<Cost> latest(String measure, String ending, double toBasis) {
    SortedMap<String, ProjectCost> byProject = new TreeMap<>();
    for (ProjectCost cost : evidence.resilience().projectCosts()) {
      if (cost.commodity().equals(product.commodity())
          && cost.measure().equals(measure)
          && cost.unit().endsWith(ending)) {
        byProject.merge(
            cost.project(),
            cost,
            (one, other) -> one.asOf().compareTo(other.asOf()) >= 0 ? one : other);
      }
    }
    List<Cost> costs = new ArrayList<>();
    byProject.values().stream()
        .filter(
            cost -> byProject.keySet().stream().noneMatch(name -> isNewer(name, cost.project())))
        .forEach(cost ->
            costs.add(
                new Cost(
                    cost,
                    input(
                        idOf(cost),
                        "%s, %s %s"
                            .formatted(
                                cost.project(), cost.measure().replace('-', ' '), cost.asOf()),
                        cost.value(),
                        cost.unit(),
                        cost.provenance()),
                    findRate(currencyOf(cost)),
                    toBasis)));
    return costs;
  }

  /** Whether a project is that of another name in the register's words: {@code P022 Nolans}. */
  private static boolean isNewer(String registered, String project) {
    return registered.matches("P\\d+ .*")
        && !project.equals(registered)
        && project.startsWith(registered.substring(registered.indexOf(' ') + 1));
  }

  private static String idOf(ProjectCost cost) {
    String project =
        cost.project().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    return project + ":" + cost.measure() + ":" + cost.asOf();
  }

  private static String currencyOf(ProjectCost cost) {
    return cost.unit().substring(0, 3);
  }

  /** What a unit of the currency is worth; empty of US dollars, or if the world does not say. */
  private Optional<Input> findRate(String currency) {
    return evidence
        .findRate(currency)
        .map(rate ->
            input(
                "rate-" + currency,
                "exchange rate of " + currency + ", " + rate.period(),
                rate.usdPerUnit(),
                "USD",
                rate.provenance()));
  }

  static boolean isInDollars(Cost cost) {
    return currencyOf(cost.row()).equals("USD");
  }

  /** Ids of every input that some method may use for the product, in order. */
  public SortedSet<String> listIds() {
    SortedSet<String> ids = new TreeSet<>();
    rows.rules().forEach(rule -> ids.add(rule.id()));
    for (Quote quote : listQuotes()) {
      ids.add(quote.price().id());
      ids.add(shareOf(quote.row()));
    }
    for (String measure : List.of("cash-cost", "incentive-price")) {
      listCosts(measure).forEach(cost -> ids.add(cost.input().id()));
    }
    listSums("capital-cost").forEach(cost -> ids.add(cost.input().id()));
    return ids;
  }

  /** The input of an id with the value that is used, for a challenge's own table. */
  public Optional<Input> find(String id) {
    List<Input> all = new ArrayList<>();
    rows.rules().forEach(rule -> all.add(input(rule)));
    for (Quote quote : listQuotes()) {
      all.add(quote.price());
      quote.share().ifPresent(all::add);
    }
    for (String measure : List.of("cash-cost", "incentive-price")) {
      listCosts(measure).forEach(cost -> all.add(cost.input()));
    }
    listSums("capital-cost").forEach(cost -> all.add(cost.input()));
    return all.stream().filter(input -> input.id().equals(id)).findFirst();
  }
}
