package org.plimsoll.border.origin;

/** What came of a claim of origin. */
public sealed interface OriginFinding {
  /**
   * The goods originate in the territory.
   *
   * @param reason in words
   */
  record Originates(String reason) implements OriginFinding {}

  /**
   * They do not.
   *
   * @param reason in words
   */
  record DoesNotOriginate(String reason) implements OriginFinding {}

  /**
   * Nobody has shown it: a fact that the rule asks for is missing. That is no proof against them.
   *
   * @param missing the column or paper that is missing
   */
  record NotShown(String missing) implements OriginFinding {}
}
