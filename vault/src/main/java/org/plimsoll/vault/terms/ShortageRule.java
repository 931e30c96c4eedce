package org.plimsoll.vault.terms;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a shortage is shared among those who want to draw. */
public enum ShortageRule {
  /** In proportion to entitlements, to nobody more than he asks for. */
  PRO_RATA,
  /** What is asked for defence first, the rest afterwards; within each in proportion. */
  DEFENCE_FIRST,
  /** To the highest bids; equal bids in proportion. All pay the highest bid not served in full. */
  AUCTION;

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the word used in files.
   *
   * @throws IllegalArgumentException if no rule has it
   */
  public static ShortageRule parse(String text) {
    return Arrays.stream(values())
        .filter(rule -> rule.word().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no rule '%s'\nMaybe one of %s"
                    .formatted(
                        text,
                        Arrays.stream(values())
                            .map(ShortageRule::word)
                            .collect(Collectors.joining(", ")))));
  }
}
