package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Support;

/** Accounts of one solution by agent; welfare is their difference from the base. */
@SuppressWarnings("EnumOrdinal") // books are arrays by account, added up lane by lane
public final class Accounts {
  private static final int HEADS = Account.values().length;

  /** Multiple of the choke price at which no use is left. */
  private static final double GONE = 1e3;

  private final TreeMap<Place, double[]> books = new TreeMap<>();

  /** The same for looking up alone, which is most of what entering takes. */
  private final Map<Place, double[]> index = new HashMap<>();

  private final SortedSet<Place> ceilings = new TreeSet<>();
  private double resources;

  /** Accounts of each maker's and each buyer's country. */
  private final double[][] ofMaker;

  private final double[][] ofBuyer;

  private Accounts(Chain chain) {
    ofMaker = new double[chain.makerCount()][];
    ofBuyer = new double[chain.buyerCount()][];
    for (int i = 0; i < ofMaker.length; i++) {
      ofMaker[i] = book(chain.makerCountry[i]);
    }
    for (int j = 0; j < ofBuyer.length; j++) {
      ofBuyer[j] = book(chain.buyerCountry[j]);
    }
  }

  static Accounts of(Solution solution) {
    Accounts accounts = new Accounts(solution.chain);
    accounts.enter(solution);
    return accounts;
  }

  /** Welfare of chains' answers against their bases; chains that stayed there add nothing. */
  public static Welfare of(List<Tally> solved, List<Tally> bases) {
    TreeMap<Place, double[]> books = new TreeMap<>();
    SortedSet<Place> ceilings = new TreeSet<>();
    double resources = 0;
    for (int c = 0; c < solved.size(); c++) {
      if (solved.get(c) != bases.get(c)) {
        Accounts now = solved.get(c).accounts();
        Accounts base = bases.get(c).accounts();
        now.addTo(books, 1);
        base.addTo(books, -1);
        if (!now.isLike(base)) {
          ceilings.addAll(now.ceilings);
          ceilings.addAll(base.ceilings);
        }
        resources += now.resources - base.resources;
      }
    }
    List<CountryWelfare> countries = new ArrayList<>();
    books.forEach((country, heads) ->
        countries.add(
            new CountryWelfare(
                country,
                heads[Account.CONSUMERS.ordinal()],
                heads[Account.PRODUCERS.ordinal()],
                heads[Account.PUBLIC.ordinal()],
                heads[Account.EXPORT_RENTS.ordinal()],
                heads[Account.IMPORT_RENTS.ordinal()],
                heads[Account.ROUTES.ordinal()],
                heads[Account.STOCKS.ordinal()],
                heads[Account.SUBSIDIES.ordinal()],
                ceilings.contains(country))));
    return new Welfare(countries, resources);
  }

  /** Whether every account of every place has the same sum. */
  private boolean isLike(Accounts other) {
    return books.keySet().equals(other.books.keySet())
        && books.entrySet().stream()
            .allMatch(book -> Arrays.equals(book.getValue(), other.books.get(book.getKey())));
  }

  /** What some accounts of some places add up to, USD a year. */
  double sum(Predicate<Place> places, Set<Account> accounts) {
    double sum = 0;
    for (Map.Entry<Place, double[]> book : books.entrySet()) {
      for (Account account : Account.values()) {
        boolean counts = places.test(book.getKey()) && accounts.contains(account);
        sum += counts ? book.getValue()[account.ordinal()] : 0;
      }
    }
    return sum;
  }

  private void addTo(Map<Place, double[]> sums, int sign) {
    books.forEach((country, heads) -> {
      double[] sum = sums.computeIfAbsent(country, c -> new double[HEADS]);
      for (int h = 0; h < HEADS; h++) {
        sum[h] += sign * heads[h];
      }
    });
  }

  private double[] book(Place country) {
    return index.computeIfAbsent(
        country, c -> books.computeIfAbsent(c, place -> new double[HEADS]));
  }

  private void enter(Solution s) {
    Chain chain = s.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      enterBuyer(s, j);
      for (int lane = chain.laneStart[j]; lane < chain.laneStart[j + 1]; lane++) {
        if (s.flow(lane) > 0) {
          enterLane(s, j, lane);
        }
      }
    }
    for (int b = 0; b < s.level.length; b++) {
      enterBlock(s, b);
    }
    for (int i = 0; i < chain.makerCount(); i++) {
      ofMaker[i][Account.PRODUCERS.ordinal()] += s.makerPrice[i] * chain.exogenousSupply[i];
    }
  }

  /**
   * Enters a buyer: surplus counts from the base price, and stock is valued at it. What private
   * holders sell costs them what they would have sold it for.
   */
  private void enterBuyer(Solution s, int j) {
    Chain chain = s.chain;
    double[] book = ofBuyer[j];
    double price = s.buyerPrice[j];
    boolean live = s.regime.buyerLive[j];
    double lost = chain.lost(j, s.regime.finalUse[j], live ? price : GONE * price);
    book[Account.CONSUMERS.ordinal()] -= lost;
    double given = live ? s.regime.given(j, price) : 0;
    double held = s.stocked[j] + s.purchased[j] - given - s.triggered[j];
    double worth = chain.stockWorth[j];
    double gain = live ? -chain.privateStock[j].area(worth, price) : 0;
    book[Account.STOCKS.ordinal()] += (worth - price) * held + gain;
    resources += s.servedByDemand[j] * price - lost + worth * held;
    resources -= price * s.drawn[j] - gain;
    if (s.unserved[j] > 1e-9 * chain.buyerScale[j]) {
      ceilings.add(chain.buyerCountry[j]);
    }
  }

  private void enterLane(Solution s, int j, int lane) {
    Chain chain = s.chain;
    int i = chain.makerOf(j, lane);
    double[] from = ofMaker[i];
    double[] to = ofBuyer[j];
    double flow = s.flow(lane);
    from[Account.PUBLIC.ordinal()] += flow * s.regime.wedges.exportTaxOn(lane, s.makerPrice[i]);
    from[Account.EXPORT_RENTS.ordinal()] += flow * s.exportRent[lane];
    Solution.Paid paid = s.paid(j, lane);
    to[Account.PUBLIC.ordinal()] += flow * (paid.duty() + paid.furtherDuty());
    to[Account.IMPORT_RENTS.ordinal()] += flow * paid.importRent();
    to[Account.PUBLIC.ordinal()] += flow * s.partialLevy(j, lane);
    double floorGaps = flow * paid.floorGap();
    if (s.regime.wedges.floor[lane].gapToExporter()) {
      from[Account.EXPORT_RENTS.ordinal()] += floorGaps;
    } else {
      to[Account.PUBLIC.ordinal()] += floorGaps;
    }
    double latent = s.latentFlow[lane];
    if (latent > 0) {
      double opening =
          latent * chain.latentGain[lane]
              + chain.routeSlope[lane] * latent * (latent / 2 - chain.latentTonnes[lane]);
      double gain = (s.buyerPrice[j] - s.landed(j, lane)) * latent;
      to[Account.ROUTES.ordinal()] += gain - opening;
      resources -= opening;
    }
    resources -= flow * chain.freight[lane];
  }

  private void enterBlock(Solution s, int b) {
    Block block = s.regime.blocks.get(b);
    double[] book = book(block.country());
    double level = s.level[b];
    double cost = block.curve().costOf(level) + s.crossCost(b);
    switch (block.links().role()) {
      case ACTIVITY, SUPPLY, LEAK ->
          book[Account.PRODUCERS.ordinal()] += s.margin(b) * level - cost;
      case FINAL_USE -> book[Account.CONSUMERS.ordinal()] += s.margin(b) * level - cost;
      // Nobody pays for what nobody gets; a stock's goods are in its buyer's books.
      case UNSERVED, STOCK -> {
        return;
      }
    }
    for (Support.Part part : block.support().parts()) {
      book(part.payer())[Account.SUBSIDIES.ordinal()] -= part.usd(s.makerPrice) * level;
    }
    resources -= cost - block.creditUsdPerTonne() * level;
  }
}
