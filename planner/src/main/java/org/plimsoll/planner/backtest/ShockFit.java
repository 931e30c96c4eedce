package org.plimsoll.planner.backtest;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * What past shocks say of the market's parameters: draws of the priors, weighed by how well each
 * foretells the outcomes (importance sampling). Errors of ln R are Student t with five degrees of
 * freedom and a scale that is drawn as well, as the share lost is; an episode weighs as much as one
 * outcome. A draw is known by its seed and number, so that the fit is a list of numbers.
 *
 * @param outcomes that were fitted
 * @param draws in the order of their numbers, solved under every outcome
 * @param unsolved draws left out, each with its first reason
 */
public record ShockFit(List<ShockOutcome> outcomes, List<Draw> draws, List<String> unsolved) {
  /** Degrees of freedom of the errors. */
  private static final double FREEDOM = 5;

  private static final double GOLDEN = 0.6180339887498949;

  private static final Interval MODEL_ERROR = new Interval(0.25, 0.35, 0.65);

  public ShockFit {
    outcomes = List.copyOf(outcomes);
    draws = List.copyOf(draws);
    unsolved = List.copyOf(unsolved);
  }

  /**
   * A draw of the priors and what it foretells.
   *
   * @param number of the draw
   * @param scale σ of the errors of ln R
   * @param foretold by outcome
   */
  public record Draw(int number, double scale, List<Foretold> foretold) {
    public Draw {
      foretold = List.copyOf(foretold);
    }
  }

  /**
   * What a draw foretells of an outcome.
   *
   * @param lnMultiple ln R outside
   * @param lnNet the same net of the rise inside
   * @param isAtCeiling whether some use outside goes unserved
   */
  public record Foretold(double lnMultiple, double lnNet, boolean isAtCeiling) {}

  /** The outcomes that parameters may be fitted to. */
  public static List<ShockOutcome> fitted(List<ShockOutcome> outcomes) {
    return outcomes.stream().filter(o -> o.isFitted() && o.notScored().isEmpty()).toList();
  }

  /**
   * One draw; empty if a market is not solved in it.
   *
   * @param outcomes to be fitted
   */
  public static Optional<Draw> solve(
      Evidence world, List<ShockOutcome> outcomes, long seed, int number) {
    ParameterDraw draw = ParameterDraw.of(seed, number);
    List<Foretold> foretold = new ArrayList<>();
    for (ShockOutcome outcome : outcomes) {
      Optional<ShockCase.Answer> answer = new ShockCase(world, outcome, new TreeMap<>()).in(draw);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      foretold.add(
          new Foretold(
              StrictMath.log(answer.get().multiple()),
              StrictMath.log(answer.get().net(outcome.kind())),
              answer.get().isAtCeiling()));
    }
    Interval scale =
        world.parameters().stream()
            .filter(row -> row.name().equals("model-error"))
            .map(row -> row.value())
            .findFirst()
            .orElse(MODEL_ERROR);
    return Optional.of(new Draw(number, draw.value("model-error", "*", scale), foretold));
  }

  /** Weights of the draws, adding up to 1, by the outcomes that are meant. */
  double[] weights(Predicate<ShockOutcome> isMeant) {
    double[] logs = new double[draws.size()];
    Map<String, Integer> sizes = sizes();
    for (int d = 0; d < logs.length; d++) {
      for (int o = 0; o < outcomes.size(); o++) {
        if (isMeant.test(outcomes.get(o))) {
          double size = sizes.getOrDefault(outcomes.get(o).episode(), 1);
          logs[d] += logLikelihood(draws.get(d), o) / size;
        }
      }
    }
    return normal(logs);
  }

  private static double[] normal(double[] logs) {
    double most = Arrays.stream(logs).max().orElse(0);
    double[] weights = Arrays.stream(logs).map(log -> StrictMath.exp(log - most)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  private Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    outcomes.forEach(o -> sizes.merge(o.episode(), 1, Integer::sum));
    return sizes;
  }

  /** ln of Student's t, total and net alike: half of each. */
  private double logLikelihood(Draw draw, int o) {
    double total = outcomes.get(o).multiple().orElseThrow().central();
    double net = outcomes.get(o).netMultiple().orElseThrow().central();
    Foretold foretold = draw.foretold().get(o);
    return (logT(foretold.lnMultiple() - StrictMath.log(total), draw.scale())
            + logT(foretold.lnNet() - StrictMath.log(net), draw.scale()))
        / 2;
  }

  private static double logT(double error, double scale) {
    double t = error / scale;
    return -(FREEDOM + 1) / 2 * StrictMath.log1p(t * t / FREEDOM) - StrictMath.log(scale);
  }

  /** Draws that the weights are worth: 1/Σw². */
  public static double effectiveDraws(double[] weights) {
    return 1 / Arrays.stream(weights).map(w -> w * w).sum();
  }

  /** Weights by all outcomes. */
  public double[] weights() {
    return weights(o -> true);
  }

  /**
   * Numbers of draws, each as often as its weight says: systematic resampling, then shuffled so
   * that the first few are as good as all. The same fit gives the same numbers.
   */
  public List<Integer> resample(int count) {
    double[] weights = weights();
    List<Integer> numbers = new ArrayList<>();
    double reached = 0;
    int d = -1;
    for (int k = 0; k < count; k++) {
      double at = (k + 0.5) / count;
      while (reached < at && d < weights.length - 1) {
        reached += weights[++d];
      }
      numbers.add(draws.get(Math.max(0, d)).number());
    }
    int stride = stride(count);
    return IntStream.range(0, count).mapToObj(k -> numbers.get(k * stride % count)).toList();
  }

  /** A step through all of them that soon comes near every one: the golden section of the count. */
  private static int stride(int count) {
    int stride = (int) Math.round(GOLDEN * count);
    while (BigInteger.valueOf(stride).gcd(BigInteger.valueOf(count)).intValue() != 1) {
      stride++;
    }
    return stride;
  }

  /** What the fit foretells of each outcome having seen all other episodes, by its key. */
  public Map<String, ShockScore.Foretold> leaveOneOut() {
    Map<String, ShockScore.Foretold> left = new LinkedHashMap<>();
    for (int o = 0; o < outcomes.size(); o++) {
      ShockOutcome outcome = outcomes.get(o);
      double[] weights = weights(other -> !other.episode().equals(outcome.episode()));
      int at = o;
      double ceiling = 0;
      for (int d = 0; d < weights.length; d++) {
        ceiling += draws.get(d).foretold().get(o).isAtCeiling() ? weights[d] : 0;
      }
      left.put(
          ShockBacktest.key(outcome),
          new ShockScore.Foretold(
              quantile(weights, at, 0.1),
              quantile(weights, at, 0.5),
              quantile(weights, at, 0.9),
              weightedMedian(weights, d -> draws.get(d).foretold().get(at).lnNet()),
              ceiling,
              TailShape.of(weights)));
    }
    return left;
  }

  private double weightedMedian(double[] weights, IntToDoubleFunction value) {
    List<Integer> order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble(value::applyAsDouble))
            .toList();
    double reached = 0;
    for (int d : order) {
      reached += weights[d];
      if (reached >= 0.5) {
        return value.applyAsDouble(d);
      }
    }
    throw new IllegalStateException("weights do not add up to 1");
  }

  /** A quantile of ln R with the model's error: of the mixture of normals about the draws. */
  private double quantile(double[] weights, int o, double probability) {
    double low = -10;
    double high = 10;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double below = 0;
      for (int d = 0; d < weights.length; d++) {
        Draw draw = draws.get(d);
        below +=
            weights[d]
                * Normal.distribution(
                    (middle - draw.foretold().get(o).lnMultiple()) / draw.scale());
      }
      if (below < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
