package org.plimsoll.bench.peers;

/** What one run of a solver came to. */
sealed interface Attempt {
  /**
   * An answer.
   *
   * @param remark for the table; may be empty
   */
  record Found(Plan plan, String remark) implements Attempt {}

  /**
   * None.
   *
   * @param why in the solver's own words
   */
  record None(String why) implements Attempt {}
}
