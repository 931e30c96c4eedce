package org.plimsoll.planner.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/** Walks from the base year on: each year's capacity was decided at prices of years before. */
final class YearByYear {
  /** Years after the scenario's date by which markets have adjusted in full. */
  private static final int LONG_RUN = 5;

  private final Evidence evidence;
  private final Scenario scenario;
  private final ParameterDraw draw;
  private final GrowthPath growth;
  private final MeasuresOn measures;
  private final List<ProductId> products;

  /** The product whose chain is solved alone; all chains if empty. */
  private final Optional<ProductId> only;

  private final Capacity capacity;
  private final StockBook stocks;

  /** No year asks what another asked. */
  private final Answers answers = new Answers(0);

  private final List<Outlook.Year> years = new ArrayList<>();

  YearByYear(
      Evidence evidence,
      Scenario scenario,
      ParameterDraw draw,
      GrowthPath growth,
      MeasuresOn measures,
      Optional<ProductId> only) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.draw = draw;
    this.growth = growth;
    this.measures = measures;
    this.only = only;
    Market market = market(evidence, scenario.withMeasures(List.of()));
    products = market.listProducts();
    stocks = new StockBook(evidence);
    capacity =
        new Capacity(
            evidence,
            products,
            BuildRule.of(evidence, scenario, draw),
            growth,
            draw,
            scenario.asOf().getYear());
  }

  private Market market(Evidence world, Scenario its) {
    return only.map(product -> Market.ofChain(world, its, draw, product))
        .orElseGet(() -> Market.of(world, its, draw));
  }

  Outlook upTo(int last) {
    for (int year = evidence.baseYear(); year <= last; year++) {
      years.add(year(year));
    }
    return new Outlook(years);
  }

  private Outlook.Year year(int year) {
    LocalDate date = LocalDate.of(year, 7, 1);
    int sinceThen = year - scenario.asOf().getYear();
    Scenario.Horizon horizon = Scenario.Horizon.ofYears(Math.clamp(sinceThen, 1, LONG_RUN));
    Scenario dated = scenario.withAsOf(date).withHorizon(horizon);
    List<Measure> asked = measures.on(date);
    capacity.decide(year);
    List<Measure> all = new ArrayList<>(asked);
    all.addAll(demand(year));
    all.addAll(capacity.measures(year));
    Outcome outcome = answers.solve(market(stocks.bound(evidence), dated.withMeasures(all)));
    if (!(outcome instanceof Outcome.Converged(Equilibrium e, Certificate certificate))) {
      throw new IllegalStateException("the market of " + year + " has no solution: " + outcome);
    }
    stocks.enter(products, e);
    LocalDate seen = date.isBefore(scenario.asOf()) ? scenario.asOf() : date;
    Membership membership = new Membership(evidence, List.of(scenario.alliance()), seen);
    SortedSet<CountryCode> members = membership.resolve(Parties.of(scenario.alliance().id()));
    capacity.remember(year, e, new Expected(evidence, dated, asked, draw));
    return new Outlook.Year(
        year,
        horizon,
        products.stream()
            .map(p ->
                figures(
                    p,
                    year,
                    e,
                    PriceSides.of(
                        e.listCountries(p),
                        members,
                        PriceSides.restrictors(p, asked, membership, date))))
            .toList(),
        capacity.built(year),
        e.listNewCapacity(),
        certificate);
  }

  /** The growth of demand as measures, one for each commodity. */
  private List<Measure> demand(int year) {
    TreeMap<String, List<ProductId>> byCommodity = new TreeMap<>();
    for (ProductId product : products) {
      byCommodity.computeIfAbsent(product.commodity(), c -> new ArrayList<>()).add(product);
    }
    List<Measure> shifts = new ArrayList<>();
    byCommodity.forEach((commodity, its) -> {
      double multiple = growth.multiple(commodity, year);
      if (multiple != 1) {
        shifts.add(
            new DemandMeasure.DemandShift(
                terms("demand-of-" + commodity, its, Parties.UNNAMED),
                new Change.Times(Interval.exactly(multiple))));
      }
    });
    return shifts;
  }

  static Terms terms(String id, List<ProductId> products, Parties from) {
    return Terms.of("outlook-" + id, products, from, Parties.UNNAMED, Status.ASSUMED, "outlook");
  }

  private Outlook.ProductYear figures(
      ProductId product, int year, Equilibrium e, PriceSides sides) {
    SortedSet<CountryCode> members = sides.alliance();
    double use = 0;
    double output = 0;
    double unserved = 0;
    TreeMap<CountryCode, Double> makers = new TreeMap<>();
    for (CountryCode country : e.listCountries(product)) {
      use += e.use(product, country);
      output += e.output(product, country);
      price(e, product, country).ifPresent(usd -> makers.put(country, usd));
      unserved += members.contains(country) ? e.unserved(product, country) : 0;
    }
    for (NewCapacity added : e.listNewCapacity()) {
      if (added.product().equals(product) && added.place() instanceof CountryCode country) {
        price(e, product, country).ifPresent(usd -> makers.put(country, usd));
      }
    }
    return new Outlook.ProductYear(
        product,
        growth.findOutlook(product.commodity()),
        growth.multiple(product.commodity(), year),
        e.deliveredPrice(product, members),
        e.deliveredPrice(product, sides.thirdCountries()),
        e.deliveredPrice(product, sides.restrictor()),
        use,
        output,
        unserved,
        e.daysOfShortage(product, members),
        makers,
        stocks.tonnes(product));
  }

  private static OptionalDouble price(Equilibrium e, ProductId product, CountryCode country) {
    OptionalDouble paid = e.producerPrice(product, country);
    return paid.isPresent() ? paid : e.buyerPrice(product, country);
  }
}
