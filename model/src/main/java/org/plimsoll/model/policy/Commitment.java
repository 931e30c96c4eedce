package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.provenance.Provenance;

/**
 * A promise with, or without, a date. Dates are kept as printed, since some are only a month.
 *
 * @param id row of the register, for example {@code C037}
 * @param made date made
 * @param parties as the register words them
 * @param instrument name of the act or statement
 * @param binding as the register words it
 * @param promise paraphrase of what was promised
 * @param deadline date due as the register has it; empty if none. {@link CommitmentDate} has terms
 * @param deadlineBasis stated, or computed from what
 * @param state as the register words it
 * @param stateDate date of the newest evidence; empty if none
 * @param url where it is reported
 * @param verification the register's own mark
 * @param provenance source, grade, status
 */
public record Commitment(
    String id,
    String made,
    String parties,
    String instrument,
    String binding,
    String promise,
    Optional<String> deadline,
    String deadlineBasis,
    String state,
    Optional<String> stateDate,
    String url,
    String verification,
    Provenance provenance) {}
