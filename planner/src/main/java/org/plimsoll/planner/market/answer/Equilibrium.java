package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;

/**
 * Prices, flows and shortage of a solved market in the model's words. Tonnes of content a year;
 * prices USD a tonne; money USD a year. Products that no measure touches answer as in the base.
 *
 * <p>Long because each question that may be put to a result has its method here.
 *
 * <p>A country or product that the market does not have answers with nothing: no price, 0 tonnes.
 */
public final class Equilibrium {
  /** Below this share of its base a node counts as without output, sales or deliveries. */
  private static final double NOTHING = 1e-9;

  private static final double DAYS = 365;

  private final List<Tally> tallies;
  private final Map<ProductId, Integer> chainOf = new TreeMap<>();
  private final Supplier<Welfare> welfare;
  private final Supplier<List<Finding>> findings;
  private final Supplier<List<IdleMeasure>> idle;

  private Equilibrium(
      List<Tally> tallies,
      Supplier<Welfare> welfare,
      Supplier<List<Finding>> findings,
      Supplier<List<IdleMeasure>> idle) {
    this.tallies = List.copyOf(tallies);
    this.welfare = welfare;
    this.findings = findings;
    this.idle = idle;
    for (int c = 0; c < tallies.size(); c++) {
      for (ProductFigures product : tallies.get(c).s.chain.products) {
        chainOf.put(product.id(), c);
      }
    }
  }

  /** The base year, calibrated and not solved. */
  public static Equilibrium ofBase(List<Chain> chains) {
    List<Tally> tallies = new ArrayList<>();
    for (Chain chain : chains) {
      tallies.add(Tally.ofBase(chain));
    }
    return of(tallies, () -> new Welfare(List.of(), 0), List::of, List::of);
  }

  /** Answers chain by chain. */
  public static Equilibrium of(
      List<Tally> tallies,
      Supplier<Welfare> welfare,
      Supplier<List<Finding>> findings,
      Supplier<List<IdleMeasure>> idle) {
    return new Equilibrium(tallies, welfare, findings, idle);
  }

  public Tally tally(int chain) {
    return tallies.get(chain);
  }

  /** Where a product stands: its chain's sums and its row there. */
  private record Spot(Tally tally, int product) {
    Chain chain() {
      return tally.s.chain;
    }

    int maker(Place country) {
      return chain().findMaker(new Node(product, country));
    }

    /** Every user that buys there. */
    int[] buyers(Place country) {
      return chain().buyersIn(product, country);
    }
  }

  private Optional<Spot> place(ProductId id) {
    @Nullable Integer chain = chainOf.get(id);
    if (chain == null) {
      return Optional.empty();
    }
    Tally tally = tallies.get(chain);
    return Optional.of(new Spot(tally, tally.s.chain.findProduct(id)));
  }

  /** A figure of a buyer's row. */
  private interface BuyerFigure {
    double of(Tally tally, int buyer);
  }

  private double atBuyer(ProductId product, Place country, BuyerFigure figure) {
    double sum = 0;
    Optional<Spot> found = place(product);
    if (found.isPresent()) {
      for (int j : found.get().buyers(country)) {
        sum += figure.of(found.get().tally(), j);
      }
    }
    return sum;
  }

  private double onImports(ProductId product, Place importer, LaneValue value) {
    return place(product)
        .map(place -> sum(place, (j, i) -> place.chain().buyerCountry[j].equals(importer), value))
        .orElse(0.0);
  }

  private double onExports(ProductId product, Place exporter, LaneValue value) {
    return place(product)
        .map(place -> {
          int row = place.maker(exporter);
          return sum(place, (j, i) -> i == row, value);
        })
        .orElse(0.0);
  }

  private static double sum(Spot place, Tally.LaneTest test, LaneValue value) {
    Tally tally = place.tally();
    return tally.sum(place.product(), test, (j, lane) -> value.of(tally.s, j, lane));
  }

  /** A figure of a lane of a solution. */
  private interface LaneValue {
    double of(Solution solution, int buyer, int lane);
  }

  /** Products of a commodity in the market, in order of their ids. */
  public List<ProductId> listProducts(String commodity) {
    return chainOf.keySet().stream().filter(p -> p.commodity().equals(commodity)).toList();
  }

  /** Countries that make or use the product, in code order; none of a market file. */
  public List<CountryCode> listCountries(ProductId product) {
    return listPlaces(product).stream()
        .filter(CountryCode.class::isInstance)
        .map(CountryCode.class::cast)
        .toList();
  }

  /** Countries, or nodes of a market file, that make or use the product, in order of their ids. */
  public List<Place> listPlaces(ProductId product) {
    SortedSet<Place> places = new TreeSet<>();
    place(product)
        .ifPresent(place -> {
          Chain chain = place.chain();
          int k = place.product();
          places.addAll(
              Arrays.asList(chain.makerCountry)
                  .subList(chain.makerStart[k], chain.makerStart[k + 1]));
          places.addAll(
              Arrays.asList(chain.buyerCountry)
                  .subList(chain.buyerStart[k], chain.buyerStart[k + 1]));
        });
    return List.copyOf(places);
  }

  /** Price at the producer, before export taxes and rents; empty where nothing is made or sold. */
  public OptionalDouble producerPrice(ProductId product, Place country) {
    Optional<Spot> found = place(product).filter(place -> place.maker(country) >= 0);
    if (found.isPresent()) {
      Tally tally = found.get().tally();
      int i = found.get().maker(country);
      double least = NOTHING * found.get().chain().baseTrade(found.get().product());
      boolean trades = tally.made[i] > least || exports(product, country) > least;
      if (tally.s.regime.makerLive[i] && trades) {
        return OptionalDouble.of(tally.s.makerPrice[i]);
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Price at the buyer's door, the mean by quantity where users are told apart; empty where nothing
   * arrives. Where {@link #isAtAssumedCeiling}, say so and do not print the number as a price.
   */
  public OptionalDouble buyerPrice(ProductId product, Place country) {
    Optional<Spot> found = place(product);
    if (found.isEmpty()) {
      return OptionalDouble.empty();
    }
    Tally tally = found.get().tally();
    int[] supplied = Arrays.stream(found.get().buyers(country)).filter(tally::isSupplied).toArray();
    if (supplied.length == 1) {
      return OptionalDouble.of(tally.s.buyerPrice[supplied[0]]);
    }
    double tonnes = 0;
    double paid = 0;
    for (int j : supplied) {
      tonnes += tally.delivered[j];
      paid += tally.delivered[j] * tally.s.buyerPrice[j];
    }
    return tonnes > 0 ? OptionalDouble.of(paid / tonnes) : OptionalDouble.empty();
  }

  /** End users that measures tell apart, in the order of the chain. */
  public List<UserAnswer> listEndUsers() {
    return tallies.stream().flatMap(tally -> UserAnswer.of(tally).stream()).toList();
  }

  /** Whether some use there goes unserved: the price is the assumed ceiling, not a market's. */
  public boolean isAtAssumedCeiling(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.isAtCeiling(j) ? 1 : 0) > 0;
  }

  /**
   * The lowest price at which use in some places goes unserved, a bound of what they would pay;
   * empty where none goes unserved.
   */
  public OptionalDouble lowestCeiling(ProductId product, Collection<? extends Place> places) {
    Optional<Spot> found = place(product);
    if (found.isEmpty()) {
      return OptionalDouble.empty();
    }
    Tally tally = found.get().tally();
    return places.stream()
        .flatMapToInt(country -> Arrays.stream(found.get().buyers(country)))
        .filter(tally::isAtCeiling)
        .mapToDouble(j -> tally.s.buyerPrice[j])
        .min();
  }

  /** Quantity-weighted delivered price over some places; empty where nothing arrives. */
  public OptionalDouble deliveredPrice(ProductId product, Collection<? extends Place> places) {
    double tonnes = 0;
    double value = 0;
    for (Place country : listPlaces(product)) {
      if (places.contains(country)) {
        tonnes += delivered(product, country);
        value +=
            atBuyer(product, country, (tally, j) -> tally.s.buyerPrice[j] * tally.delivered[j]);
      }
    }
    return tonnes > 0 ? OptionalDouble.of(value / tonnes) : OptionalDouble.empty();
  }

  /** Tonnes from one country to another, or used at home. */
  public double flow(ProductId product, Place from, Place to) {
    return place(product)
        .map(place -> flow(place, place.maker(from), place.buyers(to)))
        .orElse(0.0);
  }

  private static double flow(Spot place, int maker, int[] buyers) {
    return maker < 0
        ? 0
        : Arrays.stream(buyers)
            .mapToDouble(j -> place.tally().s.flow(place.chain().lane(maker, j)))
            .sum();
  }

  /**
   * Every route between countries that carries goods, by destination, its end users apart, then
   * origin.
   */
  public List<Route> listRoutes(ProductId product) {
    List<Route> routes = new ArrayList<>();
    place(product).ifPresent(place -> addRoutes(place, routes));
    return routes;
  }

  private static void addRoutes(Spot place, List<Route> routes) {
    Chain chain = place.chain();
    int k = place.product();
    for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (place.tally().s.flow(lane) > NOTHING * chain.buyerScale[j]
            && chain.makerCountry[chain.makerOf(j, lane)] instanceof CountryCode from
            && chain.buyerCountry[j] instanceof CountryCode to) {
          routes.add(route(place.tally().s, from, to, j, lane));
        }
      }
    }
  }

  private static Route route(Solution s, CountryCode from, CountryCode to, int j, int lane) {
    Chain chain = s.chain;
    int maker = chain.makerOf(j, lane);
    double producer = s.makerPrice[maker];
    Solution.Paid paid = s.paid(j, lane);
    return new Route(
        chain.products[chain.buyerProduct[j]].id(),
        from,
        to,
        chain.buyerUser[j],
        s.flow(lane),
        s.latentFlow[lane],
        producer,
        s.regime.wedges.exportTaxOn(lane, producer),
        s.exportRent[lane],
        chain.freight[lane],
        paid.duty(),
        paid.furtherDuty() + paid.importRent(),
        s.partialLevy(j, lane) + paid.floorGap(),
        s.landed(j, lane));
  }

  /** Tonnes made, by whatever activity. */
  public double output(ProductId product, Place country) {
    return place(product)
        .filter(place -> place.maker(country) >= 0)
        .map(place -> place.tally().made[place.maker(country)])
        .orElse(0.0);
  }

  /** Level of an activity, tonnes of its primary output, new capacity included. */
  public double output(String activity, Place country) {
    double sum = 0;
    for (Tally tally : tallies) {
      for (int b = 0; b < tally.s.level.length; b++) {
        sum += isAt(tally, b, activity, country) ? tally.s.level[b] : 0;
      }
    }
    return sum;
  }

  /** What scarce capacity of an activity earns beyond what its last tonne costs. */
  public double capacityRentUsd(String activity, Place country) {
    double sum = 0;
    for (Tally tally : tallies) {
      for (int b = 0; b < tally.s.level.length; b++) {
        if (isAt(tally, b, activity, country) && tally.s.level[b] > 0) {
          double level = tally.s.level[b];
          double wanted = tally.s.regime.blocks.get(b).curve().marginAt(level);
          sum += Math.max(0, tally.s.margin(b) - wanted) * level;
        }
      }
    }
    return sum;
  }

  private static boolean isAt(Tally tally, int b, String activity, Place country) {
    Block block = tally.s.regime.blocks.get(b);
    return block.activity().equals(activity) && block.country().equals(country);
  }

  /** Tonnes that arrive from makers and from stock. */
  public double delivered(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.delivered[j]);
  }

  /** Tonnes used as they are: final use, and minor inputs less what makers do without. */
  public double endUse(ProductId product, Place country) {
    return atBuyer(
        product,
        country,
        (tally, j) ->
            tally.s.chain.finalUse[j] instanceof Demand.WithMinorInput
                ? tally.s.served[j] + tally.inputs[j]
                : tally.s.served[j]);
  }

  /** Tonnes of final use; less than none where makers do without a minor input. */
  public double use(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.served[j]);
  }

  /** Tonnes taken as inputs by modelled activities. */
  public double inputUse(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.inputs[j]);
  }

  /** Tonnes added to stocks as far as what the base year did goes on; negative if they give out. */
  public double stockBuild(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.stocked[j]);
  }

  /** Tonnes that private holders sell from stock at a high price. */
  public double drawn(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.drawn[j]);
  }

  /** Tonnes bought into stock by measures, or for fear of restrictions. */
  public double purchased(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.purchased[j]);
  }

  /** Tonnes sold from stock by measures. */
  public double released(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.released[j]);
  }

  /** Tonnes of final use that are wanted at the assumed ceiling and not to be had. */
  public double unserved(ProductId product, Place country) {
    return atBuyer(product, country, (tally, j) -> tally.s.unserved[j]);
  }

  /** Use of each country that goes without, valued at base prices, USD a year; none left out. */
  public SortedMap<Place, Double> unservedUsd() {
    return unservedUsd(tallies);
  }

  /** The same along the chain of one product. */
  public SortedMap<Place, Double> unservedUsd(ProductId product) {
    return unservedUsd(place(product).map(spot -> List.of(spot.tally())).orElse(List.of()));
  }

  private static SortedMap<Place, Double> unservedUsd(List<Tally> tallies) {
    SortedMap<Place, Double> usd = new TreeMap<>();
    for (Tally tally : tallies) {
      Chain chain = tally.s.chain;
      for (int j = 0; j < chain.buyerCount(); j++) {
        if (tally.isAtCeiling(j)) {
          usd.merge(chain.buyerCountry[j], tally.s.unserved[j] * chain.buyerPrice0[j], Double::sum);
        }
      }
    }
    return usd;
  }

  /** 365 × unserved ÷ demand, over these countries. */
  public double daysOfShortage(ProductId product, Collection<? extends Place> countries) {
    double unserved = 0;
    double demand = 0;
    for (Place country : new TreeSet<>(countries)) {
      unserved += unserved(product, country);
      demand += unserved(product, country) + use(product, country);
    }
    return demand > 0 ? DAYS * unserved / demand : 0;
  }

  /** Tonnes that leave these countries. */
  public double exports(ProductId product, Collection<? extends Place> from) {
    return place(product)
        .map(place -> {
          List<Place> others =
              listPlaces(product).stream().filter(to -> !from.contains(to)).toList();
          List<int[]> buyers = others.stream().map(place::buyers).toList();
          double sum = 0;
          for (Place country : new TreeSet<>(from)) {
            int maker = place.maker(country);
            for (int[] those : buyers) {
              sum += flow(place, maker, those);
            }
          }
          return sum;
        })
        .orElse(0.0);
  }

  /** Tonnes that leave a country. */
  public double exports(ProductId product, Place from) {
    return exports(product, List.of(from));
  }

  /** Tonnes that come into these countries from others. */
  public double imports(ProductId product, Collection<? extends Place> to) {
    return place(product)
        .map(place -> {
          int[] makers =
              listPlaces(product).stream()
                  .filter(from -> !to.contains(from))
                  .mapToInt(place::maker)
                  .toArray();
          double sum = 0;
          for (Place country : new TreeSet<>(to)) {
            int[] buyers = place.buyers(country);
            for (int maker : makers) {
              sum += flow(place, maker, buyers);
            }
          }
          return sum;
        })
        .orElse(0.0);
  }

  /** Tonnes that come into a country. */
  public double imports(ProductId product, Place to) {
    return imports(product, List.of(to));
  }

  /** Variable levies, and gaps kept by exporters, on what comes into a country. */
  public double levyUsd(ProductId product, Place importer) {
    return onImports(
        product, importer, (s, j, lane) -> s.partialLevy(j, lane) + s.paid(j, lane).floorGap());
  }

  /** Import duties, those of the base year included. */
  public double dutyUsd(ProductId product, Place importer) {
    return onImports(
        product, importer, (s, j, lane) -> s.paid(j, lane).duty() + s.paid(j, lane).furtherDuty());
  }

  /** What holders of licences to import within tariff-rate quotas gain. */
  public double importRentUsd(ProductId product, Place importer) {
    return onImports(product, importer, (s, j, lane) -> s.paid(j, lane).importRent());
  }

  /** Rents of licences and quotas on what leaves a country. */
  public double exportRentUsd(ProductId product, Place exporter) {
    return onExports(product, exporter, (s, j, lane) -> s.exportRent[lane]);
  }

  /** What came through restrictions by way of third countries, in the order of the chain. */
  public List<Leak> listLeaks() {
    return tallies.stream().flatMap(tally -> Leak.of(tally.s).stream()).toList();
  }

  /** What subsidies and contracts pay, activity by activity, in the order of the chain. */
  public List<Payment> listPayments() {
    return tallies.stream().flatMap(tally -> Payment.of(tally.s).stream()).toList();
  }

  /** Capacity that measures added, whether it runs or not. */
  public List<NewCapacity> listNewCapacity() {
    return tallies.stream().flatMap(tally -> NewCapacity.of(tally.s).stream()).toList();
  }

  /** Gains and losses against the base. */
  public Welfare welfare() {
    return welfare.get();
  }

  /**
   * Gains and losses against another state of the same chains: the case that this one extends.
   * Chains that both have alike add nothing.
   */
  public Welfare welfare(Equilibrium base) {
    return Accounts.of(tallies, base.tallies);
  }

  /** Gains and losses along the chain of one product, against the same market in another state. */
  public Welfare welfare(ProductId product, Equilibrium base) {
    @Nullable Integer chain = chainOf.get(product);
    return chain == null
        ? new Welfare(List.of(), 0)
        : Accounts.of(List.of(tallies.get(chain)), List.of(base.tallies.get(chain)));
  }

  /** Whether the chain of a product has the very solution that it has in another state. */
  public boolean isShared(ProductId product, Equilibrium other) {
    @Nullable Integer chain = chainOf.get(product);
    return chain != null && tallies.get(chain) == other.tallies.get(chain);
  }

  /** What floors did besides what they were meant to. */
  public List<Finding> listFindings() {
    return findings.get();
  }

  /** Measures that change nothing, with the reason. */
  public List<IdleMeasure> listIdleMeasures() {
    return idle.get();
  }

  /** Everything by product and place, to be printed. */
  public Snapshot snapshot() {
    return Snapshot.of(tallies);
  }
}
