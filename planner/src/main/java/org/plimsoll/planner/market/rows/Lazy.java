package org.plimsoll.planner.market.rows;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed on first use and kept. */
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    @Nullable T value = made;
    if (value == null) {
      value = maker.get();
      made = value;
    }
    return value;
  }
}
