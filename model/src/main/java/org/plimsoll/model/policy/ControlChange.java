package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Provenance;

/**
 * A dated change of an export control.
 *
 * @param control row of the register, for example {@code E009}
 * @param date on which it took effect, as printed: a day, month or year
 * @param kind what the control is from then on
 * @param until last day of that, if one is stated
 * @param what happened, in our words
 * @param url where it is reported
 * @param provenance source, grade, status
 */
public record ControlChange(
    String control,
    String date,
    Kind kind,
    Optional<String> until,
    String what,
    String url,
    Provenance provenance) {
  /** What a control is from a change on, in the order in which changes of one day follow. */
  public enum Kind {
    ANNOUNCED,
    IN_FORCE,
    SUSPENDED,
    ENDED,
    /** Reported and denied, planned or contested: neither in force nor ended. */
    DISPUTED
  }
}
