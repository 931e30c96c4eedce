package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.statement.Statement;

/**
 * What a participant uses a day, as it says itself: without it nobody knows for how long an
 * entitlement lasts.
 *
 * @param grams of content a day, by product
 */
public record DailyUse(SortedMap<ProductId, BigDecimal> grams) {
  public DailyUse {
    grams = Collections.unmodifiableSortedMap(new TreeMap<>(grams));
  }

  /**
   * Reads {@code gallium/refined=12.5}: kilograms a day, above zero.
   *
   * @throws IllegalArgumentException if a text has not that form
   */
  public static DailyUse parse(List<String> texts) {
    SortedMap<ProductId, BigDecimal> grams = new TreeMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      try {
        BigDecimal kilograms = new BigDecimal(text.substring(equals + 1).strip());
        ProductId product = ProductId.parse(text.substring(0, Math.max(0, equals)).strip());
        if (kilograms.signum() <= 0 || grams.put(product, kilograms.movePointRight(3)) != null) {
          throw new NumberFormatException(text);
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "--use is '%s'\nMaybe write a product once, with kilograms a day: gallium/refined=12.5"
                .formatted(text),
            e);
      }
    }
    return new DailyUse(grams);
  }

  /** Whole days for which the entitlement at the end lasts, if the use is known. */
  Optional<Long> daysOfCover(Statement statement, ProductId product) {
    long entitled =
        statement.accounts().stream()
            .filter(account -> account.id().book() == Book.CLAIM)
            .filter(account -> Material.parse(account.id().asset()).product().equals(product))
            .mapToLong(Statement.Account::closing)
            .reduce(0, Math::addExact);
    return Optional.ofNullable(grams.get(product))
        .map(use -> BigDecimal.valueOf(entitled).divideToIntegralValue(use).longValueExact());
  }

  /** Kilograms a day, if they are known. */
  Optional<String> kilograms(ProductId product) {
    return Optional.ofNullable(grams.get(product))
        .map(use -> use.movePointLeft(3).stripTrailingZeros().toPlainString());
  }

  /** Products of which the participant is entitled to some at the end. */
  static List<ProductId> products(Statement statement) {
    return statement.accounts().stream()
        .filter(account -> account.id().book() == Book.CLAIM && account.closing() > 0)
        .map(account -> Material.parse(account.id().asset()).product())
        .distinct()
        .sorted()
        .toList();
  }
}
