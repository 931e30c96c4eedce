package org.plimsoll.border.screening;

import java.math.BigDecimal;

/**
 * Trade of a code in a period as both sides declare it, beside the duty on it.
 *
 * @param period as written
 * @param code HS code
 * @param exporter where it came from
 * @param importer where it went
 * @param exported what the exporter declares, in the unit
 * @param imported what the importer declares, in the unit
 * @param unit t or USD
 * @param duty all that is levied on arrival, as a share of the value
 */
public record MirrorRow(
    String period,
    String code,
    String exporter,
    String importer,
    BigDecimal exported,
    BigDecimal imported,
    String unit,
    BigDecimal duty) {}
