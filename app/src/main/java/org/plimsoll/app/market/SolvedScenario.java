package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Payment;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.answer.UserAnswer;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.FindingWords;

/**
 * The market of a scenario, before and after its measures, in tables.
 *
 * <p>Long because each table of the answer is stated here once.
 */
public final class SolvedScenario {
  private static final double MILLION = 1e6;

  /** Relative change below which a product counts as left alone. */
  private static final double MOVED = 1e-9;

  /** Countries outside the alliance whose welfare is shown, the largest changes first. */
  private static final int SHOWN_COUNTRIES = 12;

  private static final String CEILING = "at the assumed ceiling";
  private static final String NOBODY = "nobody restricts it";
  private static final String NO_BUYER = "no buyer";
  private static final String NO_MAKER = "no maker";

  private final Evidence evidence;
  private final Scenario scenario;
  private final Market market;
  private final List<IdleMeasure> idle;
  private final Equilibrium before;
  private final String earlier;
  private final Equilibrium after;
  private final Certificate certificate;
  private final Membership membership;
  private final SortedSet<CountryCode> members;

  /**
   * @param scenario with all its measures
   * @param market of the scenario
   * @param solved its solution
   */
  public SolvedScenario(
      Evidence evidence,
      Scenario scenario,
      Market market,
      Outcome.Converged solved,
      List<IdleMeasure> idle) {
    this(evidence, scenario, market, market.base(), "the base year", solved, idle);
  }

  /**
   * The same against another state of the market than its base year.
   *
   * @param before that state
   * @param earlier what it is called, with its article
   */
  public SolvedScenario(
      Evidence evidence,
      Scenario scenario,
      Market market,
      Equilibrium before,
      String earlier,
      Outcome.Converged solved,
      List<IdleMeasure> idle) {
    this.evidence = evidence;
    this.idle = List.copyOf(idle);
    this.scenario = scenario;
    this.market = market;
    this.before = before;
    this.earlier = earlier;
    after = solved.equilibrium();
    certificate = solved.certificate();
    membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    members = membership.resolve(Parties.of(scenario.alliance().id()));
  }

  /**
   * Everything, product by product.
   *
   * @param asked products to show country by country; empty for an overview
   */
  public Answer answer(List<ProductId> asked) {
    List<ProductId> shown =
        asked.isEmpty()
            ? market.listProducts().stream().filter(this::isMoved).toList()
            : asked.stream().filter(market.listProducts()::contains).toList();
    List<Table<?>> tables = new ArrayList<>();
    tables.add(products(shown));
    if (!asked.isEmpty()) {
      tables.add(countries(shown));
    }
    tables.add(newCapacity(shown).ifAny());
    tables.add(endUsers().ifAny());
    tables.add(welfare());
    tables.add(payments().ifAny());
    tables.add(leaks().ifAny());
    tables.add(levies(shown).ifAny());
    tables.add(stocks(shown).ifAny());
    Table<Route> flows = flows(shown);
    tables.add(asked.isEmpty() ? flows.forPrograms() : flows);
    return Answer.of("The market of " + scenario.name())
        .fact("asOf", scenario.asOf())
        .fact("scenario", scenario.name())
        .fact("imbalance", new Cell.Tiny(certificate.largestImbalance()))
        .fact("complementarity", new Cell.Tiny(certificate.largestComplementarity()))
        .fact("steps", certificate.iterations())
        .with(tables)
        .remark(remarks(asked, shown));
  }

  /** Whether any route or price of the product is another than before. */
  public boolean isMoved(ProductId product) {
    return !after.isShared(product, before)
        && before.listCountries(product).stream()
            .anyMatch(c ->
                differ(before.delivered(product, c), after.delivered(product, c))
                    || differ(
                        before.buyerPrice(product, c).orElse(0),
                        after.buyerPrice(product, c).orElse(0)));
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > MOVED * Math.max(Math.abs(one), Math.abs(other));
  }

  /** Whether some of these countries' use has met the assumed ceiling. */
  public boolean isAtCeiling(ProductId product, Collection<CountryCode> countries) {
    return countries.stream().anyMatch(c -> after.isAtAssumedCeiling(product, c));
  }

  /** Before and after, product by product. */
  public Table<ProductId> products(List<ProductId> shown) {
    return Table.of(
            "products",
            "Before (" + earlier + ") and after the measures; prices in USD a tonne of content",
            shown)
        .product("product", "product", p -> p)
        .cell(
            "allianceBeforeUsdPerTonne",
            "alliance before",
            Kind.NUMBER,
            p -> price(before, p, members))
        .cell("allianceAfterUsdPerTonne", "after", Kind.NUMBER, p -> price(after, p, members))
        .cell("alliance", "times", Kind.NUMBER, p -> multiple(p, members))
        .cell(
            "thirdCountriesBeforeUsdPerTonne",
            "",
            Kind.NUMBER,
            p -> price(before, p, sides(p).thirdCountries()))
        .cell(
            "thirdCountriesAfterUsdPerTonne",
            "",
            Kind.NUMBER,
            p -> price(after, p, sides(p).thirdCountries()))
        .cell(
            "thirdCountries",
            "third countries times",
            Kind.NUMBER,
            p -> multiple(p, sides(p).thirdCountries()))
        .cell(
            "restrictorBeforeUsdPerTonne",
            "",
            Kind.NUMBER,
            p -> price(before, p, sides(p).restrictor()))
        .cell(
            "restrictorAfterUsdPerTonne",
            "",
            Kind.NUMBER,
            p -> price(after, p, sides(p).restrictor()))
        .cell(
            "restrictor", "restrictor times", Kind.NUMBER, p -> multiple(p, sides(p).restrictor()))
        .figure("useBeforeTonnes", "members use t before", p -> taken(before, p))
        .figure("useAfterTonnes", "after", p -> taken(after, p))
        .figure("importsBeforeTonnes", "members import t before", p -> before.imports(p, members))
        .figure("importsAfterTonnes", "after", p -> after.imports(p, members))
        .figure("daysOfShortage", "days short", p -> after.daysOfShortage(p, members))
        .flag("atCeiling", "", p -> isAtCeiling(p, members));
  }

  /** The alliance, third countries, and exporters that hold the product back. */
  private PriceSides sides(ProductId product) {
    return PriceSides.of(
        before.listCountries(product),
        members,
        PriceSides.restrictors(product, scenario.measures(), membership, scenario.asOf()));
  }

  private Cell price(Equilibrium e, ProductId product, SortedSet<CountryCode> countries) {
    return whyNoPrice(product, e, countries)
        .map(why -> (Cell) new Cell.Missing(why))
        .orElseGet(() -> price(e.deliveredPrice(product, countries)));
  }

  /** The price after the measures over that of the base year. */
  private Cell multiple(ProductId product, SortedSet<CountryCode> countries) {
    Optional<String> whyNot = whyNoPrice(product, after, countries);
    OptionalDouble from = before.deliveredPrice(product, countries);
    OptionalDouble to = after.deliveredPrice(product, countries);
    if (whyNot.isPresent() || from.isEmpty() || to.isEmpty()) {
      return new Cell.Missing(whyNot.orElse(NO_BUYER));
    }
    return new Cell.Figure(to.getAsDouble() / from.getAsDouble(), Cell.DIGITS);
  }

  /** Why a group of countries has no price; empty if it may have one. */
  private static Optional<String> whyNoPrice(
      ProductId product, Equilibrium e, SortedSet<CountryCode> countries) {
    if (countries.isEmpty()) {
      return Optional.of(NOBODY);
    }
    return countries.stream().anyMatch(c -> e.isAtAssumedCeiling(product, c))
        ? Optional.of(CEILING)
        : Optional.empty();
  }

  /** Final use and inputs of the members. */
  private double taken(Equilibrium e, ProductId product) {
    return members.stream().mapToDouble(c -> taken(e, product, c)).sum();
  }

  private static double taken(Equilibrium e, ProductId product, CountryCode country) {
    return e.use(product, country) + e.inputUse(product, country);
  }

  private static Cell price(OptionalDouble usd) {
    return usd.isPresent()
        ? new Cell.Figure(usd.getAsDouble(), Cell.DIGITS)
        : new Cell.Missing(NO_BUYER);
  }

  private record In(ProductId product, CountryCode country) {}

  /** The same country by country. */
  public Table<?> countries(List<ProductId> products) {
    List<In> rows = new ArrayList<>();
    for (ProductId product : products) {
      everywhere(product).stream()
          .sorted(
              Comparator.comparingDouble((CountryCode c) -> -size(product, c))
                  .thenComparing(Comparator.naturalOrder()))
          .forEach(c -> rows.add(new In(product, c)));
    }
    return Table.of("countries", "By country: tonnes of content a year, USD a tonne", rows)
        .product("product", "product", In::product)
        .country("country", "country", r -> r.country().alpha3())
        .figure("outputBeforeTonnes", "makes before", r -> before.output(r.product(), r.country()))
        .figure("outputAfterTonnes", "after", r -> after.output(r.product(), r.country()))
        .figure("useBeforeTonnes", "uses before", r -> taken(before, r.product(), r.country()))
        .figure("useAfterTonnes", "after", r -> taken(after, r.product(), r.country()))
        .figure(
            "importsBeforeTonnes", "imports before", r -> before.imports(r.product(), r.country()))
        .figure("importsAfterTonnes", "after", r -> after.imports(r.product(), r.country()))
        .figure(
            "producerBeforeUsdPerTonne",
            "is paid before",
            r -> before.producerPrice(r.product(), r.country()),
            NO_MAKER)
        .figure(
            "producerAfterUsdPerTonne",
            "after",
            r -> after.producerPrice(r.product(), r.country()),
            NO_MAKER)
        .figure(
            "buyerBeforeUsdPerTonne",
            "pays before",
            r -> before.buyerPrice(r.product(), r.country()),
            NO_BUYER)
        .cell(
            "buyerAfterUsdPerTonne",
            "after",
            Kind.NUMBER,
            r ->
                after.isAtAssumedCeiling(r.product(), r.country())
                    ? new Cell.Missing(CEILING)
                    : price(after.buyerPrice(r.product(), r.country())))
        .figure("unservedTonnes", "unserved", r -> after.unserved(r.product(), r.country()));
  }

  /** Where the product is made or bought, before or after: newcomers have a place only then. */
  private SortedSet<CountryCode> everywhere(ProductId product) {
    SortedSet<CountryCode> places = new TreeSet<>(before.listCountries(product));
    places.addAll(after.listCountries(product));
    return places;
  }

  private double size(ProductId product, CountryCode c) {
    return Math.max(before.output(product, c), before.delivered(product, c));
  }

  /** What measures added, by plant and product, whether it runs or not. */
  public Table<NewCapacity> newCapacity(List<ProductId> products) {
    return Table.of(
            "newCapacity",
            "New capacity, tonnes of content a year",
            after.listNewCapacity().stream().filter(n -> products.contains(n.product())).toList())
        .words("measure", "measure", NewCapacity::measure)
        .product("product", "product", NewCapacity::product)
        .country("country", "acts in", n -> n.place().id())
        .figure("capacityTonnes", "capacity", NewCapacity::capacityTonnes)
        .figure("tonnes", "makes", NewCapacity::tonnes)
        .words("idle", "why idle", n -> FindingWords.whyIdle(evidence, n));
  }

  private Table<UserAnswer> endUsers() {
    return Table.of(
            "endUsers",
            "Users that controls tell apart, counted in their countries: tonnes of content a year,"
                + " USD a tonne",
            after.listEndUsers())
        .words("user", "user", UserAnswer::user)
        .country("country", "in", u -> u.country().id())
        .product("product", "product", UserAnswer::product)
        .figure("useBeforeTonnes", "uses before", UserAnswer::baseTonnes)
        .figure("useAfterTonnes", "after", UserAnswer::usedTonnes)
        .figure("buyerBeforeUsdPerTonne", "pays before", UserAnswer::priceBeforeUsd)
        .figure("buyerAfterUsdPerTonne", "after", UserAnswer::priceUsd, CEILING)
        .figure(
            "countryAfterUsdPerTonne",
            "its country pays",
            u -> after.buyerPrice(u.product(), CountryCode.of(u.country().id())),
            NO_BUYER)
        .figure("unservedTonnes", "unserved", UserAnswer::unservedTonnes)
        .figure("daysOfShortage", "days short", UserAnswer::daysOfShortage);
  }

  /** Gains of a country or of several together. */
  private record Gain(String name, List<CountryWelfare> of) {
    /** Below a dollar is rounding. */
    double millions(ToDoubleFunction<CountryWelfare> part) {
      double usd = of.stream().mapToDouble(part).sum();
      return Math.abs(usd) < 1 ? 0 : usd / MILLION;
    }
  }

  /** Who gains and who pays: members first, then others by size, then sums. */
  public Table<?> welfare() {
    List<CountryWelfare> all = after.welfare(before).countries();
    Predicate<CountryWelfare> isMember = w -> members.contains(w.country());
    List<Gain> rows = new ArrayList<>();
    all.stream()
        .filter(w -> isFromBase() || isMoved(w))
        .sorted(
            Comparator.comparing((CountryWelfare w) -> !isMember.test(w))
                .thenComparingDouble(w -> -Math.abs(w.total())))
        .limit(members.size() + SHOWN_COUNTRIES)
        .forEach(w -> rows.add(new Gain(w.country().id(), List.of(w))));
    rows.add(new Gain("all members", all.stream().filter(isMember).toList()));
    rows.add(new Gain("the world", all));
    return Table.of(
            "welfare",
            "Who gains and who pays, all products together: USD million a year over " + earlier,
            rows)
        .words("country", "country", Gain::name)
        .figure("usersUsdMillion", "users", g -> g.millions(CountryWelfare::consumerSurplus))
        .figure(
            "makersUsdMillion",
            "makers",
            g -> g.millions(w -> w.producerSurplus() + w.routeSurplus()))
        .figure(
            "publicUsdMillion", "treasury", g -> g.millions(w -> w.publicRevenue() + w.subsidies()))
        .figure("rentsUsdMillion", "rents", g -> g.millions(w -> w.exportRents() + w.importRents()))
        .figure("stocksUsdMillion", "stocks", g -> g.millions(CountryWelfare::stockGains))
        .figure("totalUsdMillion", "total", g -> g.millions(CountryWelfare::total))
        .flag("atLeast", "at least", g -> g.of().stream().anyMatch(CountryWelfare::atLeast));
  }

  /** Of a case that leaves most of the world alone, only those count whom it moves. */
  private static boolean isMoved(CountryWelfare w) {
    return DoubleStream.of(
            w.consumerSurplus(),
            w.producerSurplus() + w.routeSurplus(),
            w.publicRevenue() + w.subsidies(),
            w.exportRents() + w.importRents(),
            w.stockGains())
        .anyMatch(usd -> Math.abs(usd) >= 1);
  }

  private boolean isFromBase() {
    return before == market.base();
  }

  private Table<Payment> payments() {
    return Table.of(
            "payments",
            "What contracts and subsidies pay, USD million a year",
            after.listPayments())
        .words("measure", "measure", Payment::measure)
        .words("activity", "activity", Payment::activity)
        .country("maker", "made in", p -> p.maker().id())
        .country("payer", "paid by", p -> p.payer().id())
        .figure("tonnes", "t", Payment::tonnes)
        .figure("paidUsdMillion", "paid", p -> p.usd() / MILLION);
  }

  private Table<Leak> leaks() {
    return Table.of(
            "leaks",
            "What comes through restrictions by way of third countries, tonnes a year",
            after.listLeaks())
        .words("measure", "measure", Leak::measure)
        .product("product", "product", Leak::product)
        .country("via", "by way of", l -> l.via().id())
        .country("to", "to", l -> l.to().id())
        .figure("tonnes", "t", Leak::tonnes);
  }

  /** What importers take in on each product. */
  public Table<?> levies(List<ProductId> products) {
    List<In> rows = new ArrayList<>();
    for (ProductId product : products) {
      everywhere(product).stream()
          .filter(c -> Math.abs(after.levyUsd(product, c)) >= 1)
          .forEach(c -> rows.add(new In(product, c)));
    }
    return Table.of("levies", "Levies and duties taken at the border, USD million a year", rows)
        .product("product", "product", In::product)
        .country("importer", "importer", r -> r.country().alpha3())
        .figure("levyUsdMillion", "levy", r -> after.levyUsd(r.product(), r.country()) / MILLION)
        .figure("dutyUsdMillion", "duty", r -> after.dutyUsd(r.product(), r.country()) / MILLION)
        .figure(
            "importRentUsdMillion",
            "rent of importers",
            r -> after.importRentUsd(r.product(), r.country()) / MILLION);
  }

  /** What goes into stock and out of it. */
  private Table<In> stocks(List<ProductId> products) {
    List<In> rows = new ArrayList<>();
    for (ProductId product : products) {
      everywhere(product).stream()
          .filter(c -> after.purchased(product, c) + after.released(product, c) > 0)
          .forEach(c -> rows.add(new In(product, c)));
    }
    return Table.of("stocks", "Bought into stock and sold from it, tonnes of content a year", rows)
        .product("product", "product", In::product)
        .country("country", "country", r -> r.country().alpha3())
        .figure("boughtTonnes", "bought", r -> after.purchased(r.product(), r.country()))
        .figure("releasedTonnes", "released", r -> after.released(r.product(), r.country()));
  }

  private Table<Route> flows(List<ProductId> products) {
    return Table.of(
            "flows",
            "Who sells to whom after the measures: tonnes of content a year; what is paid on the"
                + " way, USD a tonne",
            products.stream().flatMap(product -> after.listRoutes(product).stream()).toList())
        .product("product", "product", Route::product)
        .country("exporter", "from", r -> r.from().alpha3())
        .country("importer", "to", r -> r.to().alpha3())
        .words("user", "user", r -> r.user())
        .figure("tonnes", "t", Route::tonnes)
        .figure("producerUsdPerTonne", "producer price", Route::producerUsd)
        .figure("exportTaxUsdPerTonne", "export tax", Route::exportTaxUsd)
        .figure("rentUsdPerTonne", "rent", Route::rentUsd)
        .figure("freightUsdPerTonne", "freight", Route::freightUsd)
        .figure("dutyUsdPerTonne", "duty", Route::dutyUsd)
        .figure("premiumUsdPerTonne", "quota premium", Route::premiumUsd)
        .figure("levyUsdPerTonne", "levy", Route::levyUsd)
        .figure("landedUsdPerTonne", "landed price", Route::landedUsd);
  }

  private List<String> remarks(List<ProductId> asked, List<ProductId> shown) {
    List<String> remarks = new ArrayList<>();
    for (ProductId product : asked) {
      if (!shown.contains(product)) {
        remarks.add(product + " has no solved market.");
      }
    }
    for (Finding finding : after.listFindings()) {
      if (shown.contains(finding.product())) {
        remarks.add(
            finding.product()
                + ", "
                + finding.measure()
                + ": "
                + FindingWords.words(evidence, finding));
      }
    }
    for (IdleMeasure each : idle) {
      remarks.add("Measure " + each.id() + " changes nothing: " + each.detail() + ".");
    }
    remarks.add(
        "Certificate, recomputed from prices and flows: imbalance "
            + tiny(certificate.largestImbalance())
            + " of trade, complementarity "
            + tiny(certificate.largestComplementarity())
            + ", "
            + certificate.iterations()
            + " steps.");
    if (shown.stream().anyMatch(p -> isAtCeiling(p, members))) {
      remarks.add(
          "At the assumed ceiling a shortage remains: losses are at least those shown, and no"
              + " price is printed.");
    }
    remarks.add("Definitions and limits: docs/method/market.md");
    return remarks;
  }

  private static String tiny(double value) {
    return new Cell.Tiny(value).text();
  }
}
