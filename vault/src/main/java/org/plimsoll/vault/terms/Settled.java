package org.plimsoll.vault.terms;

import java.math.BigDecimal;

/**
 * A term with its level.
 *
 * @param term which
 * @param level a share, days, or a price a kilogram and day, as the term says
 * @param rule whether it is published that there is such a term
 * @param levelBasis whether its level is published
 * @param source where that was read, or why it was assumed so
 */
public record Settled(Term term, BigDecimal level, Basis rule, Basis levelBasis, String source) {
  private static final int DECIMALS = 6;
  private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(36_500);

  public Settled {
    boolean fits =
        level.signum() >= 0
            && level.stripTrailingZeros().scale() <= (term.kind() == Term.Kind.DAYS ? 0 : DECIMALS)
            && (term.kind() == Term.Kind.PRICE || level.compareTo(MOST_DAYS) <= 0);
    if (!fits) {
      throw new IllegalArgumentException(
          "%s is no level of %s".formatted(level.toPlainString(), term.word())
              + "\nMaybe write days as a whole number, shares and prices with at most 6 decimals");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          term.word() + " has no source\nMaybe say where it was read or why it is assumed");
    }
  }
}
