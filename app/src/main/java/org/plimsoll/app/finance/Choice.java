package org.plimsoll.app.finance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.planner.finance.Debt;
import org.plimsoll.planner.finance.ProjectTerms;

/**
 * A value of each figure of a project, and the terms that follow.
 *
 * @param facts of the project, with capital, opex and capacity
 * @param values that stand instead of central ones
 * @param moneyYear year whose money costs are brought to; that of each row if empty
 * @param beforeTax whether nothing is taxed
 */
record Choice(
    ProjectFacts facts, Map<Input, Double> values, Optional<Integer> moneyYear, boolean beforeTax) {
  /** Figures that the terms of a project are made of. */
  static final List<Input> OF_TERMS =
      List.of(
          Input.CAPITAL,
          Input.OPERATING,
          Input.CONSTRUCTION,
          Input.LIFE,
          Input.RAMP_1,
          Input.RAMP_2,
          Input.SUSTAINING,
          Input.TAX,
          Input.DEPRECIATION);

  Choice {
    values = Map.copyOf(values);
  }

  static Choice central(ProjectFacts facts, Optional<Integer> moneyYear, boolean beforeTax) {
    return new Choice(facts, new EnumMap<>(Input.class), moneyYear, beforeTax);
  }

  Choice with(Input input, double value) {
    Map<Input, Double> all = new EnumMap<>(Input.class);
    all.putAll(values);
    all.put(input, value);
    return new Choice(facts, all, moneyYear, beforeTax);
  }

  /** The value of a figure, money in that of its year. */
  double value(Input input) {
    return Optional.ofNullable(values.get(input))
        .orElseGet(() -> facts.get(input).value().central());
  }

  /** The value of a figure of money in that of the year asked for. */
  double money(Input input) {
    double factor =
        moneyYear
            .flatMap(to ->
                facts
                    .get(input)
                    .moneyYear()
                    .map(from -> StrictMath.pow(1 + value(Input.INFLATION), to - from)))
            .orElse(1.0);
    return value(input) * factor;
  }

  private int years(Input input) {
    return Math.toIntExact(StrictMath.round(value(input)));
  }

  ProjectTerms terms() {
    return new ProjectTerms(
        facts.tonnesPerYear().orElseThrow(),
        money(Input.CAPITAL),
        money(Input.OPERATING),
        value(Input.SUSTAINING),
        years(Input.CONSTRUCTION),
        List.of(value(Input.RAMP_1), value(Input.RAMP_2)),
        years(Input.LIFE),
        beforeTax ? 0 : value(Input.TAX),
        years(Input.DEPRECIATION));
  }

  /** The loan that the rules have for it. */
  Debt debt() {
    return new Debt(
        value(Input.DEBT_SHARE),
        value(Input.DEBT_RATE),
        Math.min(years(Input.DEBT_YEARS), years(Input.LIFE)));
  }

  int contractYears() {
    return years(Input.CONTRACT_YEARS);
  }

  /** The first year with output: as announced and late, else built from next year on. */
  int startYear(int asOfYear) {
    int announced =
        facts.project().startYear().isPresent()
            ? facts.project().startYear().getAsInt() + years(Input.DELAY)
            : asOfYear + 1 + years(Input.CONSTRUCTION);
    return Math.max(asOfYear, announced);
  }
}
