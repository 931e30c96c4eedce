package org.plimsoll.sources.hand;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;

/**
 * How a price follows; a row of {@code prices.csv}.
 *
 * @param product which
 * @param vintage {@code base2024}, {@code latest}, {@code preControl}, {@code incentive} or {@code
 *     quote}
 * @param method how
 * @param reference series with its period, product, activity, or fact, by method
 * @param factor on the reference, or the price itself, by method
 * @param date as printed
 * @param location where and on what terms
 * @param type kind of price
 * @param liquid whether real volume trades at it
 * @param remark grade, status and note
 * @param place line of the file
 */
public record PriceRule(
    ProductId product,
    String vintage,
    Method method,
    String reference,
    Interval factor,
    String date,
    String location,
    String type,
    boolean liquid,
    Remark remark,
    Place place) {
  /** How the price follows. */
  public enum Method {
    /** A yearly series × factor. */
    SERIES,
    /** A dated quote × factor. */
    QUOTE,
    /** The price of another product in the same vintage × factor. */
    RATIO,
    /** The cost of an activity's inputs in the same vintage, plus a conversion cost in USD/t. */
    BUILD_UP,
    /** As stated. */
    STATED
  }
}
