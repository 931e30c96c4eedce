package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.MarketParameter;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * What a stop makes of the alliance's price by the months that markets have to answer: as the world
 * answers, and without private stocks and fear.
 *
 * @param exporter by whom, a country's code
 * @param product of what
 * @param months in the order asked for
 */
public record StopCurve(String exporter, ProductId product, List<Month> months) {
  /** What the second curve leaves out. */
  private static final List<MarketParameter> STOCKS_AND_FEAR =
      List.of(MarketParameter.PRIVATE_STOCK_DAYS, MarketParameter.PRECAUTIONARY_BUYING);

  public StopCurve {
    months = List.copyOf(months);
  }

  /**
   * One horizon.
   *
   * @param months T
   * @param whole with private stocks and fear
   * @param bare without either
   */
  public record Month(int months, Multiples whole, Multiples bare) {}

  /**
   * The alliance's price in a stop over that of the base.
   *
   * @param toAlliance where the stop is to the alliance alone
   * @param toAll where it is to all
   */
  public record Multiples(Result toAlliance, Result toAll) {}

  /**
   * The curve of a stop.
   *
   * @param contextOf the markets of a scenario
   */
  static StopCurve of(
      Stop stop,
      Scenario scenario,
      List<Integer> months,
      Function<Scenario, PlanContext> contextOf) {
    List<Month> curve = new ArrayList<>();
    for (int month : months) {
      Scenario then = scenario.withHorizon(new Scenario.Horizon(month));
      curve.add(
          new Month(
              month,
              multiples(stop, contextOf.apply(then)),
              multiples(stop, contextOf.apply(bare(then)))));
    }
    return new StopCurve(stop.exporter().alpha3(), stop.product(), curve);
  }

  private static Scenario bare(Scenario scenario) {
    SortedMap<String, Interval> overrides = new TreeMap<>(scenario.parameters());
    STOCKS_AND_FEAR.forEach(parameter -> overrides.put(parameter.word(), Interval.exactly(0)));
    return scenario.withParameters(overrides);
  }

  private static Multiples multiples(Stop stop, PlanContext context) {
    if (!context.products().contains(stop.product())) {
      NoFigure none = new NoFigure(PlanContext.MULTIPLE, "its market is not solved");
      return new Multiples(none, none);
    }
    StopCards cards = new StopCards(context, List.of());
    ThreePrices prices =
        ThreePrices.of(context, stop.product(), new TreeSet<>(List.of(stop.exporter())));
    List<Request> requests =
        List.of(cards.base(), cards.toAlliance(stop), cards.toAll(stop)).stream()
            .map(question -> new Request(question, prices.quantities()))
            .toList();
    Study study = context.inquiry.study("months", requests);
    return new Multiples(
        prices.multiples(study, cards.toAlliance(stop), cards.base()).alliance(),
        prices.multiples(study, cards.toAll(stop), cards.base()).alliance());
  }
}
