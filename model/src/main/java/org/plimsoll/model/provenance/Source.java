package org.plimsoll.model.provenance;

/**
 * Where a figure was read: a dataset of {@code world/datasets.csv}, its edition, and the place in
 * it that a person can look up.
 *
 * <p>Written {@code dataset@edition#locator}; {@link #parse} and {@link #toString} are inverse.
 *
 * @param dataset identifier in {@code datasets.csv}, for example {@code usgs-mcs}
 * @param edition the publisher's edition, for example {@code 2026}
 * @param locator row, table or page within the edition
 */
public record Source(String dataset, String edition, String locator) {
  public Source {
    if (dataset.isBlank() || dataset.contains("@") || dataset.contains("#")) {
      throw new IllegalArgumentException("dataset must be a plain identifier, but is: " + dataset);
    }
    if (edition.isBlank() || edition.contains("#")) {
      throw new IllegalArgumentException("edition of " + dataset + " must not be empty or have #");
    }
    if (locator.isBlank()) {
      throw new IllegalArgumentException("locator in " + dataset + " must not be empty");
    }
  }

  /**
   * Reads {@code dataset@edition#locator}.
   *
   * @throws IllegalArgumentException if the text has not that form
   */
  public static Source parse(String text) {
    int at = text.indexOf('@');
    int hash = text.indexOf('#', at + 1);
    if (at < 1 || hash < 0) {
      throw new IllegalArgumentException(
          "a source is written dataset@edition#locator, but this is: " + text);
    }
    return new Source(
        text.substring(0, at), text.substring(at + 1, hash), text.substring(hash + 1));
  }

  @Override
  public String toString() {
    return dataset + "@" + edition + "#" + locator;
  }
}
