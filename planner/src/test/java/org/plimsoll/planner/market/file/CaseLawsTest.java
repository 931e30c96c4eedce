package org.plimsoll.planner.market.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.RandomCases;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Laws that every market file's answer keeps. Long because of what changes the units of a whole
 * market.
 */
final class CaseLawsTest {
  private static final int SEEDS = 100;

  private static Optional<CaseAnswer> solve(MarketCase market) {
    return switch (CaseMarket.of(market).solve(SolverLimits.USUAL)) {
      case CaseMarket.Result.Solved solved -> Optional.of(solved.answer());
      case CaseMarket.Result.Failed failed -> Optional.empty();
    };
  }

  private static MarketCase market(long seed) {
    MarketCase market = RandomCases.market(seed, RandomCases.Kind.ANY);
    return market.withMeasures(RandomCases.measures(seed, market));
  }

  static LongStream seeds() {
    return LongStream.range(0, 15);
  }

  /** How many random markets end without an answer or a reason is measured; here that few do. */
  @ParameterizedTest
  @CsvSource({"STRAIGHT, 0", "ANY, 0"})
  void nearlyAllRandomMarketsAreSolvedOrHaveNoAnswer(RandomCases.Kind kind, int most) {
    List<Long> open = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      if (isOpen(seed, RandomCases.market(seed, kind))) {
        open.add(seed);
      }
    }
    assertTrue(open.size() <= most, "seeds " + open);
  }

  /** The same under measures of every type; market 64, with two purchases into stock, is open. */
  @ParameterizedTest
  @CsvSource({"STRAIGHT, 64", "ANY, "})
  void soAreRandomMarketsUnderMeasuresOfEveryType(RandomCases.Kind kind, @Nullable Long known) {
    List<Long> open = new ArrayList<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      MarketCase market = RandomCases.market(seed, kind);
      if (isOpen(seed, market.withMeasures(RandomCases.measuresOfEveryType(seed, market)))) {
        open.add(seed);
      }
    }
    open.remove(known);
    assertEquals(List.of(), open);
  }

  /** Whether a market ends without an answer or a reason; an answer must be certified. */
  private static boolean isOpen(long seed, MarketCase market) {
    return switch (CaseMarket.of(market).solve(SolverLimits.USUAL)) {
      case CaseMarket.Result.Solved solved -> {
        assertTrue(solved.answer().certificate().holds(), "seed " + seed);
        yield false;
      }
      case CaseMarket.Result.Failed failed -> !(failed.outcome() instanceof Outcome.Infeasible);
    };
  }

  /** An activity that must run at 5 and can get 3: the file has no answer, and is told so. */
  @Test
  void anActivityWithoutEnoughInputHasNoAnswer() {
    Region mill = new Region("mill");
    CaseProduct ore = CaseProduct.of("ore");
    CaseProduct metal = CaseProduct.of("metal");
    TreeMap<ProductId, CaseCurve> mined = new TreeMap<>(Map.of(ore.id(), new CaseCurve.Fixed(3)));
    TreeMap<ProductId, CaseCurve> used =
        new TreeMap<>(Map.of(metal.id(), CaseCurve.InverseLinear.of(10, -1)));
    CaseActivity smelter = smelter(mill, ore, metal, new CaseCurve.Fixed(5));
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(ore, metal),
            List.of(new CaseNode(mill, mined, used, new TreeMap<>())),
            List.of(smelter),
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of());
    CaseMarket.Result result = CaseMarket.of(market).solve(SolverLimits.USUAL);
    String message =
        result instanceof CaseMarket.Result.Failed failed ? failed.outcome().message() : "solved";
    assertEquals(
        "no price clears the market of metal in mill\n"
            + "Maybe give activity 'smelter' a level that follows its price, its inputs another"
            + " source, or its outputs a buyer",
        message);
  }

  /** Ore is wanted at the mill and nobody brings any: what goes without is no source of metal. */
  @Test
  void useThatGoesWithoutFeedsNoActivity() {
    Region mill = new Region("mill");
    Region abroad = new Region("abroad");
    Region town = new Region("town");
    CaseProduct ore =
        new CaseProduct(
            ProductId.ofCase("ore"), new CaseProduct.Sourcing.Homogeneous(), OptionalDouble.of(50));
    CaseProduct metal =
        new CaseProduct(
            ProductId.ofCase("metal"),
            new CaseProduct.Sourcing.SourceShares(2),
            OptionalDouble.of(100));
    CaseActivity smelter = smelter(mill, ore, metal, CaseCurve.Linear.of(5, 1));
    CaseNode wantsOre = node(mill, Map.of(), Map.of(ore.id(), new CaseCurve.Fixed(2)));
    CaseNode makes = node(abroad, Map.of(metal.id(), CaseCurve.InverseLinear.of(1, 1)), Map.of());
    CaseNode uses = node(town, Map.of(), Map.of(metal.id(), CaseCurve.InverseLinear.of(9, -1)));
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(ore, metal),
            List.of(wantsOre, makes, uses),
            List.of(smelter),
            Optional.of(List.of(shared(mill, town), shared(abroad, town))),
            Collections.emptySortedMap(),
            List.of());
    CaseAnswer answer = solve(market).orElseThrow();
    assertEquals(0.0, answer.market().levels().get("smelter"));
    assertTrue(answer.certificate().holds());
  }

  private static CaseActivity smelter(
      Region mill, CaseProduct ore, CaseProduct metal, CaseCurve level) {
    return new CaseActivity(
        "smelter",
        mill,
        new TreeMap<>(Map.of(ore.id(), 1.0)),
        new TreeMap<>(Map.of(metal.id(), 1.0)),
        Optional.of(level),
        Optional.empty());
  }

  private static CaseNode node(
      Region place, Map<ProductId, CaseCurve> makes, Map<ProductId, CaseCurve> uses) {
    return new CaseNode(place, new TreeMap<>(makes), new TreeMap<>(uses), new TreeMap<>());
  }

  private static CaseArc shared(Region from, Region to) {
    return new CaseArc(
        from, to, Optional.empty(), 1, 0, OptionalDouble.of(0.5), Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFileUnderMeasuresAnswersAsTheFileThatHasThem(long seed) {
    MarketCase market = market(seed);
    CaseMarket free = CaseMarket.of(market.withMeasures(List.of()));
    free.solve(SolverLimits.USUAL);
    assertEquals(
        CaseMarket.of(market).solve(SolverLimits.USUAL),
        free.under(market.measures()).solve(SolverLimits.USUAL));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void paymentsSumToNothing(long seed) {
    MarketCase market = RandomCases.market(seed, RandomCases.Kind.ANY);
    for (List<Measure> measures :
        List.of(
            RandomCases.measures(seed, market), RandomCases.measuresOfEveryType(seed, market))) {
      paymentsSumToNothing(market.withMeasures(measures));
    }
  }

  private static void paymentsSumToNothing(MarketCase market) {
    CaseAnswer answer = solve(market).orElseThrow();
    double world = answer.welfare().values().stream().mapToDouble(CountryWelfare::total).sum();
    assertEquals(answer.resources(), world, 1e-5 * (1 + Math.abs(world)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfNodesAndArcsChangesNothing(long seed) {
    MarketCase market = RandomCases.market(seed, RandomCases.Kind.ANY);
    List<CaseNode> nodes = new ArrayList<>(market.nodes());
    Collections.reverse(nodes);
    Optional<List<CaseArc>> arcs = market.arcs().map(ArrayList::new);
    arcs.ifPresent(Collections::reverse);
    MarketCase turned =
        new MarketCase(
            market.name(),
            market.source(),
            market.products(),
            nodes,
            market.activities(),
            arcs,
            market.alliances(),
            List.of());
    compare(market, turned, 1, 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void unitsChangeNothing(long seed) {
    MarketCase market = RandomCases.market(seed, RandomCases.Kind.ANY);
    for (double factor : new double[] {1e-6, 1e6}) {
      compare(market, scaled(market, factor, 1), factor, 1);
      compare(market, scaled(market, 1, factor), 1, factor);
    }
  }

  /** Buyer prices and uses of both, in units that differ by these factors. */
  private static void compare(MarketCase one, MarketCase other, double price, double quantity) {
    CaseAnswer first = solve(one).orElseThrow();
    CaseAnswer second = solve(other).orElseThrow();
    compare(first.market().demand(), second.market().demand(), quantity);
    compare(first.market().buyerPrices(), second.market().buyerPrices(), price);
  }

  private static void compare(
      SortedMap<ProductId, SortedMap<Place, Double>> one,
      SortedMap<ProductId, SortedMap<Place, Double>> other,
      double factor) {
    one.forEach((id, byPlace) ->
        byPlace.forEach((place, value) -> {
          Map<Place, Double> there = other.getOrDefault(id, Collections.emptySortedMap());
          double found = there.getOrDefault(place, Double.NaN);
          assertEquals(value, found / factor, 1e-5 * (1 + Math.abs(value)), id + " in " + place);
        }));
  }

  @Test
  void aUseThatNobodyServesIsNoAnswer() {
    ProductId good = ProductId.ofCase("good");
    CaseNode node =
        new CaseNode(
            new Region("here"),
            new TreeMap<>(Map.of(good, new CaseCurve.Fixed(3))),
            new TreeMap<>(Map.of(good, new CaseCurve.Fixed(5))),
            Collections.emptySortedMap());
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(CaseProduct.of("good")),
            List.of(node),
            List.of(),
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of());
    CaseMarket.Result result = CaseMarket.of(market).solve(SolverLimits.USUAL);
    Outcome outcome = ((CaseMarket.Result.Failed) result).outcome();
    assertEquals(good, ((Outcome.Infeasible) outcome).product());
  }

  /** A stock would serve the use, but nothing can be held against a market without an answer. */
  @Test
  void theMarketWithoutMeasuresNeedsAnAnswerToo() {
    ProductId good = ProductId.ofCase("good");
    Region here = new Region("here");
    Measure stock =
        new StockMeasure.StockRelease(
            new Terms(
                "measures[0]",
                List.of(good),
                Parties.UNNAMED,
                Parties.of("here"),
                Parties.UNNAMED,
                Optional.empty(),
                Optional.empty(),
                Status.ASSUMED,
                "made up"),
            Interval.exactly(5),
            Optional.empty());
    MarketCase market =
        new MarketCase(
            "",
            "",
            List.of(CaseProduct.of("good")),
            List.of(
                node(
                    here,
                    Map.of(good, new CaseCurve.Fixed(3)),
                    Map.of(good, new CaseCurve.Fixed(5)))),
            List.of(),
            Optional.empty(),
            Collections.emptySortedMap(),
            List.of(stock));
    CaseMarket.Result result = CaseMarket.of(market).solve(SolverLimits.USUAL);
    String message = ((CaseMarket.Result.Failed) result).outcome().message();
    assertTrue(message.startsWith("no price clears the market of good in here\nMaybe "), message);
    assertTrue(
        message.endsWith(
            "this is the market without the measures, which welfare, licences"
                + " and stocks are held against, so it needs an answer too"),
        message);
  }

  private static MarketCase scaled(MarketCase market, double price, double quantity) {
    List<CaseProduct> products = new ArrayList<>();
    for (CaseProduct product : market.products()) {
      products.add(
          new CaseProduct(
              product.id(),
              product.sourcing(),
              OptionalDouble.of(product.chokePrice().orElseThrow() * price)));
    }
    List<CaseNode> nodes = new ArrayList<>();
    for (CaseNode node : market.nodes()) {
      SortedMap<ProductId, Double> stock = new TreeMap<>(node.stock());
      stock.replaceAll((id, tonnes) -> tonnes * quantity);
      nodes.add(
          new CaseNode(
              node.place(),
              scaled(node.supply(), price, quantity),
              scaled(node.demand(), price, quantity),
              stock));
    }
    List<CaseActivity> activities = new ArrayList<>();
    for (CaseActivity a : market.activities()) {
      activities.add(
          new CaseActivity(
              a.id(),
              a.place(),
              a.inputs(),
              a.outputs(),
              a.level().map(curve -> scaled(curve, price, quantity)),
              a.cappedBy()));
    }
    Optional<List<CaseArc>> arcs =
        market.arcs().map(list -> list.stream().map(arc -> scaled(arc, price, quantity)).toList());
    return new MarketCase(
        market.name(),
        market.source(),
        products,
        nodes,
        activities,
        arcs,
        market.alliances(),
        List.of());
  }

  private static CaseArc scaled(CaseArc arc, double price, double quantity) {
    return new CaseArc(
        arc.from(),
        arc.to(),
        arc.product(),
        arc.cost() * price,
        arc.costSlope() * price / quantity,
        arc.share(),
        arc.capacity() * quantity);
  }

  private static SortedMap<ProductId, CaseCurve> scaled(
      SortedMap<ProductId, CaseCurve> curves, double price, double quantity) {
    SortedMap<ProductId, CaseCurve> scaled = new TreeMap<>(curves);
    scaled.replaceAll((id, curve) -> scaled(curve, price, quantity));
    return scaled;
  }

  private static CaseCurve scaled(CaseCurve curve, double price, double quantity) {
    return switch (curve) {
      case CaseCurve.Linear line ->
          new CaseCurve.Linear(
              line.intercept() * quantity,
              line.slope() * quantity / price,
              line.min() * quantity,
              line.max() * quantity);
      case CaseCurve.InverseLinear line ->
          new CaseCurve.InverseLinear(
              line.intercept() * price,
              line.slope() * price / quantity,
              line.max() * quantity,
              line.cross());
      case CaseCurve.ConstantElasticity power ->
          new CaseCurve.ConstantElasticity(
              power.quantity() * quantity,
              power.price() * price,
              power.elasticity(),
              power.max() * quantity);
      case CaseCurve.LogBarrier barrier ->
          new CaseCurve.LogBarrier(
              barrier.a() * price, barrier.b() * price * quantity, barrier.capacity() * quantity);
      case CaseCurve.Fixed fixed -> new CaseCurve.Fixed(fixed.quantity() * quantity);
    };
  }
}
