package org.plimsoll.planner.risk;

/**
 * Who makes and who supplies how much of each product in each year, and what is known of countries
 * and products: the input of {@link EuSupplyRisk} and {@link GeoPolRisk}, in flat arrays numbered
 * by {@link SupplyAxes}.
 *
 * <p>Amounts are tonnes a year, or shares; only their proportions count. A market's output is that
 * of the world, a cell's supply is what its buyer gets, by country of making, home supply included.
 */
public final class SupplyGrid {
  final SupplyAxes axes;
  final SupplierAmounts output;
  final SupplierAmounts supply;
  final Known known;

  private SupplyGrid(Builder builder) {
    axes = builder.axes;
    output = builder.output.build();
    supply = builder.supply.build();
    known = builder.known;
  }

  /** Numbers by cell, market, or year and supplier; any may be missing. */
  static final class Known {
    final NumberColumn ownOutput;
    final NumberColumn usdPerKg;
    final NumberColumn importReliance;
    final NumberColumn recycling;
    final NumberColumn substitution;
    final NumberColumn instability;
    final NumberColumn governanceWeight;
    final NumberColumn givenHerfindahl;
    final NumberColumn givenWorldConcentration;
    final NumberColumn givenSourcingConcentration;

    private Known(SupplyAxes axes) {
      int countries = axes.years().size() * axes.suppliers().size();
      ownOutput = new NumberColumn(axes.cells());
      usdPerKg = new NumberColumn(axes.cells());
      importReliance = new NumberColumn(axes.cells());
      recycling = new NumberColumn(axes.markets());
      substitution = new NumberColumn(axes.markets());
      instability = new NumberColumn(countries);
      governanceWeight = new NumberColumn(countries);
      givenHerfindahl = new NumberColumn(axes.markets());
      givenWorldConcentration = new NumberColumn(axes.markets());
      givenSourcingConcentration = new NumberColumn(axes.cells());
    }
  }

  /** An empty grid to fill. */
  public static Builder of(SupplyAxes axes) {
    return new Builder(axes);
  }

  public SupplyAxes axes() {
    return axes;
  }

  /** Fills a grid by numbers of {@link SupplyAxes}. Each setter may be called again. */
  public static final class Builder {
    private final SupplyAxes axes;
    private final SupplierAmounts.Builder output;
    private final SupplierAmounts.Builder supply;
    private final Known known;

    private Builder(SupplyAxes axes) {
      this.axes = axes;
      int suppliers = axes.suppliers().size();
      output = new SupplierAmounts.Builder(axes.markets(), suppliers);
      supply = new SupplierAmounts.Builder(axes.cells(), suppliers);
      known = new Known(axes);
    }

    /**
     * Adds output of a maker.
     *
     * @param amount tonnes, or a share of the world's output
     * @param tradeParameter t of the European method, 1 without a restriction or an agreement
     */
    public Builder output(int market, int supplier, double amount, double tradeParameter) {
      output.add(market, supplier, amount, tradeParameter);
      return this;
    }

    /** Output of the market is given in shares of the world, which need not reach 1. */
    public Builder outputInShares(int market) {
      output.inShares(market);
      return this;
    }

    /**
     * Adds what a buyer gets from a supplier.
     *
     * @param amount tonnes, or a share of all that the buyer gets
     * @param tradeParameter t of the European method
     */
    public Builder supply(int cell, int supplier, double amount, double tradeParameter) {
      supply.add(cell, supplier, amount, tradeParameter);
      return this;
    }

    /** Supply of the cell is given in shares of all that the buyer gets. */
    public Builder supplyInShares(int cell) {
      supply.inShares(cell);
      return this;
    }

    /** The buyer's own output, in the unit of its supply; not set where it is not known. */
    public Builder ownOutput(int cell, double amount) {
      known.ownOutput.set(cell, amount);
      return this;
    }

    /** The price of what the buyer gets, US dollars a kilogram. */
    public Builder usdPerKg(int cell, double price) {
      known.usdPerKg.set(cell, price);
      return this;
    }

    /** Import reliance of the buyer; below 0 for a net exporter. */
    public Builder importReliance(int cell, double reliance) {
      known.importReliance.set(cell, reliance);
      return this;
    }

    /** End-of-life recycling input rate, in [0, 1]. */
    public Builder recycling(int market, double rate) {
      known.recycling.set(market, rate);
      return this;
    }

    /** Substitution index of supply risk, in [0, 1]. */
    public Builder substitution(int market, double index) {
      known.substitution.set(market, index);
      return this;
    }

    /** Political instability g of a supplier's country, in [0, 1], 1 the worst. */
    public Builder instability(int year, int supplier, double worse) {
      known.instability.set(axes.country(year, supplier), worse);
      return this;
    }

    /** Governance weight w of a supplier's country, in [0, 10], 10 the worst. */
    public Builder governanceWeight(int year, int supplier, double weight) {
      known.governanceWeight.set(axes.country(year, supplier), weight);
      return this;
    }

    /** HHI of world output where it is known and its shares are not. */
    public Builder givenHerfindahl(int market, double herfindahl) {
      known.givenHerfindahl.set(market, herfindahl);
      return this;
    }

    /** HHI·WGI·t of world output where it is known and its shares are not. */
    public Builder givenWorldConcentration(int market, double concentration) {
      known.givenWorldConcentration.set(market, concentration);
      return this;
    }

    /** HHI·WGI·t of the buyer's sourcing where it is known and its shares are not. */
    public Builder givenSourcingConcentration(int cell, double concentration) {
      known.givenSourcingConcentration.set(cell, concentration);
      return this;
    }

    public SupplyGrid build() {
      return new SupplyGrid(this);
    }
  }
}
