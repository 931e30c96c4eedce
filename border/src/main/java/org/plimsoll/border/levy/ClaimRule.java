package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.border.origin.Claims;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Money;

/**
 * Brings the bill of materials of a line to the schedule's currency, and looks whether it can be
 * that of the line at all.
 */
record ClaimRule(Claims claims, ValueRule values) {
  private static final int SUBHEADING = 6;

  /**
   * The bill to judge by; empty if there is none, or one that is not about these goods.
   *
   * @throws LineRefused if the schedule has no rate for a currency of the bill
   */
  Optional<Claim> find(EntryLine line, Trail trail) {
    return claims.find(line.entryId(), line.line()).flatMap(bill -> fitting(bill, line, trail));
  }

  private Optional<Claim> fitting(Claim bill, EntryLine line, Trail trail) {
    if (!subheading(bill.code()).equals(subheading(line.code()))) {
      if (trail.isKept()) {
        trail.add(
            "bill",
            "is about goods of %s, the line of %s".formatted(bill.code(), line.code()),
            "not judged by");
      }
      return Optional.empty();
    }
    Money price = converted(bill.price(), line);
    if (price.minor() == 0) {
      if (trail.isKept()) {
        trail.add(
            "bill", "its price of %s comes to %s".formatted(bill.price(), price), "not judged by");
      }
      return Optional.empty();
    }
    Money declared = converted(line.customsValue(), line);
    if (price.minor() > declared.minor()) {
      if (trail.isKept()) {
        trail.add(
            "bill",
            "its price of %s is above the customs value of %s".formatted(price, declared),
            "not judged by");
      }
      return Optional.empty();
    }
    List<Claim.Material> materials = new ArrayList<>();
    for (Claim.Material material : bill.materials()) {
      materials.add(
          new Claim.Material(
              material.code(), material.origin(), converted(material.value(), line)));
    }
    Claim claim = new Claim(bill.code(), price, materials);
    // In one currency it is asked before conversion, whose rounding could say otherwise.
    if (bill.isInOneCurrency() ? bill.isImpossible() : claim.isImpossible()) {
      if (trail.isKept()) {
        trail.add(
            "bill", "its materials are worth more than its price of " + price, "not judged by");
      }
      return Optional.empty();
    }
    return Optional.of(claim);
  }

  private Money converted(Money amount, EntryLine line) {
    try {
      return values.convert(amount, line, Trail.NONE);
    } catch (LineRefused refused) {
      throw new LineRefused(
          refused.toRefused().column(), "of its bill: " + refused.toRefused().reason());
    }
  }

  private static String subheading(String code) {
    return code.substring(0, SUBHEADING);
  }

  /** Every material of a bill as a step, and the price that they are held against. */
  static void explain(Claim bill, Predicate<CountryCode> inside, Trail trail) {
    if (!trail.isKept()) {
      return;
    }
    trail.add("bill", "price of the goods, of " + bill.code(), bill.price().toString());
    for (Claim.Material material : bill.materials()) {
      trail.add(
          "material",
          "%s of %s"
              .formatted(
                  material.code(), material.origin().map(Object::toString).orElse("no origin")),
          material.value() + (material.isInside(inside) ? " inside" : " outside"));
    }
  }
}
