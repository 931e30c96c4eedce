package org.plimsoll.border.screening;

/**
 * A partner whose trade grew after a measure.
 *
 * @param code HS code
 * @param unit of the amounts
 * @param exporter where the goods came from
 * @param importer where they went
 * @param before mean of the periods before
 * @param after mean of the periods from the measure on
 * @param refilled growth ÷ the fall of the restricted origin, or of its other buyers
 * @param share (after − before) ÷ after × min(1, falls ÷ gains)
 */
public record Shift(
    String code,
    String unit,
    String exporter,
    String importer,
    double before,
    double after,
    double refilled,
    double share) {}
