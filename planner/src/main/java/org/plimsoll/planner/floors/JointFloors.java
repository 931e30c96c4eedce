package org.plimsoll.planner.floors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Equilibrium;

/**
 * Floors along a chain. Above a floor at the first stage each later stage gets the smallest floor,
 * downstream upwards and again until none moves, with which its members make what they made before.
 */
public final class JointFloors {
  private static final int MOST_ROUNDS = 12;
  private static final double SAME = 1e-3;

  /** Output that counts as what it was. */
  private static final double KEPT_SHARE = 0.999;

  private static final double HIGHEST = 8;
  private static final double LOWEST = 0.5;

  private final FloorMarket market;
  private final List<ProductId> stages;
  private final Equilibrium before;

  /**
   * @param stages from the one with the given floor downstream
   */
  public JointFloors(FloorMarket market, List<ProductId> stages) {
    this.market = market;
    this.stages = List.copyOf(stages);
    before = market.before();
  }

  /**
   * Floors of the stages.
   *
   * @param usdPerTonne by stage; a stage that is not named needs none
   * @param lacking stages that no floor keeps at their output
   * @param first the market with the first floor alone
   * @param all the market with all of them
   */
  public record Joint(
      SortedMap<ProductId, Double> usdPerTonne,
      List<ProductId> lacking,
      Equilibrium first,
      Equilibrium all) {
    public Joint {
      usdPerTonne = Collections.unmodifiableSortedMap(new TreeMap<>(usdPerTonne));
      lacking = List.copyOf(lacking);
    }
  }

  /**
   * Floors above one at the first stage.
   *
   * @return empty if some market on the way has no solution
   */
  public Optional<Joint> above(double usdPerTonne) {
    SortedMap<ProductId, Double> floors = new TreeMap<>();
    floors.put(stages.getFirst(), usdPerTonne);
    Optional<Equilibrium> first = market.with(measures(floors, List.of()));
    List<ProductId> lacking = new ArrayList<>();
    boolean isMoving = true;
    for (int n = 0; n < MOST_ROUNDS && isMoving; n++) {
      isMoving = false;
      lacking.clear();
      for (ProductId stage : stages.subList(1, stages.size()).reversed()) {
        isMoving |= moves(stage, floors, lacking);
      }
    }
    Optional<Equilibrium> all = market.with(measures(floors, List.of()));
    return first.flatMap(one -> all.map(both -> new Joint(floors, lacking, one, both)));
  }

  /**
   * Sets the stage's smallest floor under the others; returns whether it moved. A floor on a stage
   * lowers the one before it that is needed, and the other way round, so floors swing about where
   * they meet: all but the last that is set go half of the way.
   */
  private boolean moves(
      ProductId stage, SortedMap<ProductId, Double> floors, List<ProductId> lacking) {
    double made = market.output(before, stage);
    double price = before.deliveredPrice(stage, market.members()).orElse(0);
    if (!(made > 0 && price > 0)) {
      return false;
    }
    Optional<Double> earlier = Optional.ofNullable(floors.get(stage));
    RootSearch.Found found =
        market.smallest(
            stage,
            new FloorTarget.Output(KEPT_SHARE * made),
            measures(floors, List.of(stage)),
            LOWEST * price,
            HIGHEST * price);
    Optional<Double> now =
        switch (found) {
          case RootSearch.Found.Reached(double _, boolean atOnce) when atOnce -> Optional.empty();
          case RootSearch.Found.Reached(double place, boolean _) ->
              Optional.of(
                  stage.equals(stages.get(1)) ? place : (place + earlier.orElse(place)) / 2);
          case RootSearch.Found.Nowhere(double best, var _) -> {
            lacking.add(stage);
            yield Optional.of(best);
          }
        };
    now.ifPresentOrElse(usd -> floors.put(stage, usd), () -> floors.remove(stage));
    return Math.abs(now.orElse(0.0) - earlier.orElse(0.0)) > SAME * now.orElse(1.0);
  }

  private List<Measure> measures(SortedMap<ProductId, Double> floors, List<ProductId> without) {
    List<Measure> measures = new ArrayList<>();
    floors.forEach((stage, usd) -> {
      if (!without.contains(stage)) {
        measures.add(market.floor(stage, usd));
      }
    });
    return measures;
  }
}
