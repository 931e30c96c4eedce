package org.plimsoll.planner.backtest;

import org.plimsoll.model.policy.ControlEvent.Months;
import org.plimsoll.model.provenance.Interval;

/**
 * θ of a control at an importer: the share of base trade still licensed.
 *
 * @param control which
 * @param importer country or customs territory
 * @param months of the effects it is used for
 * @param share in [0, 1]; the ends say how well it is known, the centre is used
 * @param basis how it came to be known
 * @param source where
 */
public record LicensedShare(
    String control, String importer, Months months, Interval share, Basis basis, String source) {

  /** Whether it is known to be a ban, which says nothing of other destinations. */
  boolean isBan() {
    return basis == Basis.EVIDENCE && share.high() == 0;
  }

  /** How θ came to be known. */
  public enum Basis {
    /** From licences or another record: the restricted origin's volume is then scored. */
    EVIDENCE,
    /** The measured fall of the restricted origin's volume, which is then not scored. */
    OBSERVED,
    /** The mean of the same control's other importers, weighted by base imports. */
    OTHER_IMPORTERS,
    /** Only others are known to be banned, so the destination is taken as free. */
    NOT_NAMED
  }
}
