package org.plimsoll.border.levy;

import java.math.RoundingMode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;

/**
 * What is paid back on goods that leave again, part by part. The parts of a line together get
 * exactly what was paid on it: each gets what is due up to it, rounded down, less what was paid
 * back before; nothing if that was more already.
 *
 * @param paid on the whole line, levy and duties that are drawn back
 * @param imported net mass of the line, above 0
 * @param exported net mass that has left already
 * @param refunded paid back on it
 */
public record Drawback(Money paid, Mass imported, Mass exported, Money refunded) {
  public Drawback {
    if (imported.grams() <= 0
        || exported.grams() < 0
        || exported.grams() > imported.grams()
        || paid.minor() < 0
        || refunded.minor() < 0
        || refunded.minor() > paid.minor()) {
      throw new IllegalArgumentException(
          "drawback of %s on %s of %s, with %s paid back, is none"
                  .formatted(paid, exported, imported, refunded)
              + "\nMaybe more was exported than came in");
    }
  }

  /** Nothing has left yet. */
  public static Drawback of(Money paid, Mass imported) {
    return new Drawback(paid, imported, new Mass(0), Money.none(paid.currency()));
  }

  /**
   * After so much more has left.
   *
   * @throws IllegalArgumentException if that is more than came in
   */
  public Drawback export(Mass more) {
    if (more.grams() < 0 || more.grams() > imported.grams() - exported.grams()) {
      throw new IllegalArgumentException(
          "%s cannot leave: %s of %s have left already".formatted(more, exported, imported)
              + "\nMaybe it is of another line");
    }
    long all = exported.grams() + more.grams();
    long due = Exact.product(paid.minor(), all, imported.grams(), RoundingMode.DOWN);
    Money back = new Money(Math.max(due, refunded.minor()), paid.currency());
    return new Drawback(paid, imported, new Mass(all), back);
  }
}
