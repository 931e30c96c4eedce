package org.plimsoll.border.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * What a screening keeps of a line.
 *
 * @param entryId the declaration
 * @param line within it
 * @param date of entry
 * @param code six digits
 * @param product empty if the code says none
 * @param origin country of the last step that is declared; empty if none is
 * @param isMadeThere whether the line says that it was smelted or separated in this origin
 * @param terms currency and basis of the value, which must be alike for prices to be compared
 * @param massGrams net mass
 * @param contentMilligrams on the product's basis, whole, so that sums do not hang on an order; 0
 *     if the line does not say
 * @param basis what the product's content is counted in; empty without one
 * @param importer who declares
 * @param valueMinor customs value
 */
record Held(
    String entryId,
    long line,
    LocalDate date,
    String code,
    Optional<ProductId> product,
    Optional<CountryCode> origin,
    boolean isMadeThere,
    String terms,
    long massGrams,
    long contentMilligrams,
    String basis,
    String importer,
    long valueMinor) {
  /** Milligrams in a tonne. */
  static final double MILLIGRAMS = 1e9;

  /** Of masses; it stays at the largest number, so that one absurd line hides no others. */
  static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  double contentTonnes() {
    return contentMilligrams / MILLIGRAMS;
  }

  boolean hasContent() {
    return product.isPresent() && contentMilligrams > 0;
  }

  boolean hasPrice() {
    return hasContent() && valueMinor > 0;
  }

  /** Year and month as one number that grows with time. */
  int month() {
    return 12 * date.getYear() + date.getMonthValue();
  }

  /** Logarithm of minor units a tonne of content. */
  double logUnitValue() {
    return StrictMath.log(valueMinor / contentTonnes());
  }

  /** Logarithm of minor units a gram of the goods, whatever assay is declared. */
  double logGrossValue() {
    return StrictMath.log((double) valueMinor / massGrams);
  }
}
