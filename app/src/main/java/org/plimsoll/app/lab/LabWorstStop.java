package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Finds the costliest stop of a mineral: which exporter, by selling the alliance nothing of one of
 * its products, makes the alliance's users lose most. Each stop that matters is solved on the usual
 * scenario. Losses are those that the Lab's answer to the stop has: on top of what is in force. The
 * plan counts what an exporter's own controls cost already to its stop.
 */
public final class LabWorstStop {
  /** Exporters with less than this share of the members' use are no stop of their own. */
  private static final double SMALLEST_SHARE = 0.02;

  private final LabMarkets markets;
  private final SolverLimits limits;
  private final LabState bare;

  private LabWorstStop(LabMarkets markets, ProductId on, SolverLimits limits) {
    this.markets = markets;
    this.limits = limits;
    bare = LabState.of(on, markets.words().usualScenario());
  }

  /**
   * The state of the stop, with the product that is stopped on show.
   *
   * @param on a product of the mineral
   * @param limits of each search; a stop that is not found within them is passed over
   * @return empty if no stop was solved in which users lose
   */
  public static Optional<LabState> find(LabMarkets markets, ProductId on, SolverLimits limits) {
    return new LabWorstStop(markets, on, limits).find();
  }

  private Optional<LabState> find() {
    LabQuestion today = LabQuestion.of(bare, markets);
    return today.extended().outcome() instanceof Outcome.Converged before
        ? costliest(before.equilibrium(), today)
        : Optional.empty();
  }

  private Optional<LabState> costliest(Equilibrium before, LabQuestion today) {
    Optional<LabState> worst = Optional.empty();
    double most = 0;
    for (LabState stop : stops(before, today)) {
      Optional<Equilibrium> after = markets.solve(LabQuestion.of(stop, markets), limits);
      if (after.isPresent()) {
        double lost = lostUsd(after.get(), before, today.members());
        if (lost > most) {
          most = lost;
          worst = Optional.of(stop);
        }
      }
    }
    return worst;
  }

  /** By product and exporter. */
  private List<LabState> stops(Equilibrium before, LabQuestion today) {
    List<LabState> stops = new ArrayList<>();
    for (ProductId product : today.market().listProducts()) {
      if (product.commodity().equals(bare.on().commodity())) {
        SortedMap<CountryCode, Double> sold = new TreeMap<>();
        double use = 0;
        for (Route route : before.listRoutes(product)) {
          if (today.members().contains(route.to())) {
            use += route.tonnes();
            sold.merge(route.from(), route.tonnes(), Double::sum);
          }
        }
        double least = SMALLEST_SHARE * use;
        sold.forEach((by, tonnes) -> {
          if (tonnes > 0 && tonnes >= least && isOutside(by, today.members())) {
            stops.add(
                LabState.of(product, bare.from())
                    .withKept(new LabState.Exports(by.alpha3(), Optional.empty(), product), 0));
          }
        });
      }
    }
    return stops;
  }

  private boolean isOutside(CountryCode exporter, SortedSet<CountryCode> members) {
    return !members.contains(exporter) && markets.words().places().contains(exporter.alpha3());
  }

  /** What the members' users lose, USD a year. */
  static double lostUsd(Equilibrium after, Equilibrium before, SortedSet<CountryCode> members) {
    return -after.welfare(before).countries().stream()
        .filter(w -> members.contains(w.country()))
        .mapToDouble(CountryWelfare::consumerSurplus)
        .sum();
  }
}
