package org.plimsoll.planner.plan;

import java.util.List;

/** Orders compared. */
final class Ranks {
  private Ranks() {}

  /**
   * Spearman's rank correlation: that of Pearson over ranks, equal values having their mean rank.
   *
   * @param pairs two numbers each
   * @return 0 where one of the two does not differ at all
   */
  static double spearman(List<double[]> pairs) {
    double[] one = ranks(pairs, 0);
    double[] other = ranks(pairs, 1);
    double mean = (pairs.size() + 1) / 2.0;
    double together = 0;
    double ofOne = 0;
    double ofOther = 0;
    for (int i = 0; i < one.length; i++) {
      together += (one[i] - mean) * (other[i] - mean);
      ofOne += (one[i] - mean) * (one[i] - mean);
      ofOther += (other[i] - mean) * (other[i] - mean);
    }
    double size = StrictMath.sqrt(ofOne * ofOther);
    return size > 0 ? together / size : 0;
  }

  private static double[] ranks(List<double[]> pairs, int which) {
    double[] ranks = new double[pairs.size()];
    for (int i = 0; i < ranks.length; i++) {
      int below = 0;
      int equal = 0;
      for (double[] pair : pairs) {
        below += pair[which] < pairs.get(i)[which] ? 1 : 0;
        equal += pair[which] == pairs.get(i)[which] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
