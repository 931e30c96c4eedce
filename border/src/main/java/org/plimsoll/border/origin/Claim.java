package org.plimsoll.border.origin;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Money;

/**
 * What an exporter states of how goods were made, for the rules that look at materials.
 *
 * @param code HS code of the goods, digits only
 * @param exWorks price at the factory gate
 * @param materials everything that went in; what is left of the price was added by the maker
 */
public record Claim(String code, Money exWorks, List<Material> materials) {
  public Claim {
    materials = List.copyOf(materials);
    if (exWorks.minor() <= 0) {
      throw new IllegalArgumentException(
          "the price at the factory gate must be positive, but is " + exWorks);
    }
  }

  /**
   * A material.
   *
   * @param code its HS code, digits only
   * @param origin empty if nobody knows, which counts as outside
   * @param value in the currency of the price at the gate
   */
  public record Material(String code, Optional<CountryCode> origin, Money value) {}
}
