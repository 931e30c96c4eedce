package org.plimsoll.model.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of ISO 4217, beside the one that the JDK brings. */
class CurrencyCodeTest {
  @Test
  void whatIsListedHasTheDecimalsOfTheStandard() {
    int listed = 0;
    for (Currency known : Currency.getAvailableCurrencies()) {
      CurrencyCode code = CurrencyCode.of(known.getCurrencyCode());
      if (code.isListed()) {
        listed++;
        assertEquals(known.getDefaultFractionDigits(), code.minorDigits(), code.code());
      }
    }
    // A JDK older than a currency does not have it: the Zimbabwe Gold, the Caribbean guilder.
    assertTrue(listed >= 150, "listed: " + listed);
  }

  @Test
  void whatIsNoMoneyOfTodayIsNotListed() {
    for (String code : List.of("USD", "EUR", "JPY", "AED", "ZWG", "VES", "XOF")) {
      assertTrue(CurrencyCode.of(code).isListed(), code);
    }
    for (String code : List.of("XYZ", "DEM", "BGN", "HRK", "XAU", "XTS", "CHW")) {
      assertFalse(CurrencyCode.of(code).isListed(), code);
    }
  }
}
