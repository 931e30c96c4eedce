package org.plimsoll.planner.market.equations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.plimsoll.planner.market.linear.Matrix;
import org.plimsoll.planner.market.linear.SparseLu;

/**
 * Scratch arrays reused between searches. The n-th array that a search asks for is the n-th of the
 * search before if it has the length. Each is zeroed before use, so that a result never depends on
 * the previous search.
 */
public final class Workspace {
  private final Shelf<double[]> doubles =
      new Shelf<>(double[]::new, array -> array.length, array -> Arrays.fill(array, 0));
  private final Shelf<int[]> ints =
      new Shelf<>(int[]::new, array -> array.length, array -> Arrays.fill(array, 0));
  private final Shelf<boolean[]> booleans =
      new Shelf<>(boolean[]::new, array -> array.length, array -> Arrays.fill(array, false));

  /** Matrix and factors keep their pattern, which alone determines the elimination order. */
  private final Matrix matrix = new Matrix();

  private SparseLu system = new SparseLu(0, 0, 0, 0);

  /** Frees all arrays for the next search; the last one must not use them any more. */
  public void clear() {
    doubles.taken = 0;
    ints.taken = 0;
    booleans.taken = 0;
  }

  public double[] doubles(int length) {
    return doubles.take(length);
  }

  int[] ints(int length) {
    return ints.take(length);
  }

  boolean[] booleans(int length) {
    return booleans.take(length);
  }

  Matrix matrix() {
    return matrix;
  }

  /** Factors for {@link #matrix}, sized as in {@link SparseLu#SparseLu}. */
  SparseLu system(int size, int freeStart, int freeEnd, int lastEnd) {
    if (!system.isFor(size, freeStart, freeEnd, lastEnd)) {
      system = new SparseLu(size, freeStart, freeEnd, lastEnd);
    }
    return system;
  }

  /** Arrays of one type. */
  private static final class Shelf<T> {
    private final IntFunction<T> maker;
    private final ToIntFunction<T> length;
    private final Consumer<T> wiper;
    private final List<T> arrays = new ArrayList<>();
    private int taken;

    Shelf(IntFunction<T> maker, ToIntFunction<T> length, Consumer<T> wiper) {
      this.maker = maker;
      this.length = length;
      this.wiper = wiper;
    }

    T take(int wanted) {
      int n = taken++;
      if (n == arrays.size()) {
        arrays.add(maker.apply(wanted));
      } else if (length.applyAsInt(arrays.get(n)) == wanted) {
        wiper.accept(arrays.get(n));
      } else {
        arrays.set(n, maker.apply(wanted));
      }
      return arrays.get(n);
    }
  }
}
