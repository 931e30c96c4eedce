package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
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
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Payment;
import org.plimsoll.planner.market.answer.UserAnswer;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.FindingWords;

/** The market of a scenario, before and after its measures, in tables. */
public final class SolvedScenario {
  private static final double MILLION = 1e6;

  /** Relative change below which a product counts as left alone. */
  private static final double MOVED = 1e-9;

  /** Countries outside the alliance whose welfare is shown, the largest changes first. */
  private static final int SHOWN_COUNTRIES = 12;

  private final Evidence evidence;
  private final Scenario scenario;
  private final Market market;
  private final Equilibrium before;
  private final Equilibrium after;
  private final Certificate certificate;
  private final SortedSet<CountryCode> members;
  private final List<Table> tables = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param scenario with all its measures
   * @param market of the scenario
   * @param solved its solution
   */
  public SolvedScenario(
      Evidence evidence, Scenario scenario, Market market, Outcome.Converged solved) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.market = market;
    before = market.base();
    after = solved.equilibrium();
    certificate = solved.certificate();
    members =
        new Membership(evidence, List.of(scenario.alliance()), scenario.asOf())
            .resolve(Parties.of(scenario.alliance().id()));
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
    tables.add(products(shown));
    asked.stream().filter(shown::contains).forEach(p -> tables.add(countries(p)));
    addEndUsers();
    tables.add(welfare());
    addPayments();
    addLeaks();
    remark(asked, shown);
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", scenario.asOf().toString());
    facts.put("scenario", scenario.name());
    facts.put("imbalance", Double.toString(certificate.largestImbalance()));
    facts.put("complementarity", Double.toString(certificate.largestComplementarity()));
    facts.put("steps", Integer.toString(certificate.iterations()));
    return new Answer(facts, tables, remarks);
  }

  /** Whether any route or price of the product is another than before. */
  private boolean isMoved(ProductId product) {
    return before.listCountries(product).stream()
        .anyMatch(c ->
            differ(before.delivered(product, c), after.delivered(product, c))
                || differ(
                    before.buyerPrice(product, c).orElse(0),
                    after.buyerPrice(product, c).orElse(0)));
  }

  private static boolean differ(double one, double other) {
    return Math.abs(one - other) > MOVED * Math.max(Math.abs(one), Math.abs(other));
  }

  private boolean isAtCeiling(ProductId product, Collection<CountryCode> countries) {
    return countries.stream().anyMatch(c -> after.isAtAssumedCeiling(product, c));
  }

  private Table products(List<ProductId> shown) {
    Answer.Builder table =
        Table.of(
            "products",
            "Before (the base year) and after the measures; prices in USD a tonne of content",
            new Column("product", "product"),
            new Column("insideBeforeUsdPerTonne", "inside before"),
            new Column("insideAfterUsdPerTonne", "after"),
            new Column("outsideBeforeUsdPerTonne", "outside before"),
            new Column("outsideAfterUsdPerTonne", "after"),
            new Column("useBeforeTonnes", "members use t before"),
            new Column("useAfterTonnes", "after"),
            new Column("importsBeforeTonnes", "members import t before"),
            new Column("importsAfterTonnes", "after"),
            new Column("daysOfShortage", "days short"),
            new Column("price", "price"));
    for (ProductId product : shown) {
      boolean ceiling = isAtCeiling(product, members);
      table.row(
          Cell.words(product.toString()),
          price(before.insidePrice(product, members)),
          ceiling ? new Cell.Nothing() : price(after.insidePrice(product, members)),
          price(before.outsidePrice(product, members)),
          price(after.outsidePrice(product, members)),
          tonnes(taken(before, product)),
          tonnes(taken(after, product)),
          tonnes(before.imports(product, members)),
          tonnes(after.imports(product, members)),
          tonnes(after.daysOfShortage(product, members)),
          Cell.words(ceiling ? "at the assumed ceiling" : "clears the market"));
    }
    return table.build();
  }

  /** Final use and inputs of the members. */
  private double taken(Equilibrium e, ProductId product) {
    return members.stream().mapToDouble(c -> e.use(product, c) + e.inputUse(product, c)).sum();
  }

  private static Cell price(OptionalDouble usd) {
    return Cell.figure(usd, Cell.DIGITS);
  }

  private static Cell tonnes(double value) {
    return new Cell.Figure(value, Cell.DIGITS);
  }

  private Table countries(ProductId product) {
    Answer.Builder table =
        Table.of(
            product.toString(),
            product + " by country: tonnes of content a year, USD a tonne",
            new Column("country", "country"),
            new Column("outputBeforeTonnes", "makes before"),
            new Column("outputAfterTonnes", "after"),
            new Column("useBeforeTonnes", "uses before"),
            new Column("useAfterTonnes", "after"),
            new Column("importsBeforeTonnes", "imports before"),
            new Column("importsAfterTonnes", "after"),
            new Column("producerBeforeUsdPerTonne", "is paid before"),
            new Column("producerAfterUsdPerTonne", "after"),
            new Column("buyerBeforeUsdPerTonne", "pays before"),
            new Column("buyerAfterUsdPerTonne", "after"),
            new Column("unservedTonnes", "unserved"));
    List<CountryCode> sorted = new ArrayList<>(before.listCountries(product));
    sorted.sort(
        Comparator.comparingDouble((CountryCode c) -> -size(product, c))
            .thenComparing(Comparator.naturalOrder()));
    for (CountryCode c : sorted) {
      boolean ceiling = after.isAtAssumedCeiling(product, c);
      table.row(
          Cell.words(c.alpha3()),
          tonnes(before.output(product, c)),
          tonnes(after.output(product, c)),
          tonnes(before.use(product, c) + before.inputUse(product, c)),
          tonnes(after.use(product, c) + after.inputUse(product, c)),
          tonnes(before.imports(product, c)),
          tonnes(after.imports(product, c)),
          price(before.producerPrice(product, c)),
          price(after.producerPrice(product, c)),
          price(before.buyerPrice(product, c)),
          ceiling ? Cell.words("at the ceiling") : price(after.buyerPrice(product, c)),
          tonnes(after.unserved(product, c)));
    }
    return table.build();
  }

  private double size(ProductId product, CountryCode c) {
    return Math.max(before.output(product, c), before.delivered(product, c));
  }

  private void addEndUsers() {
    List<UserAnswer> users = after.listEndUsers();
    if (users.isEmpty()) {
      return;
    }
    Answer.Builder table =
        Table.of(
            "endUsers",
            "Users that controls tell apart, counted in their countries: tonnes of content a year,"
                + " USD a tonne",
            new Column("user", "user"),
            new Column("country", "in"),
            new Column("product", "product"),
            new Column("useBeforeTonnes", "uses before"),
            new Column("useAfterTonnes", "after"),
            new Column("buyerBeforeUsdPerTonne", "pays before"),
            new Column("buyerAfterUsdPerTonne", "after"),
            new Column("countryAfterUsdPerTonne", "its country pays"),
            new Column("unservedTonnes", "unserved"),
            new Column("daysOfShortage", "days short"));
    for (UserAnswer user : users) {
      CountryCode country = CountryCode.of(user.country().id());
      table.row(
          Cell.words(user.user()),
          Cell.words(user.country().id()),
          Cell.words(user.product().toString()),
          tonnes(user.baseTonnes()),
          tonnes(user.usedTonnes()),
          price(OptionalDouble.of(user.priceBeforeUsd())),
          user.unservedTonnes() > 0 && user.priceUsd().isEmpty()
              ? Cell.words("at the ceiling")
              : price(user.priceUsd()),
          price(after.buyerPrice(user.product(), country)),
          tonnes(user.unservedTonnes()),
          tonnes(user.daysOfShortage()));
    }
    tables.add(table.build());
  }

  private Table welfare() {
    Answer.Builder table =
        Table.of(
            "welfare",
            "Who gains and who pays, all products together: USD million a year over the base year",
            new Column("country", "country"),
            new Column("usersUsdMillion", "users"),
            new Column("makersUsdMillion", "makers"),
            new Column("publicUsdMillion", "treasury"),
            new Column("rentsUsdMillion", "rents"),
            new Column("stocksUsdMillion", "stocks"),
            new Column("totalUsdMillion", "total"),
            new Column("atLeast", "at least"));
    List<CountryWelfare> sorted = new ArrayList<>(after.welfare().countries());
    sorted.sort(
        Comparator.comparing((CountryWelfare w) -> !members.contains(w.country()))
            .thenComparingDouble(w -> -Math.abs(w.total())));
    sorted.stream()
        .limit(members.size() + SHOWN_COUNTRIES)
        .forEach(w ->
            table.row(
                Cell.words(w.country().id()),
                million(w.consumerSurplus()),
                million(w.producerSurplus() + w.routeSurplus()),
                million(w.publicRevenue() + w.subsidies()),
                million(w.exportRents() + w.importRents()),
                million(w.stockGains()),
                million(w.total()),
                Cell.words(w.atLeast() ? "yes" : "")));
    sum(table, "all members", w -> members.contains(w.country()));
    sum(table, "the world", w -> true);
    return table.build();
  }

  private void sum(Answer.Builder table, String name, Predicate<CountryWelfare> whose) {
    List<CountryWelfare> those = after.welfare().countries().stream().filter(whose).toList();
    table.row(
        Cell.words(name),
        million(total(those, CountryWelfare::consumerSurplus)),
        million(total(those, w -> w.producerSurplus() + w.routeSurplus())),
        million(total(those, w -> w.publicRevenue() + w.subsidies())),
        million(total(those, w -> w.exportRents() + w.importRents())),
        million(total(those, CountryWelfare::stockGains)),
        million(total(those, CountryWelfare::total)),
        Cell.words(those.stream().anyMatch(CountryWelfare::atLeast) ? "yes" : ""));
  }

  private void addPayments() {
    if (after.listPayments().isEmpty()) {
      return;
    }
    Answer.Builder table =
        Table.of(
            "payments",
            "What contracts and subsidies pay, USD million a year",
            new Column("measure", "measure"),
            new Column("activity", "activity"),
            new Column("maker", "made in"),
            new Column("payer", "paid by"),
            new Column("tonnes", "t"),
            new Column("paidUsdMillion", "paid"));
    for (Payment paid : after.listPayments()) {
      table.row(
          Cell.words(paid.measure()),
          Cell.words(paid.activity()),
          Cell.words(paid.maker().id()),
          Cell.words(paid.payer().id()),
          tonnes(paid.tonnes()),
          million(paid.usd()));
    }
    tables.add(table.build());
  }

  private void addLeaks() {
    if (after.listLeaks().isEmpty()) {
      return;
    }
    Answer.Builder table =
        Table.of(
            "leaks",
            "What comes through restrictions by way of third countries, tonnes a year",
            new Column("measure", "measure"),
            new Column("product", "product"),
            new Column("via", "by way of"),
            new Column("to", "to"),
            new Column("tonnes", "t"));
    for (Leak leak : after.listLeaks()) {
      table.row(
          Cell.words(leak.measure()),
          Cell.words(leak.product().toString()),
          Cell.words(leak.via().id()),
          Cell.words(leak.to().id()),
          tonnes(leak.tonnes()));
    }
    tables.add(table.build());
  }

  private static double total(List<CountryWelfare> of, ToDoubleFunction<CountryWelfare> part) {
    return of.stream().mapToDouble(part).sum();
  }

  /** Below a dollar is rounding. */
  private static Cell million(double usd) {
    return new Cell.Figure(Math.abs(usd) < 1 ? 0 : usd / MILLION, Cell.DIGITS);
  }

  private void remark(List<ProductId> asked, List<ProductId> shown) {
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
    for (IdleMeasure idle : market.listIdleMeasures()) {
      remarks.add("Measure " + idle.id() + " changes nothing: " + idle.detail() + ".");
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
  }

  private static String tiny(double value) {
    return new Cell.Tiny(value).text();
  }
}
