package org.plimsoll.planner.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;

/**
 * How few suppliers the world's output and each buyer's supply come from: HHI and HHI·WGI·t of
 * every market and cell of a grid at once.
 */
public final class SupplyConcentration {
  private final SupplyGrid grid;
  private final ReadArrays low;
  private final ReadArrays high;

  private SupplyConcentration(SupplyGrid grid) {
    this.grid = grid;
    low = new ReadArrays(grid, Reading.LOW);
    high = new ReadArrays(grid, Reading.HIGH);
  }

  /** Computes every market and cell. */
  public static SupplyConcentration of(SupplyGrid grid) {
    return new SupplyConcentration(grid);
  }

  /** Sums of squares under one reading of what is not known. */
  private static final class ReadArrays {
    private final double[] worldHerfindahl;
    private final double[] worldWeighted;
    private final double[] sourcingHerfindahl;
    private final double[] sourcingWeighted;

    ReadArrays(SupplyGrid grid, Reading reading) {
      SupplyAxes axes = grid.axes;
      double[] counts = reading.counts(axes);
      double worst = reading.ofUnknown(Governance.WORST_WEIGHT);
      double[] weights = grid.known.governanceWeight.toArray(worst);
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= counts[i % counts.length];
      }
      int suppliers = axes.suppliers().size();
      worldHerfindahl =
          grid.known.givenHerfindahl.over(grid.output.squaredShares(counts, reading.ofUnknown(1)));
      worldWeighted =
          grid.known.givenWorldConcentration.over(
              grid.output.weightedSquares(weights, suppliers, axes::yearOf, worst));
      sourcingHerfindahl = grid.supply.squaredShares(counts, reading.ofUnknown(1));
      sourcingWeighted =
          grid.known.givenSourcingConcentration.over(
              grid.supply.weightedSquares(
                  weights, suppliers, cell -> axes.yearOf(axes.marketOf(cell)), worst));
    }
  }

  /** HHI of a market's world output; empty if neither makers nor the index are known. */
  public Optional<Bounds> findWorldHerfindahl(int market) {
    boolean isKnown = !grid.output.isEmpty(market) || grid.known.givenHerfindahl.has(market);
    return bounds(isKnown, low.worldHerfindahl[market], high.worldHerfindahl[market]);
  }

  /** HHI·WGI·t of a market's world output; empty if neither makers nor the index are known. */
  public Optional<Bounds> findWorldWeighted(int market) {
    boolean isKnown =
        !grid.output.isEmpty(market) || grid.known.givenWorldConcentration.has(market);
    return bounds(isKnown, low.worldWeighted[market], high.worldWeighted[market]);
  }

  /** HHI of a cell's supply; empty if no supplier is known. */
  public Optional<Bounds> findSourcingHerfindahl(int cell) {
    return bounds(
        !grid.supply.isEmpty(cell), low.sourcingHerfindahl[cell], high.sourcingHerfindahl[cell]);
  }

  /** HHI·WGI·t of a cell's supply; empty if neither suppliers nor the index are known. */
  public Optional<Bounds> findSourcingWeighted(int cell) {
    boolean isKnown = !grid.supply.isEmpty(cell) || grid.known.givenSourcingConcentration.has(cell);
    return bounds(isKnown, low.sourcingWeighted[cell], high.sourcingWeighted[cell]);
  }

  private static Optional<Bounds> bounds(boolean isKnown, double low, double high) {
    return isKnown ? Optional.of(new Bounds(low, high)) : Optional.empty();
  }

  /**
   * One market, or one cell of it.
   *
   * @param buyer whose supply; empty for the world's output
   * @param herfindahl HHI, in [0, 1]; empty if only the weighted index is known
   * @param weighted HHI·WGI·t; empty if only HHI is known
   * @param largest the largest maker or supplier; empty if none is known
   * @param largestShare of it, in (0, 1]; 0 if none is known
   * @param namedShare the share that has a name
   */
  public record Row(
      ProductId product,
      int year,
      Optional<Buyer> buyer,
      Optional<Bounds> herfindahl,
      Optional<Bounds> weighted,
      Optional<Supplier> largest,
      double largestShare,
      double namedShare) {}

  /** Every market and then its cells of which anything is known. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    int buyers = grid.axes.buyers().size();
    for (int market = 0; market < grid.axes.markets(); market++) {
      add(
          rows,
          market,
          Optional.empty(),
          findWorldHerfindahl(market),
          findWorldWeighted(market),
          grid.output,
          market);
      for (int cell = market * buyers; cell < (market + 1) * buyers; cell++) {
        add(
            rows,
            market,
            Optional.of(grid.axes.buyerOf(cell)),
            findSourcingHerfindahl(cell),
            findSourcingWeighted(cell),
            grid.supply,
            cell);
      }
    }
    return rows;
  }

  private void add(
      List<Row> rows,
      int market,
      Optional<Buyer> buyer,
      Optional<Bounds> herfindahl,
      Optional<Bounds> weighted,
      SupplierAmounts amounts,
      int group) {
    if (herfindahl.isPresent() || weighted.isPresent()) {
      int largest = amounts.largest(group);
      rows.add(
          new Row(
              grid.axes.productOf(market),
              grid.axes.years().name(grid.axes.yearOf(market)),
              buyer,
              herfindahl,
              weighted,
              largest < 0
                  ? Optional.empty()
                  : Optional.of(grid.axes.suppliers().name(amounts.supplier(largest))),
              largest < 0 ? 0 : amounts.share(largest, group),
              amounts.namedShare(group)));
    }
  }
}
