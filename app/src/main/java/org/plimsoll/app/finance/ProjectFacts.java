package org.plimsoll.app.finance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.ProjectCost;

/**
 * What rows of the world say of a project: its own, else those of its country, else the rules for
 * all. Money is in USD; amounts a tonne are on the basis of the project's product.
 */
final class ProjectFacts {
  private static final String ANY = "*";
  private static final String USD = "USD";

  private final Evidence evidence;
  private final Project project;
  private final Map<Input, Fact> facts = new EnumMap<>(Input.class);

  /** Capacity that the costs are of, on the basis of the product; empty if nobody says. */
  private final OptionalDouble tonnesPerYear;

  /**
   * A figure.
   *
   * @param value in {@code unit}
   * @param unit for a person
   * @param moneyYear year of its money; empty if it is no money or the year is not known
   * @param isPrior whether we set it, and nobody observed it
   * @param rows that it rests on, at least one
   */
  record Fact(
      Input input,
      Interval value,
      String unit,
      Optional<Integer> moneyYear,
      boolean isPrior,
      List<Provenance> rows) {
    Fact {
      rows = List.copyOf(rows);
    }
  }

  ProjectFacts(Evidence evidence, Project project) {
    this.evidence = evidence;
    this.project = project;
    double content = findRow(Input.CONTENT).map(row -> row.value().central()).orElse(1.0);
    for (Input input : Input.values()) {
      findRow(input).ifPresent(row -> facts.put(input, fact(input, row, content)));
    }
    if (!facts.containsKey(Input.CAPITAL) && project.capitalUsdMillion().isPresent()) {
      facts.put(Input.CAPITAL, registered(project.capitalUsdMillion().getAsDouble()));
    }
    tonnesPerYear =
        Stream.of(Input.CAPITAL, Input.OPERATING)
            .flatMap(input -> findRow(input).stream())
            .map(ProjectCost::capacityTonnesPerYear)
            .filter(OptionalDouble::isPresent)
            .findFirst()
            .map(tonnes -> OptionalDouble.of(tonnes.getAsDouble() * content))
            .orElse(project.capacityTonnesPerYear());
  }

  /** The register's figure: whether it is the whole capital is not known. */
  private Fact registered(double usdMillion) {
    Provenance row = project.provenance();
    Provenance doubted =
        new Provenance(
            row.source(), Grade.C, row.status(), "as the register has it; it may be a part");
    return new Fact(
        Input.CAPITAL,
        Interval.exactly(usdMillion),
        "USD million",
        Optional.empty(),
        false,
        List.of(doubted));
  }

  private Optional<ProjectCost> findRow(Input input) {
    String country = project.country().map(CountryCode::alpha3).orElse(ANY);
    List<ProjectCost> rows =
        evidence.resilience().projectCosts().stream()
            .filter(row -> row.measure().equals(input.measure()))
            .toList();
    return newest(rows, this::isOwn)
        .or(() -> newest(rows, row -> isRule(row) && row.place().equals(country)))
        .or(() -> newest(rows, row -> isRule(row) && row.place().equals(ANY)));
  }

  private static Optional<ProjectCost> newest(
      List<ProjectCost> rows, Predicate<ProjectCost> which) {
    return rows.stream().filter(which).max(Comparator.comparing(ProjectCost::asOf));
  }

  private boolean isOwn(ProjectCost row) {
    return row.project().equals(project.id()) || row.project().startsWith(project.id() + " ");
  }

  private static boolean isRule(ProjectCost row) {
    return row.project().equals(ANY);
  }

  private Fact fact(Input input, ProjectCost row, double content) {
    List<Provenance> from = new ArrayList<>(List.of(row.provenance()));
    boolean isPrior = row.provenance().status() == Status.ASSUMED;
    String unit = row.unit();
    if (!unit.matches("[A-Z]{3}(/t| million).*")) {
      return new Fact(input, row.value(), unit, Optional.empty(), isPrior, from);
    }
    String currency = unit.substring(0, USD.length());
    double usd = 1;
    if (!currency.equals(USD)) {
      ExchangeRate rate =
          evidence
              .findRate(currency)
              .orElseThrow(() ->
                  Refusal.of(
                      "the world has no rate of %s, in which a cost of %s is stated"
                          .formatted(currency, row.project()),
                      "add a row to world/hand/rates.csv"));
      usd = rate.usdPerUnit().central();
      from.add(rate.provenance());
    }
    boolean isPerTonne = unit.startsWith(currency + "/t");
    Interval value = row.value();
    double factor = isPerTonne ? usd / content : usd;
    Interval converted =
        new Interval(value.low() * factor, value.central() * factor, value.high() * factor);
    return new Fact(
        input,
        converted,
        isPerTonne ? "USD/t" : "USD million",
        row.asOf().matches("\\d{4}") ? Optional.of(Integer.valueOf(row.asOf())) : Optional.empty(),
        isPrior,
        from);
  }

  Project project() {
    return project;
  }

  OptionalDouble tonnesPerYear() {
    return tonnesPerYear;
  }

  Optional<Fact> find(Input input) {
    return Optional.ofNullable(facts.get(input));
  }

  /**
   * A figure that rules for all have.
   *
   * @throws Refusal if the world lacks its rule
   */
  Fact get(Input input) {
    return find(input)
        .orElseThrow(() ->
            Refusal.of(
                "the world has no %s of %s".formatted(input.words(), project.id()),
                "add a row of measure %s to world/hand/project_costs.csv"
                    .formatted(input.measure())));
  }
}
