package org.plimsoll.planner.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/** The flat loops against the formulas written out with maps, one cell at a time. */
class GridAgainstFormulaTest {
  private static final double TOLERANCE = 1e-12;
  private static final Bounds NOTHING = new Bounds(0, 0);

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCellIsThatOfTheFormula(int seed) {
    RandomFigures figures = new RandomFigures(seed);
    SupplyGrid grid = figures.grid();
    GeoPolRisk geoPolRisk = GeoPolRisk.of(grid);
    EuSupplyRisk supplyRisk = EuSupplyRisk.of(grid);
    Set<Integer> found = new HashSet<>();
    for (int p = 0; p < figures.axes.products().size(); p++) {
      for (int y = 0; y < figures.axes.years().size(); y++) {
        for (int b = 0; b < figures.axes.buyers().size(); b++) {
          int cell = figures.axes.cell(p, y, b);
          int market = figures.axes.market(p, y);
          Plain plain = figures.plain(market, cell, y, b);
          geoPolRisk
              .find(cell)
              .ifPresent(row -> {
                found.add(cell);
                assertBounds(plain.herfindahl(), row.herfindahl());
                assertBounds(plain.importRisk(), row.importRisk());
                assertEquals(
                    plain.herfindahl().high() * plain.importRisk().high(),
                    row.score().high(),
                    TOLERANCE);
              });
          supplyRisk
              .find(cell)
              .ifPresent(row -> {
                row.world().ifPresent(world -> assertBounds(plain.world(), world));
                row.sourcing().ifPresent(sourcing -> assertBounds(plain.sourcing(), sourcing));
                if (row.supply() == EuSupplyRisk.Supply.BOTH) {
                  assertBounds(plain.supplyRisk(), row.supplyRisk());
                }
              });
        }
      }
    }
    assertEquals(geoPolRisk.rows().size(), found.size());
  }

  private static void assertBounds(Bounds expected, Bounds actual) {
    assertEquals(expected.low(), actual.low(), TOLERANCE);
    assertEquals(expected.high(), actual.high(), TOLERANCE);
  }

  /** What the formulas say of one cell. */
  private record Plain(Bounds herfindahl, Bounds importRisk, Bounds world, Bounds sourcing) {
    Bounds supplyRisk() {
      return new Bounds(
          (world.low() * 0.7 / 2 + sourcing.low() * (1 - 0.7 / 2)) * (1 - 0.1) * 0.9,
          (world.high() * 0.7 / 2 + sourcing.high() * (1 - 0.7 / 2)) * (1 - 0.1) * 0.9);
    }
  }

  /** Tonnes at random; of some countries nothing is known, one is an aggregate. */
  private static final class RandomFigures {
    private final SupplyAxes axes;
    private final double[][] output;
    private final double[][] supply;
    private final double[] ownOutput;
    private final double[] tradeParameter;
    private final OptionalDouble[][] governance;

    RandomFigures(int seed) {
      Random random = new Random(seed);
      List<Supplier> suppliers = new ArrayList<>();
      for (String code : List.of("CHN", "COD", "DEU", "FRA", "JPN", "USA", "ROW")) {
        suppliers.add(Supplier.of(CountryCode.of(code)));
      }
      axes =
          SupplyAxes.of(
              List.of(ProductId.parse("a/mine"), ProductId.parse("a/metal")),
              List.of(2022, 2023, 2024),
              suppliers,
              List.of(
                  Buyer.ofFirm("firm"),
                  Buyer.of(Region.of(CountryCode.of("USA"))),
                  Buyer.of(
                      new Region(
                          "EU",
                          new TreeSet<>(List.of(CountryCode.of("DEU"), CountryCode.of("FRA")))))));
      output = amounts(random, axes.markets());
      supply = amounts(random, axes.cells());
      ownOutput = random.doubles(axes.cells(), 0, 50).toArray();
      tradeParameter = random.doubles(suppliers.size(), 0.8, 1.5).toArray();
      governance = new OptionalDouble[axes.years().size()][suppliers.size()];
      for (OptionalDouble[] year : governance) {
        Arrays.setAll(
            year,
            s ->
                random.nextInt(5) == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(random.nextDouble(-2.5, 2.5)));
      }
    }

    private double[][] amounts(Random random, int groups) {
      double[][] amounts = new double[groups][axes.suppliers().size()];
      for (double[] group : amounts) {
        Arrays.setAll(group, s -> random.nextInt(3) > 0 ? 0 : random.nextDouble(0, 100));
      }
      return amounts;
    }

    SupplyGrid grid() {
      SupplyGrid.Builder grid = SupplyGrid.of(axes);
      for (int market = 0; market < axes.markets(); market++) {
        grid.recycling(market, 0.1).substitution(market, 0.9);
        for (int s = 0; s < axes.suppliers().size(); s++) {
          grid.output(market, s, output[market][s], tradeParameter[s]);
        }
      }
      for (int cell = 0; cell < axes.cells(); cell++) {
        grid.importReliance(cell, 0.7).ownOutput(cell, ownOutput[cell]);
        for (int s = axes.suppliers().size() - 1; s >= 0; s--) {
          double half = supply[cell][s] / 2;
          grid.supply(cell, s, half, tradeParameter[s]).supply(cell, s, half, tradeParameter[s]);
        }
      }
      for (int y = 0; y < governance.length; y++) {
        for (int s = 0; s < axes.suppliers().size(); s++) {
          if (governance[y][s].isPresent()) {
            double value = governance[y][s].getAsDouble();
            grid.governanceWeight(y, s, Governance.toWeight(value));
            grid.instability(y, s, Governance.toInstability(value));
          }
        }
      }
      return grid.build();
    }

    Plain plain(int market, int cell, int year, int buyer) {
      Optional<Shares> made = shares(output[market]);
      double imports = 0;
      double low = 0;
      double high = 0;
      for (int s = 0; s < axes.suppliers().size(); s++) {
        if (!axes.buyers().name(buyer).isHome(axes.suppliers().name(s).country())) {
          imports += supply[cell][s];
          OptionalDouble known = governance[year][s];
          double g = known.isPresent() ? 0.5 - known.getAsDouble() / 5 : 0;
          low += supply[cell][s] * g;
          high += supply[cell][s] * (known.isPresent() ? g : 1);
        }
      }
      double all = imports + ownOutput[cell];
      return new Plain(
          made.map(Shares::herfindahl).orElse(NOTHING),
          new Bounds(low / all, high / all),
          weighted(output[market], year),
          weighted(supply[cell], year));
    }

    /** Σ s² w t; an aggregate counts in the upper bound only. */
    private Bounds weighted(double[] amounts, int year) {
      double whole = Arrays.stream(amounts).sum();
      double low = 0;
      double high = 0;
      for (int s = 0; s < amounts.length; s++) {
        double share = whole > 0 ? amounts[s] / whole : 0;
        OptionalDouble known = governance[year][s];
        double term = share * share * tradeParameter[s];
        high += term * (known.isPresent() ? 5 - 2 * known.getAsDouble() : 10);
        boolean isMany = axes.suppliers().name(s).country().isAggregate();
        low += isMany || known.isEmpty() ? 0 : term * (5 - 2 * known.getAsDouble());
      }
      return new Bounds(low, high);
    }

    private Optional<Shares> shares(double[] bySupplier) {
      TreeMap<CountryCode, Double> amounts = new TreeMap<>();
      for (int s = 0; s < bySupplier.length; s++) {
        amounts.put(axes.suppliers().name(s).country(), bySupplier[s]);
      }
      return Shares.of(amounts);
    }
  }
}
