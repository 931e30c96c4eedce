package org.plimsoll.vault.terms;

/**
 * How terms say that a shortage is shared.
 *
 * @param shortage the rule
 * @param rule whether it is published that there is such a rule
 * @param levelBasis whether it is published which one
 * @param source where that was read, or why it was assumed so
 */
public record Sharing(ShortageRule shortage, Basis rule, Basis levelBasis, String source) {
  public Sharing {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "the rule of a shortage has no source\nMaybe say where it was read or why it is assumed");
    }
  }
}
