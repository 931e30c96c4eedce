package org.plimsoll.border.levy;

import java.util.Locale;

/** What a reader of an assessment should know; none of them is a verdict. */
public enum Flag {
  /** No rule of the schedule names the code. */
  NOT_COVERED(0),
  /** Originates with a member. */
  EXEMPT_MEMBER(1),
  /** Originates with a partner whose floor is not below ours. */
  EXEMPT_PARTNER(2),
  /** An exemption was in reach, but a fact or a claim that it needs is missing. */
  ORIGIN_NOT_SHOWN(3),
  /** No assay was stated: the rule's content factor was used. */
  CONTENT_FACTOR(4),
  /** The value was brought from FOB to CIF or back. */
  BASIS_CHANGED(5),
  /** The value was converted. */
  CONVERTED(6),
  /** The value is zero. */
  ZERO_VALUE(7),
  /** The levy is at its bound, so the price with it is below the floor. */
  BOUND(8),
  /** A part was within the quota, a part beyond. */
  QUOTA_SPLIT(9),
  /** The quota had nothing left. */
  QUOTA_USED_UP(10),
  /** The content is at or below the share from which it is levied. */
  DE_MINIMIS(11),
  /** The price is below a price undertaking. */
  BELOW_UNDERTAKING(12),
  /** The rule is that of waste and scrap. */
  SCRAP(13),
  /** A rule of the schedule names the code, but no grade holds the assay: nothing is levied. */
  NO_GRADE(14),
  /**
   * A duty was declared that counts nowhere: the schedule has a rate of its own for it, or none of
   * its steps applies to these goods.
   */
  DUTY_NOT_COUNTED(15),
  /**
   * A duty on goods of some origins may apply, but the line states no origin: it is not counted.
   */
  DUTY_ORIGIN_NOT_STATED(16),
  /**
   * A duty on goods of some origins was decided by an earlier step: where the last is, is blank.
   */
  DUTY_ORIGIN_BY_EARLIER_STEP(17),
  /** A code of origin is that of no country. */
  UNKNOWN_ORIGIN(18);

  private final int position;

  Flag(int position) {
    this.position = position;
  }

  /** The word in results. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The flag of a word in results.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Flag parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Its place in a set of flags, from 0. */
  public int position() {
    return position;
  }

  int bit() {
    return 1 << position;
  }
}
