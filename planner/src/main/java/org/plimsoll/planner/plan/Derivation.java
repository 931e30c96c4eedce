package org.plimsoll.planner.plan;

import java.util.List;

/**
 * How a figure was computed, so that it can be computed again.
 *
 * @param rule what was done
 * @param operands what it was done to, in order; none where the rule takes none
 * @param from the run it was read off, rows of its own, and the page that gives the formula
 * @param rows of the world behind its chain; shared by every figure of the chain
 */
public record Derivation(Rule rule, List<Figure> operands, List<String> from, List<String> rows) {
  public Derivation {
    operands = List.copyOf(operands);
    from = List.copyOf(from);
    rows = List.copyOf(rows);
  }

  /** A derivation without rows of a chain. */
  public Derivation(Rule rule, List<Figure> operands, List<String> from) {
    this(rule, operands, from, List.of());
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
