package org.plimsoll.app.lab;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/**
 * Chains of scenarios, calibrated in draws of the parameters, and what they were solved to; each as
 * many as a number of bytes holds. Those longest not asked for go first. Safe for any number of
 * threads.
 */
final class DrawnChains {
  private final long mostBytes;
  private final Answers answers;
  private final Lock lock = new ReentrantLock();
  private final LinkedHashMap<Key, Market> calibrated = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * A chain of a scenario in a draw.
   *
   * @param chain its first product
   * @param number of the draw
   */
  record Key(Scenario scenario, ProductId chain, int number) {}

  DrawnChains(long mostBytes) {
    this.mostBytes = mostBytes;
    answers = new Answers(mostBytes);
  }

  /** Solves these chains, with levers and without. */
  Answers answers() {
    return answers;
  }

  /** The chain, calibrated if it is not kept. Two threads that calibrate it at once have one. */
  Market get(Key key, Supplier<Market> calibration) {
    lock.lock();
    try {
      @Nullable Market known = calibrated.get(key);
      if (known != null) {
        return known;
      }
    } finally {
      lock.unlock();
    }
    Market made = calibration.get();
    lock.lock();
    try {
      @Nullable Market other = calibrated.putIfAbsent(key, made);
      if (other != null) {
        return other;
      }
      bytes += made.bytes();
      Iterator<Market> oldest = calibrated.values().iterator();
      while (bytes > mostBytes) {
        bytes -= oldest.next().bytes();
        oldest.remove();
      }
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** Bytes that calibrated chains take, by estimate. */
  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }
}
