package org.plimsoll.planner.stockpile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;

/**
 * A first stockpile: tranches of days of cover, bought in the order of what a dollar in them is
 * worth, while that is more than it costs to carry, until the budget or the market is exhausted.
 *
 * <pre>
 *   value of tranche n of product k   p_k × (L_k(r_{n−1}) − L_k(r_n))            USD a year
 *   value of a dollar                 value ÷ (price_k × tonnes of the tranche)   1/year
 *   bought if                         value &gt; carrying cost of the tranche
 * </pre>
 *
 * <p>Each product is insured against its own first supplier alone; losses of products stopped
 * together are not added up. The full two-stage program replaces this rule later; see
 * docs/method/stockpile.md.
 *
 * @param holdings one per candidate, in their order
 * @param order tranches as they are bought
 * @param budgetUsd what may be spent
 * @param spentUsd what is spent on goods
 */
public record Programme(
    List<Holding> holdings, List<Tranche> order, double budgetUsd, double spentUsd) {
  /** Days of the alliance's use in one tranche. */
  public static final int TRANCHE_DAYS = 15;

  /** No product is stocked for more days than this. */
  public static final int MOST_DAYS = 180;

  private static final int DAYS_PER_YEAR = 365;

  public Programme {
    holdings = List.copyOf(holdings);
    order = List.copyOf(order);
  }

  /** Why no more of a product is bought. */
  public enum Limit {
    /** A stop would cost the alliance nothing that a release avoids. */
    NO_LOSS,
    /** The next tranche is worth less than it costs to carry. */
    WORTH,
    /** The market cannot absorb more buying, or is short already. */
    MARKET,
    /** {@link #MOST_DAYS} are held. */
    DAYS,
    /** The budget is spent. */
    BUDGET
  }

  /**
   * What is held of a product.
   *
   * @param product which
   * @param tonnes content on the product's basis
   * @param costUsd at the candidate's price
   * @param daysOfCover days of the alliance's use
   * @param firstValuePerUsd yearly value of the first dollar
   * @param nextValuePerUsd yearly value of the next dollar
   * @param limit why no more is bought
   */
  public record Holding(
      ProductId product,
      double tonnes,
      double costUsd,
      double daysOfCover,
      double firstValuePerUsd,
      double nextValuePerUsd,
      Limit limit) {}

  /**
   * A purchase.
   *
   * @param product which
   * @param tonnes content on the product's basis
   * @param valuePerUsd yearly value of a dollar in it
   */
  public record Tranche(ProductId product, double tonnes, double valuePerUsd) {}

  public double unspentUsd() {
    return budgetUsd - spentUsd;
  }

  /**
   * Chooses the holdings.
   *
   * @param candidates products that may be stocked
   * @param cost loss after a release
   * @param budgetUsd what may be spent, not negative
   */
  public static Programme of(List<Candidate> candidates, ShortageCost cost, double budgetUsd) {
    SortedMap<ProductId, Shelf> shelves = new TreeMap<>();
    for (Candidate candidate : candidates) {
      shelves.put(candidate.product(), new Shelf(candidate, cost));
    }
    List<Tranche> order = new ArrayList<>();
    double left = budgetUsd;
    while (true) {
      Shelf best =
          shelves.values().stream()
              .filter(Shelf::isOpen)
              .max(Comparator.comparingDouble(Shelf::nextValuePerUsd))
              .orElse(null);
      if (best == null) {
        break;
      }
      double held = best.tonnes;
      double valuePerUsd = best.nextValuePerUsd();
      left -= best.buy(left);
      if (best.tonnes > held) {
        order.add(new Tranche(best.candidate.product(), best.tonnes - held, valuePerUsd));
      }
    }
    List<Holding> holdings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Shelf shelf = shelves.get(candidate.product());
      if (shelf != null) {
        holdings.add(shelf.holding());
      }
    }
    return new Programme(holdings, order, budgetUsd, budgetUsd - left);
  }

  /** One product while the programme is being chosen. */
  private static final class Shelf {
    private final Candidate candidate;
    private final ShortageCost cost;
    private final double trancheTonnes;
    private double tonnes;
    private double lossUsd;
    private double nextLossUsd;
    private double nextTonnes;
    private double firstValuePerUsd;
    private Limit limit = Limit.NO_LOSS;
    private boolean open = true;

    Shelf(Candidate candidate, ShortageCost cost) {
      this.candidate = candidate;
      this.cost = cost;
      trancheTonnes = candidate.useTonnesPerYear() * TRANCHE_DAYS / DAYS_PER_YEAR;
      lossUsd = cost.lossUsd(candidate.product(), 0);
      prepare();
      firstValuePerUsd = nextTonnes > 0 ? nextValuePerUsd() : 0;
    }

    boolean isOpen() {
      return open;
    }

    /** Yearly value of a dollar in the next tranche. */
    double nextValuePerUsd() {
      return nextTonnes > 0
          ? candidate.stopProbability()
              * Math.max(0, lossUsd - nextLossUsd)
              / (candidate.priceUsdPerTonne() * nextTonnes)
          : 0;
    }

    /** Looks at the next tranche and closes the shelf if it should not be bought. */
    private void prepare() {
      double most = candidate.useTonnesPerYear() * MOST_DAYS / DAYS_PER_YEAR;
      double room = Math.min(most, candidate.buyableTonnes()) - tonnes;
      nextTonnes = Math.min(trancheTonnes, room);
      if (!(nextTonnes > 1e-9 * Math.max(trancheTonnes, Double.MIN_NORMAL))) {
        nextTonnes = 0;
        close(most <= candidate.buyableTonnes() ? Limit.DAYS : Limit.MARKET);
        return;
      }
      nextLossUsd = cost.lossUsd(candidate.product(), tonnes + nextTonnes);
      double carrying = candidate.carryingUsdPerTonneYear() / candidate.priceUsdPerTonne();
      if (!(nextValuePerUsd() > carrying)) {
        close(lossUsd > 0 || tonnes > 0 ? Limit.WORTH : Limit.NO_LOSS);
      }
    }

    private void close(Limit why) {
      open = false;
      limit = why;
    }

    /** Buys the next tranche, or the part of it that {@code leftUsd} pays for; returns its cost. */
    double buy(double leftUsd) {
      double price = candidate.priceUsdPerTonne();
      double affordable = leftUsd / price;
      if (affordable < nextTonnes) {
        tonnes += affordable;
        close(Limit.BUDGET);
        return affordable * price;
      }
      double bought = nextTonnes;
      tonnes += bought;
      lossUsd = nextLossUsd;
      prepare();
      return bought * price;
    }

    Holding holding() {
      return new Holding(
          candidate.product(),
          tonnes,
          tonnes * candidate.priceUsdPerTonne(),
          candidate.useTonnesPerYear() > 0
              ? tonnes * DAYS_PER_YEAR / candidate.useTonnesPerYear()
              : 0,
          firstValuePerUsd,
          nextValuePerUsd(),
          limit);
    }
  }
}
