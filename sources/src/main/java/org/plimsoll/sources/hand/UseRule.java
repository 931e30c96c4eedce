package org.plimsoll.sources.hand;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.trade.Use;

/**
 * How the use of a product in an area follows; a row of {@code use.csv}.
 *
 * @param product which
 * @param area country code, {@code EU27} or {@code OTH}; groups are split by manufacturing value
 *     added
 * @param purpose final use or stock build
 * @param method how
 * @param series dataset series of {@link Method#SERIES} and {@link Method#APPARENT}; empty for the
 *     others
 * @param amount tonnes, or a share or factor on the method's own scale
 * @param remark grade, status and note
 * @param place line of the file
 */
public record UseRule(
    ProductId product,
    String area,
    Use.Purpose purpose,
    Method method,
    String series,
    double amount,
    Remark remark,
    Place place) {
  /** How the use follows. */
  public enum Method {
    /** Tonnes as stated. */
    FIXED,
    /** Series × factor. */
    SERIES,
    /** Apparent consumption: output less inputs, and flows of the series × factor in less out. */
    APPARENT,
    /** A share of world output. */
    OF_OUTPUT,
    /** A share of what is left of world output after all other uses. */
    OF_REST,
    /** As {@link #OF_REST}, into stocks. */
    CLOSING
  }
}
