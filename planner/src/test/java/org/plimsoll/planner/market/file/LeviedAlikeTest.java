package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Floors on a third of the buyers of goods alike, from below the price without them to half above
 * it: what a floor on a price means, and that its levy is one amount for all who sell there.
 */
class LeviedAlikeTest {
  private static final int PLACES = 30;
  private static final double LITTLE = 1e-6;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void importsLandAtTheFloorFromWhereTheyCostLeast(long seed) {
    MarketCase free = market(new SplittableRandom(seed));
    CaseMarket without = CaseMarket.of(free);
    Solution before =
        without.search(without.without(), Optional.empty(), SolverLimits.USUAL).solution().get();
    double[] floor = new double[PLACES];
    List<Measure> floors = new ArrayList<>();
    for (int j = 0; j < PLACES; j += 3) {
      floor[j] = before.buyerPrice[j] * (0.95 + 0.06 * (j % 10));
      floors.add(floor(floors.size(), before.chain.buyerCountry[j].id(), floor[j]));
    }
    CaseMarket levied = CaseMarket.of(free.withMeasures(floors));
    Solution now =
        levied
            .search(levied.with(new Tally(before)), Optional.empty(), SolverLimits.USUAL)
            .solution()
            .get();
    assertTrue(now.certificate().holds());
    for (int j = 0; j < PLACES; j += 3) {
      double least = Double.POSITIVE_INFINITY;
      double dearest = 0;
      double imported = 0;
      for (int i = 0; i < PLACES; i++) {
        int lane = now.chain.lane(i, j);
        double cost = now.makerPrice[i] + now.chain.freight[lane];
        if (i != j) {
          least = Math.min(least, cost);
          dearest = now.flow(lane) > LITTLE ? Math.max(dearest, cost) : dearest;
          imported += now.flow(lane);
        }
      }
      if (imported > LITTLE) {
        assertEquals(Math.max(least, floor[j]), now.buyerPrice[j], LITTLE, "price of imports");
        assertEquals(least, dearest, 1e-4, "cost before the levy");
      } else {
        assertTrue(now.buyerPrice[j] < Math.max(least, floor[j]) + LITTLE, "no import would pay");
      }
    }
  }

  static Measure floor(int number, String buyer, double price) {
    return new BorderMeasure.PriceFloor(
        new Terms(
            "measures[%d]".formatted(number),
            List.of(CaseProduct.of("good").id()),
            Parties.UNNAMED,
            Parties.of(buyer),
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "numbers of a test"),
        Interval.exactly(price),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }

  /** Places that make and use a good, some of them nearly all that they use. */
  static MarketCase market(SplittableRandom random) {
    CaseProduct good = CaseProduct.of("good");
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      TreeMap<ProductId, CaseCurve> makes = new TreeMap<>();
      double rise = 1 + 9 * random.nextDouble();
      makes.put(good.id(), CaseCurve.InverseLinear.of(10 + 15 * random.nextDouble(), rise));
      TreeMap<ProductId, CaseCurve> uses = new TreeMap<>();
      double fall = -1 - 4 * random.nextDouble();
      uses.put(good.id(), CaseCurve.InverseLinear.of(150 + 500 * random.nextDouble(), fall));
      nodes.add(new CaseNode(place(i), makes, uses, new TreeMap<>()));
      for (int j = 0; j < PLACES; j++) {
        double cost = i == j ? 0 : 1 + 60 * random.nextDouble();
        arcs.add(CaseArc.of(place(i), place(j), cost));
      }
    }
    return new MarketCase(
        "", "", List.of(good), nodes, List.of(), Optional.of(arcs), new TreeMap<>(), List.of());
  }

  private static Region place(int number) {
    return new Region("place%02d".formatted(number));
  }
}
