package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.planner.stockpile.Candidate;
import org.plimsoll.planner.stockpile.Programme;

/** What the stockpile should hold, with losses from the solved market. */
final class StockpilePart {
  private static final String METHOD = "docs/method/stockpile.md";

  private final Evidence evidence;
  private final Bloc bloc;
  private final Runs runs;
  private final Map<ProductId, LeveragePart.Stop> worst;
  private final double budgetUsd;

  StockpilePart(
      Evidence evidence,
      Bloc bloc,
      Runs runs,
      Map<ProductId, LeveragePart.Stop> worst,
      double budgetUsd) {
    this.evidence = evidence;
    this.bloc = bloc;
    this.runs = runs;
    this.worst = worst;
    this.budgetUsd = budgetUsd;
  }

  /** The goods of a release: tonnes over the year, sold to the members by their use. */
  StockMeasure.StockRelease release(ProductId product, double tonnes) {
    return new StockMeasure.StockRelease(
        new Terms(
            "release-" + product.commodity() + "-" + product.stage(),
            List.of(product),
            Parties.UNNAMED,
            bloc.parties(),
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.PROPOSED,
            "stockpile"),
        Interval.exactly(tonnes));
  }

  Programme programme() {
    List<Candidate> candidates = new ArrayList<>();
    for (ProductId id : runs.products()) {
      Product product = evidence.getProduct(id);
      if (!product.storableForm().isEmpty() && worst.containsKey(id)) {
        candidates.add(candidate(product));
      }
    }
    return Programme.of(candidates, this::loss, budgetUsd);
  }

  /** Loss of the alliance in a stop after a release that is bought back at today's price. */
  private double loss(ProductId product, double released) {
    LeveragePart.Stop stop = worst.get(product);
    if (stop == null) {
      return 0;
    }
    Solved without = runs.also(List.of(LeveragePart.ban(stop, bloc)));
    // A release without a solution counts as one that avoids nothing: it is then not bought.
    Optional<Solved> solved =
        released > 0
            ? runs.find(List.of(LeveragePart.ban(stop, bloc), release(product, released)))
            : Optional.of(without);
    if (solved.isEmpty()) {
      return runs.statusQuo().welfare(bloc.countries()) - without.welfare(bloc.countries());
    }
    Solved stopped = solved.get();
    // Welfare values goods from stock at the price of the base year; they cost what they cost now.
    double dearer = released * (price(product) - priceOf(runs.base(), product));
    return runs.statusQuo().welfare(bloc.countries()) - stopped.welfare(bloc.countries()) + dearer;
  }

  /** What members pay today, delivered; what they paid in the base where today's is not known. */
  private double price(ProductId product) {
    return runs.statusQuo()
        .insidePrice(product, bloc.countries())
        .orElseGet(() -> priceOf(runs.base(), product));
  }

  private double priceOf(Solved solved, ProductId product) {
    return solved.insidePrice(product, bloc.countries()).orElse(runs.basePrice(product));
  }

  private double blocUse(ProductId product) {
    return evidence.flows().stream()
        .filter(f -> f.product().equals(product) && bloc.contains(f.importer()))
        .mapToDouble(Flow::tonnes)
        .sum();
  }

  /**
   * Output of everybody but the exporter that may stop, times the share that can be bought; nothing
   * where members lack the product today.
   */
  private double buyable(ProductId product) {
    if (runs.statusQuo().isAtCeiling(product, bloc.countries())) {
      return 0;
    }
    LeveragePart.Stop stop = worst.get(product);
    double output =
        evidence.flows().stream()
            .filter(f -> f.product().equals(product))
            .filter(f -> stop == null || !f.exporter().equals(stop.exporter()))
            .mapToDouble(Flow::tonnes)
            .sum();
    return output
        * parameter("buying-share-of-output", product)
        * parameter("buying-years", product);
  }

  private double parameter(String name, ProductId product) {
    return evidence.getParameter(name, product).value().central();
  }

  private Candidate candidate(Product product) {
    double price = price(product.id());
    return new Candidate(
        product.id(),
        price,
        blocUse(product.id()),
        buyable(product.id()),
        parameter("disruption-probability", product.id()),
        price * parameter("carrying-rate", product.id())
            + parameter("storage-usd-per-tonne-year", product.id()));
  }

  ActionPlan.Stockpile part(Programme programme) {
    List<ActionPlan.Holding> holdings = new ArrayList<>();
    for (Programme.Holding holding : programme.holdings()) {
      holdings.add(line(holding));
    }
    return new ActionPlan.Stockpile(
        Figure.derived(programme.budgetUsd(), "USD", Grade.B, "scenario: stockpile.budgetUsd"),
        money(programme.spentUsd()),
        money(programme.unspentUsd()),
        holdings,
        why(programme));
  }

  private ActionPlan.Holding line(Programme.Holding holding) {
    Product product = evidence.getProduct(holding.product());
    Candidate candidate = candidate(product);
    return new ActionPlan.Holding(
        product.id(),
        product.name(),
        product.storableForm(),
        of(holding.tonnes(), "t", product.id()),
        of(holding.costUsd(), "USD", product.id()),
        of(holding.daysOfCover(), "days", product.id()),
        of(holding.firstValuePerUsd(), "USD/USD/year", product.id()),
        of(holding.nextValuePerUsd(), "USD/USD/year", product.id()),
        of(holding.tonnes() * candidate.carryingUsdPerTonneYear(), "USD/year", product.id()),
        words(holding.limit()));
  }

  private static String words(Programme.Limit limit) {
    return switch (limit) {
      case NO_LOSS -> "a stop costs the alliance nothing that a release would avoid";
      case WORTH -> "the next tranche would avoid less than it costs to carry";
      case MARKET ->
          "the market outside the first supplier cannot absorb more buying, or is short already";
      case DAYS -> "the most days of cover are held";
      case BUDGET -> "the budget is spent";
    };
  }

  private List<ActionPlan.Statement> why(Programme programme) {
    List<ActionPlan.Statement> statements = new ArrayList<>();
    List<String> notKept =
        runs.products().stream()
            .map(evidence::getProduct)
            .filter(p -> p.storableForm().isEmpty() && worst.containsKey(p.id()))
            .map(Product::name)
            .toList();
    if (!notKept.isEmpty()) {
      statements.add(
          new ActionPlan.Statement(
              String.join(", ", notKept)
                  + ": not stocked, since no form is known in which they keep; what they are made"
                  + " of may be.",
              List.of()));
    }
    if (!(programme.unspentUsd() > 0)) {
      return statements;
    }
    for (Programme.Limit limit : Programme.Limit.values()) {
      List<String> names = new ArrayList<>();
      double cost = 0;
      for (Programme.Holding holding : programme.holdings()) {
        if (holding.limit() == limit) {
          names.add(LeveragePart.nameOf(evidence, holding.product()));
          cost += holding.costUsd();
        }
      }
      if (!names.isEmpty()) {
        statements.add(
            new ActionPlan.Statement(
                String.join(", ", names) + ": " + words(limit) + " ({0} held).",
                List.of(money(cost))));
      }
    }
    return statements;
  }

  private Figure money(double usd) {
    return Figure.derived(usd, "USD", Grade.C, "world/prices.csv", "world/parameters.csv", METHOD);
  }

  private static Figure of(double value, String unit, ProductId product) {
    return Figure.derived(
        value,
        unit,
        Grade.C,
        "a stop by the first supplier of " + product + " with a release, less the same without it",
        "world/parameters.csv",
        METHOD);
  }
}
