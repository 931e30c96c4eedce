package org.plimsoll.planner.study;

/** Hears how far a study has come. Called from any thread. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress NONE = (what, done, total) -> {};

  /**
   * So many of so many are done.
   *
   * @param what is being done, for a person: {@code stops}
   * @param done so far
   * @param total in all
   */
  void done(String what, int done, int total);
}
