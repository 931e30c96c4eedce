package org.plimsoll.planner.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;

/**
 * The geopolitical supply risk of every product, year and buyer of a grid at once.
 *
 * <pre>
 *   import risk  = Σ gᵢ fᵢ ÷ (p + F)      over imports fᵢ, F their sum, p the buyer's own output
 *   score        = HHI × import risk      HHI of world output
 *   midpoint     = score × price          USD/kg
 *   factor       = midpoint ÷ midpoint of copper        kg of copper equivalent a kilogram
 * </pre>
 *
 * <p>Source: A. Koyamparambath and others, geopolrisk-py, Journal of Open Source Software, 2026,
 * doi 10.21105/joss.09600, equations 1 to 3, and the library's own code for copper's midpoint.
 */
public final class GeoPolRisk {
  /**
   * Midpoint of copper, USD/kg: the mean over OECD countries and 2017 to 2021 that geopolrisk-py
   * divides by.
   */
  public static final double COPPER_MIDPOINT_USD_PER_KG = 0.409412948;

  private final SupplyGrid grid;
  private final Scores low;
  private final Scores high;

  private GeoPolRisk(SupplyGrid grid) {
    this.grid = grid;
    low = Scores.of(grid, Reading.LOW);
    high = Scores.of(grid, Reading.HIGH);
  }

  /** Computes every cell. */
  public static GeoPolRisk of(SupplyGrid grid) {
    return new GeoPolRisk(grid);
  }

  public SupplyAxes axes() {
    return grid.axes;
  }

  /** HHI by market; p + F, import risk and score by cell, 0 where there is nothing. */
  private static final class Scores {
    private final double[] herfindahl;
    private final double[] denominator;
    private final double[] importRisk;
    private final double[] score;

    private Scores(double[] herfindahl, int cells) {
      this.herfindahl = herfindahl;
      denominator = new double[cells];
      importRisk = new double[cells];
      score = new double[cells];
    }

    static Scores of(SupplyGrid grid, Reading reading) {
      double worst = reading.ofUnknown(1);
      double[] squares = grid.output.squaredShares(reading.counts(grid.axes), worst);
      Scores scores = new Scores(grid.known.givenHerfindahl.over(squares), grid.axes.cells());
      scores.fill(grid, grid.known.instability.toArray(worst), worst);
      return scores;
    }

    private void fill(SupplyGrid grid, double[] instability, double restInstability) {
      SupplierAmounts supply = grid.supply;
      boolean[] home = home(grid.axes);
      int suppliers = grid.axes.suppliers().size();
      int buyers = grid.axes.buyers().size();
      for (int cell = 0; cell < score.length; cell++) {
        int market = cell / buyers;
        int countries = grid.axes.yearOf(market) * suppliers;
        int relations = cell % buyers * suppliers;
        double imports = 0;
        double numerator = supply.rest(cell) * restInstability;
        for (int i = supply.first(cell); i < supply.end(cell); i++) {
          int supplier = supply.supplier(i);
          if (!home[relations + supplier]) {
            imports += supply.amount(i);
            numerator += supply.amount(i) * instability[countries + supplier];
          }
        }
        double all =
            supply.isInShares(cell) ? 1 : grid.known.ownOutput.find(cell).orElse(0) + imports;
        denominator[cell] = all;
        importRisk[cell] = all > 0 ? numerator / all : 0;
        score[cell] = herfindahl[market] * importRisk[cell];
      }
    }

    /** By buyer and supplier, whether supply from there is home supply. */
    private static boolean[] home(SupplyAxes axes) {
      int suppliers = axes.suppliers().size();
      boolean[] home = new boolean[axes.buyers().size() * suppliers];
      for (int b = 0; b < axes.buyers().size(); b++) {
        for (int s = 0; s < suppliers; s++) {
          home[b * suppliers + s] =
              axes.buyers().name(b).isHome(axes.suppliers().name(s).country());
        }
      }
      return home;
    }
  }

  /**
   * One product, year and buyer.
   *
   * @param herfindahl HHI of world output, in [0, 1]
   * @param importRisk in [0, 1]
   * @param score in [0, 1]
   * @param usdPerKg the price that the factor takes; empty if none is known
   * @param factor characterisation factor, kg of copper equivalent a kilogram; empty without price
   */
  public record Row(
      ProductId product,
      int year,
      Buyer buyer,
      Bounds herfindahl,
      Bounds importRisk,
      Bounds score,
      OptionalDouble usdPerKg,
      Optional<Bounds> factor) {}

  /** Every cell of which supply, own output and the product's world output are known. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    IntStream.range(0, grid.axes.cells()).forEach(cell -> find(cell).ifPresent(rows::add));
    return rows;
  }

  /**
   * The row of a cell; empty if nothing reaches it, or if the buyer's own output or the product's
   * world output is not known. Where supply is in shares, own output is among them.
   */
  public Optional<Row> find(int cell) {
    int market = grid.axes.marketOf(cell);
    boolean isMade = !grid.output.isEmpty(market) || grid.known.givenHerfindahl.has(market);
    boolean isOwnKnown = grid.known.ownOutput.has(cell) || grid.supply.isInShares(cell);
    if (!isMade || !isOwnKnown || !(low.denominator[cell] > 0)) {
      return Optional.empty();
    }
    OptionalDouble price = grid.known.usdPerKg.find(cell);
    return Optional.of(
        new Row(
            grid.axes.productOf(market),
            grid.axes.years().name(grid.axes.yearOf(market)),
            grid.axes.buyerOf(cell),
            new Bounds(low.herfindahl[market], high.herfindahl[market]),
            new Bounds(low.importRisk[cell], high.importRisk[cell]),
            new Bounds(low.score[cell], high.score[cell]),
            price,
            price.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Bounds(
                        factor(low.score[cell], price.getAsDouble()),
                        factor(high.score[cell], price.getAsDouble())))));
  }

  private static double factor(double score, double usdPerKg) {
    return score * usdPerKg / COPPER_MIDPOINT_USD_PER_KG;
  }
}
