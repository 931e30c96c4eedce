package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * Prices, flows and shortage of a solved market in the model's words. Tonnes of content a year;
 * prices USD a tonne; money USD a year. Products that no measure touches answer as in the base.
 *
 * <p>A country or product that the market does not have answers with nothing: no price, 0 tonnes.
 */
public final class Equilibrium {
  /** Below this share of its base a node counts as without output, sales or deliveries. */
  private static final double NOTHING = 1e-9;

  private static final double DAYS = 365;

  private final List<Tally> tallies;
  private final Supplier<Welfare> welfare;
  private final Supplier<List<Finding>> findings;

  private Equilibrium(
      List<Solution> solutions, Supplier<Welfare> welfare, Supplier<List<Finding>> findings) {
    tallies = solutions.stream().map(Tally::new).toList();
    this.welfare = welfare;
    this.findings = findings;
  }

  /** The base year, calibrated and not solved. */
  static Equilibrium ofBase(List<Chain> chains) {
    List<Solution> solutions = new ArrayList<>();
    for (Chain chain : chains) {
      Flows flows = new Flows(Regime.base(chain));
      solutions.add(new Solution(flows, flows.baseUnknowns(), 0));
    }
    return new Equilibrium(solutions, () -> new Welfare(List.of(), 0), List::of);
  }

  static Equilibrium of(
      List<Solution> solutions, Supplier<Welfare> welfare, Supplier<List<Finding>> findings) {
    return new Equilibrium(solutions, welfare, findings);
  }

  Tally tally(int chain) {
    return tallies.get(chain);
  }

  /** Where a product stands: its chain's sums and its row there. */
  private record Place(Tally tally, int product) {
    Chain chain() {
      return tally.s.chain;
    }

    int maker(CountryCode country) {
      return product < 0 ? -1 : chain().findMaker(new Node(product, country));
    }

    int buyer(CountryCode country) {
      return product < 0 ? -1 : chain().findBuyer(new Node(product, country));
    }
  }

  private List<Place> places(ProductId id) {
    List<Place> places = new ArrayList<>(1);
    for (Tally tally : tallies) {
      int product = tally.s.chain.findProduct(id);
      if (product >= 0) {
        places.add(new Place(tally, product));
      }
    }
    return places;
  }

  /** A figure of a buyer's row. */
  private interface BuyerFigure {
    double of(Tally tally, int buyer);
  }

  private double atBuyer(ProductId product, CountryCode country, BuyerFigure figure) {
    double sum = 0;
    for (Place place : places(product)) {
      int j = place.buyer(country);
      sum += j < 0 ? 0 : figure.of(place.tally(), j);
    }
    return sum;
  }

  private double onLanes(ProductId product, Tally.LaneTest test, LaneValue value) {
    double sum = 0;
    for (Place place : places(product)) {
      sum +=
          place.tally().sum(place.product(), test, (j, lane) -> value.of(place.tally().s, j, lane));
    }
    return sum;
  }

  /** A figure of a lane of a solution. */
  private interface LaneValue {
    double of(Solution solution, int buyer, int lane);
  }

  /** Countries that make or use the product, in code order. */
  public List<CountryCode> listCountries(ProductId product) {
    SortedSet<CountryCode> countries = new TreeSet<>();
    for (Place place : places(product)) {
      Chain chain = place.chain();
      int k = place.product();
      for (int i = chain.makerStart[k]; i < chain.makerStart[k + 1]; i++) {
        countries.add(chain.makerCountry[i]);
      }
      for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
        countries.add(chain.buyerCountry[j]);
      }
    }
    return List.copyOf(countries);
  }

  /** Price at the producer, before export taxes and rents; empty where nothing is made or sold. */
  public OptionalDouble producerPrice(ProductId product, CountryCode country) {
    for (Place place : places(product)) {
      int i = place.maker(country);
      if (i >= 0 && place.tally().s.regime.makerLive[i]) {
        double least = NOTHING * place.chain().baseTrade(place.product());
        if (place.tally().made[i] > least || exports(product, country) > least) {
          return OptionalDouble.of(place.tally().s.makerPrice[i]);
        }
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * Price at the buyer's door; empty where nothing arrives. Where {@link #isAtAssumedCeiling}, say
   * so and do not print the number as a price.
   */
  public OptionalDouble buyerPrice(ProductId product, CountryCode country) {
    for (Place place : places(product)) {
      int j = place.buyer(country);
      if (j >= 0 && place.tally().delivered[j] > NOTHING * place.chain().buyerScale[j]) {
        return OptionalDouble.of(place.tally().s.buyerPrice[j]);
      }
    }
    return OptionalDouble.empty();
  }

  /** Whether some use there goes unserved: the price is the assumed ceiling, not a market's. */
  public boolean isAtAssumedCeiling(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.isAtCeiling(j) ? 1 : 0) > 0;
  }

  /** Quantity-weighted delivered price over members; empty where nothing arrives. */
  public OptionalDouble insidePrice(ProductId product, Collection<CountryCode> members) {
    return meanPrice(product, members, true);
  }

  /** Quantity-weighted delivered price over all others; empty where nothing arrives. */
  public OptionalDouble outsidePrice(ProductId product, Collection<CountryCode> members) {
    return meanPrice(product, members, false);
  }

  private OptionalDouble meanPrice(
      ProductId product, Collection<CountryCode> members, boolean inside) {
    double tonnes = 0;
    double value = 0;
    for (CountryCode country : listCountries(product)) {
      if (members.contains(country) == inside) {
        double arrived = delivered(product, country);
        tonnes += arrived;
        value += atBuyer(product, country, (tally, j) -> tally.s.buyerPrice[j]) * arrived;
      }
    }
    return tonnes > 0 ? OptionalDouble.of(value / tonnes) : OptionalDouble.empty();
  }

  /** Tonnes from one country to another, or used at home. */
  public double flow(ProductId product, CountryCode from, CountryCode to) {
    double sum = 0;
    for (Place place : places(product)) {
      int i = place.maker(from);
      int j = place.buyer(to);
      sum += i < 0 || j < 0 ? 0 : place.tally().s.flow(place.chain().lane(i, j));
    }
    return sum;
  }

  /** Every route that carries goods, by destination, then origin. */
  public List<Route> listRoutes(ProductId product) {
    List<Route> routes = new ArrayList<>();
    for (Place place : places(product)) {
      Chain chain = place.chain();
      int k = place.product();
      for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          if (place.tally().s.flow(lane) > NOTHING * chain.buyerScale[j]) {
            routes.add(route(place.tally().s, product, j, lane));
          }
        }
      }
    }
    return routes;
  }

  private static Route route(Solution s, ProductId product, int j, int lane) {
    Chain chain = s.chain;
    int maker = chain.makerOf(j, lane);
    double producer = s.makerPrice[maker];
    return new Route(
        product,
        chain.makerCountry[maker],
        chain.buyerCountry[j],
        s.flow(lane),
        s.gapFlow[lane],
        producer,
        s.regime.wedges.exportTax[lane] * producer,
        s.exportRent[lane],
        chain.freight[lane],
        s.duty(j, lane),
        s.levy(j, lane),
        s.landed(j, lane));
  }

  /** Tonnes made, by whatever activity. */
  public double output(ProductId product, CountryCode country) {
    double sum = 0;
    for (Place place : places(product)) {
      int i = place.maker(country);
      sum += i < 0 ? 0 : place.tally().made[i];
    }
    return sum;
  }

  /** Level of an activity, tonnes of its primary output, new capacity included. */
  public double output(String activity, CountryCode country) {
    double sum = 0;
    for (Tally tally : tallies) {
      for (int b = 0; b < tally.s.level.length; b++) {
        sum += isAt(tally, b, activity, country) ? tally.s.level[b] : 0;
      }
    }
    return sum;
  }

  /** What scarce capacity of an activity earns beyond what its last tonne costs. */
  public double capacityRentUsd(String activity, CountryCode country) {
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

  private static boolean isAt(Tally tally, int b, String activity, CountryCode country) {
    Block block = tally.s.regime.blocks.get(b);
    return block.activity().equals(activity) && block.country().equals(country);
  }

  /** Tonnes that arrive from makers and from stock. */
  public double delivered(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.delivered[j]);
  }

  /** Tonnes of final use. */
  public double use(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.s.served[j]);
  }

  /** Tonnes taken as inputs by modelled activities. */
  public double inputUse(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.inputs[j]);
  }

  /** Tonnes added to stocks as in the base year, as far as that goes on. */
  public double stockBuild(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.s.stocked[j]);
  }

  /** Tonnes bought into stock by measures. */
  public double purchased(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.s.purchased[j]);
  }

  /** Tonnes sold from stock by measures. */
  public double released(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.s.released[j]);
  }

  /** Tonnes of final use that are wanted at the assumed ceiling and not to be had. */
  public double unserved(ProductId product, CountryCode country) {
    return atBuyer(product, country, (tally, j) -> tally.s.unserved[j]);
  }

  /** 365 × unserved ÷ demand, over these countries. */
  public double daysOfShortage(ProductId product, Collection<CountryCode> countries) {
    double unserved = 0;
    double demand = 0;
    for (CountryCode country : new TreeSet<>(countries)) {
      unserved += unserved(product, country);
      demand += unserved(product, country) + use(product, country);
    }
    return demand > 0 ? DAYS * unserved / demand : 0;
  }

  /** Tonnes that leave these countries. */
  public double exports(ProductId product, Collection<CountryCode> from) {
    double sum = 0;
    for (CountryCode country : new TreeSet<>(from)) {
      for (CountryCode to : listCountries(product)) {
        sum += from.contains(to) ? 0 : flow(product, country, to);
      }
    }
    return sum;
  }

  /** Tonnes that leave a country. */
  public double exports(ProductId product, CountryCode from) {
    return exports(product, List.of(from));
  }

  /** Tonnes that come into these countries from others. */
  public double imports(ProductId product, Collection<CountryCode> to) {
    double sum = 0;
    for (CountryCode country : new TreeSet<>(to)) {
      for (CountryCode from : listCountries(product)) {
        sum += to.contains(from) ? 0 : flow(product, from, country);
      }
    }
    return sum;
  }

  /** Tonnes that come into a country. */
  public double imports(ProductId product, CountryCode to) {
    return imports(product, List.of(to));
  }

  /** Variable levies, and gaps kept by exporters, on what comes into a country. */
  public double levyUsd(ProductId product, CountryCode importer) {
    return onLanes(product, at(product, importer), Solution::levy);
  }

  /** Import duties, those of the base year included. */
  public double dutyUsd(ProductId product, CountryCode importer) {
    return onLanes(product, at(product, importer), Solution::duty);
  }

  private Tally.LaneTest at(ProductId product, CountryCode importer) {
    List<Place> places = places(product);
    int row = places.isEmpty() ? -1 : places.getFirst().buyer(importer);
    return (j, i) -> j == row;
  }

  /** Rents of licences and quotas on what leaves a country. */
  public double exportRentUsd(ProductId product, CountryCode exporter) {
    List<Place> places = places(product);
    int row = places.isEmpty() ? -1 : places.getFirst().maker(exporter);
    return onLanes(product, (j, i) -> i == row, (s, j, lane) -> s.exportRent[lane]);
  }

  /** Gains and losses against the base. */
  public Welfare welfare() {
    return welfare.get();
  }

  /** What floors did besides what they were meant to. */
  public List<Finding> listFindings() {
    return findings.get();
  }
}
