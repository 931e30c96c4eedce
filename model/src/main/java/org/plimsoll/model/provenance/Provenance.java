package org.plimsoll.model.provenance;

/**
 * What every row of the world carries beside its figures.
 *
 * @param source where it was read, or what it was computed from
 * @param grade how well it is observed
 * @param status how it came to be known
 * @param note formula, reason or caveat; empty for a plain reading
 */
public record Provenance(Source source, Grade grade, Status status, String note) {
  /**
   * The provenance of a sum of two figures: the worse grade, and in the note the other's source
   * where it is another. A sum of figures of different statuses, or of readings, is derived.
   */
  public Provenance and(Provenance other) {
    if (equals(other)) {
      return this;
    }
    boolean sameStatus = status == other.status && status != Status.READ;
    String sum = note;
    if (!source.equals(other.source)) {
      sum = joined(sum, "with " + other.source);
    }
    return new Provenance(
        source,
        grade.worse(other.grade),
        sameStatus ? status : Status.DERIVED,
        joined(sum, other.note));
  }

  /** What is said already is not said again. */
  private static String joined(String words, String more) {
    if (more.isEmpty() || words.contains(more)) {
      return words;
    }
    return words.isEmpty() ? more : words + "; " + more;
  }
}
