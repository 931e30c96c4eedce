package org.plimsoll.border.screening;

import java.math.BigDecimal;

/**
 * Trade of a code between two places in a period.
 *
 * @param period as written, so that later ones come later in the order of characters: 2024, 2024-09
 * @param code HS code
 * @param exporter where it came from, as the table has it
 * @param importer where it went
 * @param amount in the unit
 * @param unit t or USD; amounts of different units are never compared
 */
public record TradeRow(
    String period, String code, String exporter, String importer, BigDecimal amount, String unit) {}
