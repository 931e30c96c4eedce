package org.plimsoll.planner.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How far one way of foretelling is off, in ln of the price multiple. Outcomes of one episode count
 * as one: their errors are averaged first.
 *
 * @param episodes with an outcome
 * @param medianError median over episodes of the mean |error|
 * @param meanError mean of the same
 * @param bias mean over episodes of the mean error
 */
public record Yardstick(int episodes, double medianError, double meanError, double bias) {

  /** Of the scores that are meant. */
  public static Yardstick of(
      List<ShockScore> scores, Predicate<ShockScore> isMeant, ToDoubleFunction<ShockScore> error) {
    TreeMap<String, double[]> byEpisode = new TreeMap<>();
    for (ShockScore score : scores) {
      if (isMeant.test(score)) {
        double[] sums = byEpisode.computeIfAbsent(score.outcome().episode(), id -> new double[3]);
        sums[0] += Math.abs(error.applyAsDouble(score));
        sums[1] += error.applyAsDouble(score);
        sums[2]++;
      }
    }
    double[] sizes = byEpisode.values().stream().mapToDouble(s -> s[0] / s[2]).sorted().toArray();
    double bias = byEpisode.values().stream().mapToDouble(s -> s[1] / s[2]).average().orElse(0);
    return new Yardstick(
        sizes.length, median(sizes), Arrays.stream(sizes).average().orElse(0), bias);
  }

  /** Of ascending values; 0 of none. */
  private static double median(double[] values) {
    int n = values.length;
    return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
  }
}
