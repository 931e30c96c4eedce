package org.plimsoll.model.trade;

import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Words;

/**
 * What a country used of a product other than as an input to a modelled activity.
 *
 * @param product which
 * @param country place of use, that is of first industrial processing
 * @param purpose final use, or addition to stocks
 * @param year calendar year
 * @param tonnes tonnes of content on the product's basis; not negative
 * @param provenance source, grade, status
 */
public record Use(
    ProductId product,
    CountryCode country,
    Purpose purpose,
    int year,
    double tonnes,
    Provenance provenance) {
  /** Why it was taken off the market. */
  public enum Purpose {
    /** Use that answers to the price. */
    FINAL,
    /** Addition to stocks in the base year. */
    STOCK_BUILD;

    /**
     * Reads {@code final} or {@code stock-build}.
     *
     * @throws IllegalArgumentException on any other word
     */
    public static Purpose parse(String text) {
      return Words.parse(text, Purpose.class, "a purpose");
    }

    /** The word used in files. */
    public String word() {
      return Words.of(this);
    }
  }
}
