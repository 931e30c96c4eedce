package org.plimsoll.model.provenance;

/**
 * What became of the rows of a file; the invariant is checked here, so nothing is lost.
 *
 * @param read data rows in the file, the header not counted
 * @param accepted rows that are in the value
 * @param errors rows refused, each with an issue
 * @param skipped rows left out for a stated reason, each with an issue
 */
public record RowCount(int read, int accepted, int errors, int skipped) {
  public RowCount {
    if (read != accepted + errors + skipped) {
      throw new IllegalArgumentException(
          "rows read must equal accepted + errors + skipped, but %d != %d + %d + %d"
              .formatted(read, accepted, errors, skipped));
    }
  }

  /** No rows. */
  public static final RowCount NONE = new RowCount(0, 0, 0, 0);

  /** The sums of both. */
  public RowCount plus(RowCount other) {
    return new RowCount(
        read + other.read,
        accepted + other.accepted,
        errors + other.errors,
        skipped + other.skipped);
  }
}
