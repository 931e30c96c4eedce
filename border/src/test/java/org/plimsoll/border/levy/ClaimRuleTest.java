package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.border.origin.Claims;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;

/**
 * Lines judged by their bill of materials: 100 kg of gallium for 40,000 dollars, whose origin is
 * shown by 40% of build-down. They owe 10,000 unless exempt.
 */
class ClaimRuleTest {
  private static final LevySchedule LAW =
      TinyLaw.exemptBy(
              new OriginRule.RegionalValue(OriginRule.Method.BUILD_DOWN, TinyLaw.share("0.4")))
          .withRates(
              List.of(
                  ExchangeRate.of(CurrencyCode.of("KRW"), TinyLaw.FROM, new BigDecimal("0.0007"))));

  private static final String TABLE =
      """
      # what the line says | its bill: code price, material | levy, flags | a step of it
      transformed_in=USA | 811292 40000USD, 280530 CHN 24000USD | 0.00 exempt-member \
      | exempt: (40000.00 USD − 24000.00 USD from outside) ÷ 40000.00 USD is at least \
      0.4 → exempt-member
      transformed_in=USA | 811292 40000USD, 280530 CHN 24000.01USD | 10000.00 \
      | origin: (40000.00 USD − 24000.01 USD from outside) ÷ 40000.00 USD is below 0.4 \
      → no exemption
      transformed_in=USA | 811292 40000USD, 280530 CHN 24000.01USD | 10000.00 \
      | material: 280530 of CHN → 24000.01 USD outside
      transformed_in=USA | 811292 40000USD, 280530 JPN 30000USD | 0.00 exempt-member \
      | material: 280530 of JPN → 30000.00 USD inside
      transformed_in=USA | 811292 40000USD, 280530 - 30000USD | 10000.00 \
      | material: 280530 of no origin → 30000.00 USD outside
      transformed_in=USA | 811292 30000EUR, 280530 CHN 3000EUR | 0.00 exempt-member \
      | bill: price of the goods, of 811292 → 33000.00 USD
      transformed_in=USA | 811292 30000EUR, 280530 CHN 3000EUR | 0.00 exempt-member \
      | material: 280530 of CHN → 3300.00 USD outside
      transformed_in=USA | 8112929999 40000USD, 280530 CHN 1USD | 0.00 exempt-member \
      | bill: price of the goods, of 8112929999 → 40000.00 USD
      transformed_in=USA | 811291 40000USD, 280530 CHN 1USD | 10000.00 origin-not-shown \
      | bill: is about goods of 811291, the line of 811292 → not judged by
      transformed_in=USA | 811292 40000.01USD, 280530 CHN 1USD | 10000.00 origin-not-shown \
      | bill: its price of 40000.01 USD is above the customs value of 40000.00 USD → not judged by
      transformed_in=USA | 811292 40000USD, 280530 USA 40000.01USD | 10000.00 origin-not-shown \
      | bill: its materials are worth more than its price of 40000.00 USD → not judged by
      transformed_in=USA | 811292 40000USD, 280530 USA 36363.64EUR | 0.00 exempt-member \
      | material: 280530 of USA → 40000.00 USD inside
      transformed_in=USA | 811292 40000USD, 280530 USA 36363.65EUR | 10000.00 origin-not-shown \
      | bill: its materials are worth more than its price of 40000.00 USD → not judged by
      transformed_in=USA | 811292 1KRW, 280530 USA 0KRW | 10000.00 origin-not-shown \
      | bill: its price of 1 KRW comes to 0.00 USD → not judged by
      transformed_in=USA | none | 10000.00 origin-not-shown \
      | origin: a bill of materials is missing → no exemption
      transformed_in= processed_in=USA | 811292 40000USD, 280530 CHN 1USD \
      | 10000.00 origin-not-shown | origin: transformed_in is missing → no exemption
      transformed_in=VNM processed_in=USA | 811292 40000USD, 280530 CHN 1USD | 10000.00 \
      | origin: transformed_in is VNM, which is outside → no exemption
      transformed_in=KOR | 811292 40000USD, 280530 KOR 39000USD | 0.00 exempt-partner \
      | material: 280530 of KOR → 39000.00 USD inside
      transformed_in=KOR | 811292 40000USD, 280530 USA 39000USD | 10000.00 \
      | material: 280530 of USA → 39000.00 USD outside
      """;

  static Stream<String> rows() {
    return TABLE.lines().filter(row -> !row.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aBillIsJudgedBy(String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    LevyEngine engine = engine(claims(cells.get(1)));
    LevyEngine.Explanation explained =
        engine.explain(new EntryReading().read(LineText.of(cells.get(0))), new QuotaLedger());
    assertEquals(cells.get(2), owed(explained.outcome()));
    List<String> steps =
        explained.steps().stream()
            .map(step -> step.word() + ": " + step.how() + " → " + step.result())
            .toList();
    assertTrue(steps.contains(cells.get(3)), () -> cells.get(3) + " is not among " + steps);
  }

  private static LevyEngine engine(Claims claims) {
    return new LevyEngine(ScheduleBook.of(LAW), claims);
  }

  private static String owed(Assessed outcome) {
    return switch (outcome) {
      case Assessed.Levied(LevyAssessment a) -> (a.levy().toDecimal() + " " + a.flags()).strip();
      case Assessed.NotLevied(var refused) -> refused.column().word() + " " + refused.reason();
    };
  }

  /** A bill of E1/1 alone. */
  private static Claims claims(String words) {
    if (words.equals("none")) {
      return Claims.NONE;
    }
    List<String> parts = Stream.of(words.split("[, ]+", -1)).toList();
    Claim.Material material =
        new Claim.Material(
            parts.get(2),
            parts.get(3).equals("-") ? Optional.empty() : Optional.of(CountryCode.of(parts.get(3))),
            money(parts.get(4)));
    Claim claim = new Claim(parts.get(0), money(parts.get(1)), List.of(material));
    return (entry, line) -> entry.equals("E1") && line == 1 ? Optional.of(claim) : Optional.empty();
  }

  private static Money money(String amount) {
    int digits = amount.length() - 3;
    return Money.of(
        new BigDecimal(amount.substring(0, digits)), CurrencyCode.of(amount.substring(digits)));
  }

  @Test
  void aCurrencyWithoutARateIsTheSchedulesGap() {
    assertEquals(
        "currency of its bill: the schedule has no rate of CNY on 2027-03-01; Maybe add one under"
            + " rates",
        owed(
            engine(claims("811292 40000USD, 280530 CHN 1CNY"))
                .assess(
                    new EntryReading().read(LineText.of("transformed_in=USA")),
                    new QuotaLedger())));
  }

  /** Lines that name nobody inside, and laws that do not ask, are not looked up. */
  @Test
  void onlyLinesInReachAreLookedUp() {
    List<String> asked = new ArrayList<>();
    Claims claims =
        (entry, line) -> {
          asked.add(entry + "/" + line);
          return Optional.empty();
        };
    EntryReading reading = new EntryReading();
    engine(claims).assess(reading.read(LineText.of("plain")), new QuotaLedger());
    new LevyEngine(ScheduleBook.of(TinyLaw.schedule()), claims)
        .assess(reading.read(LineText.of("transformed_in=USA")), new QuotaLedger());
    assertEquals(List.of(), asked);
    engine(claims).assess(reading.read(LineText.of("transformed_in=USA")), new QuotaLedger());
    assertEquals(List.of("E1/1"), asked);
    assertTrue(ScheduleBook.of(LAW).asksForMaterials());
    assertFalse(ScheduleBook.of(TinyLaw.schedule()).asksForMaterials());
  }
}
