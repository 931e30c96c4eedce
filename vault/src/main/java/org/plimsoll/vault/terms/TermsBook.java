package org.plimsoll.vault.terms;

import java.time.LocalDate;
import java.util.List;

/**
 * The versions of the terms, oldest first.
 *
 * @param versions by their first day, each later than the one before
 */
public record TermsBook(List<Terms> versions) {
  public TermsBook {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a vault needs terms\nMaybe take those of the preset");
    }
    for (int i = 1; i < versions.size(); i++) {
      if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
        throw new IllegalArgumentException(
            "terms %s begin on %s, not after those before"
                .formatted(versions.get(i).version(), versions.get(i).from()));
      }
    }
  }

  /** One version only. */
  public static TermsBook of(Terms terms) {
    return new TermsBook(List.of(terms));
  }

  /** The version in force on {@code day}; before the first one, the first. */
  public Terms on(LocalDate day) {
    Terms found = versions.get(0);
    for (Terms terms : versions) {
      if (!terms.from().isAfter(day)) {
        found = terms;
      }
    }
    return found;
  }
}
