package org.plimsoll.planner.market.answer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Demand;
import org.plimsoll.planner.market.rows.Sourcing;

/**
 * Everything that a solved market is, by product and place.
 *
 * @param producerPrices by product and place: where something is made; elsewhere none is quoted
 * @param buyerPrices by product and place: where something is bought; elsewhere what the first unit
 *     would cost, if anyone sells
 * @param flows by product, origin and destination: routes that carry anything
 * @param wedges by the same: what is paid between the prices of a route, where anything is
 * @param supply by product and place: what is sold of own make and stock; what nobody takes at a
 *     price of zero is not in it
 * @param demand by product and place: final use
 * @param unserved by product and place: use given up at the choke price
 * @param bought by product and place: into stock, where anything is
 * @param released by product and place: out of stock, private holders' too, where anything is
 * @param variety by Armington product and place: use beyond what arrives, a gain of variety, or
 *     below 0 a loss
 * @param levels of activities, by name
 */
public record Snapshot(
    SortedMap<ProductId, SortedMap<Place, Double>> producerPrices,
    SortedMap<ProductId, SortedMap<Place, Double>> buyerPrices,
    SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Double>>> flows,
    SortedMap<ProductId, SortedMap<Place, SortedMap<Place, Wedge>>> wedges,
    SortedMap<ProductId, SortedMap<Place, Double>> supply,
    SortedMap<ProductId, SortedMap<Place, Double>> demand,
    SortedMap<ProductId, SortedMap<Place, Double>> unserved,
    SortedMap<ProductId, SortedMap<Place, Double>> bought,
    SortedMap<ProductId, SortedMap<Place, Double>> released,
    SortedMap<ProductId, SortedMap<Place, Double>> variety,
    SortedMap<String, Double> levels) {

  static Snapshot of(List<Tally> tallies) {
    Snapshot all =
        new Snapshot(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    tallies.forEach(tally -> new Reading(tally).enter(all));
    return all;
  }

  /** Whether anything goes unserved. */
  public boolean isShort() {
    return unserved.values().stream()
        .map(Map::values)
        .anyMatch(values -> values.stream().anyMatch(tonnes -> tonnes > 0));
  }

  /**
   * What is paid between producer and landed price besides freight, a unit; the mean of what comes
   * within and beyond a tariff-rate quota.
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

    void enter(Snapshot state) {
      double[] sold = tally.sold();
      for (int j = 0; j < chain.buyerCount(); j++) {
        for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
          double flow = clean(s.flow(lane), chain.buyerProduct[j]);
          if (flow > 0) {
            enter(j, lane, flow, state);
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
    }

    private void enter(int j, int lane, double flow, Snapshot state) {
      ProductId id = product(chain.buyerProduct[j]);
      int i = chain.makerOf(j, lane);
      Place from = chain.makerCountry[i];
      Place to = chain.buyerCountry[j];
      at(state.flows(), id)
          .computeIfAbsent(from, place -> new TreeMap<>())
          .merge(to, flow, Double::sum);
      Solution.Paid paid = s.paid(j, lane);
      Wedge wedge =
          new Wedge(
              s.partialLevy(j, lane) + paid.floorGap(),
              s.exportRent[lane],
              paid.furtherDuty() + paid.importRent(),
              paid.duty(),
              s.regime.wedges.exportTaxOn(lane, s.makerPrice[i]));
      if (!wedge.isNothing()) {
        at(state.wedges(), id).computeIfAbsent(from, place -> new TreeMap<>()).put(to, wedge);
      }
    }

    private void readBuyer(int j, Snapshot state) {
      ProductId id = product(chain.buyerProduct[j]);
      Place place = chain.buyerCountry[j];
      double price = tally.quotedPrice(j);
      if (price < Double.POSITIVE_INFINITY) {
        at(state.buyerPrices(), id).put(place, price);
      }
      double unserved = clean(s.unserved[j], chain.buyerProduct[j]);
      double served = clean(s.served[j], chain.buyerProduct[j]);
      double bought = clean(s.purchased[j], chain.buyerProduct[j]);
      double released = clean(s.released[j] + s.drawn[j], chain.buyerProduct[j]);
      if (bought > 0) {
        at(state.bought(), id).merge(place, bought, Double::sum);
      }
      if (released > 0) {
        at(state.released(), id).merge(place, released, Double::sum);
      }
      if (chain.products[chain.buyerProduct[j]].sourcing() instanceof Sourcing.Armington) {
        at(state.variety(), id).put(place, clean(tally.variety(j), chain.buyerProduct[j]));
      }
      if (isFinal(j)) {
        at(state.demand(), id).merge(place, served, Double::sum);
        at(state.unserved(), id).merge(place, unserved, Double::sum);
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

    private void readMaker(int i, double sold, boolean isOffered, Snapshot state) {
      ProductId id = product(chain.makerProduct[i]);
      Place place = chain.makerCountry[i];
      if (s.regime.makerLive[i] && isOffered) {
        double least = 2 * chain.leastPrice() * chain.makerPrice0[i];
        double price = s.makerPrice[i] <= least ? 0 : s.makerPrice[i];
        at(state.producerPrices(), id).put(place, price);
      }
      at(state.supply(), id).put(place, clean(sold, chain.makerProduct[i]));
    }
  }
}
