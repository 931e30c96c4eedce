package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What is said of a stock: what it holds, aims at, or means to buy. What is held and what is wanted
 * are never the same row.
 *
 * @param holder who keeps it: {@code Japan (JOGMEC)}, {@code US industry}
 * @param kind government, industry, exchange, world
 * @param scope commodity, or {@code *} for many
 * @param form of the material; {@code any} if not said
 * @param measure held, target, planned purchase, …
 * @param date of the figure, as printed
 * @param amount in {@code unit}
 * @param unit t of content, days of use, USD million
 * @param url where it is reported; empty if the source's locator says it
 * @param provenance source, grade, status; the note keeps the register's mark
 */
public record Stockpile(
    String holder,
    String kind,
    String scope,
    String form,
    String measure,
    String date,
    Interval amount,
    String unit,
    String url,
    Provenance provenance) {}
