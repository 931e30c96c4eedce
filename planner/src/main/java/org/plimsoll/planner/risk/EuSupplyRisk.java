package org.plimsoll.planner.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;

/**
 * Supply risk after the European Union's method, of every product, year and buyer of a grid at
 * once.
 *
 * <pre>
 *   C  = Σ sᵢ² wᵢ tᵢ                                    of world output, of the buyer's sourcing
 *   SR = (C_world × IR ÷ 2 + C_sourcing × (1 − IR ÷ 2)) × (1 − EoL-RIR) × SI_SR
 * </pre>
 *
 * <p>Where only one C is known, it stands alone, as in the studies. IR of a net exporter is 0, as
 * the studies print it. A raw material has the SR of the stage where it is highest.
 *
 * <p>Source: G. A. Blengini and others, Assessment of the methodology for establishing the EU list
 * of critical raw materials, European Commission, 2017, doi 10.2760/73303.
 */
public final class EuSupplyRisk {
  private final SupplyGrid grid;
  private final SupplyConcentration concentration;

  private EuSupplyRisk(SupplyGrid grid) {
    this.grid = grid;
    concentration = SupplyConcentration.of(grid);
  }

  /** Computes every cell. */
  public static EuSupplyRisk of(SupplyGrid grid) {
    return new EuSupplyRisk(grid);
  }

  /** Which concentration SR rests on. */
  public enum Supply {
    /** Global supply and the buyer's sourcing, weighted by import reliance. */
    BOTH("GS+EU"),
    /** Global supply alone. */
    GLOBAL("GS"),
    /** The buyer's sourcing alone. */
    SOURCING("EU");

    private final String word;

    Supply(String word) {
      this.word = word;
    }

    /** As the studies write it; EU stands for the buyer. */
    public String word() {
      return word;
    }
  }

  /**
   * One product, year and buyer.
   *
   * @param supply which of the concentrations are known
   * @param world C of world output, in [0, 10] with t = 1; empty if not known
   * @param sourcing C of the buyer's sourcing; empty if not known
   * @param importReliance IR in [0, 1]; empty if not known
   * @param recycling EoL-RIR, in [0, 1]
   * @param substitution SI_SR, in [0, 1]
   * @param supplyRisk SR
   */
  public record Row(
      ProductId product,
      int year,
      Buyer buyer,
      Supply supply,
      Optional<Bounds> world,
      Optional<Bounds> sourcing,
      OptionalDouble importReliance,
      double recycling,
      double substitution,
      Bounds supplyRisk) {

    /** What the bottleneck is one of: the raw material, the year and the buyer. */
    public List<Object> material() {
      return List.of(product.commodity(), year, buyer);
    }
  }

  /**
   * Every cell for which SR can be computed: a concentration, recycling and substitution are known,
   * and import reliance where both concentrations are.
   */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    IntStream.range(0, grid.axes.cells()).forEach(cell -> find(cell).ifPresent(rows::add));
    return rows;
  }

  /**
   * Of the rows of one raw material, year and buyer those whose SR may be the highest: the
   * bottleneck, or several where their ranges overlap. In the order of the rows.
   */
  public static List<Row> bottlenecks(List<Row> rows) {
    Map<List<Object>, Double> surelyReached = new HashMap<>();
    for (Row row : rows) {
      surelyReached.merge(row.material(), row.supplyRisk().low(), Math::max);
    }
    return rows.stream()
        .filter(row -> row.supplyRisk().high() >= surelyReached.getOrDefault(row.material(), 0.0))
        .toList();
  }

  /** The row of a cell, if SR can be computed. */
  public Optional<Row> find(int cell) {
    int market = grid.axes.marketOf(cell);
    Optional<Bounds> world = concentration.findWorldWeighted(market);
    Optional<Bounds> sourcing = concentration.findSourcingWeighted(cell);
    OptionalDouble recycling = grid.known.recycling.find(market);
    OptionalDouble substitution = grid.known.substitution.find(market);
    OptionalDouble reliance = grid.known.importReliance.find(cell);
    if (recycling.isEmpty() || substitution.isEmpty()) {
      return Optional.empty();
    }
    double left = (1 - recycling.getAsDouble()) * substitution.getAsDouble();
    double ir = Math.clamp(reliance.orElse(0), 0, 1);
    if (world.isPresent() && sourcing.isPresent()) {
      return reliance.isEmpty()
          ? Optional.empty()
          : Optional.of(row(cell, Supply.BOTH, left, mixed(world.get(), sourcing.get(), ir)));
    }
    return world
        .map(alone -> row(cell, Supply.GLOBAL, left, alone))
        .or(() -> sourcing.map(alone -> row(cell, Supply.SOURCING, left, alone)));
  }

  private static Bounds mixed(Bounds world, Bounds sourcing, double importReliance) {
    double half = importReliance / 2;
    return new Bounds(
        world.low() * half + sourcing.low() * (1 - half),
        world.high() * half + sourcing.high() * (1 - half));
  }

  private Row row(int cell, Supply supply, double left, Bounds mean) {
    int market = grid.axes.marketOf(cell);
    OptionalDouble reliance = grid.known.importReliance.find(cell);
    return new Row(
        grid.axes.productOf(market),
        grid.axes.years().name(grid.axes.yearOf(market)),
        grid.axes.buyerOf(cell),
        supply,
        concentration.findWorldWeighted(market),
        concentration.findSourcingWeighted(cell),
        reliance.isPresent()
            ? OptionalDouble.of(Math.clamp(reliance.getAsDouble(), 0, 1))
            : OptionalDouble.empty(),
        grid.known.recycling.find(market).orElse(0),
        grid.known.substitution.find(market).orElse(1),
        new Bounds(left * mean.low(), left * mean.high()));
  }
}
