package org.plimsoll.planner.plan;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.study.Reading.Bound;

/**
 * A number of the plan: it never travels without its unit and where it comes from.
 *
 * @param value range over the draws; of no width if only the central case was solved
 * @param bounds which of its three values are only bounds
 * @param unit for example {@code USD/t}; {@code 1} for a share
 * @param grade the worst of what it rests on
 * @param status read, or derived by the model
 * @param source the row it was read from; empty if it was computed
 * @param derivation how it was computed; empty if it was read
 * @param draws behind the range; empty if it was not drawn
 * @param logError standard deviation of the error of its logarithm that the range holds beside the
 *     draws; 0 if it holds none
 */
public record Figure(
    Interval value,
    Bounds bounds,
    String unit,
    Grade grade,
    Status status,
    String source,
    Optional<Derivation> derivation,
    Optional<Draws> draws,
    double logError)
    implements Result {
  public Figure {
    if (!(logError >= 0)) {
      throw new IllegalArgumentException("an error of a logarithm is " + logError);
    }
    if (source.isEmpty() == derivation.isEmpty()) {
      throw new IllegalArgumentException(
          "a figure has either a source or a derivation, but has "
              + (source.isEmpty() ? "neither" : "both"));
    }
  }

  /** A number as it was read. */
  public static Figure read(double value, String unit, Provenance provenance) {
    return read(Interval.exactly(value), unit, provenance);
  }

  /** A range as it was read. */
  public static Figure read(Interval value, String unit, Provenance provenance) {
    return new Figure(
        value,
        Bounds.EXACT,
        unit,
        provenance.grade(),
        provenance.status(),
        provenance.source().toString(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** A number computed from rows of the world. */
  public static Figure ofRows(Interval value, String unit, Grade grade, List<String> from) {
    return derived(
        value, Bounds.EXACT, unit, grade, new Derivation(Derivation.Rule.ROWS, List.of(), from));
  }

  /** A number computed from rows of a chain. */
  static Figure ofChain(double value, String unit, List<String> from, Basis basis) {
    return derived(
        Interval.exactly(value),
        Bounds.EXACT,
        unit,
        basis.grade(),
        new Derivation(Derivation.Rule.ROWS, List.of(), from, Figures.rows(basis)));
  }

  /** A number counted in the plan. */
  public static Figure count(long number, String what) {
    return derived(
        Interval.exactly((double) number),
        Bounds.EXACT,
        "count",
        Grade.A,
        new Derivation(
            Derivation.Rule.COUNT, List.of(), List.of("count of " + what + " in this plan")));
  }

  /** A computed number without draws of its own. */
  static Figure derived(
      Interval value, Bounds bounds, String unit, Grade grade, Derivation derivation) {
    return new Figure(
        value,
        bounds,
        unit,
        grade,
        Status.DERIVED,
        "",
        Optional.of(derivation),
        Optional.empty(),
        0);
  }

  /**
   * A figure computed from others by a rule.
   *
   * @param rule that takes figures
   * @param unit of the result
   * @param page that gives the formula
   * @param operands in the order of the rule
   */
  static Figure of(Derivation.Rule rule, String unit, String page, Figure... operands) {
    Grade grade = Arrays.stream(operands).map(Figure::grade).reduce(Grade.A, Grade::worse);
    return derived(
        compute(rule, List.of(operands)),
        bounds(rule, operands),
        unit,
        grade,
        new Derivation(rule, List.of(operands), List.of(page)));
  }

  /**
   * What a rule makes of its operands. Ends are combined so that the range holds every combination
   * of values within the operands' ranges.
   *
   * @throws IllegalArgumentException if the rule takes no figures
   */
  public static Interval compute(Derivation.Rule rule, List<Figure> operands) {
    Interval result = operands.getFirst().value();
    for (Figure next : operands.subList(1, operands.size())) {
      result =
          switch (rule) {
            case SUM -> combine(result, next.value(), Double::sum);
            case DIFFERENCE -> combine(result, next.value(), (a, b) -> a - b);
            case PRODUCT -> combine(result, next.value(), (a, b) -> a * b);
            case QUOTIENT -> combine(result, next.value(), (a, b) -> a / b);
            case SOLVED, ROWS, COUNT ->
                throw new IllegalArgumentException("the rule " + rule + " takes no figures");
          };
    }
    return result;
  }

  private static Interval combine(Interval a, Interval b, DoubleBinaryOperator operation) {
    double[] corners = {
      operation.applyAsDouble(a.low(), b.low()),
      operation.applyAsDouble(a.low(), b.high()),
      operation.applyAsDouble(a.high(), b.low()),
      operation.applyAsDouble(a.high(), b.high())
    };
    Arrays.sort(corners);
    return new Interval(corners[0], operation.applyAsDouble(a.central(), b.central()), corners[3]);
  }

  /** A sum or product of bounds is a bound; a difference or quotient turns those of the second. */
  private static Bounds bounds(Derivation.Rule rule, Figure[] operands) {
    Bound bound = Bound.EXACT;
    for (int i = 0; i < operands.length; i++) {
      Bound its = operands[i].bounds().central();
      boolean isTurned =
          i > 0 && (rule == Derivation.Rule.DIFFERENCE || rule == Derivation.Rule.QUOTIENT);
      bound = bound == Bound.EXACT ? (isTurned ? its.negated() : its) : bound;
    }
    return Bounds.of(bound);
  }

  /**
   * The range of a number: the 10th to the 90th percentile of its draws and of the error of its
   * logarithm, widened to hold the central value.
   */
  public static Interval range(double central, Optional<Draws> draws, double logError) {
    Interval range =
        draws
            .filter(d -> d.answered() > 0)
            .map(d -> logError > 0 ? LogError.range(d.values(), logError) : d.range())
            .orElseGet(() ->
                logError > 0 ? LogError.around(central, logError) : Interval.exactly(central));
    return new Interval(Math.min(range.low(), central), central, Math.max(range.high(), central));
  }

  /** By what the error of the logarithm multiplies and divides at 80%; 1 if there is none. */
  public double errorFactor() {
    return LogError.factor(logError);
  }

  /** The same with another low end, as an operand: its own draws are left behind. */
  Figure withLowEnd(double low) {
    return new Figure(
        new Interval(low, value.central(), value.high()),
        bounds,
        unit,
        grade,
        status,
        source,
        derivation,
        Optional.empty(),
        0);
  }

  /** The same with a high end that is a bound of this kind. */
  Figure withHighEnd(Bound high) {
    return new Figure(
        value,
        new Bounds(bounds.low(), bounds.central(), high),
        unit,
        grade,
        status,
        source,
        derivation,
        draws,
        logError);
  }

  /** The central value. */
  public double central() {
    return value.central();
  }

  /** What it was computed from: its own rows and those of its operands, each once. */
  public List<String> derivedFrom() {
    if (derivation.isEmpty()) {
      return List.of();
    }
    Set<String> from = new LinkedHashSet<>();
    for (Figure operand : derivation.get().operands()) {
      (operand.source().isEmpty() ? operand.derivedFrom() : List.of(operand.source()))
          .forEach(from::add);
    }
    derivation.get().from().forEach(from::add);
    derivation.get().rows().forEach(from::add);
    return List.copyOf(from);
  }
}
