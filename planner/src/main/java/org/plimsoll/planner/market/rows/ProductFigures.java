package org.plimsoll.planner.market.rows;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;

/**
 * A product of a chain with the figures that hold at all its nodes.
 *
 * @param id which
 * @param priceUsdPerTonne producer price in the base, at every maker
 * @param sourcing how buyers combine origins
 * @param demandElasticity −∂ln d/∂ln ρ of final use
 * @param stockBuildElasticity −∂ln b/∂ln ρ of what the base adds to stocks
 * @param stockDrawdownShare of what the base adds to stocks that a high price brings back out
 * @param uses kinds of final use, the one that gives way first before the others
 * @param unservedSlope rise of the price over the choke, as its share, by which 63% is gone
 * @param freightShare freight and insurance between countries, share of the base price
 * @param newRoutePremium extra landed cost of a new route, share of the base price
 * @param newRouteSlope rise of the price, share of the base, at which a new route serves a buyer
 * @param response what a shock sets off besides
 */
public record ProductFigures(
    ProductId id,
    double priceUsdPerTonne,
    Sourcing sourcing,
    double demandElasticity,
    double stockBuildElasticity,
    double stockDrawdownShare,
    List<UseStep> uses,
    double unservedSlope,
    double freightShare,
    double newRoutePremium,
    double newRouteSlope,
    Response response) {
  /** Distance below a market file's choke price at which fear gives way. */
  private static final double BELOW_CHOKE = 1e-3;

  /** Exponent of that: at the choke price nothing is left. */
  private static final double GONE_AT_CHOKE = 3e4;

  public ProductFigures {
    uses = List.copyOf(uses);
  }

  /**
   * A product of a market file, where curves, routes and chokes say the rest.
   *
   * @param buyingElasticity −∂ln h/∂ln ρ of what is bought for fear
   */
  public static ProductFigures of(
      ProductId id, double price, Sourcing sourcing, double buyingElasticity, Response response) {
    return new ProductFigures(
        id, price, sourcing, buyingElasticity, 0, 0, UseStep.UNLIMITED, 1, 0, 0, 0, response);
  }

  /** Whether prices and routes in the base are those of the other's figures. */
  public boolean pricesLike(ProductFigures other) {
    boolean isShared =
        !(sourcing instanceof Sourcing.Homogeneous) || sourcing.equals(other.sourcing);
    return id.equals(other.id)
        && isShared
        && priceUsdPerTonne == other.priceUsdPerTonne
        && freightShare == other.freightShare
        && newRoutePremium == other.newRoutePremium
        && newRouteSlope == other.newRouteSlope;
  }

  /**
   * Final use of a buyer.
   *
   * @param tonnes in the base
   * @param price delivered in the base, USD a tonne
   */
  public Demand.Use finalUse(double tonnes, double price) {
    return uses.size() == 1
        ? elastic(tonnes, price, demandElasticity)
        : new Demand.Ladder(
            uses.stream()
                .map(use ->
                    new Demand.Elastic(
                        tonnes * use.share(),
                        price,
                        demandElasticity,
                        use.chokeMultiple() * price,
                        1 / unservedSlope))
                .toList());
  }

  /**
   * Final use of a buyer whose makers need some of the goods as a minor input, which they can make
   * do without where it costs as much as the last use pays.
   *
   * @param tonnes of final use in the base
   * @param minor tonnes of minor input in the base
   * @param price delivered in the base, USD a tonne
   */
  public Demand finalUse(double tonnes, double minor, double price) {
    Demand.Use use = finalUse(tonnes, price);
    return minor > 0
        ? new Demand.WithMinorInput(use, minor, lastChoke() * price, 1 / unservedSlope)
        : use;
  }

  /** Price over base price from which on the first use gives way. */
  public double firstChoke() {
    return uses.getFirst().chokeMultiple();
  }

  /** Price over base price from which on the last use gives way. */
  public double lastChoke() {
    return uses.getLast().chokeMultiple();
  }

  /**
   * Additions to stock, which give way before use does: at a high price nobody adds to a stock, and
   * part of what the base year added comes out again.
   *
   * @param added tonnes that the base year is known to have added
   * @param unexplained tonnes taken up without a known use: no stock that could be sold
   * @param price delivered in the base, USD a tonne
   */
  public Demand.Stock stock(double added, double unexplained, double price) {
    double drawn = stockDrawdownShare * added;
    return new Demand.Stock(
        elastic(added + drawn + unexplained, price, stockBuildElasticity), drawn);
  }

  /**
   * What users buy for fear of more: it gives way as use does; in a market file, just below the
   * choke price or, without one, where no price is paid any more.
   *
   * @param tonnes at the base price
   * @param price delivered in the base, USD a tonne
   * @param choke of a market file, USD a tonne; infinite if there is none
   */
  public Demand fear(double tonnes, double price, double choke) {
    if (lastChoke() < Double.POSITIVE_INFINITY) {
      return finalUse(tonnes, price);
    }
    double limit = Math.min(choke * (1 - BELOW_CHOKE), Curve.BEYOND_HELP * price);
    return new Demand.Elastic(tonnes, price, demandElasticity, limit, GONE_AT_CHOKE);
  }

  /**
   * What private holders sell at a high price.
   *
   * @param tonnes used in the base, inputs of makers among them
   * @param price delivered in the base, USD a tonne
   */
  public Demand.Drawdown privateStock(double tonnes, double price) {
    return response.stocks(tonnes, price);
  }

  private Demand.Elastic elastic(double tonnes, double price, double elasticity) {
    return new Demand.Elastic(tonnes, price, elasticity, firstChoke() * price, 1 / unservedSlope);
  }
}
