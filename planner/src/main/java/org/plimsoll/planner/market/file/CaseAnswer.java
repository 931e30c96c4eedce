package org.plimsoll.planner.market.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Accounts;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.answer.Welfare;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * A solved market file, by product and node, in the file's units.
 *
 * @param name of the case; empty if it has none
 * @param market with the file's measures
 * @param without the same market without them; empty if the file has none
 * @param measures by product, origin and destination: what is paid between the prices of a route
 * @param welfare by node, against the market without measures
 * @param resources the sum of it counted without any payment
 * @param objective where the market is an optimisation: net social payoff, or, if every use is
 *     fixed, cost; empty otherwise
 * @param objectiveMissing why there is none; empty if there is one
 * @param findings what floors did besides what they were meant to
 * @param idle measures that change nothing
 * @param certificate of the market with the measures
 */
public record CaseAnswer(
    String name,
    State market,
    Optional<State> without,
    SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Wedge>>> measures,
    SortedMap<Place, CountryWelfare> welfare,
    double resources,
    OptionalDouble objective,
    String objectiveMissing,
    List<Finding> findings,
    List<IdleMeasure> idle,
    Certificate certificate) {
  public CaseAnswer {
    idle = List.copyOf(idle);
  }

  /**
   * Prices and quantities.
   *
   * @param producerPrices by product and node: where something is made; elsewhere none is quoted
   * @param buyerPrices by product and node: where something is bought; elsewhere what the first
   *     unit would cost, if anyone sells
   * @param flows by product, origin and destination: routes that carry anything
   * @param supply by product and node: what is sold of own make and stock; what nobody takes at a
   *     price of zero is not in it
   * @param demand by product and node: final use
   * @param unserved by product and node: use given up at the choke price
   * @param variety by Armington product and node: use beyond what arrives, a gain of variety, or
   *     below 0 a loss
   * @param levels of activities, by name
   */
  public record State(
      SortedMap<ProductId, SortedMap<Place, Double>> producerPrices,
      SortedMap<ProductId, SortedMap<Place, Double>> buyerPrices,
      SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Double>>> flows,
      SortedMap<ProductId, SortedMap<Place, Double>> supply,
      SortedMap<ProductId, SortedMap<Place, Double>> demand,
      SortedMap<ProductId, SortedMap<Place, Double>> unserved,
      SortedMap<ProductId, SortedMap<Place, Double>> variety,
      SortedMap<String, Double> levels) {}

  /**
   * What is paid between producer and landed price besides freight, a unit.
   *
   * @param levy variable levy, or the gap that the exporter keeps
   * @param rent of quotas, licences and full routes
   * @param premium of tariff-rate quotas: further duty, or the rent of who may import within them
   * @param duty to the importer
   * @param exportTax to the exporter
   */
  public record Wedge(double levy, double rent, double premium, double duty, double exportTax) {
    boolean isNothing() {
      return levy == 0 && rent == 0 && premium == 0 && duty == 0 && exportTax == 0;
    }
  }

  /** What is read off a solution. */
  private static final class Reading {
    private final Tally tally;
    private final Solution s;
    private final Chain chain;

    Reading(Tally tally) {
      this.tally = tally;
      s = tally.s;
      chain = s.chain;
    }

    private ProductId product(int row) {
      return chain.products[row].id();
    }

    private static <K, V> SortedMap<K, V> at(
        SortedMap<ProductId, SortedMap<K, V>> map, ProductId id) {
      return map.computeIfAbsent(id, product -> new TreeMap<>());
    }

    private double clean(double tonnes, int product) {
      return tally.clean(tonnes, product);
    }

    State state() {
      State state =
          new State(
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>());
      double[] sold = tally.sold();
      for (int j = 0; j < chain.buyerCount(); j++) {
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          double flow = clean(s.flow(lane), chain.buyerProduct[j]);
          if (flow > 0) {
            at(state.flows(), product(chain.buyerProduct[j]))
                .computeIfAbsent(chain.makerCountry[chain.makerOf(j, lane)], p -> new TreeMap<>())
                .put(chain.buyerCountry[j], flow);
          }
        }
      }
      double[] made = s.made();
      for (int i = 0; i < sold.length; i++) {
        double offered = made[i] + Math.max(0, chain.exogenousSupply[i]);
        readMaker(i, sold[i], clean(offered, chain.makerProduct[i]) > 0, state);
      }
      for (int j = 0; j < chain.buyerCount(); j++) {
        readBuyer(j, state);
      }
      for (int b = 0; b < s.level.length; b++) {
        Block block = s.regime.blocks.get(b);
        if (block.links().role() == Block.Role.ACTIVITY) {
          state.levels().merge(block.activity(), s.level[b], Double::sum);
        }
      }
      return state;
    }

    private void readBuyer(int j, State state) {
      ProductId id = product(chain.buyerProduct[j]);
      Place place = chain.buyerCountry[j];
      double price = tally.quotedPrice(j);
      if (price < Double.POSITIVE_INFINITY) {
        at(state.buyerPrices(), id).put(place, price);
      }
      double unserved = clean(s.unserved[j], chain.buyerProduct[j]);
      double served = clean(s.served[j], chain.buyerProduct[j]);
      if (chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington) {
        at(state.variety(), id).put(place, clean(tally.variety(j), chain.buyerProduct[j]));
      }
      if (isFinal(j)) {
        at(state.demand(), id).put(place, served);
        at(state.unserved(), id).put(place, unserved);
      }
    }

    private boolean isFinal(int j) {
      if (!chain.finalUse[j].equals(Demand.NONE)) {
        return true;
      }
      for (Block block : s.regime.blocks) {
        if (block.links().role() == Block.Role.FINAL_USE && block.links().buyers()[0] == j) {
          return true;
        }
      }
      return false;
    }

    private void readMaker(int i, double sold, boolean isOffered, State state) {
      ProductId id = product(chain.makerProduct[i]);
      Place place = chain.makerCountry[i];
      if (s.regime.makerLive[i] && isOffered) {
        double least = 2 * chain.leastPrice() * chain.makerPrice0[i];
        double price = s.makerPrice[i] <= least ? 0 : s.makerPrice[i];
        at(state.producerPrices(), id).put(place, price);
      }
      at(state.supply(), id).put(place, clean(sold, chain.makerProduct[i]));
    }

    SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Wedge>>> wedges() {
      SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Wedge>>> wedges = new TreeMap<>();
      for (int j = 0; j < chain.buyerCount(); j++) {
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          int i = chain.makerOf(j, lane);
          if (!(clean(s.flow(lane), chain.buyerProduct[j]) > 0)) {
            continue;
          }
          Wedge wedge =
              new Wedge(
                  s.levy(j, lane),
                  s.exportRent[lane],
                  s.premium(j, lane),
                  s.duty(j, lane),
                  s.regime.wedges.exportTaxOn(lane, s.makerPrice[i]));
          if (!wedge.isNothing()) {
            at(wedges, product(chain.buyerProduct[j]))
                .computeIfAbsent(chain.makerCountry[i], place -> new TreeMap<>())
                .put(chain.buyerCountry[j], wedge);
          }
        }
      }
      return wedges;
    }
  }

  /** The answer of a market without measures. */
  static CaseAnswer of(String name, Tally base, Certificate certificate) {
    Reading reading = new Reading(base);
    CaseObjective.Found objective = CaseObjective.of(base.s);
    return new CaseAnswer(
        name,
        reading.state(),
        Optional.empty(),
        reading.wedges(),
        new TreeMap<>(),
        0,
        objective.value(),
        objective.missing(),
        List.of(),
        List.of(),
        certificate);
  }

  /** The answer of a market with measures. */
  static CaseAnswer of(
      String name,
      Tally now,
      Tally before,
      List<Finding> findings,
      List<IdleMeasure> idle,
      Certificate certificate) {
    Reading reading = new Reading(now);
    Welfare welfare = Accounts.of(List.of(now), List.of(before));
    SortedMap<Place, CountryWelfare> byPlace = new TreeMap<>();
    welfare.countries().forEach(country -> byPlace.put(country.country(), country));
    return new CaseAnswer(
        name,
        reading.state(),
        Optional.of(new Reading(before).state()),
        reading.wedges(),
        byPlace,
        welfare.resourceUsd(),
        OptionalDouble.empty(),
        "the file has measures, and under them nobody maximises the payoff of all",
        findings,
        idle,
        certificate);
  }

  /** Whether anything goes unserved. */
  public boolean isShort() {
    return market.unserved().values().stream()
        .map(Map::values)
        .anyMatch(values -> values.stream().anyMatch(tonnes -> tonnes > 0));
  }
}
