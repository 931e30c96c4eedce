package org.plimsoll.bench;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.ChainGradient;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Sensitivities;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * Time of the derivatives of one goal, the welfare of the alliance, by all figures of a chain,
 * beside the market of that chain solved from its solution under one further duty, and beside two
 * such markets for each figure; chain by chain, in turns, on one thread.
 */
public final class AdjointSpeed {
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PrintStream out;
  private final Evidence evidence;
  private final Scenario scenario;
  private final SortedSet<CountryCode> members;

  /** Further duties so far: each is another, so that no run finds the answer of one before. */
  private int duties;

  private AdjointSpeed(PrintStream out, Evidence evidence, Scenario scenario) {
    this.out = out;
    this.evidence = evidence;
    this.scenario = scenario;
    members =
        new TreeSet<>(
            new Membership(evidence, List.of(scenario.alliance()), scenario.asOf())
                .resolve(Parties.of(scenario.alliance().id())));
  }

  /**
   * Prints the table.
   *
   * @param arguments folder of the world, file of the scenario
   */
  public static void main(String[] arguments) {
    Evidence evidence = Pack.read(Path.of(arguments[0])).value();
    Scenario scenario = ScenarioFile.read(Path.of(arguments[1]), evidence).value().orElseThrow();
    new AdjointSpeed(System.out, evidence, scenario).measure();
  }

  private void measure() {
    out.printf("%s%n%n", Machine.describe());
    out.println(
        "| chain | figures | one warm solve, ms | all figures, ms | two solves a figure, ms"
            + " | in warm solves | of solving again |");
    out.println("|---|---|---|---|---|---|---|");
    List<ProductId> chains = chains();
    List<double[]> rows = new ArrayList<>();
    chains.forEach(product -> rows.add(measure(product)));
    double[] sums = new double[3];
    rows.forEach(row -> Arrays.setAll(sums, i -> sums[i] + row[i]));
    double[] ratios = rows.stream().mapToDouble(row -> row[1] / row[0]).sorted().toArray();
    out.println(line("all chains", 0, sums));
    out.printf(
        Locale.ROOT,
        "%nIn warm solves, by chain: least %.1f, median %.1f, most %.1f%n",
        ratios[0],
        ratios[ratios.length / 2],
        ratios[ratios.length - 1]);
  }

  /** The first product of each chain that the scenario touches. */
  private List<ProductId> chains() {
    List<ProductId> first = new ArrayList<>();
    Set<ProductId> seen = new TreeSet<>();
    for (ProductId product :
        Market.of(evidence, scenario, ParameterDraw.central()).listProducts()) {
      if (seen.add(product)) {
        Market market = Market.ofChain(evidence, scenario, ParameterDraw.central(), product);
        seen.addAll(market.listProducts());
        if (ChainGradient.isTouched(market, product)) {
          first.add(product);
        }
      }
    }
    return first;
  }

  private double[] measure(ProductId product) {
    Sensitivities at = Sensitivities.at(evidence, scenario, ParameterDraw.central(), product);
    Map<String, Goal> goals = Map.of("welfare", Goal.welfare(members));
    Answers answers = new Answers(Answers.USUAL_BYTES);
    solve(answers, at.market());
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      double warm = time(() -> solve(answers, at.market().and(duty(at.market()))));
      double adjoint = time(() -> at.of(goals));
      double again = round < WARM_UP - 2 ? 0 : time(() -> solveAgain(answers, at, product));
      if (round >= WARM_UP) {
        rounds.add(new double[] {warm, adjoint, again});
      }
    }
    double[] medians = new double[3];
    for (int i = 0; i < medians.length; i++) {
      int column = i;
      double[] rising = rounds.stream().mapToDouble(row -> row[column]).sorted().toArray();
      medians[i] = rising[rising.length / 2];
    }
    out.println(line(product.toString(), at.figures().size(), medians));
    out.flush();
    return medians;
  }

  private static String line(String what, int figures, double[] millis) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f | %.2f | %.1f | %.1f | %.3f |",
        what,
        figures == 0 ? "" : figures,
        millis[0],
        millis[1],
        millis[2],
        millis[1] / millis[0],
        millis[1] / millis[2]);
  }

  private static double time(Runnable work) {
    long begun = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - begun) / 1e6;
  }

  private static void solve(Answers answers, Market market) {
    if (answers.solve(market) instanceof Outcome.Failure failure) {
      throw new IllegalStateException(failure + "\nMaybe take another scenario");
    }
  }

  /** A little to each side of each figure. */
  private void solveAgain(Answers answers, Sensitivities at, ProductId product) {
    at.figures()
        .forEach((figure, range) -> {
          double step = 1e-4 * Math.max(Math.abs(range.central()), range.high() - range.low());
          for (double to : new double[] {range.central() - step, range.central() + step}) {
            solve(answers, moved(figure, to, product).startingFrom(at.market()));
          }
        });
  }

  private Market moved(Figure figure, double to, ProductId product) {
    ParameterDraw draw = ParameterDraw.central().with(figure, to);
    return Market.ofChain(evidence, scenario, draw, product);
  }

  /** A duty of some five per cent by the alliance on every product from everywhere. */
  private List<BorderMeasure> duty(Market market) {
    int number = ++duties;
    Terms terms =
        Terms.of(
            "duty-" + number,
            market.listProducts(),
            Parties.UNNAMED,
            Parties.of(scenario.alliance().id()),
            Status.ASSUMED,
            "speed");
    return List.of(
        new BorderMeasure.Tariff(
            terms, Interval.exactly(0.05 + 1e-6 * number), Interval.exactly(0)));
  }
}
