package org.plimsoll.app.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.finance.CashFlow;
import org.plimsoll.planner.finance.DebtCover;
import org.plimsoll.planner.finance.PaymentCost;
import org.plimsoll.planner.finance.Returns;

/** Tables of the finance of a project. */
final class FinanceTables {
  private static final String UNMOVED = "not weighed";

  private FinanceTables() {}

  /**
   * A result.
   *
   * @param id for programs
   * @param words for people
   * @param unit of the value
   */
  record Result(String id, String words, String unit, Cell value) {
    static Result figure(String id, String words, String unit, double value) {
      return new Result(id, words, unit, new Cell.Figure(value, Cell.DIGITS));
    }

    static Result figure(
        String id, String words, String unit, OptionalDouble value, String reason) {
      return value.isPresent()
          ? figure(id, words, unit, value.getAsDouble())
          : new Result(id, words, unit, new Cell.Missing(reason));
    }

    static Result share(String id, String words, OptionalDouble value, String reason) {
      return new Result(
          id,
          words,
          "1/year",
          value.isPresent()
              ? new Cell.Share(value.getAsDouble(), Cell.DIGITS)
              : new Cell.Missing(reason));
    }
  }

  static Table<?> results(String title, List<Result> results, Known known) {
    return Table.of("results", title, results)
        .words("id", "", Result::id)
        .words("what", "what", Result::words)
        .cell("value", "value", Kind.NUMBER, Result::value)
        .words("unit", "unit", Result::unit)
        .knownAs(result -> known);
  }

  /** A figure of the project and the return at both ends of its range. */
  private record Weighed(ProjectFacts.Fact fact, OptionalDouble atLow, OptionalDouble atHigh) {}

  /** What the answer rests on. */
  static Table<?> inputs(List<ProjectFacts.Fact> facts, Optional<Financed> financed) {
    List<Weighed> rows = new ArrayList<>();
    for (ProjectFacts.Fact fact : facts) {
      boolean isWeighed =
          Choice.OF_TERMS.contains(fact.input()) && fact.value().low() < fact.value().high();
      rows.add(
          new Weighed(
              fact,
              isWeighed ? irr(financed, fact, fact.value().low()) : OptionalDouble.empty(),
              isWeighed ? irr(financed, fact, fact.value().high()) : OptionalDouble.empty()));
    }
    return Table.of("inputs", "What it rests on, and the return at each end of a range", rows)
        .words("measure", "", row -> row.fact().input().measure())
        .words("input", "input", row -> row.fact().input().words())
        .range("value", "value", row -> row.fact().value())
        .words("unit", "unit", row -> row.fact().unit())
        .cell(
            "moneyYear",
            "money of",
            Kind.NUMBER,
            row ->
                row.fact()
                    .moneyYear()
                    .<Cell>map(Cell.Whole::new)
                    .orElseGet(() -> new Cell.Missing("none")))
        .flag("prior", "prior", row -> row.fact().isPrior())
        .share("returnAtLowShare", "return at low", Weighed::atLow, UNMOVED)
        .share("returnAtHighShare", "at high", Weighed::atHigh, UNMOVED)
        .known(row -> row.fact().rows().getFirst());
  }

  private static OptionalDouble irr(
      Optional<Financed> financed, ProjectFacts.Fact fact, double value) {
    return financed
        .map(its -> irr(its.with(its.choice().with(fact.input(), value))))
        .orElse(OptionalDouble.empty());
  }

  static OptionalDouble irr(Financed financed) {
    return Returns.irr(financed.flow().netUsdMillion());
  }

  private record InYear(int year, CashFlow.Year its, OptionalDouble dscr) {}

  /** The cash flow by calendar year. */
  static Table<?> years(Financed financed, DebtCover cover, Known known) {
    CashFlow flow = financed.flow();
    int construction = flow.terms().constructionYears();
    List<InYear> rows = new ArrayList<>();
    for (CashFlow.Year year : flow.years()) {
      int t = year.year() - construction;
      rows.add(
          new InYear(
              financed.startYear() + t,
              year,
              t >= 0 && t < cover.dscr().size()
                  ? OptionalDouble.of(cover.dscr().get(t))
                  : OptionalDouble.empty()));
    }
    return Table.of("years", "Cash flow, USD million a year", rows)
        .year("year", "year", InYear::year)
        .figure("soldTonnes", "sold t", row -> row.its().tonnes())
        .figure(
            "receivedUsdPerTonne",
            "paid USD/t",
            row ->
                row.its().tonnes() > 0
                    ? OptionalDouble.of(row.its().priceUsdPerTonne())
                    : OptionalDouble.empty(),
            "not built")
        .figure("contractUsdMillion", "contract", row -> row.its().paymentUsdMillion())
        .figure("revenueUsdMillion", "revenue", row -> row.its().revenueUsdMillion())
        .figure("operatingUsdMillion", "opex", row -> row.its().operatingUsdMillion())
        .figure("sustainingUsdMillion", "sustaining", row -> row.its().sustainingUsdMillion())
        .figure("taxUsdMillion", "tax", row -> row.its().taxUsdMillion())
        .figure("capitalUsdMillion", "capital", row -> row.its().capitalUsdMillion())
        .figure("netUsdMillion", "net", row -> row.its().netUsdMillion())
        .figure("cfadsUsdMillion", "CFADS", row -> row.its().cfadsUsdMillion())
        .figure("dscr", "DSCR", InYear::dscr, "no debt service")
        .knownAs(row -> known);
  }

  private record Paid(String when, double expected, double own, PaymentCost.Spread cost) {}

  /** What a contract costs whoever pays it, year by year and over its term. */
  static Table<?> contract(Financed financed, Contract contract, int today, Known known) {
    PaymentCost cost = financed.cost(contract, today);
    List<Paid> rows = new ArrayList<>();
    double index = 0;
    double own = 0;
    for (int t = 0; t < cost.years().size(); t++) {
      int year = financed.startYear() + t;
      double looked = financed.prices().indexUsdPerTonne(year);
      double paid = financed.prices().ownUsdPerTonne(year);
      index += looked / cost.years().size();
      own += paid / cost.years().size();
      rows.add(new Paid(Integer.toString(year), looked, paid, cost.years().get(t)));
    }
    rows.add(new Paid("term", index, own, cost.sum()));
    return Table.of(
            "contract",
            "What the contract costs whoever pays it, USD million; below 0 it pays them",
            rows)
        .words("year", "year", Paid::when)
        .figure("indexUsdPerTonne", "index USD/t", Paid::expected)
        .figure("basisUsdPerTonne", "own less index", row -> row.own() - row.expected())
        .figure("meanUsdMillion", "mean", row -> row.cost().mean())
        .figure("standardErrorUsdMillion", "", row -> row.cost().standardError())
        .figure("medianUsdMillion", "P50", row -> row.cost().median())
        .figure("p90UsdMillion", "P90", row -> row.cost().p90())
        .knownAs(row -> known);
  }

  private record Beside(String id, String words, String unit, Interval study, Interval ours) {
    Cell cell(Interval value) {
      return new Cell.Range(value, Cell.DIGITS, unit.equals("%"));
    }
  }

  /** What a published study says, and what its price gives here; empty if none is known. */
  static Table<?> study(ProjectFacts facts) {
    List<Beside> rows = new ArrayList<>();
    Choice taxed = Choice.central(facts, Optional.empty(), false);
    Choice untaxed = Choice.central(facts, Optional.empty(), true);
    facts
        .find(Input.STUDY_PRICE)
        .ifPresent(price -> {
          add(rows, facts, Input.STUDY_RETURN, "%", price, usd -> rate(taxed, usd));
          add(rows, facts, Input.STUDY_RETURN_BEFORE_TAX, "%", price, usd -> rate(untaxed, usd));
          add(rows, facts, Input.STUDY_EBITDA, "USD million", price, usd -> ebitda(taxed, usd));
          facts
              .find(Input.STUDY_DISCOUNT)
              .ifPresent(rate ->
                  add(
                      rows,
                      facts,
                      Input.STUDY_VALUE_BEFORE_TAX,
                      "USD million",
                      price,
                      usd ->
                          Returns.npv(
                              CashFlow.at(untaxed.terms(), usd).netUsdMillion(),
                              rate.value().central())));
        });
    return Table.of("study", "A published study at its own price and money, and ours beside", rows)
        .words("measure", "", Beside::id)
        .words("what", "what", Beside::words)
        .cell("published", "published", Kind.RANGE, row -> row.cell(row.study()))
        .cell("ours", "ours", Kind.RANGE, row -> row.cell(row.ours()))
        .words("unit", "unit", Beside::unit)
        .knownAs(row ->
            Known.computed(
                facts.find(Input.STUDY_PRICE).orElseThrow().rows(), FinanceProject.METHOD))
        .ifAny();
  }

  private static void add(
      List<Beside> rows,
      ProjectFacts facts,
      Input input,
      String unit,
      ProjectFacts.Fact price,
      DoubleUnaryOperator ours) {
    facts
        .find(input)
        .ifPresent(fact ->
            rows.add(
                new Beside(
                    input.measure(),
                    input.words(),
                    unit,
                    fact.value(),
                    new Interval(
                        ours.applyAsDouble(price.value().low()),
                        ours.applyAsDouble(price.value().central()),
                        ours.applyAsDouble(price.value().high())))));
  }

  private static double rate(Choice choice, double usdPerTonne) {
    return Returns.irr(CashFlow.at(choice.terms(), usdPerTonne).netUsdMillion()).orElse(-1);
  }

  private static double ebitda(Choice choice, double usdPerTonne) {
    return CashFlow.at(choice.terms(), usdPerTonne).fullYear().ebitdaUsdMillion();
  }
}
