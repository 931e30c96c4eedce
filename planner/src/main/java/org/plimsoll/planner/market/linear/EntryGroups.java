package org.plimsoll.planner.market.linear;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Entries of a matrix grouped by row or by column; entries of a group keep their order. */
final class EntryGroups {
  private int[] start = new int[0];
  private int[] members = new int[0];

  /**
   * Sorts them.
   *
   * @param key row or column of an entry, below {@code groups}
   * @param entries how many there are
   * @param groups how many rows or columns
   */
  void sort(IntUnaryOperator key, int entries, int groups) {
    start = start.length < groups + 2 ? new int[groups + 2] : start;
    members = members.length < entries ? new int[entries + entries / 2] : members;
    Arrays.fill(start, 0, groups + 2, 0);
    for (int e = 0; e < entries; e++) {
      start[key.applyAsInt(e) + 2]++;
    }
    for (int g = 2; g <= groups; g++) {
      start[g] += start[g - 1];
    }
    for (int e = 0; e < entries; e++) {
      members[start[key.applyAsInt(e) + 1]++] = e;
    }
  }

  /** First position of a group, which ends before {@code start(group + 1)}. */
  int start(int group) {
    return start[group];
  }

  int member(int place) {
    return members[place];
  }
}
