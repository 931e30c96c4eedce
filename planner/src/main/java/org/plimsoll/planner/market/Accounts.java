package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.model.place.CountryCode;

/** Keeps the books of a solution against its base, agent by agent. */
final class Accounts {
  private static final int CONSUMERS = 0;
  private static final int PRODUCERS = 1;
  private static final int PUBLIC = 2;
  private static final int RENTS = 3;
  private static final int ROUTES = 4;
  private static final int STOCKS = 5;
  private static final int SUBSIDIES = 6;
  private static final int HEADS = 7;

  /** Price over the choke, as its multiple, by which no use is left. */
  private static final double GONE = 1e3;

  private final TreeMap<CountryCode, double[]> books = new TreeMap<>();
  private final TreeMap<CountryCode, Boolean> ceilings = new TreeMap<>();
  private double resources;

  private Accounts() {}

  /** Welfare of chains' answers against their bases; chains that stayed there add nothing. */
  static Welfare of(List<Tally> solved, List<Tally> bases) {
    Accounts accounts = new Accounts();
    for (int c = 0; c < solved.size(); c++) {
      if (solved.get(c) != bases.get(c)) {
        accounts.enter(solved.get(c).s, 1);
        accounts.enter(bases.get(c).s, -1);
      }
    }
    List<CountryWelfare> countries = new ArrayList<>();
    accounts.books.forEach((country, heads) ->
        countries.add(
            new CountryWelfare(
                country,
                heads[CONSUMERS],
                heads[PRODUCERS],
                heads[PUBLIC],
                heads[RENTS],
                heads[ROUTES],
                heads[STOCKS],
                heads[SUBSIDIES],
                accounts.ceilings.getOrDefault(country, false))));
    return new Welfare(countries, accounts.resources);
  }

  private void book(CountryCode country, int head, double usd) {
    books.computeIfAbsent(country, c -> new double[HEADS])[head] += usd;
  }

  private void enter(Solution s, int sign) {
    Chain chain = s.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      enterBuyer(s, j, sign);
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (s.flow(lane) > 0) {
          enterLane(s, j, lane, sign);
        }
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      enterBlock(s, b, sign);
    }
    for (int i = 0; i < chain.makerCount(); i++) {
      book(chain.makerCountry[i], PRODUCERS, sign * s.makerPrice[i] * chain.makerGap[i]);
    }
  }

  /** Surplus and benefit are counted from the base price; stock is worth the base price. */
  private void enterBuyer(Solution s, int j, int sign) {
    Chain chain = s.chain;
    CountryCode country = chain.buyerCountry[j];
    double price0 = chain.buyerPrice0[j];
    double price = s.buyerPrice[j];
    boolean live = s.regime.buyerLive[j];
    double lost = chain.finalUse[j].area(price0, live ? price : GONE * price);
    book(country, CONSUMERS, -sign * lost);
    double given = live ? s.regime.given(j, price) : 0;
    double held = s.stocked[j] + s.purchased[j] - given;
    book(country, STOCKS, sign * (price0 - price) * held);
    resources += sign * (s.served[j] * price - lost + price0 * held);
    if (s.unserved[j] > 1e-9 * chain.buyerScale[j]) {
      ceilings.put(country, true);
    }
  }

  private void enterLane(Solution s, int j, int lane, int sign) {
    Chain chain = s.chain;
    CountryCode from = chain.makerCountry[chain.makerOf(j, lane)];
    CountryCode to = chain.buyerCountry[j];
    double flow = s.flow(lane);
    double producer = s.makerPrice[chain.makerOf(j, lane)];
    double tax = s.regime.wedges.exportTax[lane] * producer;
    book(from, PUBLIC, sign * flow * tax);
    book(from, RENTS, sign * flow * s.exportRent[lane]);
    book(to, PUBLIC, sign * flow * s.duty(j, lane));
    boolean kept = s.regime.wedges.gapToExporter[lane];
    book(kept ? from : to, kept ? RENTS : PUBLIC, sign * flow * s.levy(j, lane));
    double moving = flow * chain.freight[lane];
    double gap = s.gapFlow[lane];
    double opening =
        gap * chain.gapOffset[lane] + chain.routeSlope[j] * gap * (gap / 2 - chain.gapTonnes[lane]);
    if (gap > 0) {
      double gain = (s.buyerPrice[j] - s.landed(j, lane)) * gap;
      book(to, ROUTES, sign * (gain - opening));
      resources -= sign * opening;
    }
    resources -= sign * moving;
  }

  private void enterBlock(Solution s, int b, int sign) {
    Block block = s.regime.blocks.get(b);
    double level = s.level[b];
    double cost = block.curve().costOf(level);
    book(block.country(), PRODUCERS, sign * (s.margin(b) * level - cost));
    book(block.country(), SUBSIDIES, -sign * block.costCutUsdPerTonne() * level);
    resources -= sign * (cost - block.creditUsdPerTonne() * level);
  }
}
