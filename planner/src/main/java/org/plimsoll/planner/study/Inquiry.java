package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Repair;

/**
 * Puts questions to the markets of one scenario: one market for each price vintage in the central
 * case, and one for each draw of the parameters. What is in force stands in all of them.
 */
public final class Inquiry {
  private static final Certificate CALIBRATED = new Certificate(0, 0, 0, 0, 0, "");

  private final Evidence evidence;
  private final Scenario scenario;
  private final Settings settings;
  private final Workers workers;
  private final SortedMap<String, Panel> panels = new TreeMap<>();

  /** What was read so far, so that no case is solved again for a number that is known. */
  private final Map<Study.Cell, Series> read = new ConcurrentHashMap<>();

  /** Central answers, each solved once. */
  private final Map<Question, Attempt> central = new ConcurrentHashMap<>();

  /**
   * The markets of one vintage.
   *
   * @param central every parameter at its central value
   * @param draws in the order of their numbers
   */
  private record Panel(Market central, List<Market> draws) {}

  private Inquiry(Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    this.settings = settings;
    this.evidence = evidence;
    this.scenario = scenario;
    this.workers = workers;
  }

  /**
   * Calibrates every market.
   *
   * @param inForce the scenario with what is in force as its measures
   * @throws IllegalArgumentException if the settings ask for what the world does not have
   */
  public static Inquiry of(
      Evidence evidence, Scenario inForce, Settings settings, Workers workers) {
    settings.check(evidence, inForce);
    Inquiry inquiry = new Inquiry(evidence, inForce, settings, workers);
    for (String vintage : settings.vintages()) {
      Scenario asked = inForce.withPriceVintage(vintage);
      Market middle = Market.of(evidence, asked, ParameterDraw.central());
      List<Market> draws =
          workers.map(
              "draws at prices " + vintage,
              IntStream.range(0, settings.draws()).boxed().toList(),
              i -> Market.of(evidence, asked, settings.draw(i)).startingFrom(middle));
      inquiry.panels.put(vintage, new Panel(middle, draws));
    }
    return inquiry;
  }

  /**
   * Calibrates the chain of one product alone, at the scenario's own prices.
   *
   * @param inForce the scenario with what is in force as its measures
   * @throws IllegalArgumentException if the settings ask for what the world does not have
   */
  public static Inquiry ofChain(
      Evidence evidence, Scenario inForce, Settings settings, Workers workers, ProductId product) {
    String vintage = inForce.priceVintage();
    settings.only(vintage).check(evidence, inForce);
    Inquiry inquiry = new Inquiry(evidence, inForce, settings.only(vintage), workers);
    Market middle = Market.ofChain(evidence, inForce, ParameterDraw.central(), product);
    List<Market> draws =
        workers.map(
            "draws",
            IntStream.range(0, settings.draws()).boxed().toList(),
            i -> middle.chainIn(settings.draw(i), product));
    inquiry.panels.put(vintage, new Panel(middle, draws));
    return inquiry;
  }

  private Panel panel(String vintage) {
    @Nullable Panel panel = panels.get(vintage);
    if (panel == null) {
      throw new IllegalArgumentException(
          "no market was calibrated at prices %s\nMaybe %s".formatted(vintage, panels.keySet()));
    }
    return panel;
  }

  /** The central answer to a question, solved at most once. */
  public Attempt ask(Question question) {
    @Nullable Attempt known = central.get(question);
    if (known == null) {
      known = solve(panel(question.vintage()).central(), question);
      central.put(question, known);
    }
    return known;
  }

  /** The central answers to some questions, in their order. */
  public List<Attempt> askAll(String what, List<Question> questions) {
    return workers.map(what, questions, this::ask);
  }

  /** Does work for every item side by side; the results stand in the order of the items. */
  public <T, R> List<R> map(String what, List<T> items, Function<T, R> work) {
    return workers.map(what, items, work);
  }

  /**
   * Solves every question in the central case and in every draw, and reads its quantities.
   *
   * @param what is asked, for a person who waits: {@code stops}
   */
  public Study study(String what, List<Request> requests) {
    List<Request> distinct = merge(requests);
    List<Request> open = distinct.stream().map(this::unread).filter(r -> !r.isEmpty()).toList();
    workers.map(what, open, this::answer);
    Map<Study.Cell, Series> cells = new HashMap<>();
    for (Request request : distinct) {
      for (Quantity quantity : request.quantities()) {
        Study.Cell cell = new Study.Cell(request.question(), quantity);
        cells.put(cell, Objects.requireNonNull(read.get(cell)));
      }
    }
    return new Study(cells);
  }

  /** What of a request nobody has asked before. */
  private Request unread(Request request) {
    return new Request(
        request.question(),
        request.quantities().stream()
            .filter(q -> !read.containsKey(new Study.Cell(request.question(), q)))
            .toList());
  }

  /** One request a question, with the quantities of all. */
  private static List<Request> merge(List<Request> requests) {
    Map<Question, Set<Quantity>> merged = new LinkedHashMap<>();
    for (Request request : requests) {
      merged
          .computeIfAbsent(request.question(), q -> new LinkedHashSet<>())
          .addAll(request.quantities());
    }
    return merged.entrySet().stream()
        .map(e -> new Request(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  private boolean answer(Request request) {
    Question question = request.question();
    Attempt middle = ask(question);
    List<List<Reading>> draws = new ArrayList<>();
    for (Market market : panel(question.vintage()).draws()) {
      // Read at once: twenty solutions of one case are not held together.
      Attempt attempt = solve(market, question);
      draws.add(request.quantities().stream().map(attempt::read).toList());
    }
    for (int q = 0; q < request.quantities().size(); q++) {
      Quantity quantity = request.quantities().get(q);
      List<Reading> readings = new ArrayList<>(draws.size());
      for (List<Reading> draw : draws) {
        readings.add(draw.get(q));
      }
      read.put(new Study.Cell(question, quantity), new Series(middle.read(quantity), readings));
    }
    return true;
  }

  private Attempt solve(Market market, Question question) {
    if (question.isBase()) {
      return new Attempt.Answered(
          question, Solved.of(market.base(), market.base(), CALIBRATED, List.of()));
    }
    Market asked = asked(market, question);
    return Attempt.of(
        question,
        market.base(),
        workers.answers().solve(asked, settings.limits(), workers.cancelled()),
        asked.listIdleMeasures());
  }

  private Market asked(Market market, Question question) {
    return question
        .lifted()
        .map(lifted -> market.with(listInForceBut(lifted)).and(question.measures()))
        .orElseGet(() -> market.and(question.measures()));
  }

  /** Whether some of what is in force is one of these controls. */
  public boolean isInForce(Question.Lifted controls) {
    return scenario.measures().stream().anyMatch(controls::covers);
  }

  private List<Measure> listInForceBut(Question.Lifted lifted) {
    return scenario.measures().stream()
        .flatMap(measure -> lifted.without(measure).stream())
        .toList();
  }

  /**
   * Readings of the chain of one product with a parameter at another value, in the central case.
   * Other chains are left out: they cancel out of a change.
   */
  public List<Attempt> askMoved(
      String parameter, double value, ProductId product, List<Question> questions) {
    TreeMap<String, Interval> overrides = new TreeMap<>(scenario.parameters());
    overrides.put(parameter, Interval.exactly(value));
    // One market a vintage: the status quo is then solved once for all its questions.
    Map<String, Market> chains = new TreeMap<>();
    List<Attempt> attempts = new ArrayList<>();
    for (Question question : questions) {
      Market chain =
          chains.computeIfAbsent(question.vintage(), vintage -> chain(vintage, product, overrides));
      attempts.add(solve(chain, question));
    }
    return attempts;
  }

  /** The chain of a product in the central case, under other parameters. */
  private Market chain(String vintage, ProductId product, SortedMap<String, Interval> overrides) {
    Scenario other = scenario.withPriceVintage(vintage).withParameters(overrides);
    return Market.ofChain(evidence, other, ParameterDraw.central(), product)
        .startingFrom(panel(vintage).central());
  }

  /** Every central answer so far, by vintage, case and measures. */
  public List<Attempt> listAttempts() {
    return central.values().stream()
        .filter(a -> !a.question().isBase())
        .sorted(
            Comparator.comparing((Attempt a) -> a.question().id())
                .thenComparing(a -> a.question().vintage())
                .thenComparing(a -> a.question().measures().toString()))
        .toList();
  }

  /** Products with a solved market, chain after chain, from the mine on. */
  public List<ProductId> listProducts(String vintage) {
    return panel(vintage).central().listProducts();
  }

  /** Countries of the market, in code order. */
  public SortedSet<CountryCode> listCountries(String vintage) {
    SortedSet<CountryCode> countries = new TreeSet<>();
    Market market = panel(vintage).central();
    market.listProducts().forEach(p -> countries.addAll(market.base().listCountries(p)));
    return countries;
  }

  /** Exporters that hold a product back by what is in force, in code order. */
  public SortedSet<CountryCode> listRestrictors(ProductId product) {
    return PriceSides.restrictors(
        product,
        scenario.measures(),
        new Membership(evidence, List.of(scenario.alliance()), scenario.asOf()),
        scenario.asOf());
  }

  /** What calibration had to change or leave out. */
  public List<Repair> listRepairs(String vintage) {
    return panel(vintage).central().listRepairs();
  }
}
