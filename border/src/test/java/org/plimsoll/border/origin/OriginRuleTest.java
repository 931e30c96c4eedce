package org.plimsoll.border.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/** Rules of origin for the territory of the United States and Japan. */
class OriginRuleTest {
  private static final OriginFacts MADE_INSIDE = TinyLaw.from("CHN", "CHN", "USA", "");
  private static final Set<CountryCode> INSIDE =
      Set.of(CountryCode.of("USA"), CountryCode.of("JPN"));

  @ParameterizedTest
  @CsvSource({
    // extracted, processed, transformed, whole, processed inside
    "USA, USA, USA, yes, yes",
    "USA, JPN, USA, yes, yes", // cumulation
    "AUS, JPN, JPN, no, yes",
    "USA, MYS, USA, no, no",
    "USA, USA, CHN, no, yes",
    "'', USA, USA, open, yes",
    "'', MYS, USA, no, no",
    "USA, '', USA, open, open",
    "'', '', '', open, open",
  })
  void stepsDecide(
      String extracted, String processed, String transformed, String whole, String process) {
    OriginFacts facts = TinyLaw.from(extracted, processed, transformed, "");
    assertEquals(whole, judge(new OriginRule.WhollyObtained(), facts, Optional.empty()));
    assertEquals(
        process,
        judge(new OriginRule.SpecifiedProcess(OriginRule.Step.PROCESSED), facts, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    // goods 850511 for 1000; materials; digits; tolerance; answer
    "805000:CHN:400, 2, 0, yes",
    "850519:CHN:400, 2, 0, no",
    "850519:CHN:400, 4, 0, no",
    "850519:CHN:400, 6, 0, yes",
    "850420:CHN:400, 4, 0, yes",
    "850420:CHN:400, 2, 0, no",
    "850519:USA:400, 4, 0, yes",
    "850519:JPN:400, 4, 0, yes", // cumulation
    "850519:?:400, 4, 0, no",
    "850519:CHN:100, 4, 0.1, yes",
    "850519:CHN:101, 4, 0.1, no",
    "850519:CHN:60 850519:RUS:41, 4, 0.1, no",
    "850519:CHN:60 280530:RUS:600, 4, 0.1, yes",
  })
  void tariffShifts(String materials, int digits, String tolerance, String answer) {
    assertEquals(
        answer,
        judge(
            new OriginRule.TariffShift(digits, TinyLaw.share(tolerance)),
            MADE_INSIDE,
            Optional.of(claim(materials))));
  }

  @ParameterizedTest
  @CsvSource({
    // build-down: (1000 − outside) ÷ 1000; build-up: inside ÷ 1000
    "280530:CHN:600, BUILD_DOWN, 0.4, yes",
    "280530:CHN:600.01, BUILD_DOWN, 0.4, no",
    "280530:?:600.01, BUILD_DOWN, 0.4, no",
    "280530:CHN:1000, BUILD_DOWN, 0, yes",
    "280530:CHN:1200, BUILD_DOWN, 0, no",
    "280530:USA:300 280530:CHN:600, BUILD_UP, 0.3, yes",
    "280530:USA:299.99 280530:CHN:600, BUILD_UP, 0.3, no",
    "280530:USA:200 280530:JPN:100, BUILD_UP, 0.3, yes", // cumulation
  })
  void regionalValue(String materials, OriginRule.Method method, String least, String answer) {
    assertEquals(
        answer,
        judge(
            new OriginRule.RegionalValue(method, TinyLaw.share(least)),
            MADE_INSIDE,
            Optional.of(claim(materials))));
  }

  /** A shift of heading, without tolerance, and 40% by build-down at once. */
  @ParameterizedTest
  @CsvSource({
    "280530:CHN:600, yes",
    "280530:CHN:601, no", // too little value
    "850519:CHN:1, no", // no shift
    "850519:CHN:601, no",
    "850519:USA:601, yes", // of the heading, but from inside
  })
  void twoTestsAtOnce(String materials, String answer) {
    OriginRule rule =
        new OriginRule.AllOf(
            List.of(
                new OriginRule.TariffShift(4, TinyLaw.share("0")),
                new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4"))));
    assertEquals(answer, judge(rule, MADE_INSIDE, Optional.of(claim(materials))));
    assertEquals("open", judge(rule, MADE_INSIDE, Optional.empty()));
    assertThrows(IllegalArgumentException.class, () -> new OriginRule.AllOf(List.of()));
  }

  /** Whoever asks why hears of both. */
  @Test
  void twoTestsAtOnceGiveTwoReasons() {
    OriginRule rule =
        new OriginRule.AllOf(
            List.of(
                new OriginRule.TariffShift(4, TinyLaw.share("0")),
                new OriginRule.RegionalValue(OriginRule.Method.BUILD_UP, TinyLaw.share("0.3"))));
    OriginFinding finding =
        rule.judge(MADE_INSIDE, Optional.of(claim("280530:USA:300")), INSIDE::contains);
    assertEquals(
        new OriginFinding.Originates(
            "no material from outside keeps the first 4 digits of 850511; 300.00 USD from inside ÷"
                + " 1000.00 USD is at least 0.3"),
        finding);
  }

  /**
   * The goods must be made inside, whatever they are made of: materials of the United States alone,
   * and goods of another chapter, meet every rule of materials but for the place.
   */
  @ParameterizedTest
  @CsvSource({
    // extracted, processed, transformed, answer
    "CHN, CHN, JPN, yes",
    "USA, USA, VNM, no", // assembled outside of materials from inside
    "USA, USA, '', open", // nobody says where
    "'', '', USA, yes",
  })
  void goodsMustBeMadeInside(
      String extracted, String processed, String transformed, String answer) {
    OriginFacts facts = TinyLaw.from(extracted, processed, transformed, "USA");
    Optional<Claim> claim = Optional.of(claim("280530:USA:900"));
    for (OriginRule rule : ofMaterials()) {
      assertEquals(answer, judge(rule, facts, claim), rule.toString());
    }
  }

  private static List<OriginRule> ofMaterials() {
    return List.of(
        new OriginRule.TariffShift(4, TinyLaw.share("0")),
        new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4")),
        new OriginRule.RegionalValue(OriginRule.Method.BUILD_UP, TinyLaw.share("0.4")));
  }

  @Test
  void withoutABillNothingIsShown() {
    for (OriginRule rule : ofMaterials()) {
      assertEquals("open", judge(rule, MADE_INSIDE, Optional.empty()));
      assertTrue(rule.asksForMaterials());
    }
    assertFalse(new OriginRule.WhollyObtained().asksForMaterials());
    assertThrows(
        IllegalArgumentException.class, () -> new OriginRule.TariffShift(3, TinyLaw.share("0")));
    assertThrows(IllegalArgumentException.class, () -> new OriginRule.AnyOf(List.of()));
  }

  /** Wholly obtained, or 40% by build-down: one is enough, and while one is open so is all. */
  @ParameterizedTest
  @CsvSource({
    // extracted, processed, transformed, materials, answer
    "USA, JPN, USA, '', yes",
    "CHN, USA, USA, 280530:CHN:600, yes",
    "CHN, USA, USA, 280530:CHN:700, no",
    "CHN, USA, USA, '', open", // not wholly obtained, but a bill may show it
    "'', USA, USA, 280530:CHN:700, open", // the bill does not, but where it was mined may
    "CHN, USA, VNM, '', no",
  })
  void oneOfSeveralRulesIsEnough(
      String extracted, String processed, String transformed, String materials, String answer) {
    OriginRule any =
        new OriginRule.AnyOf(
            List.of(
                new OriginRule.WhollyObtained(),
                new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4"))));
    assertEquals(
        answer,
        judge(
            any,
            TinyLaw.from(extracted, processed, transformed, ""),
            materials.isEmpty() ? Optional.empty() : Optional.of(claim(materials))));
    assertTrue(any.asksForMaterials());
  }

  /** What is said is the sum that was done. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "280530:CHN:600 | (1000.00 USD − 600.00 USD from outside) ÷ 1000.00 USD is at least 0.4",
        "280530:CHN:601 | (1000.00 USD − 601.00 USD from outside) ÷ 1000.00 USD is below 0.4",
      })
  void findingsSayTheSum(String materials, String reason) {
    OriginFinding finding =
        new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4"))
            .judge(MADE_INSIDE, Optional.of(claim(materials)), INSIDE::contains);
    assertEquals(
        reason,
        switch (finding) {
          case OriginFinding.Originates yes -> yes.reason();
          case OriginFinding.DoesNotOriginate no -> no.reason();
          case OriginFinding.NotShown open -> open.missing();
        });
  }

  private static String judge(OriginRule rule, OriginFacts facts, Optional<Claim> claim) {
    return switch (rule.judge(facts, claim, INSIDE::contains)) {
      case OriginFinding.Originates yes -> "yes";
      case OriginFinding.DoesNotOriginate no -> "no";
      case OriginFinding.NotShown open -> "open";
    };
  }

  /** Materials as code:origin:value. */
  private static Claim claim(String materials) {
    List<Claim.Material> parts = new ArrayList<>();
    for (String material : materials.split(" ", -1)) {
      List<String> words = List.of(material.split(":", -1));
      parts.add(
          new Claim.Material(
              words.get(0),
              words.get(1).equals("?")
                  ? Optional.empty()
                  : Optional.of(CountryCode.of(words.get(1))),
              Money.of(new BigDecimal(words.get(2)), CurrencyCode.USD)));
    }
    return new Claim("850511", new Money(100_000, CurrencyCode.USD), parts);
  }
}
