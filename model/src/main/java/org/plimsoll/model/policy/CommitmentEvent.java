package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;

/**
 * Something that happened to a commitment, or a day's evidence of where it stood.
 *
 * @param commitment row of the register, for example {@code C037}
 * @param date on which it happened, as printed: a day, month or year
 * @param kind what it says of the commitment
 * @param until the new date, of a date that was moved; empty of anything else
 * @param what happened, in our words
 * @param url where it is reported
 * @param provenance source, grade, status; an event of status {@code UNKNOWN} is disputed and
 *     decides nothing
 */
public record CommitmentEvent(
    String commitment,
    String date,
    Kind kind,
    Optional<String> until,
    String what,
    String url,
    Provenance provenance) {
  /** What an event says of its commitment. */
  public enum Kind {
    /** Work is under way, or the act is in force. */
    PROGRESS,
    /** A part of it was fulfilled. */
    PART_KEPT,
    /** It was fulfilled. */
    KEPT,
    /** It was not fulfilled by that day. */
    NOT_KEPT,
    /** Its date was moved. */
    MOVED
  }

  /** Whether it is disputed, and so decides nothing. */
  public boolean isDisputed() {
    return provenance.status() == Status.UNKNOWN;
  }
}
