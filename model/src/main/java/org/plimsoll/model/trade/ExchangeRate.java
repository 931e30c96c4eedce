package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What one unit of a currency was worth.
 *
 * @param currency ISO 4217 code
 * @param period year or date, as its source counts
 * @param usdPerUnit US dollars a unit of the currency
 * @param provenance source, grade, status
 */
public record ExchangeRate(
    String currency, String period, Interval usdPerUnit, Provenance provenance) {}
