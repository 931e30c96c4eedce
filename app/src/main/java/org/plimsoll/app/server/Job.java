package org.plimsoll.app.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.planner.study.Progress;

/** A piece of long work: how far it is, and whether anybody still wants it. */
final class Job implements Progress {
  /** How far it is. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far it was at a moment.
   *
   * @param number of the news, from 1; a later one has a higher number
   * @param done pieces that are done
   * @param of pieces that there are; 0 while that is not known
   * @param what pieces
   * @param detail why it failed; empty if it did not
   */
  record News(long number, State state, int done, int of, String what, String detail) {
    Map<String, Object> parts() {
      Map<String, Object> parts = new TreeMap<>();
      parts.put("state", state.word());
      if (of > 0 || done > 0) {
        parts.put("done", done);
        parts.put("what", what);
      }
      if (of > 0) {
        parts.put("of", of);
      }
      if (!detail.isEmpty()) {
        parts.put("detail", detail);
      }
      return parts;
    }

    /** As an event of a stream. */
    String event() {
      return "id: %d\nevent: %s\ndata: %s\n\n"
          .formatted(
              number,
              state.isOver() ? state.word() : "progress",
              CanonicalJson.write(new CanonicalJson.InLine(parts())).strip());
    }
  }

  private final String id;
  private News latest = new News(1, State.WAITING, 0, 0, "", "");
  private volatile boolean isUnwanted;

  Job(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  synchronized News latest() {
    return latest;
  }

  /** The latest news, when there is any after that number; at the latest after so long. */
  synchronized News after(long number, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis();
        latest.number() <= number && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return latest;
  }

  /** Nobody wants it any more: it ends before its next solve. */
  void cancel() {
    isUnwanted = true;
  }

  boolean isUnwanted() {
    return isUnwanted;
  }

  @Override
  public void at(int done, int total, String what) {
    tell(State.RUNNING, done, total, what, "");
  }

  void tell(State state, String detail) {
    News last = latest();
    tell(state, last.done(), last.of(), last.what(), detail);
  }

  private synchronized void tell(State state, int done, int of, String what, String detail) {
    if (!latest.state().isOver()) {
      latest = new News(latest.number() + 1, state, done, of, what, detail);
      notifyAll();
    }
  }
}
