package org.plimsoll.bench.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/**
 * A spatial equilibrium of one good as arrays, read off a market file, and as the convex quadratic
 * program that has it as its optimum (Samuelson 1952).
 *
 * <p>Columns of the program are flows, row by row from each origin, then what each place makes,
 * then what each uses: the totals carry the squares, so that there are 2n of them and not n². Rows
 * say that what a place makes is what leaves it, then that what it uses is what arrives.
 */
final class SpatialProblem {
  private final MarketCase file;
  private final int places;
  private final Line[] supply;
  private final Line[] use;
  private final double[] cost;

  /** p = intercept + slope q. */
  record Line(double intercept, double slope) {
    static Line of(CaseCurve curve) {
      if (curve instanceof CaseCurve.InverseLinear line) {
        return new Line(line.intercept(), line.slope());
      }
      throw new IllegalArgumentException("no inverse linear curve: " + curve);
    }

    double priceAt(double quantity) {
      return intercept + slope * quantity;
    }

    double quantityAt(double price) {
      return Math.max(0, (price - intercept) / slope);
    }

    /** Area under the line. */
    double areaTo(double quantity) {
      return (intercept + slope * quantity / 2) * quantity;
    }
  }

  private SpatialProblem(MarketCase file) {
    this.file = file;
    ProductId good = file.products().getFirst().id();
    List<CaseNode> nodes = file.nodes();
    places = nodes.size();
    supply = new Line[places];
    use = new Line[places];
    cost = new double[places * places];
    Map<Region, Integer> rows = new HashMap<>();
    for (int i = 0; i < places; i++) {
      rows.put(nodes.get(i).place(), i);
      supply[i] = Line.of(curve(nodes.get(i).supply(), good));
      use[i] = Line.of(curve(nodes.get(i).demand(), good));
    }
    for (CaseArc arc : file.arcs().orElseThrow()) {
      cost[flow(row(rows, arc.from()), row(rows, arc.to()))] = arc.cost();
    }
  }

  /** The arrays of a file in which every place makes and uses one good and reaches every other. */
  static SpatialProblem of(MarketCase file) {
    return new SpatialProblem(file);
  }

  private static CaseCurve curve(Map<ProductId, CaseCurve> curves, ProductId good) {
    return curves.getOrDefault(good, new CaseCurve.Fixed(0));
  }

  private static int row(Map<Region, Integer> rows, Region place) {
    return rows.getOrDefault(place, -1);
  }

  MarketCase file() {
    return file;
  }

  int places() {
    return places;
  }

  int routes() {
    return places * places;
  }

  Line supply(int place) {
    return supply[place];
  }

  Line use(int place) {
    return use[place];
  }

  double cost(int from, int to) {
    return cost[flow(from, to)];
  }

  /** Columns of the quadratic program. */
  int columns() {
    return routes() + 2 * places;
  }

  /** Column of a flow. */
  int flow(int from, int to) {
    return from * places + to;
  }

  /** Column of what a place makes. */
  int made(int place) {
    return routes() + place;
  }

  /** Column of what a place uses. */
  int used(int place) {
    return routes() + places + place;
  }

  /** Coefficient of a column in the objective, which is to be as small as possible. */
  double linear(int column) {
    if (column < routes()) {
      return cost[column];
    }
    int place = (column - routes()) % places;
    return column < used(0) ? supply[place].intercept() : -use[place].intercept();
  }

  /** Coefficient of half the square of a column in the objective. */
  double halfSquare(int column) {
    if (column < routes()) {
      return 0;
    }
    int place = (column - routes()) % places;
    return column < used(0) ? supply[place].slope() : -use[place].slope();
  }

  /** Columns of a row, each with a coefficient of 1; the last one, a total, with −1. */
  int[] row(int row) {
    int place = row % places;
    boolean leaves = row < places;
    return IntStream.concat(
            IntStream.range(0, places).map(k -> leaves ? flow(place, k) : flow(k, place)),
            IntStream.of(leaves ? made(place) : used(place)))
        .toArray();
  }

  int rows() {
    return 2 * places;
  }

  /** The plan that a solver's columns stand for. */
  Plan plan(IntToDoubleFunction value) {
    return new Plan(
        IntStream.range(0, routes()).mapToDouble(value).toArray(),
        IntStream.range(0, places).map(this::made).mapToDouble(value).toArray(),
        IntStream.range(0, places).map(this::used).mapToDouble(value).toArray());
  }
}
