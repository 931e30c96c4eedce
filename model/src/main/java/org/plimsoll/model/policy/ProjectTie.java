package org.plimsoll.model.policy;

import org.plimsoll.model.provenance.Provenance;

/**
 * What a commitment has to do with a project.
 *
 * @param commitment row of the register, for example {@code C003}
 * @param project row of the register, for example {@code P007}
 * @param kind how they hang together
 * @param what the tie is, in our words
 * @param provenance source, grade, status
 */
public record ProjectTie(
    String commitment, String project, Kind kind, String what, Provenance provenance) {
  /** How a commitment and a project hang together. */
  public enum Kind {
    /** The commitment's date is the project's start: a slip of one is a slip of the other. */
    START,
    /** A step before the start: its slip moves the start by as many days. */
    STEP,
    /** It pays for the project, or asks for it. */
    SUPPORT,
    /** It buys what the project makes. */
    OFFTAKE,
    /** It speaks of the project. */
    SUBJECT
  }
}
