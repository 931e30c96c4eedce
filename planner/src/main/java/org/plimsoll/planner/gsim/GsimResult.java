package org.plimsoll.planner.gsim;

import java.util.List;

/**
 * What a change of tariffs does. Changes are shares, money is in the unit of the case's trade.
 *
 * @param regions in the order of the case
 * @param flows that there were, by exporter, then importer
 */
public record GsimResult(List<Region> regions, List<Flow> flows) {
  public GsimResult {
    regions = List.copyOf(regions);
    flows = List.copyOf(flows);
  }

  /**
   * A region as exporter and as importer.
   *
   * @param name of it
   * @param exporterPriceChange of what it sells, before tariffs
   * @param compositePriceChange of what it buys, tariffs included, weighted by spending
   * @param producerSurplus change
   * @param consumerSurplus change
   * @param tariffRevenue change
   */
  public record Region(
      String name,
      double exporterPriceChange,
      double compositePriceChange,
      double producerSurplus,
      double consumerSurplus,
      double tariffRevenue) {
    /** The sum of the three. */
    public double netWelfare() {
      return producerSurplus + consumerSurplus + tariffRevenue;
    }
  }

  /**
   * A flow.
   *
   * @param from exporter
   * @param to importer
   * @param valueBefore at exporters' prices
   * @param quantityChange share
   * @param valueAfter at exporters' prices
   */
  public record Flow(
      String from, String to, double valueBefore, double quantityChange, double valueAfter) {}
}
