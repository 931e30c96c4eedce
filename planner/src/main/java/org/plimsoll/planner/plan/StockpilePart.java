package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.stockpile.Candidate;
import org.plimsoll.planner.stockpile.Programme;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/** What the stockpile should hold, with losses from the solved market. */
final class StockpilePart {
  private static final String METHOD = "docs/method/stockpile.md";
  private static final int DAYS_PER_YEAR = 365;

  private final PlanContext context;
  private final SortedMap<ProductId, Stop> worst;
  private final double budgetUsd;
  private final Programme programme;

  /** Releases that had no solution, in the order in which they were asked. */
  private final SortedMap<ProductId, String> unsolved = new TreeMap<>();

  /**
   * Chooses the holdings.
   *
   * @param worst the costliest solved stop of each product
   */
  StockpilePart(PlanContext context, SortedMap<ProductId, Stop> worst, double budgetUsd) {
    this.context = context;
    this.worst = worst;
    this.budgetUsd = budgetUsd;
    List<Candidate> candidates = candidates();
    // Each product's own tranches are solved side by side; the choice between products then finds
    // every loss known.
    context.inquiry.map(
        "holdings", candidates, one -> Programme.of(List.of(one), this::loss, budgetUsd));
    programme = Programme.of(candidates, this::loss, budgetUsd);
  }

  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (ProductId id : context.products()) {
      Product product = context.evidence.getProduct(id);
      if (!product.storableForm().isEmpty() && worst.containsKey(id)) {
        candidates.add(candidate(product));
      }
    }
    return candidates;
  }

  Programme programme() {
    return programme;
  }

  /** The goods of a release: tonnes over the year, sold to the members by their use. */
  StockMeasure.StockRelease release(ProductId product, double tonnes) {
    return new StockMeasure.StockRelease(
        Terms.of(
            "release-" + product.commodity() + "-" + product.stage(),
            List.of(product),
            Parties.UNNAMED,
            context.bloc.parties(),
            Status.PROPOSED,
            "stockpile"),
        Interval.exactly(tonnes));
  }

  private Question stopped(Stop stop) {
    return context.question(stop.id(), List.of(stop.ban(context.bloc)));
  }

  private Question released(Stop stop, double tonnes) {
    List<Measure> measures = List.of(stop.ban(context.bloc), release(stop.product(), tonnes));
    return context.question(CaseId.of(stop.id().id(), "with-stock"), measures);
  }

  /**
   * Loss of the alliance in a stop after a release that is bought back at today's price. A release
   * without a solution counts as one that avoids nothing, so that it is not bought, and is listed.
   */
  private double loss(ProductId product, double tonnes) {
    Stop stop = worst.get(product);
    if (stop == null) {
      return 0;
    }
    Quantity surplus = PlanContext.surplus(context.whole);
    Reading calm = context.inquiry.ask(context.statusQuo()).read(surplus);
    Reading without = calm.minus(context.inquiry.ask(stopped(stop)).read(surplus));
    if (!(tonnes > 0)) {
      return number(without);
    }
    Reading with = calm.minus(context.inquiry.ask(released(stop, tonnes)).read(surplus));
    return switch (with) {
      case Reading.Known known -> known.value() + dearer(product, tonnes);
      case Reading.Missing missing -> {
        synchronized (unsolved) {
          unsolved.put(product, missing.why());
        }
        yield number(without);
      }
    };
  }

  private static double number(Reading reading) {
    return switch (reading) {
      case Reading.Known known -> known.value();
      case Reading.Missing missing ->
          throw new IllegalStateException("a stop that was solved has no loss: " + missing.why());
    };
  }

  /**
   * Surplus values goods from stock at the price of the base year; they cost what they cost now.
   */
  private double dearer(ProductId product, double tonnes) {
    return tonnes * (price(product) - basePrice(product));
  }

  private Quantity delivered(ProductId product) {
    return new Quantity.DeliveredPrice(product, context.whole);
  }

  /** What members pay today, delivered; what they paid in the base where today's is not known. */
  private double price(ProductId product) {
    return context.inquiry.ask(context.statusQuo()).read(delivered(product))
                instanceof Reading.Known now
            && now.bound() == Reading.Bound.EXACT
        ? now.value()
        : basePrice(product);
  }

  private double basePrice(ProductId product) {
    return context.inquiry.ask(Question.base(context.vintage)).read(delivered(product))
            instanceof Reading.Known known
        ? known.value()
        : context
            .evidence
            .findBasePrice(product, context.vintage)
            .map(p -> p.usdPerTonne().central())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    product + " has no price of vintage " + context.vintage));
  }

  private double blocUse(ProductId product) {
    return context.balance.receivedTonnes(product, context.bloc::contains);
  }

  /**
   * Output of everybody but the exporter that may stop, times the share that can be bought; nothing
   * where members lack the product today.
   */
  private double buyable(ProductId product) {
    Reading shortage =
        context
            .inquiry
            .ask(context.statusQuo())
            .read(new Quantity.UnservedShare(product, context.whole));
    if (shortage instanceof Reading.Known known && known.value() > 0) {
      return 0;
    }
    Stop stop = worst.get(product);
    double output =
        context.balance.shippedTonnes(
            product, maker -> stop == null || !maker.equals(stop.exporter()));
    return output
        * parameter("buying-share-of-output", product).value().central()
        * parameter("buying-years", product).value().central();
  }

  private Parameter parameter(String name, ProductId product) {
    return context.evidence.getParameter(name, product);
  }

  private Candidate candidate(Product product) {
    double price = price(product.id());
    return new Candidate(
        product.id(),
        price,
        blocUse(product.id()),
        buyable(product.id()),
        parameter("disruption-probability", product.id()).value().central(),
        price * parameter("carrying-rate", product.id()).value().central()
            + parameter("storage-usd-per-tonne-year", product.id()).value().central());
  }

  ActionPlan.Stockpile part() {
    List<Request> requests = new ArrayList<>();
    for (Programme.Holding holding : programme.holdings()) {
      Stop stop = getStop(holding.product());
      List<Quantity> surplus = List.of(PlanContext.surplus(context.whole));
      requests.add(
          new Request(
              context.statusQuo(),
              List.of(PlanContext.surplus(context.whole), delivered(holding.product()))));
      requests.add(
          new Request(Question.base(context.vintage), List.of(delivered(holding.product()))));
      requests.add(new Request(stopped(stop), surplus));
      if (holding.tonnes() > 0) {
        requests.add(new Request(released(stop, holding.tonnes()), surplus));
      }
    }
    Study study = context.inquiry.study("holdings", requests);
    List<ActionPlan.Holding> holdings =
        programme.holdings().stream().map(holding -> line(holding, study)).toList();
    Figure budget =
        Figure.ofRows(
            Interval.exactly(budgetUsd), "USD", Grade.B, List.of("scenario: stockpile.budgetUsd"));
    Figure spent =
        holdings.isEmpty()
            ? Figure.ofRows(Interval.exactly(0.0), "USD", Grade.A, List.of(METHOD))
            : Figure.of(
                Derivation.Rule.SUM,
                "USD",
                METHOD,
                holdings.stream().map(ActionPlan.Holding::cost).toArray(Figure[]::new));
    return new ActionPlan.Stockpile(
        budget,
        spent,
        Figure.of(Derivation.Rule.DIFFERENCE, "USD", METHOD, budget, spent),
        holdings,
        programme.order().stream().map(this::line).toList(),
        why(holdings));
  }

  private ActionPlan.Tranche line(Programme.Tranche tranche) {
    Candidate candidate = candidate(context.evidence.getProduct(tranche.product()));
    Figure tonnes = amount(tranche.tonnes(), "t", tranche.product());
    return new ActionPlan.Tranche(
        tranche.product(),
        context.nameOf(tranche.product()),
        tonnes,
        cost(tonnes, candidate),
        days(tonnes, candidate),
        amount(tranche.valuePerUsd(), "USD/USD/year", tranche.product()));
  }

  private Figure cost(Figure tonnes, Candidate candidate) {
    Figure price = amount(candidate.priceUsdPerTonne(), "USD/t", candidate.product());
    return Figure.of(Derivation.Rule.PRODUCT, "USD", METHOD, tonnes, price);
  }

  private Figure days(Figure tonnes, Candidate candidate) {
    Figure use = amount(candidate.useTonnesPerYear() / DAYS_PER_YEAR, "t/day", candidate.product());
    return Figure.of(Derivation.Rule.QUOTIENT, "days", METHOD, tonnes, use);
  }

  private Stop getStop(ProductId product) {
    Stop stop = worst.get(product);
    if (stop == null) {
      throw new IllegalArgumentException(product + " has no stop that was solved");
    }
    return stop;
  }

  private ActionPlan.Holding line(Programme.Holding holding, Study study) {
    Product product = context.evidence.getProduct(holding.product());
    Candidate candidate = candidate(product);
    Figure tonnes = amount(holding.tonnes(), "t", product.id());
    return new ActionPlan.Holding(
        product.id(),
        product.name(),
        product.storableForm(),
        tonnes,
        cost(tonnes, candidate),
        holding.tonnes() > 0 ? days(tonnes, candidate) : amount(0, "days", product.id()),
        avoided(holding, study),
        amount(holding.firstValuePerUsd(), "USD/USD/year", product.id()),
        amount(holding.nextValuePerUsd(), "USD/USD/year", product.id()),
        Figure.of(
            Derivation.Rule.PRODUCT,
            "USD/year",
            METHOD,
            tonnes,
            amount(candidate.carryingUsdPerTonneYear(), "USD/t/year", product.id())),
        words(holding.limit()));
  }

  /** What the release saves in the stop of the first supplier, bought back at today's price. */
  private Result avoided(Programme.Holding holding, Study study) {
    ProductId product = holding.product();
    if (!(holding.tonnes() > 0)) {
      return new NoFigure("USD", "nothing is held: " + words(holding.limit()));
    }
    Stop stop = getStop(product);
    Question with = released(stop, holding.tonnes());
    Quantity surplus = PlanContext.surplus(context.whole);
    Series gain = study.change(with, stopped(stop), surplus);
    Series dearer =
        study
            .change(context.statusQuo(), Question.base(context.vintage), delivered(product))
            .times(holding.tonnes());
    return context.figure(gain.minus(dearer), "USD", with, product);
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

  private List<ActionPlan.Statement> why(List<ActionPlan.Holding> holdings) {
    List<ActionPlan.Statement> statements = new ArrayList<>();
    statements.addAll(
        NotStocked.of(
            context.evidence,
            context.products().stream()
                .map(context.evidence::getProduct)
                .filter(p -> p.storableForm().isEmpty() && worst.containsKey(p.id()))
                .toList()));
    for (Map.Entry<ProductId, String> one : unsolved.entrySet()) {
      statements.add(
          new ActionPlan.Statement(
              "%s: a larger release has no solution (%s) and is not bought."
                  .formatted(context.nameOf(one.getKey()), one.getValue()),
              List.of()));
    }
    if (!(programme.unspentUsd() > 0)) {
      return statements;
    }
    for (Programme.Limit limit : Programme.Limit.values()) {
      List<ActionPlan.Holding> here =
          holdings.stream().filter(h -> h.limit().equals(words(limit))).toList();
      if (!here.isEmpty()) {
        statements.add(
            new ActionPlan.Statement(
                String.join(", ", here.stream().map(ActionPlan.Holding::name).toList())
                    + ": "
                    + words(limit)
                    + " ({0} held).",
                List.of(
                    Figure.of(
                        Derivation.Rule.SUM,
                        "USD",
                        METHOD,
                        here.stream().map(ActionPlan.Holding::cost).toArray(Figure[]::new)))));
      }
    }
    return statements;
  }

  /** A number of the programme, from rows of the chain. */
  private Figure amount(double value, String unit, ProductId product) {
    return Figure.ofChain(
        value,
        unit,
        List.of("stockpile of " + product, METHOD),
        context.basis(context.vintage, product));
  }
}
