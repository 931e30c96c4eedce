package org.plimsoll.sources.hand;

import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Status;

/**
 * How a hand-written row is known.
 *
 * @param grade how well observed
 * @param status read, derived, recalled, assumed
 * @param note the reason
 */
public record Remark(Grade grade, Status status, String note) {}
