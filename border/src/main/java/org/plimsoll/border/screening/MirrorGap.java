package org.plimsoll.border.screening;

/**
 * What one code is short of, and how much of that goes with its duty.
 *
 * @param code HS code
 * @param exported by the exporter's books
 * @param imported by the importer's
 * @param duty share of the value
 * @param gap ln(exported ÷ imported)
 * @param share 1 − exp(−min((β − 2 standard errors) × duty, gap − α)), at least 0: of what was
 *     exported, what is missing in the importer's books as far as it goes with the duty
 */
public record MirrorGap(
    String code, double exported, double imported, double duty, double gap, double share) {}
