package org.plimsoll.bench.peers;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A spatial equilibrium as the program whose optimum it is (Samuelson 1952): as small as possible a
 * cost, less what use is worth, of columns that are not negative, under rows that balance.
 *
 * <p>Columns are flows, row by row from each origin; then what each place makes, then what each
 * uses, as one column or in pieces. These totals carry the squares, so that there are 2n of them
 * and not n². Rows say that what leaves a place is what it makes, then that what arrives is what it
 * uses: each sums flows with a coefficient of 1 and pieces of a total with −1.
 */
final class Program {
  private final SpatialProblem problem;
  private final int pieces;
  private final double[] linear;
  private final double[] square;
  private final double[] upper;

  private Program(SpatialProblem problem, int pieces) {
    this.problem = problem;
    this.pieces = pieces;
    linear = new double[problem.routes() + 2 * problem.places() * pieces];
    square = new double[linear.length];
    upper = new double[linear.length];
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
    for (int i = 0; i < problem.places(); i++) {
      for (int j = 0; j < problem.places(); j++) {
        linear[problem.flow(i, j)] = problem.cost(i, j);
      }
    }
  }

  /** The exact one: curves are lines, areas under them squares. */
  static Program quadratic(SpatialProblem problem) {
    Program program = new Program(problem, 1);
    for (int i = 0; i < problem.places(); i++) {
      program.setLine(program.made(i, 0), problem.supply(i), 1);
      program.setLine(program.used(i, 0), problem.use(i), -1);
    }
    return program;
  }

  /**
   * Curves are stairs: each line is cut into equal pieces from nothing to the most that could be
   * made, at the highest price that anyone would pay, or used, at a price of 0. Each piece costs or
   * is worth what its middle does, so that areas are right at the ends of pieces.
   */
  static Program stairs(SpatialProblem problem, int pieces) {
    Program program = new Program(problem, pieces);
    double highest =
        IntStream.range(0, problem.places())
            .mapToDouble(j -> problem.use(j).intercept())
            .max()
            .orElseThrow();
    for (int i = 0; i < problem.places(); i++) {
      SpatialProblem.Line supply = problem.supply(i);
      SpatialProblem.Line use = problem.use(i);
      program.setStairs(program.made(i, 0), supply, supply.quantityAt(highest) / pieces, 1);
      program.setStairs(program.used(i, 0), use, use.quantityAt(0) / pieces, -1);
    }
    return program;
  }

  private void setLine(int column, SpatialProblem.Line line, int sign) {
    linear[column] = sign * line.intercept();
    square[column] = sign * line.slope();
  }

  private void setStairs(int first, SpatialProblem.Line line, double width, int sign) {
    for (int piece = 0; piece < pieces; piece++) {
      linear[first + piece] = sign * line.priceAt((piece + 0.5) * width);
      upper[first + piece] = width;
    }
  }

  private int made(int place, int piece) {
    return problem.routes() + place * pieces + piece;
  }

  private int used(int place, int piece) {
    return made(problem.places() + place, piece);
  }

  int columns() {
    return linear.length;
  }

  /** Columns before this have neither a square nor an upper bound. */
  int flows() {
    return problem.routes();
  }

  int rows() {
    return 2 * problem.places();
  }

  /** Coefficient of a column in the objective. */
  double linear(int column) {
    return linear[column];
  }

  /** Coefficient of half the square of a column in the objective, not negative. */
  double square(int column) {
    return square[column];
  }

  /** The most that a column may be, or infinity. */
  double upper(int column) {
    return upper[column];
  }

  /** Columns of a row: flows, then pieces. */
  int[] row(int row) {
    int place = row % problem.places();
    return IntStream.concat(
            IntStream.range(0, problem.places())
                .map(k -> row < problem.places() ? problem.flow(place, k) : problem.flow(k, place)),
            IntStream.range(0, pieces).map(piece -> made(row, piece)))
        .toArray();
  }

  /** Coefficient of a column in the two rows, or the one row, in which it stands. */
  double coefficient(int column) {
    return column < flows() ? 1 : -1;
  }

  /** The plan that the columns stand for. */
  Plan plan(IntToDoubleFunction value) {
    double[] totals = new double[rows()];
    Arrays.setAll(
        totals,
        row -> IntStream.range(0, pieces).map(piece -> made(row, piece)).mapToDouble(value).sum());
    return new Plan(
        IntStream.range(0, flows()).mapToDouble(value).toArray(),
        Arrays.copyOf(totals, problem.places()),
        Arrays.copyOfRange(totals, problem.places(), totals.length));
  }
}
