package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Make;

/**
 * Differential: the engine against exact arithmetic, on small random markets of goods alike under
 * bans, quotas, taxes, tariffs and floors. Every curve has a slope, so that prices where goods are
 * bought, and what is made and used, are the same in every answer; under a floor, what is made is
 * not, and is left out.
 */
class CaseDifferentialTest {
  private static final double CLOSE = 1e-6;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theEngineGivesTheExactAnswer(long seed) {
    MarketCase market = new Maker(seed).make();
    CaseMarket.Result result = CaseMarket.of(market).solve(SolverLimits.USUAL);
    CaseAnswer answer =
        assertInstanceOf(CaseMarket.Result.Solved.class, result, () -> result.toString()).answer();
    CaseLcp.Answer exact = CaseLcp.solve(market).orElseThrow();

    assertTrue(answer.certificate().holds());
    exact
        .demand()
        .forEach((at, used) -> {
          assertEquals(used, find(answer.market().demand(), at), CLOSE * 100, "use of " + at);
          if (used > CLOSE) {
            double price = exact.buyerPrice().getOrDefault(at, 0.0);
            assertEquals(
                price, find(answer.market().buyerPrices(), at), CLOSE * price, "price " + at);
          }
        });
    if (market.measures().stream().noneMatch(m -> m instanceof BorderMeasure.PriceFloor)) {
      exact
          .supply()
          .forEach((at, made) -> {
            if (at.product().equals(Maker.FIRST)) {
              assertEquals(made, find(answer.market().supply(), at), CLOSE * 100, "make of " + at);
            }
          });
    }
  }

  private static double find(
      SortedMap<ProductId, SortedMap<Place, Double>> figures, CaseLcp.At at) {
    return figures
        .getOrDefault(at.product(), Collections.emptySortedMap())
        .getOrDefault(at.place(), 0.0);
  }

  /** Draws one market: two to four nodes, one stage or two. */
  private static final class Maker {
    static final ProductId FIRST = ProductId.ofCase("ore");
    private static final ProductId SECOND = ProductId.ofCase("metal");

    private final SplittableRandom random;
    private final List<Region> places = new ArrayList<>();
    private final boolean hasStages;

    Maker(long seed) {
      random = new SplittableRandom(seed);
      int nodes = 2 + random.nextInt(3);
      for (int n = 0; n < nodes; n++) {
        places.add(new Region("node" + n));
      }
      hasStages = nodes < 4 && random.nextBoolean();
    }

    MarketCase make() {
      List<CaseNode> nodes = new ArrayList<>();
      List<CaseActivity> activities = new ArrayList<>();
      for (Region place : places) {
        nodes.add(node(place));
        if (hasStages) {
          activities.add(activity(place));
        }
      }
      List<CaseProduct> products = new ArrayList<>();
      products.add(new CaseProduct(FIRST, new CaseProduct.Sourcing.Homogeneous(), NO_CHOKE));
      if (hasStages) {
        products.add(new CaseProduct(SECOND, new CaseProduct.Sourcing.Homogeneous(), NO_CHOKE));
      }
      return new MarketCase(
          "", "", products, nodes, activities, arcs(), new TreeMap<>(), measures());
    }

    private static final OptionalDouble NO_CHOKE = OptionalDouble.empty();

    private CaseNode node(Region place) {
      TreeMap<ProductId, CaseCurve> supply = new TreeMap<>();
      supply.put(FIRST, CaseCurve.InverseLinear.of(figure(1, 20), figure(0.1, 2)));
      TreeMap<ProductId, CaseCurve> demand = new TreeMap<>();
      ProductId last = hasStages ? SECOND : FIRST;
      demand.put(last, CaseCurve.InverseLinear.of(figure(40, 90), -figure(0.2, 2)));
      return new CaseNode(place, supply, demand, new TreeMap<>());
    }

    private CaseActivity activity(Region place) {
      TreeMap<ProductId, Double> inputs = new TreeMap<>();
      inputs.put(FIRST, figure(0.8, 1.5));
      TreeMap<ProductId, Double> outputs = new TreeMap<>();
      outputs.put(SECOND, 1.0);
      return new CaseActivity(
          "making at " + place.id(),
          place,
          inputs,
          outputs,
          Optional.of(CaseCurve.InverseLinear.of(figure(1, 5), figure(0.1, 1))),
          Optional.empty());
    }

    private Optional<List<CaseArc>> arcs() {
      List<CaseArc> arcs = new ArrayList<>();
      for (Region from : places) {
        for (Region to : places) {
          boolean isHome = from.equals(to);
          if (isHome || random.nextInt(4) > 0) {
            arcs.add(CaseArc.of(from, to, isHome ? 0 : figure(0.5, 10)));
          }
        }
      }
      return Optional.of(arcs);
    }

    private List<Measure> measures() {
      List<Measure> measures = new ArrayList<>();
      int count = random.nextInt(4);
      for (int m = 0; m < count; m++) {
        measures.add(measure("m" + m));
      }
      return measures;
    }

    private Measure measure(String id) {
      ProductId product = hasStages && random.nextBoolean() ? SECOND : FIRST;
      Parties some = Parties.of(places.get(random.nextInt(places.size())).id());
      var byExporter = Make.terms(id, product, some, Parties.UNNAMED, Parties.UNNAMED);
      var byImporter = Make.terms(id, product, Parties.UNNAMED, some, Parties.UNNAMED);
      return switch (random.nextInt(5)) {
        case 0 -> new BorderMeasure.ExportBan(byExporter);
        case 1 -> new BorderMeasure.ExportQuota(byExporter, Interval.exactly(figure(1, 20)));
        case 2 ->
            new BorderMeasure.ExportTax(
                byExporter,
                Interval.exactly(figure(0.05, 0.5)),
                Interval.exactly(random.nextBoolean() ? 0 : figure(1, 9)));
        case 3 ->
            new BorderMeasure.Tariff(
                byImporter, Interval.exactly(figure(0.05, 0.5)), Interval.exactly(0));
        default ->
            new BorderMeasure.PriceFloor(
                byImporter,
                Interval.exactly(figure(10, 60)),
                Optional.empty(),
                BorderMeasure.GapGoesTo.IMPORTER);
      };
    }

    private double figure(double low, double high) {
      return Math.rint((low + (high - low) * random.nextDouble()) * 100) / 100;
    }
  }
}
