package org.plimsoll.planner.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.risk.Region;

/**
 * The market of one scenario in numbered draws of the parameters. A draw depends on the seed and
 * its number alone, so that draws may be solved anywhere and in any order.
 */
public final class Ensemble {
  private final Evidence evidence;
  private final Scenario scenario;
  private final Settings settings;
  private final Market middle;
  private final List<Wanted> wanted;

  /** What is read off every draw. */
  private record Wanted(String name, String product, String who, Quantity quantity) {}

  /**
   * A figure of one draw.
   *
   * @param draw number
   * @param quantity in words: {@code price}, {@code unserved}, {@code use}, {@code users}
   * @param product empty for money
   * @param who the alliance or a member
   * @param unit of the value
   * @param value empty if there is none
   * @param bound how the value relates to the figure: behind a ceiling it is more or less
   * @param why there is no value; empty if there is one
   */
  public record Line(
      int draw,
      String quantity,
      String product,
      String who,
      String unit,
      OptionalDouble value,
      String bound,
      String why) {}

  /**
   * @param scenario with what is in force among its measures
   * @param settings seed and limits of the searches
   */
  public Ensemble(Evidence evidence, Scenario scenario, Settings settings) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.settings = settings;
    middle = Market.of(evidence, scenario, ParameterDraw.central());
    wanted = wanted(Bloc.of(evidence, scenario));
  }

  private List<Wanted> wanted(Bloc bloc) {
    List<Region> regions = new ArrayList<>(List.of(bloc.whole()));
    regions.addAll(bloc.regions());
    List<Wanted> all = new ArrayList<>();
    for (ProductId product : middle.listProducts()) {
      for (Region region : regions) {
        String id = product.toString();
        all.add(new Wanted("price", id, region.id(), new Quantity.DeliveredPrice(product, region)));
        all.add(
            new Wanted("unserved", id, region.id(), new Quantity.UnservedShare(product, region)));
        all.add(new Wanted("output", id, region.id(), new Quantity.Output(product, region)));
      }
    }
    for (Region region : regions) {
      for (Quantity.Account account : Quantity.Account.values()) {
        String name = account.name().toLowerCase(Locale.ROOT);
        all.add(new Wanted(name, "", region.id(), new Quantity.Surplus(region, account)));
      }
    }
    return all;
  }

  /** Every figure of one draw; where the market is not solved, each with the reason. */
  public List<Line> draw(int number, Workers workers) {
    Market market = Market.of(evidence, scenario, settings.draw(number)).startingFrom(middle);
    Attempt attempt =
        Attempt.of(
            Question.statusQuo(scenario.priceVintage()),
            market.base(),
            workers.answers().solve(market, settings.limits(), workers.cancelled()),
            List.of());
    return wanted.stream().map(w -> line(number, w, attempt.read(w.quantity()))).toList();
  }

  private static Line line(int number, Wanted wanted, Reading reading) {
    String unit = wanted.quantity().unit();
    return switch (reading) {
      case Reading.Known known ->
          new Line(
              number,
              wanted.name(),
              wanted.product(),
              wanted.who(),
              unit,
              OptionalDouble.of(known.value()),
              switch (known.bound()) {
                case EXACT -> "exact";
                case AT_LEAST -> "at least";
                case AT_MOST -> "at most";
              },
              "");
      case Reading.Missing missing ->
          new Line(
              number,
              wanted.name(),
              wanted.product(),
              wanted.who(),
              unit,
              OptionalDouble.empty(),
              "",
              missing.why());
    };
  }
}
