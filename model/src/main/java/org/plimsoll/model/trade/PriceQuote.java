package org.plimsoll.model.trade;

import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Words;

/**
 * A price that somebody published, with how much traded at it: an input of a price index.
 *
 * @param id by which a challenge names it
 * @param product which
 * @param date the date or period that it holds for, as printed: 2025, 2025-12-31
 * @param place where and on what terms
 * @param type how it was found
 * @param publisher who published it; quotes of one publisher are related
 * @param usdPerTonne US dollars a tonne of the product's basis
 * @param tradedShare share of the year's use that traded at it, in [0, 1]; empty if nobody says
 * @param provenance source, grade, status
 */
public record PriceQuote(
    String id,
    ProductId product,
    String date,
    String place,
    Type type,
    String publisher,
    Interval usdPerTonne,
    Optional<Interval> tradedShare,
    Provenance provenance) {
  /** How a price was found. */
  public enum Type {
    /** The mean of deals, weighted by their tonnes. */
    AVERAGE_OF_DEALS,
    /** What an agency takes the price to be, from deals, bids and offers. */
    ASSESSMENT,
    /** What a seller asks. */
    ASK;

    /** The word used in files. */
    public String word() {
      return Words.of(this);
    }
  }

  /** The calendar year of its date. */
  public int year() {
    return Integer.parseInt(date.substring(0, 4));
  }
}
