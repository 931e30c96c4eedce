package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.market.SolveJson;
import org.plimsoll.app.market.SolvedScenario;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.FindingWords;
import org.plimsoll.planner.study.ChainRows;

/**
 * Says what the Lab's market gave, in tables and words.
 *
 * @param world hash of the world; empty if it has none
 */
record LabTables(LabWords words, String world, LabState state, LabCase asked) {
  private static final String METHOD = "docs/method/market.md";
  private static final String EARLIER = "the scenario without levers";
  private static final double MILLION = 1e6;

  /** Below a dollar is rounding. */
  private static final double ROUNDING_USD = 1;

  /** Datasets that a fact names; the tables of a page name each. */
  private static final int NAMED = 8;

  LabAnswer solved(Market market, Equilibrium before, Outcome.Converged solved, ChainRows rows) {
    Equilibrium after = solved.equilibrium();
    Scenario scenario = asked.scenario().withMeasures(market.listMeasures());
    SolvedScenario said =
        new SolvedScenario(words.evidence(), scenario, market, before, EARLIER, solved, List.of());
    List<ProductId> shown = shown(market, said);
    SortedSet<CountryCode> members = words.members(scenario);
    Basis basis = rows.of(state.on());
    Known known = known(basis);
    List<Table<?>> tables = new ArrayList<>();
    tables.add(cited(key(before, after, members), known));
    tables.add(levers());
    tables.add(cited(said.products(shown), known));
    tables.add(cited(said.countries(List.of(state.on())), known));
    tables.add(cited(said.welfare(), known));
    tables.add(cited(said.levies(shown), known).ifAny());
    tables.add(findings(after, shown).ifAny());
    tables.add(idle(after).ifAny());
    tables.add(flows(before, after, shown).forPrograms());
    Answer answer =
        head("converged")
            .fact("certificate", certificate(solved.certificate()))
            .fact("known", known(known, basis))
            .with(tables)
            .remark(remarks(said, shown, members, solved.certificate()));
    LabPictures pictures =
        new LabPictures(words, state.on(), scenario, market, before, after, basis.grade());
    return new LabAnswer(state, asked, answer, Optional.of(pictures), Optional.empty());
  }

  /**
   * No market.
   *
   * @param withoutLevers whether it is the scenario as it stands that has none
   */
  LabAnswer failed(Outcome.Failure failure, boolean withoutLevers) {
    Outcome.Failure why = withoutLevers ? failure : blamingLever(failure);
    Failed row =
        switch (why) {
          case Outcome.NotConverged not ->
              new Failed(
                  "not-converged", not.product(), not.country().id(), not.measure(), not.advice());
          case Outcome.Infeasible none ->
              new Failed(
                  "infeasible", none.product(), none.country().id(), none.measure(), none.advice());
        };
    List<String> remarks = new ArrayList<>(asked.remarks());
    if (withoutLevers) {
      remarks.add("It is the scenario without levers that has no market.");
    }
    remarks.addAll(why.message().lines().toList());
    Answer answer =
        head(row.status())
            .with(
                levers(),
                Table.of("failure", "Where no market was found, and what to try", List.of(row))
                    .product("product", "product", Failed::product)
                    .words("node", "in", Failed::node)
                    .words("measure", "measure", Failed::measure)
                    .words("advice", "maybe", Failed::advice))
            .remark(remarks);
    return new LabAnswer(state, asked, answer, Optional.empty(), Optional.of(why));
  }

  /** The scenario has a market, so it is a lever on the product that is to be looked at first. */
  private Outcome.Failure blamingLever(Outcome.Failure failure) {
    return switch (failure) {
      case Outcome.NotConverged not ->
          new Outcome.NotConverged(
              not.product(),
              not.country(),
              leverOn(not.product()).or(not::measure),
              not.residual(),
              not.steps(),
              not.timeUp(),
              not.advice());
      case Outcome.Infeasible none ->
          new Outcome.Infeasible(
              none.product(),
              none.country(),
              leverOn(none.product()).or(none::measure),
              none.advice());
    };
  }

  private Optional<String> leverOn(ProductId product) {
    return asked.levers().stream()
        .filter(lever -> lever.terms().products().contains(product))
        .map(Measure::id)
        .findFirst();
  }

  private record Failed(
      String status, ProductId product, String node, Optional<String> measure, String advice) {}

  private Answer head(String status) {
    Scenario scenario = asked.scenario();
    TreeMap<String, Cell> parts = new TreeMap<>();
    parts.put("name", Cell.words(state.from()));
    parts.put("alliance", new Cell.Names(scenario.alliance().listPartiesOn(scenario.asOf())));
    parts.put("horizon", Cell.words(scenario.horizon().word()));
    parts.put("priceVintage", Cell.words(scenario.priceVintage()));
    parts.put("query", Cell.words(state.print()));
    return Answer.of(
            "The Lab: %s%s%s"
                .formatted(
                    words.nameOf(state.on()),
                    asked.isBare() ? " under " : ", levers on ",
                    asked.extended().title()))
        .fact("asOf", scenario.asOf())
        .fact("world", Cell.words(world))
        .fact("scenario", new Cell.Fields(parts))
        .fact("status", status);
  }

  private static Cell certificate(Certificate certificate) {
    return new Cell.Fields(
        new TreeMap<>(
            Map.of(
                "largestImbalance", new Cell.Tiny(certificate.largestImbalance()),
                "largestComplementarity", new Cell.Tiny(certificate.largestComplementarity()),
                "steps", new Cell.Count(certificate.iterations()))));
  }

  /** Of figures that are solved. */
  static Known known(Basis basis) {
    List<String> from = new ArrayList<>(basis.datasets());
    from.add(METHOD);
    return new Known(basis.grade(), Status.DERIVED, Origin.derived(from), "");
  }

  private static Cell known(Known known, Basis basis) {
    List<String> datasets = basis.datasets();
    List<String> from = new ArrayList<>(datasets.subList(0, Math.min(NAMED, datasets.size())));
    if (datasets.size() > NAMED) {
      from.add("and %d further datasets".formatted(datasets.size() - NAMED));
    }
    from.add(METHOD);
    return new Cell.Fields(
        new TreeMap<>(
            Map.of(
                "grade", Cell.words(known.grade().name()), "derivedFrom", new Cell.Names(from))));
  }

  private static <R> Table<R> cited(Table<R> table, Known known) {
    return table.knownAs(row -> known);
  }

  /** The product asked for, the others of its commodity, and whatever else the levers move. */
  private List<ProductId> shown(Market market, SolvedScenario said) {
    List<ProductId> all = market.listProducts();
    List<ProductId> shown = new ArrayList<>();
    all.stream().filter(state.on()::equals).forEach(shown::add);
    all.stream()
        .filter(product -> product.commodity().equals(state.on().commodity()))
        .filter(product -> !product.equals(state.on()))
        .forEach(shown::add);
    all.stream()
        .filter(product -> !product.commodity().equals(state.on().commodity()))
        .filter(said::isMoved)
        .forEach(shown::add);
    return shown;
  }

  /** The figures that stand beside the levers. */
  private record KeyFigures(
      double daysBefore, double days, double levyUsd, double gainUsd, boolean atLeast) {}

  private Table<KeyFigures> key(
      Equilibrium before, Equilibrium after, SortedSet<CountryCode> members) {
    ProductId on = state.on();
    List<CountryWelfare> gains =
        after.welfare(before).countries().stream()
            .filter(w -> members.contains(w.country()))
            .toList();
    double gain = gains.stream().mapToDouble(CountryWelfare::total).sum();
    return Table.of(
            "key",
            "The alliance with the levers; gains are those over " + EARLIER,
            List.of(
                new KeyFigures(
                    before.daysOfShortage(on, members),
                    after.daysOfShortage(on, members),
                    members.stream().mapToDouble(c -> after.levyUsd(on, c)).sum(),
                    Math.abs(gain) < ROUNDING_USD ? 0 : gain,
                    gains.stream().anyMatch(CountryWelfare::atLeast))))
        .words("on", "product", k -> words.nameOf(on))
        .figure("beforeDaysOfShortage", "days short before", KeyFigures::daysBefore)
        .figure("afterDaysOfShortage", "now", KeyFigures::days)
        .figure("levyUsdMillion", "levy on it, USD million a year", k -> k.levyUsd() / MILLION)
        .figure(
            "membersGainUsdMillion", "members gain, USD million a year", k -> k.gainUsd() / MILLION)
        .flag("atLeast", "at the ceiling", KeyFigures::atLeast);
  }

  private Table<LabLever> levers() {
    return Table.of("levers", "Levers that are moved", LabLever.list(state, words))
        .words("key", "key", LabLever::key)
        .words("lever", "lever", LabLever::name)
        .words("value", "value", LabLever::value);
  }

  private Table<Finding> findings(Equilibrium after, List<ProductId> shown) {
    return Table.of(
            "findings",
            "What floors did besides what they were meant to",
            after.listFindings().stream().filter(f -> shown.contains(f.product())).toList())
        .words("kind", "", SolveJson::kind)
        .product("product", "product", Finding::product)
        .words("measure", "measure", Finding::measure)
        .words("words", "finding", finding -> FindingWords.words(words.evidence(), finding));
  }

  /** A flow of a product, of one of its users where they are told apart. */
  private record Flow(ProductId product, CountryCode from, CountryCode to, String user)
      implements Comparable<Flow> {
    private static final Comparator<Flow> ORDER =
        Comparator.comparing(Flow::to).thenComparing(Flow::user).thenComparing(Flow::from);

    static Flow of(Route route) {
      return new Flow(route.product(), route.from(), route.to(), route.user());
    }

    @Override
    public int compareTo(Flow other) {
      return ORDER.compare(this, other);
    }
  }

  private static Table<Flow> flows(
      Equilibrium before, Equilibrium after, List<ProductId> products) {
    Map<Flow, Double> then = new HashMap<>();
    Map<Flow, Double> now = new HashMap<>();
    List<Flow> rows = new ArrayList<>();
    for (ProductId product : products) {
      SortedSet<Flow> its = new TreeSet<>();
      for (Route route : before.listRoutes(product)) {
        then.put(Flow.of(route), route.tonnes());
        its.add(Flow.of(route));
      }
      for (Route route : after.listRoutes(product)) {
        now.put(Flow.of(route), route.tonnes());
        its.add(Flow.of(route));
      }
      rows.addAll(its);
    }
    return Table.of("flows", "Who sells to whom, tonnes of content a year", rows)
        .product("product", "product", Flow::product)
        .country("exporter", "from", flow -> flow.from().alpha3())
        .country("importer", "to", flow -> flow.to().alpha3())
        .words("user", "user", Flow::user)
        .figure("beforeTonnes", "before", flow -> then.getOrDefault(flow, 0.0))
        .figure("afterTonnes", "now", flow -> now.getOrDefault(flow, 0.0));
  }

  /** Levers that change nothing by what they are. */
  private Table<IdleMeasure> idle(Equilibrium after) {
    return Table.of(
            "idle",
            "Levers that change nothing",
            after.listIdleMeasures().stream()
                .filter(
                    idle -> asked.levers().stream().anyMatch(lever -> lever.id().equals(idle.id())))
                .toList())
        .words("measure", "measure", IdleMeasure::id)
        .words("why", "why", IdleMeasure::detail);
  }

  private List<String> remarks(
      SolvedScenario said,
      List<ProductId> shown,
      SortedSet<CountryCode> members,
      Certificate certificate) {
    List<String> remarks = new ArrayList<>(asked.remarks());
    if (!shown.contains(state.on())) {
      remarks.add(state.on() + " has no solved market.");
    }
    if (!state.world().isEmpty() && !world.startsWith(state.world())) {
      remarks.add(
          "The address was made on the world %s; this answer is of the world %s."
              .formatted(state.world(), world.isEmpty() ? "without a hash" : world));
    }
    if (shown.stream().anyMatch(product -> said.isAtCeiling(product, members))) {
      remarks.add(
          "At the assumed ceiling a shortage remains: losses are at least those shown, and no"
              + " price is printed.");
    }
    remarks.add(
        ("Certificate, recomputed from prices and flows: imbalance %s of trade, complementarity %s,"
                + " %d steps.")
            .formatted(
                new Cell.Tiny(certificate.largestImbalance()).text(),
                new Cell.Tiny(certificate.largestComplementarity()).text(),
                certificate.iterations()));
    remarks.add(
        "Central case. Gains and losses count from " + EARLIER + ", controls in force included.");
    remarks.add("Keys of the address: docs/reference/lab-state.md; the market: " + METHOD);
    return remarks;
  }
}
