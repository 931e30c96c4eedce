package org.plimsoll.planner.study;

/** Told how far a piece of work has come; from any thread, as often as it likes. */
@FunctionalInterface
public interface Progress {
  /** Where nobody watches. */
  Progress NONE = (done, total, what) -> {};

  /**
   * Some of it is done.
   *
   * @param done pieces that are
   * @param total pieces that there are
   * @param what pieces, read behind "solving 41 of 182": {@code stops}
   */
  void at(int done, int total, String what);
}
