package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.planner.risk.Buyer;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.planner.risk.Supplier;
import org.plimsoll.planner.risk.SupplyAxes;
import org.plimsoll.planner.risk.SupplyGrid;
import org.plimsoll.sources.figures.RiskFigure;
import org.plimsoll.sources.figures.RiskFigure.Unit;
import org.plimsoll.sources.figures.RiskFigureKind;

/**
 * Fills the grid of the risk methods from a table of one's own figures. What it does not say of
 * countries, and the world output of a product it gives none of, is taken from the world, and
 * named.
 */
public final class OwnFigures {
  /** Years that a figure without one may stand for have to come from somewhere. */
  private static final List<RiskFigureKind> WITH_YEAR =
      List.of(
          RiskFigureKind.OUTPUT,
          RiskFigureKind.SUPPLY,
          RiskFigureKind.OWN_OUTPUT,
          RiskFigureKind.HHI,
          RiskFigureKind.HHI_WGI);

  /** Not in ISO 3166; the code that the World Bank and others use. */
  private static final CountryCode KOSOVO = CountryCode.of("XKX");

  private final String name;
  private final List<RiskFigure> figures;
  private final FigureIndex index;
  private final Evidence world;
  private final FigureIndex factors;
  private final Membership membership;
  private final List<Issue> issues = new ArrayList<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> firms = new TreeSet<>();
  private final Map<String, Buyer> buyers = new HashMap<>();

  private OwnFigures(
      String name, List<RiskFigure> figures, Evidence world, List<RiskFigure> factors) {
    this.name = name;
    this.figures = figures;
    this.world = world;
    this.factors = new FigureIndex(factors);
    index = new FigureIndex(figures);
    membership = new Membership(world, List.of(), world.asOf());
  }

  /**
   * The grid of the figures.
   *
   * @param name of the table, for issues
   * @param world gives what the figures do not say of countries, and world output of products that
   *     they give none of
   * @param factors of the world: political stability, recycling, substitution
   */
  public static RiskInput of(
      String name, List<RiskFigure> figures, Evidence world, List<RiskFigure> factors) {
    OwnFigures own = new OwnFigures(name, figures, world, factors);
    own.checkCountries();
    SupplyAxes axes = own.axes();
    SupplyGrid.Builder grid = SupplyGrid.of(axes);
    own.addAmounts(grid, axes);
    for (int p = 0; p < axes.products().size(); p++) {
      for (int y = 0; y < axes.years().size(); y++) {
        own.setMarket(grid, axes, p, y);
        for (int b = 0; b < axes.buyers().size(); b++) {
          own.setCell(grid, axes, p, y, b);
        }
      }
    }
    RiskGrids.setCountries(grid, axes, world, own.factors, own.index, own.taken);
    return new RiskInput(grid.build(), own.issues, List.copyOf(own.taken), List.copyOf(own.firms));
  }

  private void checkCountries() {
    for (RiskFigure figure : figures) {
      figure
          .country()
          .filter(country -> world.findCountry(country).isEmpty() && !country.equals(KOSOVO))
          .ifPresent(country ->
              issues.add(
                  Issue.error(
                      lineOf(figure),
                      "the world has no country '" + country + "'",
                      "write the ISO 3166 code of three letters: CHN, DEU, COD")));
    }
  }

  private static Place lineOf(RiskFigure figure) {
    return new Place(figure.place().file(), figure.place().line(), 0);
  }

  private SupplyAxes axes() {
    Set<ProductId> products = new LinkedHashSet<>();
    Set<Integer> years = new TreeSet<>();
    Set<Supplier> suppliers = new LinkedHashSet<>();
    Set<Buyer> listed = new LinkedHashSet<>();
    for (RiskFigure figure : figures) {
      if (WITH_YEAR.contains(figure.kind())) {
        products.add(product(figure));
        figure.year().ifPresent(years::add);
      }
      figure.region().ifPresent(region -> listed.add(buyer(figure)));
      if (figure.kind() == RiskFigureKind.OUTPUT || figure.kind() == RiskFigureKind.SUPPLY) {
        suppliers.add(supplier(figure));
      }
    }
    for (int year : years) {
      for (Concentration output : worldOutput(year)) {
        if (products.contains(output.product())) {
          output.shares().byCountry().keySet().forEach(c -> suppliers.add(Supplier.of(c)));
        }
      }
    }
    if (listed.isEmpty()) {
      listed.add(Buyer.ofFirm("any buyer"));
    }
    if (products.isEmpty()) {
      issues.add(
          Issue.error(
              Place.ofFile(name),
              "no row gives output, supply or an index, so there is nothing to compute",
              "add rows of output and supply"));
    }
    return SupplyAxes.of(
        List.copyOf(products), List.copyOf(years), List.copyOf(suppliers), List.copyOf(listed));
  }

  private List<Concentration> worldOutput(int year) {
    return RiskTable.years(world).contains(year)
        ? RiskTable.of(world, List.of(), year).world()
        : List.of();
  }

  private static ProductId product(RiskFigure figure) {
    return new ProductId(figure.material().orElseThrow(), figure.stage().orElseThrow());
  }

  private static Supplier supplier(RiskFigure figure) {
    CountryCode country = figure.country().orElseThrow();
    return new Supplier(figure.supplier().orElse(country.alpha3()), country);
  }

  private Buyer buyer(RiskFigure figure) {
    return buyers.computeIfAbsent(figure.region().orElseThrow(), name -> buyer(name, figure));
  }

  /** A country or territory of the world; any other name is a firm, unless it looks like a code. */
  private Buyer buyer(String name, RiskFigure figure) {
    if (membership.knows(name)) {
      return new Buyer(name, membership.resolve(new Parties(List.of(name))));
    }
    String upper = name.toUpperCase(Locale.ROOT);
    Optional<String> code =
        world.countries().stream()
            .filter(country -> country.name().equalsIgnoreCase(name))
            .map(country -> country.code().alpha3())
            .findFirst()
            .or(() -> membership.knows(upper) ? Optional.of(upper) : Optional.empty());
    if (code.isPresent() || (name.equals(upper) && !name.contains(" "))) {
      issues.add(
          Issue.error(
              lineOf(figure),
              "the world has no country or territory '" + name + "'",
              code.map(c -> "write " + c)
                  .orElse(
                      "write a code such as JPN or EU27; a firm's name has small letters or a"
                          + " blank")));
    }
    firms.add(name);
    return Buyer.ofFirm(name);
  }

  private int market(SupplyAxes axes, RiskFigure figure) {
    return axes.market(
        axes.products().number(product(figure)), axes.years().number(yearOf(figure)));
  }

  private static int yearOf(RiskFigure figure) {
    OptionalInt year = figure.year();
    return year.orElseThrow();
  }

  private int cell(SupplyAxes axes, RiskFigure figure) {
    return axes.cell(
        axes.products().number(product(figure)),
        axes.years().number(yearOf(figure)),
        axes.buyers().number(buyer(figure)));
  }

  private void addAmounts(SupplyGrid.Builder grid, SupplyAxes axes) {
    for (RiskFigure figure : figures) {
      switch (figure.kind()) {
        case OUTPUT -> {
          int market = market(axes, figure);
          if (figure.unit() == Unit.SHARE) {
            grid.outputInShares(market);
          }
          grid.output(
              market,
              axes.suppliers().number(supplier(figure)),
              figure.value(),
              tradeParameter(figure, Optional.empty()));
        }
        case SUPPLY -> {
          int cell = cell(axes, figure);
          if (figure.unit() == Unit.SHARE) {
            grid.supplyInShares(cell);
          }
          grid.supply(
              cell,
              axes.suppliers().number(supplier(figure)),
              figure.value(),
              tradeParameter(figure, figure.region()));
        }
        case HHI -> grid.givenHerfindahl(market(axes, figure), figure.value());
        case HHI_WGI -> {
          if (figure.region().isPresent()) {
            grid.givenSourcingConcentration(cell(axes, figure), figure.value());
          } else {
            grid.givenWorldConcentration(market(axes, figure), figure.value());
          }
        }
        case SUPPLY_VALUE,
            OWN_OUTPUT,
            PRICE,
            IMPORT_RELIANCE,
            RECYCLING,
            SUBSTITUTION,
            TRADE_PARAMETER,
            GOVERNANCE,
            POLITICAL_STABILITY -> {
          // Looked up where they are needed.
        }
      }
    }
  }

  private double tradeParameter(RiskFigure figure, Optional<String> buyer) {
    return RiskGrids.tradeParameter(
        index, product(figure), yearOf(figure), buyer, figure.country().orElseThrow());
  }

  private void setMarket(SupplyGrid.Builder grid, SupplyAxes axes, int p, int y) {
    ProductId product = axes.products().name(p);
    int year = axes.years().name(y);
    setRates(grid, axes.market(p, y), product, year);
    if (isWorldGiven(product, year)) {
      RiskTable table = RiskTable.of(world, List.of(), year);
      RiskGrids.addOutput(
          grid, axes, index, axes.market(p, y), RiskGrids.primary(table, product), year);
      taken.add("world output of " + product + " in " + year);
    }
  }

  /** Whether the world's output stands in: the table gives none, and no index of it. */
  private boolean isWorldGiven(ProductId product, int year) {
    boolean isOwn =
        figures.stream()
            .filter(f ->
                f.kind() == RiskFigureKind.OUTPUT
                    || f.kind() == RiskFigureKind.HHI
                    || (f.kind() == RiskFigureKind.HHI_WGI && f.region().isEmpty()))
            .anyMatch(f -> product(f).equals(product) && yearOf(f) == year);
    return !isOwn && worldOutput(year).stream().anyMatch(o -> o.product().equals(product));
  }

  /** Recycling and substitution: the table's own, else the world's. */
  private void setRates(SupplyGrid.Builder grid, int market, ProductId product, int year) {
    for (RiskFigureKind kind : List.of(RiskFigureKind.RECYCLING, RiskFigureKind.SUBSTITUTION)) {
      Optional<RiskFigure> own =
          index.find(kind, product, year, Optional.empty(), Optional.empty());
      Optional<RiskFigure> figure =
          own.or(() -> factors.find(kind, product, year, Optional.empty(), Optional.empty()));
      figure.ifPresent(f -> RiskGrids.setRate(grid, market, f));
      if (own.isEmpty() && figure.isPresent()) {
        taken.add(kind.word() + " of " + product.commodity());
      }
    }
  }

  private void setCell(SupplyGrid.Builder grid, SupplyAxes axes, int p, int y, int b) {
    ProductId product = axes.products().name(p);
    int year = axes.years().name(y);
    Buyer buyer = axes.buyers().name(b);
    Optional<String> name = Optional.of(buyer.name());
    int cell = axes.cell(p, y, b);
    index
        .find(RiskFigureKind.IMPORT_RELIANCE, product, year, name, Optional.empty())
        .ifPresent(figure -> grid.importReliance(cell, figure.value()));
    index
        .find(RiskFigureKind.PRICE, product, year, name, Optional.empty())
        .map(RiskFigure::value)
        .or(() -> priceOfSupply(product, year, buyer.name()))
        .ifPresent(price -> grid.usdPerKg(cell, price));
    index
        .find(RiskFigureKind.OWN_OUTPUT, product, year, name, Optional.empty())
        .map(RiskFigure::value)
        .or(() -> outputOf(buyer, product, year))
        .ifPresent(tonnes -> grid.ownOutput(cell, tonnes));
  }

  /** USD/kg: value over tonnes of the supply whose value is given. */
  private Optional<Double> priceOfSupply(ProductId product, int year, String buyer) {
    double usd = 0;
    double tonnes = 0;
    Set<Supplier> valued = new LinkedHashSet<>();
    for (RiskFigure figure : figures) {
      if (figure.kind() == RiskFigureKind.SUPPLY_VALUE && isOf(figure, product, year, buyer)) {
        usd += figure.value();
        valued.add(supplier(figure));
      }
    }
    for (RiskFigure figure : figures) {
      if (figure.kind() == RiskFigureKind.SUPPLY
          && isOf(figure, product, year, buyer)
          && valued.contains(supplier(figure))) {
        tonnes += figure.value();
      }
    }
    return tonnes > 0 ? Optional.of(usd / 1000 / tonnes) : Optional.empty();
  }

  private static boolean isOf(RiskFigure figure, ProductId product, int year, String buyer) {
    return product(figure).equals(product)
        && yearOf(figure) == year
        && figure.region().equals(Optional.of(buyer));
  }

  /**
   * Tonnes that the buyer's own countries make, by the table, or by the world where the world gives
   * the output; a firm's are 0. Empty where output is known in shares only, or by its index.
   */
  private Optional<Double> outputOf(Buyer buyer, ProductId product, int year) {
    if (buyer.members().isEmpty()) {
      return Optional.of(0.0);
    }
    if (isWorldGiven(product, year)) {
      return worldOutput(year).stream()
          .filter(output -> output.product().equals(product))
          .map(output -> homeTonnes(buyer, output))
          .findFirst();
    }
    List<RiskFigure> outputs =
        figures.stream()
            .filter(f -> f.kind() == RiskFigureKind.OUTPUT && f.unit() == Unit.TONNES)
            .filter(f -> product(f).equals(product) && yearOf(f) == year)
            .toList();
    return outputs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            outputs.stream()
                .filter(f -> buyer.isHome(f.country().orElseThrow()))
                .mapToDouble(RiskFigure::value)
                .sum());
  }

  private static double homeTonnes(Buyer buyer, Concentration output) {
    return output.shares().byCountry().entrySet().stream()
        .filter(maker -> buyer.isHome(maker.getKey()))
        .mapToDouble(maker -> maker.getValue() * output.tonnes())
        .sum();
  }
}
