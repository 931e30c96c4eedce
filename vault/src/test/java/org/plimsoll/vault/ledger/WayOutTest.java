package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who slipped is told what to write. */
class WayOutTest {
  private static final String LOT = "l1 acquire lot=l1 site=nroth ga mass_g=1 custody=k ";

  private static String of(String line, Status status) {
    return WayOut.of(TinyVault.event(line), status).orElse("");
  }

  @Test
  void anAssayInPercent() {
    String line = LOT + "origin=JPN assay=";
    assertEquals("Maybe write 0.9999, not 99.99", of(line + "99.99", Status.ASSAY_OUT_OF_RANGE));
    assertEquals("Maybe write 1, not 100", of(line + "100", Status.ASSAY_OUT_OF_RANGE));
    assertEquals(
        "assay is 100.01\nMaybe write a share: 0.9999",
        of(line + "100.01", Status.ASSAY_OUT_OF_RANGE));
    assertEquals(
        "assay is 0\nMaybe write a share: 0.9999", of(line + "0", Status.ASSAY_OUT_OF_RANGE));
  }

  @Test
  void decimalsThatACurrencyHasNot() {
    String line = "p1 pay participant=acme amount=1.5005 currency=";
    assertEquals(
        "JPY has no cents, but amount is 1.5005", of(line + "JPY", Status.AMOUNT_TOO_FINE));
    assertEquals(
        "USD has 2 decimals, but amount is 1.5005", of(line + "USD", Status.AMOUNT_TOO_FINE));
    assertEquals(
        "currency is XYZ\nMaybe write USD, EUR or JPY", of(line + "XYZ", Status.CURRENCY_UNKNOWN));
  }

  @Test
  void namesThatNobodyKnows() {
    assertEquals(
        "product is gallium/refined\nMaybe look it up in world show, or list it in the terms",
        of(LOT, Status.PRODUCT_UNKNOWN));
    String wayOut =
        "\nMaybe write a country's code, JPN or JPN:certificate-7, and a site of vault terms";
    assertEquals(
        "site is nroth, origin is JAP" + wayOut, of(LOT + "origin=JAP", Status.PLACE_UNKNOWN));
    assertEquals(
        "to_site is west" + wayOut,
        of("g1 move lot=l1 site=north to_site=west mass_g=1", Status.PLACE_UNKNOWN));
  }

  @Test
  void aStatusThatSaysAll() {
    assertEquals(
        "Maybe say due: nothing is owed back without a day, not even in an emergency",
        of("d1 draw participant=acme", Status.DUE_MISSING));
    assertEquals(Optional.empty(), WayOut.of(TinyVault.event(LOT), Status.DRAW_LIMIT));
  }
}
