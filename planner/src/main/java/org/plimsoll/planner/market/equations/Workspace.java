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
 * Arrays for one search after the other. The n-th that a search asks for is the n-th of the search
 * before, if it has the length, and all zeros like a new one: what is found cannot hang on what was
 * found before.
 */
public final class Workspace {
  private final Shelf<double[]> doubles =
      new Shelf<>(double[]::new, array -> array.length, array -> Arrays.fill(array, 0));
  private final Shelf<int[]> ints =
      new Shelf<>(int[]::new, array -> array.length, array -> Arrays.fill(array, 0));
  private final Shelf<boolean[]> booleans =
      new Shelf<>(boolean[]::new, array -> array.length, array -> Arrays.fill(array, false));

  /** These keep their pattern: the order of elimination follows from the pattern alone. */
  private final Matrix matrix = new Matrix();

  private SparseLu system = new SparseLu(0, 0, 0, 0);

  /** Gives everything to the next search; nobody may use it for the last one any more. */
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

  /** As {@link SparseLu#SparseLu} makes it; for {@link #matrix} alone. */
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
