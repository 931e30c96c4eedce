package org.plimsoll.app.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.finance.BreakEven;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.ReceivedPrices;
import org.plimsoll.planner.study.Workers;

/** The prices that a project is paid, asked of the market under one floor or another. */
final class ProjectMarket {
  private static final int USUAL_LAST_YEAR = 2035;
  private static final String PRICE = "give a price: --price 110USD/kg";
  private static final int MOST_YEARS = 30;

  /** Levels of a floor that are tried, between these multiples of the required price. */
  private static final int LEVELS = 6;

  private static final double LOWEST_FLOOR = 0.5;
  private static final double HIGHEST_FLOOR = 3;

  private final Evidence evidence;
  private final Product product;
  private final CountryCode maker;
  private final int startYear;
  private final int lastYear;
  private final ReceivedPrices received;
  private final List<String> exempt;
  private final Optional<CountryCode> index;
  private final Optional<ReceivedPrices.Floor> asked;
  private final List<String> remarks = new ArrayList<>();
  private final Map<Double, Optional<YearPrices>> byFloor = new HashMap<>();
  private final Optional<YearPrices> prices;
  private String idle = "";

  private ProjectMarket(
      FinanceProject question,
      Evidence evidence,
      Scenario scenario,
      Choice choice,
      Workers workers) {
    this.evidence = evidence;
    Project project = choice.facts().project();
    product = solved(project);
    maker =
        project
            .country()
            .orElseThrow(() ->
                Refusal.of(
                    project.id() + " stands in no one country, so no market pays it", PRICE));
    Selection selection = new Selection(evidence);
    exempt =
        question.exempt().stream()
            .flatMap(words -> Stream.of(words.split(",", -1)))
            .map(word -> selection.country(word.strip()).alpha3())
            .toList();
    index = question.cfd().map(Contract::parse).flatMap(Contract::index).map(selection::country);
    asked =
        question
            .floor()
            .map(text ->
                new ReceivedPrices.Floor(Amounts.statedUsdPerTonne("--floor", text), exempt));
    startYear = choice.startYear(evidence.asOf().getYear());
    lastYear = lastYear(question);
    received =
        new ReceivedPrices(
            evidence,
            Planner.inForce(evidence, scenario, SolverLimits.USUAL, workers),
            new ReceivedPrices.Plant(project.id(), product.id(), maker, startYear, tonnes(choice)),
            lastYear);
    prices = solve();
    remark(project, choice, scenario);
  }

  static ProjectMarket of(
      FinanceProject question,
      Evidence evidence,
      Scenario scenario,
      Choice choice,
      Workers workers) {
    return new ProjectMarket(question, evidence, scenario, choice, workers);
  }

  private Product solved(Project project) {
    return project
        .product()
        .map(evidence::getProduct)
        .filter(Product::isSolved)
        .orElseThrow(() ->
            Refusal.of(
                "%s makes %s, which has no solved market"
                    .formatted(
                        project.id(),
                        project
                            .product()
                            .map(Object::toString)
                            .orElse("nothing that the world has as a product")),
                PRICE));
  }

  private int lastYear(FinanceProject question) {
    int most = evidence.baseYear() + MOST_YEARS;
    int last = question.until().orElse(Math.max(USUAL_LAST_YEAR, startYear));
    if (last < startYear || last > most) {
      throw Refusal.of(
          "--until is %d, but the first output is in %d".formatted(last, startYear),
          "name a year from %d to %d".formatted(startYear, most));
    }
    return last;
  }

  private static List<Double> tonnes(Choice choice) {
    double full = choice.facts().tonnesPerYear().orElseThrow();
    return List.of(full * choice.value(Input.RAMP_1), full * choice.value(Input.RAMP_2), full);
  }

  private void remark(Project project, Choice choice, Scenario scenario) {
    remarks.add(
        project.startYear().isPresent()
            ? "First output in %d: announced for %d, as late as projects are."
                .formatted(startYear, project.startYear().getAsInt())
            : "First output in %d: the register has no start, so it is built from next year on."
                .formatted(startYear));
    double tonnes = choice.facts().tonnesPerYear().orElseThrow();
    project.capacityTonnesPerYear().stream()
        .filter(registered -> Math.abs(registered / tonnes - 1) > 0.01)
        .forEach(registered ->
            remarks.add(
                "The costs are of %s t a year; the register has %s."
                    .formatted(
                        Cell.number(tonnes, Cell.DIGITS), Cell.number(registered, Cell.DIGITS))));
    if (prices.isPresent()) {
      remarks.add(
          "Prices are those that makers in %s are paid, solved to %d and held after that."
              .formatted(maker, lastYear));
    }
    if (!idle.isEmpty()) {
      remarks.add(idle + ". Prices are those without it; the cash flow lets it run.");
    }
    String alliance = scenario.alliance().id();
    boolean isInside =
        new Membership(evidence, List.of(scenario.alliance()), scenario.asOf())
            .resolve(new Parties(List.of(alliance)))
            .contains(maker);
    String outside =
        isInside || exempt.contains(maker.alpha3())
            ? ""
            : " %s stands outside it: its goods are levied. Maybe --floor with --exempt %s"
                .formatted(maker, maker);
    asked.ifPresentOrElse(
        floor ->
            remarks.add(
                "Floor of %s USD/t at the alliance's border.%s"
                    .formatted(Cell.number(floor.usdPerTonne(), Cell.DIGITS), outside)),
        () ->
            received
                .ownFloorUsdPerTonne()
                .ifPresent(floor ->
                    remarks.add(
                        "The scenario's own floor stands: %s USD/t at the alliance's border.%s"
                            .formatted(Cell.number(floor, Cell.DIGITS), outside))));
  }

  /** Calendar year of the first output. */
  int startYear() {
    return startYear;
  }

  List<String> remarks() {
    return remarks;
  }

  /** Prices under the floor that was asked for, else under the scenario's own. */
  private Optional<YearPrices> solve() {
    try {
      SortedMap<Integer, ReceivedPrices.Year> byYear = received.byYear(asked);
      idle = idle(byYear);
      return YearPrices.of(byYear, index);
    } catch (IllegalStateException e) {
      throw Refusal.of(String.valueOf(e.getMessage()), PRICE);
    }
  }

  /** Why the plant stands idle in the first year of all in which it does; empty if it never is. */
  private String idle(SortedMap<Integer, ReceivedPrices.Year> byYear) {
    List<Map.Entry<Integer, ReceivedPrices.Year>> years =
        byYear.entrySet().stream().filter(entry -> !entry.getValue().idle().isEmpty()).toList();
    return years.isEmpty()
        ? ""
        : "By the market's price for new plants it stands idle in %d of %d years: in %d %s"
            .formatted(
                years.size(),
                lastYear - startYear + 1,
                years.getFirst().getKey(),
                years.getFirst().getValue().idle());
  }

  /** Prices of the question; empty if the plant is paid none. */
  Optional<YearPrices> prices() {
    return prices;
  }

  /** Why the plant stands idle; empty if it runs. */
  String idle() {
    return idle;
  }

  /** Prices under a floor; empty if the market has no solution or no price under it. */
  Optional<YearPrices> findPrices(double floorUsdPerTonne) {
    return byFloor.computeIfAbsent(
        floorUsdPerTonne,
        usd -> {
          try {
            return YearPrices.of(
                received.byYear(Optional.of(new ReceivedPrices.Floor(usd, exempt))), index);
          } catch (IllegalStateException unsolved) {
            return Optional.empty();
          }
        });
  }

  /**
   * The smallest floor at which the project reaches a target at what it is then paid.
   *
   * @param reached what it reaches at prices
   * @param requiredUsdPerTonne price that it requires
   */
  BreakEven breakEven(
      Function<YearPrices, OptionalDouble> reached, double target, double requiredUsdPerTonne) {
    return BreakEven.find(
        floor -> findPrices(floor).map(reached).orElse(OptionalDouble.empty()),
        target,
        LOWEST_FLOOR * requiredUsdPerTonne,
        HIGHEST_FLOOR * requiredUsdPerTonne,
        LEVELS);
  }

  /** The rows that prices rest on. */
  List<Provenance> rows() {
    Basis basis = received.basis();
    return basis.sources().stream()
        .map(source -> new Provenance(source, basis.grade(), Status.DERIVED, ""))
        .toList();
  }
}
