package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Provenance;

/**
 * A date of a commitment: stated, or a term from an anchor, such as 60 days from signature.
 *
 * @param commitment row of the register, for example {@code C036}
 * @param kind what falls on it
 * @param anchor what the term runs from, or what the date is
 * @param from date of the anchor as printed; the date itself if there is no term
 * @param term such as 60 days, 6 months, 10 years; empty of a stated date
 * @param provenance source, grade, status
 */
public record CommitmentDate(
    String commitment,
    Kind kind,
    String anchor,
    String from,
    Optional<String> term,
    Provenance provenance) {
  /** What falls on a date; the first that a commitment has decides where it stands. */
  public enum Kind {
    /** It is to be fulfilled by then. */
    DUE,
    /** It is to be looked at again. */
    REVIEW,
    /** It ends. */
    EXPIRY
  }
}
