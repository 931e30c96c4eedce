package org.plimsoll.border.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/** Bills of materials and facts of origin by themselves. */
class ClaimTest {
  private static Money usd(long cents) {
    return new Money(cents, CurrencyCode.USD);
  }

  private static Claim claim(long price, Money... materials) {
    List<Claim.Material> parts = new ArrayList<>();
    for (Money value : materials) {
      parts.add(new Claim.Material("280530", Optional.of(CountryCode.of("CHN")), value));
    }
    return new Claim("850511", usd(price), parts);
  }

  @Test
  void goodsHaveAPrice() {
    assertEquals(usd(1), claim(1).price());
    for (long price : new long[] {0, -1}) {
      assertEquals(
          "the price must be positive, but is " + usd(price),
          assertThrows(IllegalArgumentException.class, () -> claim(price)).getMessage());
    }
  }

  @Test
  void materialsAreWorthNoMoreThanTheGoods() {
    assertFalse(claim(100).isImpossible());
    assertFalse(claim(100, usd(60), usd(40)).isImpossible());
    assertTrue(claim(100, usd(60), usd(41)).isImpossible());
    assertTrue(claim(100, usd(101), usd(0)).isImpossible());
  }

  @Test
  void amountsOfSeveralCurrencies() {
    assertTrue(claim(100).isInOneCurrency());
    assertTrue(claim(100, usd(1), usd(2)).isInOneCurrency());
    assertFalse(claim(100, usd(1), new Money(1, CurrencyCode.EUR)).isInOneCurrency());
  }

  @Test
  void aMaterialOfNoKnownOriginIsOutside() {
    Claim.Material unknown = new Claim.Material("280530", Optional.empty(), usd(1));
    assertFalse(unknown.isInside(country -> true));
    Claim.Material known = new Claim.Material("280530", Optional.of(CountryCode.of("USA")), usd(1));
    assertTrue(known.isInside(CountryCode.of("USA")::equals));
    assertFalse(known.isInside(CountryCode.of("JPN")::equals));
  }

  @ParameterizedTest
  @CsvSource({
    "CHN, MYS, VNM, VNM",
    "CHN, MYS, '', MYS",
    "CHN, '', '', CHN",
    "'', '', VNM, VNM",
    "'', MYS, '', MYS",
    "'', '', '', ''",
  })
  void theLastStepThatIsKnown(String extracted, String processed, String transformed, String last) {
    assertEquals(
        last,
        TinyLaw.from(extracted, processed, transformed, "SGP")
            .findLastStep()
            .map(CountryCode::id)
            .orElse(""));
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertEquals(TinyLaw.from("", "", "", ""), OriginFacts.UNKNOWN);
    assertEquals(Optional.empty(), Claims.NONE.find("E1", 1));
  }
}
