package org.plimsoll.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.sources.scenario.ScenarioFile;

/**
 * The heap that an hour of questions takes: a floor on one product after another, ten a second,
 * none asked twice, asked as fast as they are answered.
 */
public final class AnswersMemory {
  private static final int QUESTIONS = 36_000;
  private static final double MEGABYTE = 1 << 20;

  private AnswersMemory() {}

  /**
   * Prints the line.
   *
   * @param arguments folder of the world, file of the scenario
   */
  public static void main(String[] arguments) {
    Evidence evidence = Pack.read(Path.of(arguments[0])).value();
    Scenario scenario = ScenarioFile.read(Path.of(arguments[1]), evidence).value().orElseThrow();
    Market market = Market.of(evidence, scenario, ParameterDraw.central());
    Answers answers = new Answers(Answers.USUAL_BYTES);
    List<ProductId> products = market.listProducts();
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      ProductId product = products.get(i % products.size());
      double usd = price(market.base(), product) * (1 + 1e-5 * i);
      long begun = System.nanoTime();
      answers.solve(market.and(List.of(floor(product, scenario, usd)))).getEquilibrium();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%,d floors on %d products: p50 %.1f ms, p95 %.1f ms, most %.0f ms; at most %.0f MB of heap"
            + " with its garbage; at the end %.0f MB, answers %.0f MB of it by estimate; %s%n",
        QUESTIONS,
        products.size(),
        millis[QUESTIONS / 2],
        millis[QUESTIONS * 95 / 100],
        millis[QUESTIONS - 1],
        heapAtMost() / MEGABYTE,
        heapAtEnd() / MEGABYTE,
        answers.bytes() / MEGABYTE,
        Machine.describe());
  }

  private static double price(Equilibrium base, ProductId product) {
    return base.deliveredPrice(product, base.listCountries(product)).orElseThrow();
  }

  private static BorderMeasure floor(ProductId product, Scenario scenario, double usd) {
    Parties bloc = Parties.of(scenario.alliance().id());
    return new BorderMeasure.PriceFloor(
        Terms.of("floor", List.of(product), Parties.UNNAMED, bloc, Status.ASSUMED, "bench"),
        Interval.exactly(usd),
        Optional.empty(),
        BorderMeasure.GapGoesTo.IMPORTER);
  }

  private static double heapAtEnd() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Sum over the heap's parts of the most that each had in use, garbage included. */
  private static double heapAtMost() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(part -> part.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToDouble(peak -> peak.getUsed())
        .sum();
  }
}
