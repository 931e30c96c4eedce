package org.plimsoll.planner.study;

import java.util.List;

/**
 * A question and the numbers wanted of its answer.
 *
 * @param question to be solved
 * @param quantities to be read, in the central case and in every draw
 */
public record Request(Question question, List<Quantity> quantities) {
  public Request {
    quantities = List.copyOf(quantities);
  }

  /** Whether it asks for nothing. */
  boolean isEmpty() {
    return quantities.isEmpty();
  }
}
