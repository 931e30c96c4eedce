package org.plimsoll.planner.risk;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Amounts by supplier in numbered groups, flat: those of group g stand at start[g] up to, not
 * including, start[g + 1]. The whole of a group is the sum of its amounts, or 1 where shares are
 * given; then the rest, 1 less their sum, has no name.
 */
final class SupplierAmounts {
  private final int[] start;
  private final int[] supplier;
  private final double[] amount;
  private final double[] tradeParameter;
  private final double[] whole;
  private final double[] rest;
  private final boolean[] inShares;

  private SupplierAmounts(
      int[] start,
      int[] supplier,
      double[] amount,
      double[] tradeParameter,
      double[] whole,
      boolean[] inShares) {
    this.start = start;
    this.supplier = supplier;
    this.amount = amount;
    this.tradeParameter = tradeParameter;
    this.whole = whole;
    this.inShares = inShares;
    this.rest = new double[whole.length];
    for (int g = 0; g < whole.length; g++) {
      rest[g] = inShares[g] ? Math.max(0, 1 - sum(g)) : 0;
    }
  }

  boolean isEmpty(int group) {
    return start[group] == start[group + 1];
  }

  int first(int group) {
    return start[group];
  }

  int end(int group) {
    return start[group + 1];
  }

  int supplier(int entry) {
    return supplier[entry];
  }

  double amount(int entry) {
    return amount[entry];
  }

  /** The entry of the largest amount of a group, of equal ones the first; −1 if it has none. */
  int largest(int group) {
    int largest = start[group] == start[group + 1] ? -1 : start[group];
    for (int i = start[group]; i < start[group + 1]; i++) {
      largest = amount[i] > amount[largest] ? i : largest;
    }
    return largest;
  }

  /** An entry's share of its group. */
  double share(int entry, int group) {
    return amount[entry] / whole[group];
  }

  /** Whether the amounts are shares, so that home supply is part of the whole. */
  boolean isInShares(int group) {
    return inShares[group];
  }

  /** What has no supplier's name: 0 unless shares were given that do not reach 1. */
  double rest(int group) {
    return rest[group];
  }

  /** The share of the whole that has a supplier's name, in [0, 1]. */
  double namedShare(int group) {
    return whole[group] > 0 ? 1 - rest[group] / whole[group] : 0;
  }

  private double sum(int group) {
    double sum = 0;
    for (int i = start[group]; i < start[group + 1]; i++) {
      sum += amount[i];
    }
    return sum;
  }

  /**
   * Σ (aᵢ ÷ W)² per group.
   *
   * @param counts by supplier, 1, or 0 for one that counts as many small ones
   * @param restCounts the same of the rest
   */
  double[] squaredShares(double[] counts, double restCounts) {
    double[] sums = new double[whole.length];
    for (int g = 0; g < sums.length; g++) {
      double sum = rest[g] * rest[g] * restCounts;
      for (int i = start[g]; i < start[g + 1]; i++) {
        sum += amount[i] * amount[i] * counts[supplier[i]];
      }
      sums[g] = whole[g] > 0 ? sum / (whole[g] * whole[g]) : 0;
    }
    return sums;
  }

  /**
   * Σ (aᵢ ÷ W)² wᵢ tᵢ per group.
   *
   * @param weights by year and supplier
   * @param suppliers how many there are
   * @param yearOf the number of a group's year
   * @param restWeight the weight of the rest
   */
  double[] weightedSquares(
      double[] weights, int suppliers, IntUnaryOperator yearOf, double restWeight) {
    double[] sums = new double[whole.length];
    for (int g = 0; g < sums.length; g++) {
      int year = yearOf.applyAsInt(g) * suppliers;
      double sum = rest[g] * rest[g] * restWeight;
      for (int i = start[g]; i < start[g + 1]; i++) {
        sum += amount[i] * amount[i] * weights[year + supplier[i]] * tradeParameter[i];
      }
      sums[g] = whole[g] > 0 ? sum / (whole[g] * whole[g]) : 0;
    }
    return sums;
  }

  /** Collects amounts in any order; what one supplier gives to one group is added up. */
  static final class Builder {
    private final int groups;
    private final int suppliers;
    private final boolean[] inShares;
    private int count;
    private int[] group = new int[16];
    private int[] supplier = new int[16];
    private double[] amount = new double[16];
    private double[] tradeParameter = new double[16];

    Builder(int groups, int suppliers) {
      this.groups = groups;
      this.suppliers = suppliers;
      this.inShares = new boolean[groups];
    }

    /** The amounts of a group are shares: its whole is 1. */
    void inShares(int ofGroup) {
      inShares[ofGroup] = true;
    }

    /** A supplier of nothing is none. */
    void add(int toGroup, int ofSupplier, double howMuch, double parameter) {
      if (!(howMuch >= 0 && howMuch < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "an amount must be finite and not negative, but is " + howMuch);
      }
      if (howMuch == 0) {
        return;
      }
      if (count == group.length) {
        group = Arrays.copyOf(group, 2 * count);
        supplier = Arrays.copyOf(supplier, 2 * count);
        amount = Arrays.copyOf(amount, 2 * count);
        tradeParameter = Arrays.copyOf(tradeParameter, 2 * count);
      }
      group[count] = toGroup;
      supplier[count] = ofSupplier;
      amount[count] = howMuch;
      tradeParameter[count++] = parameter;
    }

    /** Sorts by group; within a group the order of adding stays. */
    SupplierAmounts build() {
      int[] order = byGroup();
      int[] start = new int[groups + 1];
      int[] entrySupplier = new int[count];
      double[] entryAmount = new double[count];
      double[] entryParameter = new double[count];
      double[] whole = new double[groups];
      int[] entryOf = new int[suppliers];
      int entries = 0;
      int next = 0;
      for (int g = 0; g < groups; g++) {
        start[g] = entries;
        for (; next < count && group[order[next]] == g; next++) {
          int i = order[next];
          int entry = entryOf[supplier[i]] - 1;
          if (entry < start[g]) {
            entry = entries++;
            entryOf[supplier[i]] = entries;
            entrySupplier[entry] = supplier[i];
            entryParameter[entry] = tradeParameter[i];
          }
          entryAmount[entry] += amount[i];
          whole[g] += amount[i];
        }
        if (inShares[g]) {
          whole[g] = 1;
        }
      }
      start[groups] = entries;
      return new SupplierAmounts(
          start,
          Arrays.copyOf(entrySupplier, entries),
          Arrays.copyOf(entryAmount, entries),
          Arrays.copyOf(entryParameter, entries),
          whole,
          inShares);
    }

    /** The added amounts in the order of their groups, by counting. */
    private int[] byGroup() {
      int[] next = new int[groups + 1];
      for (int i = 0; i < count; i++) {
        next[group[i] + 1]++;
      }
      for (int g = 0; g < groups; g++) {
        next[g + 1] += next[g];
      }
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        order[next[group[i]]++] = i;
      }
      return order;
    }
  }
}
