package org.plimsoll.planner.plan;

import java.util.List;

/**
 * How a figure was computed, so that it can be computed again.
 *
 * @param rule what was done
 * @param operands what it was done to, in order; none where the rule takes none
 * @param from rows, cases, parameters, and the page that gives the formula
 */
public record Derivation(Rule rule, List<Figure> operands, List<String> from) {
  public Derivation {
    operands = List.copyOf(operands);
    from = List.copyOf(from);
  }

  /** What was done. */
  public enum Rule {
    /** Read off a solved market; the range is that of the draws. */
    SOLVED(false),
    /** Computed from rows of the world by the formula of the page named last. */
    ROWS(false),
    /** Counted in this plan. */
    COUNT(false),
    /** The sum of all operands. */
    SUM(true),
    /** The first operand less the second. */
    DIFFERENCE(true),
    /** The product of all operands. */
    PRODUCT(true),
    /** The first operand divided by the second. */
    QUOTIENT(true);

    private final boolean hasOperands;

    Rule(boolean hasOperands) {
      this.hasOperands = hasOperands;
    }

    /** Whether it takes figures. */
    public boolean hasOperands() {
      return hasOperands;
    }
  }
}
