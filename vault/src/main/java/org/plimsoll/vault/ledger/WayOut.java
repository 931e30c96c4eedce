package org.plimsoll.vault.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to write instead, for events that were refused for what they say. */
public final class WayOut {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private WayOut() {}

  /**
   * What is wrong and how it would be right, in one or two lines, the second of which begins with
   * "Maybe"; nothing if the status says all.
   *
   * @param event that was refused
   * @param status why
   */
  public static Optional<String> of(Event event, Status status) {
    return switch (status) {
      case ASSAY_OUT_OF_RANGE -> event.find(Field.ASSAY).map(WayOut::assay);
      case AMOUNT_TOO_FINE -> event.find(Field.AMOUNT).map(amount -> decimals(event, amount));
      case CURRENCY_UNKNOWN -> said(event, Field.CURRENCY, "write USD, EUR or JPY");
      case PRODUCT_UNKNOWN ->
          said(event, Field.PRODUCT, "look it up in world show, or list it in the terms");
      case PLACE_UNKNOWN -> Optional.of(place(event));
      case DUE_MISSING ->
          Optional.of(
              "Maybe say due: nothing is owed back without a day, not even in an emergency");
      default -> Optional.empty();
    };
  }

  private static Optional<String> said(Event event, Field field, String wayOut) {
    return event.find(field).map(value -> field.column() + " is " + value + "\nMaybe " + wayOut);
  }

  /** A lot that goes elsewhere has only the other site to be wrong. */
  private static String place(Event event) {
    List<Field> doubtful =
        event.verb() == Verb.MOVE ? List.of(Field.TO_SITE) : List.of(Field.SITE, Field.ORIGIN);
    return doubtful.stream()
            .flatMap(
                field -> event.find(field).map(value -> field.column() + " is " + value).stream())
            .collect(Collectors.joining(", "))
        + "\nMaybe write a country's code, JPN or JPN:certificate-7, and a site of vault terms";
  }

  private static String assay(String text) {
    BigDecimal assay = new BigDecimal(text);
    boolean isPercentage = assay.signum() > 0 && assay.compareTo(HUNDRED) <= 0;
    return isPercentage
        ? "Maybe write %s, not %s"
            .formatted(assay.divide(HUNDRED).stripTrailingZeros().toPlainString(), text)
        : "assay is " + text + "\nMaybe write a share: 0.9999";
  }

  private static String decimals(Event event, String amount) {
    int digits = event.currency().minorDigits();
    return digits == 0
        ? "%s has no cents, but amount is %s".formatted(event.currency(), amount)
        : "%s has %d decimals, but amount is %s".formatted(event.currency(), digits, amount);
  }
}
