package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.planner.risk.Balance;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading.Bound;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/** Each member's dependence on each product, and what a stop by its first supplier leaves. */
record ExposurePart(PlanContext context, LeveragePart leverage) {
  private static final String METHOD = "docs/method/risk.md";
  private static final double YEAR_DAYS = 365;

  /** A member's use of a product, where it comes from, and who sells it most. */
  private record Line(
      Balance balance, Concentration sourcing, CountryCode supplier, double supplierShare) {
    Stop stop() {
      return new Stop(supplier, balance.product());
    }
  }

  List<ActionPlan.Exposure> exposures() {
    List<Line> lines = lines();
    Study others = studyOthers(lines);
    return lines.stream().map(line -> exposure(line, others)).toList();
  }

  private List<Line> lines() {
    RiskTable risk = RiskTable.of(context.evidence, context.bloc.regions());
    List<Line> lines = new ArrayList<>();
    for (ProductId product : context.products()) {
      for (RiskTable.Regional regional : risk.regional()) {
        Balance balance = regional.balance();
        if (balance.product().equals(product) && balance.useTonnes() > 0) {
          regional.sourcing().flatMap(s -> line(balance, s)).ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  private static Optional<Line> line(Balance balance, Concentration sourcing) {
    return sourcing.shares().byCountry().entrySet().stream()
        .filter(e -> !balance.region().contains(e.getKey()) && !e.getKey().isAggregate())
        .max(Map.Entry.<CountryCode, Double>comparingByValue())
        .map(e -> new Line(balance, sourcing, e.getKey(), e.getValue()));
  }

  /**
   * Stops that cost the alliance little, so that leverage has none of its own, matter to a member.
   */
  private Study studyOthers(List<Line> lines) {
    Set<Request> requests = new LinkedHashSet<>();
    for (Line line : lines) {
      if (!leverage.has(line.stop())) {
        requests.add(
            new Request(leverage.question(line.stop()), List.of(unserved(line), givenUp(line))));
      }
    }
    return context.inquiry.study("stops by first suppliers", List.copyOf(requests));
  }

  private static Quantity givenUp(Line line) {
    return new Quantity.UseGivenUp(line.balance().product(), line.balance().region());
  }

  private static Quantity unserved(Line line) {
    return new Quantity.UnservedShare(line.balance().product(), line.balance().region());
  }

  private ActionPlan.Exposure exposure(Line line, Study others) {
    Balance balance = line.balance();
    Region region = balance.region();
    Product product = context.evidence.getProduct(balance.product());
    Basis basis = line.sourcing().basis();
    Result unserved = unservedShare(line, others);
    Parameter stocks = context.evidence.getParameter("private-stock-days", product.id());
    return new ActionPlan.Exposure(
        product.id(),
        product.name(),
        product.tier(),
        region.id(),
        of(Interval.exactly(balance.useTonnes()), "t/year", balance.basis()),
        balance.netImportReliance().isPresent()
            ? of(Interval.exactly(balance.netImportReliance().getAsDouble()), "1", balance.basis())
            : new NoFigure("1", "apparent use is nothing"),
        of(
            new Interval(
                line.sourcing().herfindahl().low(),
                line.sourcing().herfindahl().low(),
                line.sourcing().herfindahl().high()),
            "1",
            basis),
        line.supplier().alpha3(),
        of(Interval.exactly(line.supplierShare()), "1", basis),
        leverage.has(line.stop())
            ? leverage.givenUp(line.stop(), region)
            : other(line, givenUp(line), others),
        unserved,
        days(Figure.read(stocks.value(), "days", stocks.provenance()), unserved));
  }

  private Result unservedShare(Line line, Study others) {
    return leverage.has(line.stop())
        ? leverage.unserved(line.stop(), line.balance().region())
        : other(line, unserved(line), others);
  }

  private Result other(Line line, Quantity quantity, Study others) {
    Question question = leverage.question(line.stop());
    return context.figure(others.get(question, quantity), quantity, question);
  }

  /**
   * Days until use stops: days of private stocks over the share left unserved. The market is that
   * of a year, so that what lasts longer lasts "at least" that.
   */
  static Result days(Figure stocks, Result unserved) {
    Interval held = stocks.value();
    return switch (unserved) {
      case NoFigure none -> new NoFigure("days", none.why());
      case Figure share when share.central() <= held.central() / YEAR_DAYS ->
          new NoFigure("days", "no use stops within a year");
      case Figure share -> {
        Interval value = share.value();
        double least = Math.min(value.central(), held.high() / YEAR_DAYS);
        Figure days =
            Figure.of(
                Derivation.Rule.QUOTIENT,
                "days",
                "docs/method/leverage.md",
                stocks,
                share.withLowEnd(Math.max(least, value.low())));
        yield value.low() < least ? days.withHighEnd(Bound.AT_LEAST) : days;
      }
    };
  }

  private static Figure of(Interval value, String unit, Basis basis) {
    List<String> from = new ArrayList<>();
    basis.sources().stream().map(Source::toString).forEach(from::add);
    from.add(METHOD);
    return Figure.ofRows(value, unit, basis.grade(), from);
  }
}
