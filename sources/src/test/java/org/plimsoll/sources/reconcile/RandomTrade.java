package org.plimsoll.sources.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.sources.reconcile.Balance.Observed;

/**
 * A random true table of trade, its margins, and what somebody saw of it: of some exporters every
 * flow, of others a few, each with an error.
 */
record RandomTrade(
    SortedMap<CountryCode, Double> output,
    SortedMap<CountryCode, Double> use,
    List<Observed> observed,
    Set<CountryCode> complete) {
  static RandomTrade of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int makers = random.nextInt(1, 9);
    int users = random.nextInt(1, 12);
    TreeMap<CountryCode, Double> output = new TreeMap<>();
    TreeMap<CountryCode, Double> use = new TreeMap<>();
    List<Observed> observed = new ArrayList<>();
    Set<CountryCode> complete = new TreeSet<>();
    for (int i = 0; i < makers; i++) {
      double size = StrictMath.pow(10, random.nextDouble(0, 5));
      boolean isComplete = random.nextInt(3) == 0;
      for (int j = 0; j < users; j++) {
        if (i == j || j == 0 || random.nextInt(2) == 0) {
          double tonnes = size * random.nextDouble(0.01, 1);
          output.merge(country(i), tonnes, Double::sum);
          use.merge(country(j), tonnes, Double::sum);
          if (i != j && (isComplete || random.nextInt(3) == 0)) {
            double error = isComplete ? 1 : random.nextDouble(0.5, 2);
            observed.add(new Observed(country(i), country(j), tonnes * error, Grade.B));
          }
        }
      }
      if (isComplete) {
        complete.add(country(i));
      }
    }
    return new RandomTrade(output, use, observed, complete);
  }

  static CountryCode country(int i) {
    return CountryCode.of("" + (char) ('A' + i) + (char) ('A' + i) + (char) ('A' + i));
  }
}
