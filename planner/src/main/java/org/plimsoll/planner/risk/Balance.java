package org.plimsoll.planner.risk;

import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Basis;

/**
 * What a region made, traded, stocked and used of a product in a year: tonnes of content a year on
 * the product's basis.
 *
 * @param product which
 * @param region whose
 * @param productionTonnes output, recovered scrap included
 * @param importsTonnes from outside the region
 * @param exportsTonnes to outside the region
 * @param stockBuildTonnes addition to stocks; negative for a release
 * @param finalUseTonnes use other than by modelled activities
 * @param inputUseTonnes use as input to modelled activities
 * @param basis grade and sources
 */
public record Balance(
    ProductId product,
    Region region,
    double productionTonnes,
    double importsTonnes,
    double exportsTonnes,
    double stockBuildTonnes,
    double finalUseTonnes,
    double inputUseTonnes,
    Basis basis) {

  /** Imports less exports; negative for a net exporter. */
  public double netImportsTonnes() {
    return importsTonnes - exportsTonnes;
  }

  /**
   * Production + imports − exports − stock build, as the USGS Mineral Commodity Summaries define
   * apparent consumption; there the stock change is an adjustment of either sign.
   */
  public double apparentConsumptionTonnes() {
    return left(productionTonnes + netImportsTonnes() - stockBuildTonnes);
  }

  /** Final use and use as an input. */
  public double useTonnes() {
    return finalUseTonnes + inputUseTonnes;
  }

  /**
   * Net import reliance after the USGS: (imports − exports − stock build) ÷ apparent consumption,
   * at most 1; negative for a net exporter. Empty if nothing was consumed.
   */
  public OptionalDouble netImportReliance() {
    return share(netImportsTonnes() - stockBuildTonnes, apparentConsumptionTonnes());
  }

  /**
   * Import reliance after the European Union's method: (imports − exports) ÷ (production + imports
   * − exports), without stocks, at most 1; negative for a net exporter. Empty if that supply is not
   * positive.
   */
  public OptionalDouble importReliance() {
    return share(netImportsTonnes(), left(productionTonnes + netImportsTonnes()));
  }

  /** What is left of large amounts; below the tolerance of balancing it is no use at all. */
  private double left(double tonnes) {
    return Math.abs(tonnes) > 1e-9 * (productionTonnes + importsTonnes) ? tonnes : 0;
  }

  private static OptionalDouble share(double part, double whole) {
    return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
  }
}
