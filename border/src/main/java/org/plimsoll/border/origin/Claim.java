package org.plimsoll.border.origin;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Money;

/**
 * A bill of materials: what an exporter states of how the goods of a line were made, for the rules
 * that look at materials.
 *
 * @param code HS code of the goods, digits only
 * @param price of the goods as the agreement takes it, ex works or FOB
 * @param materials everything that went in; what is left of the price was added by the maker
 */
public record Claim(String code, Money price, List<Material> materials) {
  public Claim {
    materials = List.copyOf(materials);
    if (price.minor() <= 0) {
      throw new IllegalArgumentException("the price must be positive, but is " + price);
    }
  }

  /** Whether the price and all materials are in one currency. */
  public boolean isInOneCurrency() {
    return materials.stream().allMatch(m -> m.value().currency().equals(price.currency()));
  }

  /**
   * Whether the materials are worth more than what was made of them, which cannot be.
   *
   * @throws IllegalArgumentException if amounts are in several currencies
   */
  public boolean isImpossible() {
    Money left = price;
    for (Material material : materials) {
      left = left.minus(material.value());
      if (left.minor() < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * A material.
   *
   * @param code its HS code, digits only
   * @param origin empty if nobody knows, which counts as outside
   * @param value of all of it that went into the goods
   */
  public record Material(String code, Optional<CountryCode> origin, Money value) {
    /** Whether it originates inside. */
    public boolean isInside(Predicate<CountryCode> inside) {
      return origin.isPresent() && inside.test(origin.get());
    }
  }
}
