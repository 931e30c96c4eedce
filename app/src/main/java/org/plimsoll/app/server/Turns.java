package org.plimsoll.app.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Questions in hand: while there is one, a job waits a little between two solves. */
final class Turns {
  private static final long LONGEST_NANOS = 250_000_000;
  private static final long STEP_NANOS = 1_000_000;

  private final AtomicInteger questions = new AtomicInteger();

  /** A question begins; {@link #end} says that it is answered. */
  void begin() {
    questions.incrementAndGet();
  }

  void end() {
    questions.decrementAndGet();
  }

  /** Waits while a question is in hand, a quarter of a second at most. */
  void letPass() {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (questions.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP_NANOS);
    }
  }
}
