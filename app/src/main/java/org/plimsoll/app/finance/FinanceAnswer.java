package org.plimsoll.app.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.finance.FinanceTables.Result;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.planner.finance.BreakEven;
import org.plimsoll.planner.finance.CashFlow;
import org.plimsoll.planner.finance.DebtCover;
import org.plimsoll.planner.finance.Returns;
import org.plimsoll.planner.study.Workers;

/** The answer to whether a project pays, put together. */
final class FinanceAnswer {
  private static final String USD_PER_TONNE = "USD/t";
  private static final String USD_MILLION = "USD million";

  /** A plant runs full after the two years of its ramp. */
  private static final int FULL_YEARS_AFTER_START = 2;

  private static final String NO_PRICE = "nobody makes or buys it there";
  private static final String TIMES = "times";
  private static final double MILLION = 1e6;

  /** An amount that was given is shown nearly whole. */
  private static final int GIVEN_DIGITS = 6;

  private final FinanceProject question;
  private final Evidence evidence;
  private final ProjectFacts facts;
  private final Choice choice;
  private final List<String> unknown;
  private final List<Result> results = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private FinanceAnswer(
      FinanceProject question, Evidence evidence, ProjectFacts facts, Optional<Integer> moneyYear) {
    this.question = question;
    this.evidence = evidence;
    this.facts = facts;
    choice = Choice.central(facts, moneyYear, question.beforeTax());
    unknown = unknown(facts);
  }

  private static List<String> unknown(ProjectFacts facts) {
    List<String> unknown = new ArrayList<>();
    if (facts.find(Input.CAPITAL).isEmpty()) {
      unknown.add(Input.CAPITAL.words());
    }
    if (facts.find(Input.OPERATING).isEmpty()) {
      unknown.add(Input.OPERATING.words());
    }
    if (facts.tonnesPerYear().isEmpty()) {
      unknown.add("capacity");
    }
    return unknown;
  }

  /** At one price in all years, in the money of the costs. */
  static Answer atPrice(FinanceProject question, Evidence evidence, ProjectFacts facts) {
    FinanceAnswer answer = new FinanceAnswer(question, evidence, facts, Optional.empty());
    double usdPerTonne = Amounts.statedUsdPerTonne("--price", question.price().orElseThrow());
    answer.results.add(
        new Result(
            "receivedPrice",
            "price received, as given",
            USD_PER_TONNE,
            new Cell.Figure(usdPerTonne, GIVEN_DIGITS)));
    answer.remarks.add(
        "Money of the year that each cost is stated in; the price is taken to be in the same.");
    return answer.finish(
        Optional.of(YearPrices.constant(usdPerTonne)), Optional.empty(), List.of());
  }

  /** At the prices that the market gives its makers year by year. */
  static Answer throughMarket(
      FinanceProject question,
      Evidence evidence,
      Scenario scenario,
      ProjectFacts facts,
      Workers workers) {
    FinanceAnswer answer =
        new FinanceAnswer(question, evidence, facts, Optional.of(evidence.baseYear()));
    Optional<ProjectMarket> market =
        facts.tonnesPerYear().isPresent()
            ? Optional.of(ProjectMarket.of(question, evidence, scenario, answer.choice, workers))
            : Optional.empty();
    if (market.isEmpty()) {
      return answer.finish(Optional.empty(), market, List.of());
    }
    ProjectMarket its = market.get();
    int full = its.startYear() + FULL_YEARS_AFTER_START;
    Optional<YearPrices> prices = its.prices();
    answer.results.add(
        Result.figure(
            "receivedPrice",
            "price received in " + full + ", the first year at full output",
            USD_PER_TONNE,
            prices
                .map(p -> OptionalDouble.of(p.ownUsdPerTonne(full)))
                .orElse(OptionalDouble.empty()),
            NO_PRICE));
    if (prices.isEmpty()) {
      answer.unknown.add("price");
    }
    answer.remarks.addAll(its.remarks());
    answer.remarks.add(
        "Money of %d: costs are brought there at %s a year."
            .formatted(
                evidence.baseYear(),
                new Cell.Share(answer.choice.value(Input.INFLATION), Cell.DIGITS).text()));
    return answer.finish(prices, market, its.rows());
  }

  private Answer finish(
      Optional<YearPrices> prices, Optional<ProjectMarket> market, List<Provenance> ofPrices) {
    Optional<Financed> financed =
        prices
            .filter(p -> unknown.isEmpty())
            .map(p ->
                new Financed(
                    choice,
                    p,
                    choice.startYear(evidence.asOf().getYear()),
                    question.cfd().map(Contract::parse),
                    question.debt().map(DebtText::parse)));
    List<ProjectFacts.Fact> used = used(market.isPresent());
    Known known = known(used, ofPrices);
    financed.ifPresentOrElse(its -> addReturns(its, market), this::addUnknown);
    addCharge();
    Project project = facts.project();
    Answer answer =
        Answer.of("Finance of " + project.name())
            .fact("project", project.id())
            .fact("grade", known.grade().name())
            .fact("priors", new Cell.Names(priors(used)))
            .fact("unknown", new Cell.Names(unknown))
            .fact("moneyYear", moneyYear(market.isPresent()))
            .with(FinanceTables.results(title(project), results, known));
    if (project.product().isPresent()) {
      answer = answer.fact("product", project.product().get().toString());
    }
    answer = answer.with(FinanceTables.inputs(used, financed));
    if (financed.isPresent()) {
      Financed its = financed.get();
      answer = answer.with(FinanceTables.years(its, its.cover(its.flow()), known));
      if (its.contract().isPresent()) {
        answer =
            answer.with(
                FinanceTables.contract(
                    its, its.contract().get(), evidence.asOf().getYear(), known));
      }
      answer = answer.with(FinanceTables.study(facts));
    }
    return answer.remark(remarks).remark(remarks(used, known));
  }

  private Cell moneyYear(boolean isThroughMarket) {
    return isThroughMarket
        ? new Cell.Whole(evidence.baseYear())
        : new Cell.Missing("that of the costs");
  }

  private static String title(Project project) {
    return project.id()
        + " "
        + project.name()
        + project.product().map(product -> ", " + product).orElse("");
  }

  /** The figures that this answer rests on, in their order. */
  private List<ProjectFacts.Fact> used(boolean isThroughMarket) {
    List<Input> inputs = new ArrayList<>(Choice.OF_TERMS);
    if (question.beforeTax()) {
      inputs.remove(Input.TAX);
    }
    inputs.add(Input.DISCOUNT);
    if (question.debt().isEmpty()) {
      inputs.addAll(List.of(Input.DEBT_SHARE, Input.DEBT_RATE, Input.DEBT_YEARS));
    }
    inputs.add(Input.DEBT_COVER);
    if (isThroughMarket) {
      inputs.add(Input.INFLATION);
      if (facts.project().startYear().isPresent()) {
        inputs.add(Input.DELAY);
      }
    }
    if (question.cfd().isPresent()) {
      inputs.addAll(List.of(Input.CONTRACT_YEARS, Input.VOLATILITY));
    }
    return inputs.stream().flatMap(input -> facts.find(input).stream()).toList();
  }

  private static Known known(List<ProjectFacts.Fact> used, List<Provenance> ofPrices) {
    List<Provenance> rows = new ArrayList<>(ofPrices);
    used.forEach(fact -> rows.addAll(fact.rows()));
    return Known.computed(rows, FinanceProject.METHOD);
  }

  private static List<String> priors(List<ProjectFacts.Fact> used) {
    return used.stream()
        .filter(ProjectFacts.Fact::isPrior)
        .map(fact -> fact.input().words())
        .toList();
  }

  private void addReturns(Financed financed, Optional<ProjectMarket> market) {
    CashFlow flow = financed.flow();
    double rate = choice.value(Input.DISCOUNT);
    String at = " at " + new Cell.Share(rate, Cell.DIGITS).text();
    OptionalDouble irr = FinanceTables.irr(financed);
    results.add(Result.share("irr", "internal rate of return", irr, "it loses all that is spent"));
    results.add(
        Result.figure(
            "npvUsdMillion",
            "net present value" + at,
            USD_MILLION,
            Returns.npv(flow.netUsdMillion(), rate)));
    results.add(
        Result.figure(
            "paybackYears",
            "payback from the first output",
            "years",
            Returns.payback(flow),
            "never"));
    results.add(
        Result.figure(
            "requiredUsdPerTonne",
            "price that it requires" + at,
            USD_PER_TONNE,
            Returns.requiredPrice(flow.terms(), rate)));
    double high = facts.get(Input.DISCOUNT).value().high();
    results.add(
        Result.figure(
            "requiredAtHighUsdPerTonne",
            "price that it requires at " + percent(high),
            USD_PER_TONNE,
            Returns.requiredPrice(flow.terms(), high)));
    results.add(
        Result.figure(
            "ebitdaUsdMillion",
            "EBITDA of a full year",
            USD_MILLION,
            flow.fullYear().ebitdaUsdMillion()));
    results.add(
        Result.figure(
            "cfadsUsdMillion",
            "cash for debt service in a full year (CFADS)",
            USD_MILLION,
            flow.fullYear().cfadsUsdMillion()));
    addDebt(financed, flow);
    market.ifPresent(its -> addBreakEven(financed, its, rate));
  }

  private void addDebt(Financed financed, CashFlow flow) {
    DebtCover cover = financed.cover(flow);
    double asked = choice.value(Input.DEBT_COVER);
    results.add(
        Result.figure(
            "debtUsdMillion",
            "owed when it starts, interest while building included",
            USD_MILLION,
            cover.balanceUsdMillion()));
    results.add(
        Result.figure("minimumDscr", "DSCR, lowest at full output", TIMES, cover.minimumDscr()));
    results.add(
        Result.figure("averageDscr", "DSCR, mean at full output", TIMES, cover.averageDscr()));
    results.add(Result.figure("llcr", "LLCR", TIMES, cover.llcr()));
    results.add(
        Result.figure(
            "largestDebtUsdMillion",
            "largest debt at a DSCR of " + Cell.number(asked, Cell.DIGITS),
            USD_MILLION,
            cover.largestUsdMillion()));
  }

  private void addBreakEven(Financed financed, ProjectMarket market, double rate) {
    double required = Returns.requiredPrice(choice.terms(), rate);
    BreakEven ofReturn =
        market.breakEven(prices -> FinanceTables.irr(financed.at(prices)), rate, required);
    String share = new Cell.Share(rate, Cell.DIGITS).text();
    addFloor(ofReturn, "breakEvenFloorIrr", "a return of " + share, FinanceAnswer::percent, market);
    double asked = choice.value(Input.DEBT_COVER);
    BreakEven ofCover =
        market.breakEven(
            prices -> {
              Financed then = financed.at(prices);
              return OptionalDouble.of(then.cover(then.flow()).minimumDscr());
            },
            asked,
            required);
    addFloor(
        ofCover,
        "breakEvenFloorDscr",
        "a DSCR of " + Cell.number(asked, Cell.DIGITS),
        best -> Cell.number(best, Cell.DIGITS),
        market);
  }

  private static String percent(double share) {
    return new Cell.Share(share, Cell.DIGITS).text();
  }

  private void addFloor(
      BreakEven found,
      String id,
      String target,
      DoubleFunction<String> print,
      ProjectMarket market) {
    String words = "break-even floor for " + target;
    switch (found) {
      case BreakEven.Found(double floor) -> {
        int full = market.startYear() + choice.terms().firstFullYear();
        double paid = market.findPrices(floor).map(p -> p.ownUsdPerTonne(full)).orElseThrow();
        results.add(Result.figure(id, words, USD_PER_TONNE, floor));
        results.add(
            Result.figure(id + "Paid", "paid under that floor in " + full, USD_PER_TONNE, paid));
      }
      case BreakEven.Without() ->
          results.add(new Result(id, words, USD_PER_TONNE, new Cell.Missing("none needed")));
      case BreakEven.None(double highest, OptionalDouble best) ->
          results.add(
              new Result(
                  id,
                  words,
                  USD_PER_TONNE,
                  new Cell.Missing(
                      "no floor up to %s does it%s"
                          .formatted(
                              Cell.number(highest, Cell.DIGITS),
                              best.isPresent()
                                  ? ", best reached " + print.apply(best.getAsDouble())
                                  : ""))));
    }
  }

  private void addUnknown() {
    Cell why = new Cell.Missing("unknown: " + String.join(", ", unknown));
    results.add(new Result("irr", "internal rate of return", "1/year", why));
    results.add(new Result("npvUsdMillion", "net present value", USD_MILLION, why));
    results.add(new Result("requiredUsdPerTonne", "price that it requires", USD_PER_TONNE, why));
  }

  private void addCharge() {
    if (facts.find(Input.CAPITAL).isPresent() && facts.tonnesPerYear().isPresent()) {
      double rate = choice.value(Input.DISCOUNT);
      int years = (int) StrictMath.round(choice.value(Input.LIFE));
      results.add(
          Result.figure(
              "capitalChargeUsdPerTonne",
              "capital charge at %s over %d years".formatted(percent(rate), years),
              USD_PER_TONNE,
              Returns.capitalCharge(choice.money(Input.CAPITAL), rate, years)
                  * MILLION
                  / facts.tonnesPerYear().getAsDouble()));
    }
  }

  private List<String> remarks(List<ProjectFacts.Fact> used, Known known) {
    List<String> said = new ArrayList<>();
    if (!unknown.isEmpty()) {
      said.add("unknown: " + String.join(", ", unknown) + ". No return is printed.");
    }
    List<String> priors = priors(used);
    if (!priors.isEmpty()) {
      said.add("prior: " + String.join(", ", priors) + ".");
    }
    said.add("The answer has grade " + known.grade() + ", the worst of its rows.");
    said.add("Definitions and limits: " + FinanceProject.METHOD);
    return said;
  }
}
