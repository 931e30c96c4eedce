package org.plimsoll.app.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.plimsoll.planner.study.Progress;

/**
 * Progress as a line that is written over itself: "solving 41 of 182 stops, 9 s". It appears once
 * the work has taken a second, and is wiped out before anything else is printed.
 */
final class ProgressLine implements Progress {
  private static final long SECOND = 1_000_000_000;

  /** Ten times a second is as often as anybody reads. */
  private static final long TENTH = SECOND / 10;

  private static final String WIPE = "\r\u001b[K";

  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final long begun;
  private long shownAt;
  private boolean isShown;

  /**
   * A line that is not shown yet.
   *
   * @param err a terminal
   * @param nanoTime a clock
   */
  ProgressLine(PrintWriter err, LongSupplier nanoTime) {
    this.err = err;
    this.nanoTime = nanoTime;
    begun = nanoTime.getAsLong();
    shownAt = begun;
  }

  @Override
  public synchronized void at(int done, int total, String what) {
    long now = nanoTime.getAsLong();
    if (now - begun >= SECOND && (!isShown || now - shownAt >= TENTH)) {
      shownAt = now;
      isShown = true;
      err.print(
          WIPE
              + "solving %,d of %,d %s, %d s".formatted(done, total, what, (now - begun) / SECOND));
      err.flush();
    }
  }

  /** Takes the line away. */
  synchronized void wipe() {
    if (isShown) {
      isShown = false;
      err.print(WIPE);
      err.flush();
    }
  }
}
