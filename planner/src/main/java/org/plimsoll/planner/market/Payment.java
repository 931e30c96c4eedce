package org.plimsoll.planner.market;

import org.plimsoll.model.place.CountryCode;

/**
 * What a subsidy or a contract pays to one activity over the year.
 *
 * @param measure its id
 * @param activity that is paid
 * @param maker country of the activity
 * @param payer who pays
 * @param tonnes covered level, tonnes of the activity's primary output
 * @param usd paid; below 0 where the maker gives a part of a high price back
 */
public record Payment(
    String measure,
    String activity,
    CountryCode maker,
    CountryCode payer,
    double tonnes,
    double usd) {}
