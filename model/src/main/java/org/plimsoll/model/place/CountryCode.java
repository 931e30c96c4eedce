package org.plimsoll.model.place;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 3166-1 alpha-3 code, or one of two aggregates in the same form: {@link #REST_OF_WORLD} and
 * {@link #REST_OF_EU}.
 *
 * @param alpha3 three capital letters
 */
public record CountryCode(String alpha3) implements Place {
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

  /** Countries below a stated share of a product, folded together, product by product. */
  public static final CountryCode REST_OF_WORLD = new CountryCode("ROW");

  /** Members of the European Union below that share; XEU is in ISO's user-assigned range. */
  public static final CountryCode REST_OF_EU = new CountryCode("XEU");

  public CountryCode {
    if (!FORM.matcher(alpha3).matches()) {
      throw new IllegalArgumentException(
          "a country is written as an ISO 3166 code of three capital letters, but this is: '"
              + alpha3
              + "'");
    }
  }

  public static CountryCode of(String alpha3) {
    return new CountryCode(alpha3);
  }

  /** Whether it stands for several countries. */
  public boolean isAggregate() {
    return equals(REST_OF_WORLD) || equals(REST_OF_EU);
  }

  @Override
  public String id() {
    return alpha3;
  }

  /** Written out, since a record's own is slow until the second compiler has seen it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CountryCode code && alpha3.equals(code.alpha3);
  }

  @Override
  public int hashCode() {
    return alpha3.hashCode();
  }

  @Override
  public String toString() {
    return alpha3;
  }
}
