package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.risk.Balance;
import org.plimsoll.planner.risk.Buyer;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.Governance;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.planner.risk.Supplier;
import org.plimsoll.planner.risk.SupplyAxes;
import org.plimsoll.planner.risk.SupplyGrid;
import org.plimsoll.sources.figures.RiskFigure;
import org.plimsoll.sources.figures.RiskFigure.Unit;
import org.plimsoll.sources.figures.RiskFigureKind;

/**
 * Fills the grid of the risk methods from the world: volumes and prices from the pack, and what the
 * methods need beside them from a table of figures.
 */
public final class RiskGrids {
  /** More countries than these are counted, not named. */
  private static final int MOST_NAMED = 8;

  private RiskGrids() {}

  /**
   * The world's volumes as the methods read them: the world term takes primary output, the buyer's
   * supply all of it, by country of making, and the price is the base price of the year.
   *
   * @param factors political stability, recycling, substitution, trade parameters
   */
  public static SupplyGrid ofWorld(
      Evidence world, List<RiskFigure> factors, List<Region> regions, int year) {
    RiskTable table = RiskTable.of(world, regions, year);
    List<ProductId> products = table.world().stream().map(Concentration::product).toList();
    Set<CountryCode> countries = new TreeSet<>();
    table.world().forEach(row -> countries.addAll(row.shares().byCountry().keySet()));
    table
        .regional()
        .forEach(row ->
            row.sourcing().ifPresent(s -> countries.addAll(s.shares().byCountry().keySet())));
    SupplyAxes axes =
        SupplyAxes.of(
            products,
            List.of(year),
            countries.stream().map(Supplier::of).toList(),
            regions.stream().map(Buyer::of).toList());
    SupplyGrid.Builder grid = SupplyGrid.of(axes);
    FigureIndex index = new FigureIndex(factors);
    for (ProductId product : products) {
      int market = axes.market(axes.products().number(product), 0);
      addOutput(grid, axes, index, market, primary(table, product), year);
      setRates(grid, index, market, product, year);
    }
    for (RiskTable.Regional row : table.regional()) {
      ProductId product = row.balance().product();
      Buyer buyer = Buyer.of(row.balance().region());
      int cell = axes.cell(axes.products().number(product), 0, axes.buyers().number(buyer));
      row.sourcing().ifPresent(s -> addSupply(grid, axes, index, cell, buyer, s, year));
      if (world.getProduct(product).isSolved()) {
        setBalance(grid, cell, row.balance());
      }
      world
          .findBasePrice(product, "base" + year)
          .map(Price::usdPerTonne)
          .ifPresent(usd -> grid.usdPerKg(cell, usd.central() / 1000));
    }
    setCountries(grid, axes, world, index, new FigureIndex(List.of()), new LinkedHashSet<>());
    return grid.build();
  }

  /** Primary output where the product has recycled output too, else all of it. */
  static Concentration primary(RiskTable table, ProductId product) {
    return find(table.primary(), product)
        .or(() -> find(table.world(), product))
        .orElseThrow(() -> new IllegalArgumentException("nobody makes " + product));
  }

  private static Optional<Concentration> find(List<Concentration> rows, ProductId product) {
    return rows.stream().filter(row -> row.product().equals(product)).findFirst();
  }

  static void addOutput(
      SupplyGrid.Builder grid,
      SupplyAxes axes,
      FigureIndex index,
      int market,
      Concentration output,
      int year) {
    for (Map.Entry<CountryCode, Double> maker : output.shares().byCountry().entrySet()) {
      grid.output(
          market,
          axes.suppliers().number(Supplier.of(maker.getKey())),
          maker.getValue() * output.tonnes(),
          tradeParameter(index, output.product(), year, Optional.empty(), maker.getKey()));
    }
  }

  private static void addSupply(
      SupplyGrid.Builder grid,
      SupplyAxes axes,
      FigureIndex index,
      int cell,
      Buyer buyer,
      Concentration sourcing,
      int year) {
    for (Map.Entry<CountryCode, Double> maker : sourcing.shares().byCountry().entrySet()) {
      grid.supply(
          cell,
          axes.suppliers().number(Supplier.of(maker.getKey())),
          maker.getValue() * sourcing.tonnes(),
          tradeParameter(
              index, sourcing.product(), year, Optional.of(buyer.name()), maker.getKey()));
    }
  }

  /** Not for a listed product: its trade is not known, and no import is not the same as none. */
  private static void setBalance(SupplyGrid.Builder grid, int cell, Balance balance) {
    grid.ownOutput(cell, balance.productionTonnes());
    balance.importReliance().ifPresent(reliance -> grid.importReliance(cell, reliance));
  }

  /** t, 1 where none is given. */
  static double tradeParameter(
      FigureIndex index, ProductId product, int year, Optional<String> buyer, CountryCode country) {
    return index
        .find(RiskFigureKind.TRADE_PARAMETER, product, year, buyer, Optional.of(country))
        .map(RiskFigure::value)
        .orElse(1.0);
  }

  private static void setRates(
      SupplyGrid.Builder grid, FigureIndex index, int market, ProductId product, int year) {
    for (RiskFigureKind kind : List.of(RiskFigureKind.RECYCLING, RiskFigureKind.SUBSTITUTION)) {
      index
          .find(kind, product, year, Optional.empty(), Optional.empty())
          .ifPresent(figure -> setRate(grid, market, figure));
    }
  }

  /** Sets the rate that a figure of recycling or substitution gives. */
  static void setRate(SupplyGrid.Builder grid, int market, RiskFigure figure) {
    if (figure.kind() == RiskFigureKind.RECYCLING) {
      grid.recycling(market, figure.value());
    } else {
      grid.substitution(market, figure.value());
    }
  }

  /**
   * Governance and political stability of every supplier's country: of {@code own} figures, else of
   * the world and its {@code factors}.
   *
   * @param taken receives what the world gave, in words
   */
  static void setCountries(
      SupplyGrid.Builder grid,
      SupplyAxes axes,
      Evidence world,
      FigureIndex factors,
      FigureIndex own,
      Set<String> taken) {
    List<String> governance = new ArrayList<>();
    List<String> stability = new ArrayList<>();
    for (int y = 0; y < axes.years().size(); y++) {
      int year = axes.years().name(y);
      for (int s = 0; s < axes.suppliers().size(); s++) {
        CountryCode country = axes.suppliers().name(s).country();
        int yearNumber = y;
        int supplier = s;
        Optional<RiskFigure> weight = own.findOfCountry(RiskFigureKind.GOVERNANCE, country, year);
        if (weight.isPresent()) {
          grid.governanceWeight(yearNumber, supplier, weight(weight.get()));
        } else {
          OptionalDouble mean = governanceOf(world, country);
          if (mean.isPresent()) {
            grid.governanceWeight(yearNumber, supplier, Governance.toWeight(mean.getAsDouble()));
            governance.add(country.alpha3());
          }
        }
        Optional<RiskFigure> instability =
            own.findOfCountry(RiskFigureKind.POLITICAL_STABILITY, country, year);
        if (instability.isPresent()) {
          grid.instability(yearNumber, supplier, instability(instability.get()));
        } else {
          factors
              .findOfCountry(RiskFigureKind.POLITICAL_STABILITY, country, year)
              .ifPresent(figure -> {
                grid.instability(yearNumber, supplier, instability(figure));
                stability.add(country.alpha3());
              });
        }
      }
    }
    note(taken, "governance", governance);
    note(taken, "political stability", stability);
  }

  private static OptionalDouble governanceOf(Evidence world, CountryCode country) {
    return world.findCountry(country).map(Country::governance).orElse(OptionalDouble.empty());
  }

  private static void note(Set<String> taken, String what, List<String> countries) {
    Set<String> once = new TreeSet<>(countries);
    if (once.size() > MOST_NAMED) {
      taken.add(what + " of " + once.size() + " countries");
    } else if (!once.isEmpty()) {
      taken.add(what + " of " + String.join(", ", once));
    }
  }

  private static double weight(RiskFigure figure) {
    return figure.unit() == Unit.ESTIMATE ? Governance.toWeight(figure.value()) : figure.value();
  }

  private static double instability(RiskFigure figure) {
    return figure.unit() == Unit.ESTIMATE
        ? Governance.toInstability(figure.value())
        : figure.value();
  }
}
