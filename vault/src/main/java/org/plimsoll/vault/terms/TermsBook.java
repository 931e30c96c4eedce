package org.plimsoll.vault.terms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of the terms in the order in which they were settled. A later one that begins no
 * later takes the place of one before it.
 *
 * @param versions each under a name of its own
 */
public record TermsBook(List<Terms> versions) {
  public TermsBook {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a vault needs terms\nMaybe take those of the preset");
    }
    List<String> names = versions.stream().map(Terms::version).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "versions of terms with one name: " + names + "\nMaybe give each its own");
    }
  }

  /** One version only. */
  public static TermsBook of(Terms terms) {
    return new TermsBook(List.of(terms));
  }

  /** With one version more. */
  public TermsBook with(Terms next) {
    List<Terms> more = new ArrayList<>(versions);
    more.add(next);
    return new TermsBook(more);
  }

  /** Whether a version has that name. */
  public boolean has(String version) {
    return versions.stream().anyMatch(terms -> terms.version().equals(version));
  }

  /**
   * The version in force on {@code day}: the last settled that has begun; before all, the first.
   */
  public Terms on(LocalDate day) {
    Terms found = versions.getFirst();
    for (Terms terms : versions) {
      if (!terms.from().isAfter(day)) {
        found = terms;
      }
    }
    return found;
  }
}
