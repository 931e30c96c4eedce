package org.plimsoll.bench.peers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;

/** A spatial equilibrium of one good as arrays, read off a market file. */
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

  /** Number of a route, row by row from each origin. */
  int flow(int from, int to) {
    return from * places + to;
  }
}
