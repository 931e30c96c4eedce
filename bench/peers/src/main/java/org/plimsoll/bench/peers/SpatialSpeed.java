package org.plimsoll.bench.peers;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPQuadraticObjective;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariableProto;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.planner.market.CaseAnswer;
import org.plimsoll.planner.market.CaseMarket;
import org.plimsoll.planner.market.SolverLimits;

/**
 * Random spatial equilibria, n × n routes, as {@code plimsoll solve FILE} solves them, beside PDLP
 * of OR-Tools at a relative tolerance of 1e-8 on the same numbers.
 *
 * <p>Seeded: supply p = U(10, 25) + U(3, 10) q, demand p = U(150, 650) − U(1, 5) q, cost of a route
 * U(1, 15), all independent. Ours is everything from the market in memory to the certified answer.
 */
public final class SpatialSpeed {
  private static final int RUNS = 5;

  private final int n;
  private final double[][] supply;
  private final double[][] demand;
  private final double[][] cost;

  private SpatialSpeed(int n, long seed) {
    this.n = n;
    SplittableRandom random = new SplittableRandom(seed);
    supply = new double[n][];
    demand = new double[n][];
    cost = new double[n][n];
    for (int i = 0; i < n; i++) {
      supply[i] = new double[] {10 + 15 * random.nextDouble(), 3 + 7 * random.nextDouble()};
      demand[i] = new double[] {150 + 500 * random.nextDouble(), 1 + 4 * random.nextDouble()};
    }
    for (double[] row : cost) {
      Arrays.setAll(row, j -> 1 + 14 * random.nextDouble());
    }
  }

  /** Time and objective of one run. */
  private record Run(double milliseconds, double objective, double imbalance) {}

  /**
   * Prints the table.
   *
   * @param arguments numbers of places
   */
  public static void main(String[] arguments) {
    Loader.loadNativeLibraries();
    PrintStream out = System.out;
    out.println(
        "| routes | ours, ms: median (least to most) of 5 | PDLP, ms: median of its runs | ratio"
            + " | objective, relative difference | imbalance ours | imbalance PDLP |");
    out.println("|---|---|---|---|---|---|---|");
    for (String argument : arguments) {
      int n = Integer.parseInt(argument);
      SpatialSpeed market = new SpatialSpeed(n, 1);
      MarketCase file = market.file();
      market.ours(file);
      List<Run> ours = Stream.generate(() -> market.ours(file)).limit(RUNS).toList();
      double[] times = ours.stream().mapToDouble(Run::milliseconds).sorted().toArray();
      out.printf(
          Locale.ROOT,
          "| %,d | %,.0f (%,.0f to %,.0f) | ",
          n * n,
          times[times.length / 2],
          times[0],
          times[times.length - 1]);
      out.flush();
      int runs = n <= 200 ? 3 : 1;
      List<Run> pdlp = Stream.generate(market::pdlp).limit(runs).toList();
      double[] theirs = pdlp.stream().mapToDouble(Run::milliseconds).sorted().toArray();
      out.printf(
          Locale.ROOT,
          "%,.0f of %d | %.0f | %.1e | %.1e | %.1e |%n",
          theirs[theirs.length / 2],
          runs,
          theirs[theirs.length / 2] / times[times.length / 2],
          Math.abs(ours.getFirst().objective() / pdlp.getFirst().objective() - 1),
          ours.getFirst().imbalance(),
          pdlp.getFirst().imbalance());
    }
  }

  private MarketCase file() {
    CaseProduct good = CaseProduct.of("good");
    List<CaseNode> nodes = new ArrayList<>();
    List<CaseArc> arcs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Region place = new Region("place" + i);
      TreeMap<ProductId, CaseCurve> makes = new TreeMap<>();
      makes.put(good.id(), CaseCurve.InverseLinear.of(supply[i][0], supply[i][1]));
      TreeMap<ProductId, CaseCurve> uses = new TreeMap<>();
      uses.put(good.id(), CaseCurve.InverseLinear.of(demand[i][0], -demand[i][1]));
      nodes.add(new CaseNode(place, makes, uses, new TreeMap<>()));
      for (int j = 0; j < n; j++) {
        arcs.add(CaseArc.of(place, new Region("place" + j), cost[i][j]));
      }
    }
    return new MarketCase(
        "", "", List.of(good), nodes, List.of(), Optional.of(arcs), new TreeMap<>(), List.of());
  }

  private Run ours(MarketCase file) {
    long begin = System.nanoTime();
    CaseMarket.Result result = CaseMarket.of(file).solve(SolverLimits.USUAL);
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    return switch (result) {
      case CaseMarket.Result.Solved(CaseAnswer answer) ->
          new Run(
              milliseconds,
              answer.objective().orElseThrow(),
              answer.certificate().largestImbalance());
      case CaseMarket.Result.Failed failed -> throw new IllegalStateException(failed.toString());
    };
  }

  /** Flows, then what each place makes, then what each takes: the aggregates carry the squares. */
  private Run pdlp() {
    MPModelProto.Builder model = MPModelProto.newBuilder();
    MPQuadraticObjective.Builder squares = MPQuadraticObjective.newBuilder();
    for (double[] row : cost) {
      for (double c : row) {
        model.addVariable(variable(c));
      }
    }
    for (int i = 0; i < n; i++) {
      model.addVariable(variable(supply[i][0]));
      square(squares, n * n + i, supply[i][1] / 2);
    }
    for (int j = 0; j < n; j++) {
      model.addVariable(variable(-demand[j][0]));
      square(squares, n * n + n + j, demand[j][1] / 2);
    }
    model.setQuadraticObjective(squares);
    for (int i = 0; i < n; i++) {
      MPConstraintProto.Builder made = balance();
      MPConstraintProto.Builder taken = balance();
      for (int j = 0; j < n; j++) {
        made.addVarIndex(i * n + j).addCoefficient(1);
        taken.addVarIndex(j * n + i).addCoefficient(1);
      }
      model.addConstraint(made.addVarIndex(n * n + i).addCoefficient(-1));
      model.addConstraint(taken.addVarIndex(n * n + n + i).addCoefficient(-1));
    }
    MPModelRequest request =
        MPModelRequest.newBuilder()
            .setModel(model)
            .setSolverType(MPModelRequest.SolverType.PDLP_LINEAR_PROGRAMMING)
            .setSolverSpecificParameters(
                "termination_criteria { simple_optimality_criteria { eps_optimal_relative: 1e-8"
                    + " eps_optimal_absolute: 1e-8 } } num_threads: 2")
            .build();
    long begin = System.nanoTime();
    MPSolutionResponse response = MPSolver.solveWithProto(request);
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    return new Run(milliseconds, -response.getObjectiveValue(), imbalance(response));
  }

  private double imbalance(MPSolutionResponse response) {
    double worst = 0;
    double trade = 0;
    for (int i = 0; i < n; i++) {
      double sold = 0;
      double bought = 0;
      for (int j = 0; j < n; j++) {
        sold += response.getVariableValue(i * n + j);
        bought += response.getVariableValue(j * n + i);
      }
      trade += sold;
      worst = Math.max(worst, Math.abs(sold - response.getVariableValue(n * n + i)));
      worst = Math.max(worst, Math.abs(bought - response.getVariableValue(n * n + n + i)));
    }
    return worst / trade;
  }

  private static MPVariableProto variable(double cost) {
    return MPVariableProto.newBuilder().setLowerBound(0).setObjectiveCoefficient(cost).build();
  }

  private static void square(MPQuadraticObjective.Builder squares, int variable, double weight) {
    squares.addQvar1Index(variable).addQvar2Index(variable).addCoefficient(weight);
  }

  private static MPConstraintProto.Builder balance() {
    return MPConstraintProto.newBuilder().setLowerBound(0).setUpperBound(0);
  }
}
