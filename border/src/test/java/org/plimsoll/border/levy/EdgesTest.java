package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * The last value that is allowed and the first that is not, and the words of what is refused.
 *
 * <p>Long because every edge of the package stands here, each with both its sides.
 */
class EdgesTest {
  private static LevySchedule version(
      String name, LocalDate from, Optional<LocalDate> until, CurrencyCode currency) {
    LevySchedule tiny = TinyLaw.schedule();
    return new LevySchedule(
        tiny.id(),
        name,
        tiny.title(),
        from,
        until,
        ValueBasis.CIF,
        currency,
        tiny.hsEdition(),
        tiny.rounding(),
        Optional.empty(),
        Exemptions.NONE,
        List.of(),
        List.of(),
        tiny.rules());
  }

  private static LevySchedule called(String id, LevySchedule s) {
    return new LevySchedule(
        id,
        s.version(),
        s.title(),
        s.from(),
        s.until(),
        s.basis(),
        s.currency(),
        s.hsEdition(),
        s.rounding(),
        s.freight(),
        s.exemptions(),
        s.duties(),
        s.rates(),
        s.rules());
  }

  private static void refused(String words, Executable making) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, making).getMessage());
    assertTrue(message.contains(words), message);
  }

  private static String refusal(LevySchedule schedule, String changes) {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(schedule));
    return switch (LineText.assess(engine, LineText.of(changes), new QuotaLedger())) {
      case Assessed.Levied(LevyAssessment a) -> a.levy().toString();
      case Assessed.NotLevied(var no) -> no.column().word() + " " + no.reason();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, false, false",
    "2027-01-01, true, true",
    "2027-12-31, true, true",
    "2028-01-01, false, true",
  })
  void aVersionIsInForceFromItsFirstDay(LocalDate day, boolean closed, boolean open) {
    assertEquals(closed, TinyLaw.schedule().isInForceOn(day));
    assertEquals(
        open, version("v", TinyLaw.FROM, Optional.empty(), CurrencyCode.USD).isInForceOn(day));
  }

  @Test
  void versionsOfABookFollowOneAnother() {
    LocalDate july = LocalDate.of(2027, 7, 1);
    LevySchedule first = version("a", TinyLaw.FROM, Optional.of(july), CurrencyCode.USD);
    LevySchedule second = version("b", july, Optional.empty(), CurrencyCode.USD);
    ScheduleBook book = ScheduleBook.of(second, first);
    assertEquals(List.of(first, second), book.versions());
    assertEquals(Optional.of(first), book.find(july.minusDays(1)));
    assertEquals(Optional.of(second), book.find(july));
    assertEquals(Optional.empty(), book.find(TinyLaw.FROM.minusDays(1)));
    refused(
        "versions a and b of the schedule are both in force on 2027-06-30\nMaybe write until",
        () ->
            ScheduleBook.of(
                first, version("b", july.minusDays(1), Optional.empty(), CurrencyCode.USD)));
    refused(
        "versions b and c of the schedule are both in force on 2028-01-01",
        () ->
            ScheduleBook.of(
                second,
                version("c", LocalDate.of(2028, 1, 1), Optional.empty(), CurrencyCode.USD)));
    refused(
        "versions a and b of the schedule are in USD and EUR",
        () -> ScheduleBook.of(first, version("b", july, Optional.empty(), CurrencyCode.EUR)));
    refused("at least one version", () -> new ScheduleBook(List.of()));
    refused(
        "two versions of schedule tiny are called a\nMaybe write another version:",
        () -> ScheduleBook.of(first, version("a", july, Optional.empty(), CurrencyCode.USD)));
    refused(
        "versions a and b are of two schedules, tiny and large\nMaybe put each into a folder",
        () -> ScheduleBook.of(first, called("large", second)));
    assertEquals(
        "entry_date no version of schedule tiny is in force on 2026-01-01: they run from"
            + " 2027-07-01 to further notice; Maybe add the version of that day",
        refusal(second, "entry_date=2026-01-01"));
    assertEquals(
        "entry_date no version of schedule tiny is in force on 2029-01-01: they run from"
            + " 2027-01-01 to 2028-01-01; Maybe add the version of that day",
        refusal(TinyLaw.schedule(), "entry_date=2029-01-01"));
  }

  @Test
  void aDayBetweenTwoVersionsIsSaidToBe() {
    LocalDate march = LocalDate.of(2027, 3, 1);
    ScheduleBook book =
        ScheduleBook.of(
            version("a", TinyLaw.FROM, Optional.of(march), CurrencyCode.USD),
            version("b", march.plusDays(1), Optional.empty(), CurrencyCode.USD));
    assertEquals(
        "no version of schedule tiny is in force on 2027-03-01: a ends before 2027-03-01, and b"
            + " begins on 2027-03-02; Maybe add a version for the days between",
        switch (LineText.assess(new LevyEngine(book), LineText.of("plain"), new QuotaLedger())) {
          case Assessed.Levied levied -> levied.toString();
          case Assessed.NotLevied(var refused) -> refused.reason();
        });
  }

  /** A gram with a millionth of gallium, for ten thousand million dollars. */
  @Test
  void aUnitValueTooLargeToReadIsLeftOut() {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(TinyLaw.schedule()));
    Assessed outcome =
        LineText.assess(
            engine,
            LineText.of("net_mass_kg=0.001 assay=0.000001 customs_value=10000000000"),
            new QuotaLedger());
    if (!(outcome instanceof Assessed.Levied(LevyAssessment a))) {
      throw new AssertionError(outcome.toString());
    }
    assertEquals(Optional.empty(), a.unitValue());
    assertEquals("0.00 USD", a.levy().toString());
  }

  @Test
  void aQuotaIsACellOfCsv() {
    refused(
        "no comma and no quotation mark",
        () ->
            new Instrument.TariffRateQuota(
                "a,b", new Mass(1), TinyLaw.rate("0", "0"), TinyLaw.rate("1", "0")));
  }

  @Test
  void moreRatesChangeNothingElse() {
    LevySchedule tiny = TinyLaw.schedule();
    assertEquals(tiny, tiny.withRates(List.of()));
    ExchangeRate pound =
        ExchangeRate.of(CurrencyCode.of("GBP"), TinyLaw.FROM, new BigDecimal("1.25"));
    List<ExchangeRate> rates = tiny.withRates(List.of(pound)).rates();
    assertEquals(tiny.rates(), rates.subList(0, 3));
    assertEquals(List.of(pound), rates.subList(3, rates.size()));
    assertEquals("0.00 USD", refusal(tiny.withRates(List.of(pound)), "currency=GBP"));
  }

  @Test
  void gapsAreNamedWithTheWayOut() {
    assertEquals(List.of(), TinyLaw.schedule().listGaps());
    List<String> gaps = version("v", TinyLaw.FROM, Optional.empty(), CurrencyCode.USD).listGaps();
    assertEquals(2, gaps.size());
    assertTrue(
        gaps.get(0).startsWith("Version v compares CIF and states no freight: entries on FOB"),
        gaps.get(0));
    assertTrue(gaps.get(1).startsWith("Version v is in USD and has no rates"), gaps.get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "incoterm_basis=FOB | incoterm_basis is FOB, but the schedule compares CIF and states no"
            + " freight; Maybe add freight",
        "currency=EUR | currency the schedule has no rate of EUR on 2027-03-01; Maybe add one under"
            + " rates",
        "hs_edition=2017 | hs_edition is 2017, but the schedule's codes are of 2022; Maybe convert"
            + " the code first",
        "other_duties=mfn=1 | other_duties states mfn, which has no place in the schedule's order;"
            + " Maybe add it under duties",
        "assay_basis=Cu | assay_basis 'Cu' is none of the bases of code 811292: Ga, Ge",
        "assay_basis= | assay_basis code 811292 holds several products, and '' does not say which;"
            + " Maybe write one of Ga, Ge",
        "assay_basis=Ge assay= | assay is empty, and rule germanium-refined has no content factor;"
            + " Maybe add the assay",
        "hs_code=284180 assay_basis=Mo | assay_basis 'Mo' is none of the bases of code 284180: W,"
            + " WO3",
        "net_mass_kg=99999999999 | customs_value mass and value of the line are too large to"
            + " multiply; Maybe split the line",
      })
  void aRefusalNamesValueAndWayOut(String changes, String words) {
    LevySchedule bare = version("v", TinyLaw.FROM, Optional.empty(), CurrencyCode.USD);
    String line = changes.contains("incoterm") ? changes : "incoterm_basis=CIF " + changes;
    assertEquals(words, refusal(bare, line));
  }

  /** A gram of trioxide at a millionth: 0.4 of a millionth is nothing. */
  @Test
  void aLineWithoutAnyContentIsRefused() {
    TreeMap<String, Share> little = new TreeMap<>(Map.of("WO3", TinyLaw.share("0.4")));
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                TinyLaw.rule(
                    "tungsten/apt",
                    "284180",
                    "W",
                    Optional.empty(),
                    little,
                    new Instrument.AdValorem(Share.ONE))));
    String line = "hs_code=284180 net_mass_kg=0.001 assay_basis=WO3 customs_value=1 assay=0.00000";
    assertEquals(
        "assay leaves no content at all; Maybe check its unit", refusal(schedule, line + "1"));
    assertEquals("1.00 USD", refusal(schedule, line + "2"));
  }

  @ParameterizedTest
  @CsvSource({"0, no", "1, yes", "1000000000000000, yes", "1000000000000001, no", "-1, no"})
  void ratesOfExchange(long billionths, String answer) {
    Executable making = () -> new ExchangeRate(CurrencyCode.EUR, TinyLaw.FROM, billionths);
    if (answer.equals("no")) {
      refused("the rate of EUR must lie in (0, 1,000,000]", making);
    } else {
      assertEquals(
          BigDecimal.valueOf(billionths, 9).stripTrailingZeros(),
          new ExchangeRate(CurrencyCode.EUR, TinyLaw.FROM, billionths).toDecimal());
    }
  }

  @Test
  void ratesHaveNineDecimals() {
    assertEquals(
        1, ExchangeRate.of(CurrencyCode.EUR, TinyLaw.FROM, new BigDecimal("1e-9")).billionths());
    refused(
        "at most 9 decimals, but this is: 0.0000000001",
        () -> ExchangeRate.of(CurrencyCode.EUR, TinyLaw.FROM, new BigDecimal("1e-10")));
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_UP, 1, yes",
    "DOWN, 1000, yes",
    "HALF_UP, 0, no",
    "HALF_UP, 1001, no",
    "UNNECESSARY, 1, no"
  })
  void roundings(RoundingMode mode, long step, String answer) {
    if (answer.equals("no")) {
      refused("amounts are rounded to 1 to 1,000 minor units", () -> new Rounding(mode, step));
    } else {
      assertEquals(step, new Rounding(mode, step).stepMinor());
    }
  }

  @ParameterizedTest
  @CsvSource({"0, yes", "9000000000000, yes", "9000000000001, no", "-1, no"})
  void quotas(long grams, String answer) {
    Rate none = TinyLaw.rate("0", "0");
    if (answer.equals("no")) {
      refused(
          "quota q must hold 0 to 9 Mt",
          () -> new Instrument.TariffRateQuota("q", new Mass(grams), none, none));
    } else {
      assertEquals(
          grams, new Instrument.TariffRateQuota("q", new Mass(grams), none, none).yearly().grams());
    }
  }

  @ParameterizedTest
  @CsvSource({"12345, no", "123456, yes", "1234567890, yes", "12345678901, no", "12345a, no"})
  void codesOfRules(String code, String answer) {
    Executable making =
        () -> TinyLaw.rule("gallium/refined", code, "Ga", new Instrument.AdValorem(Share.ONE));
    if (answer.equals("no")) {
      refused("must name HS codes of six to ten digits, but has '" + code + "'", making);
    } else {
      assertEquals(
          List.of(code),
          TinyLaw.rule("gallium/refined", code, "Ga", new Instrument.AdValorem(Share.ONE)).codes());
    }
  }

  @ParameterizedTest
  @CsvSource({"0.499999, false", "0.5, true", "0.999998, true", "0.999999, false"})
  void gradesHoldTheirLowerEnd(String content, boolean held) {
    LevyRule.Grade grade = new LevyRule.Grade(TinyLaw.share("0.5"), TinyLaw.share("0.999999"));
    assertEquals(held, grade.holds(TinyLaw.share(content)));
  }

  @ParameterizedTest
  @CsvSource({"0.998999, false", "0.999, true", "1, true", "1.4, true"})
  void aGradeBelowOneHasNoUpperEnd(String content, boolean held) {
    LevyRule.Grade pure = new LevyRule.Grade(TinyLaw.share("0.999"), Share.ONE);
    assertEquals(held, pure.holds(TinyLaw.share(content)));
  }

  /** What a line pays is kept as a bit a step: 28 fit, and are told apart. */
  @Test
  void dutiesOfASchedule() {
    Share small = TinyLaw.share("0.001");
    DutyStep step = DutyStep.of(DutyKind.SAFEGUARD, small);
    DutyStep last =
        new DutyStep(
            DutyKind.SECTION_301,
            Optional.of(small),
            false,
            true,
            List.of(),
            List.of(CountryCode.of("CHN")),
            true);
    List<DutyStep> steps = new ArrayList<>(Collections.nCopies(27, step));
    steps.add(last);
    LevyEngine engine = new LevyEngine(ScheduleBook.of(TinyLaw.levying(steps, TinyLaw.rules())));
    assertTrue(assessed(engine, "plain").grounds().steps().endsWith(">section-301>variable-levy"));
    assertTrue(
        assessed(engine, "transformed_in=VNM")
            .grounds()
            .steps()
            .endsWith(">safeguard>variable-levy"));
    steps.add(step);
    refused(
        "at most 28 steps of duty, but this has 29\nMaybe",
        () -> TinyLaw.levying(steps, TinyLaw.rules()));
  }

  @Test
  void instrumentsTogether() {
    Instrument.Part some = new Instrument.Part(new Instrument.AdValorem(Share.ONE), true);
    Instrument.Part quota =
        new Instrument.Part(
            new Instrument.TariffRateQuota(
                "q", new Mass(1), TinyLaw.rate("0", "0"), TinyLaw.rate("0", "0")),
            true);
    Instrument both = new Instrument.Together(List.of(some, quota));
    assertEquals("ad-valorem+tariff-rate-quota", both.word());
    assertEquals(2, both.list().size());
    for (List<Instrument.Part> parts :
        List.of(
            List.of(some), List.of(quota, quota), List.of(some, new Instrument.Part(both, true)))) {
      refused("instruments together must be two or more", () -> new Instrument.Together(parts));
    }
  }

  @Test
  void flagsKeepTheirOrderAndWords() {
    for (Flag flag : Flag.values()) {
      assertEquals(flag, Flag.parse(flag.word()));
      assertEquals(1 << flag.position(), flag.bit());
      assertTrue(new Flags(flag.bit()).has(flag));
      assertEquals(List.of(flag), new Flags(flag.bit()).list());
    }
    assertEquals(List.of(), Flags.NONE.list());
    assertEquals(
        "converted bound scrap",
        new Flags(Flag.SCRAP.bit() | Flag.BOUND.bit() | Flag.CONVERTED.bit()).toString());
    assertThrows(IllegalArgumentException.class, () -> Flag.parse("none"));
  }

  @Test
  void aLedgerGoesOnFromBalancesAlone() {
    QuotaLedger quotas = new QuotaLedger();
    quotas.take(new QuotaYear("old", 2027), new Mass(5), 1);
    QuotaYear year = new QuotaYear("new", 2027);
    quotas.restore(Map.of(year, 8_999_997L));
    assertEquals("{new@2027=8999997}", quotas.balances().toString());
    assertEquals(3, quotas.take(year, new Mass(9), 4));
    assertEquals(year, QuotaYear.parse(year.toString()));
  }

  private static Money usd(long cents) {
    return new Money(cents, CurrencyCode.USD);
  }

  @ParameterizedTest
  @CsvSource({
    // paid, imported, exported, refunded
    "5, 10, 0, 0, yes",
    "5, 10, 10, 5, yes",
    "0, 1, 0, 0, yes",
    "5, 0, 0, 0, no",
    "5, 10, -1, 0, no",
    "5, 10, 11, 0, no",
    "-1, 10, 0, 0, no",
    "5, 10, 0, -1, no",
    "5, 10, 0, 6, no",
  })
  void drawbacks(long paid, long imported, long exported, long refunded, String answer) {
    Executable making =
        () -> new Drawback(usd(paid), new Mass(imported), new Mass(exported), usd(refunded));
    if (answer.equals("no")) {
      refused("Maybe more was exported than came in", making);
    } else {
      Drawback drawback =
          new Drawback(usd(paid), new Mass(imported), new Mass(exported), usd(refunded));
      assertEquals(usd(paid), drawback.export(new Mass(imported - exported)).refunded());
      assertEquals(exported, drawback.export(new Mass(0)).exported().grams());
    }
  }

  private static LevyAssessment assessed(LevyEngine engine, String changes) {
    return switch (engine.assess(
        new EntryReading().read(LineText.of(changes)), new QuotaLedger())) {
      case Assessed.Levied(LevyAssessment a) -> a;
      case Assessed.NotLevied(var no) -> throw new AssertionError(no.reason());
    };
  }

  /** What the words of an assessment say, by what happened to its value. */
  @ParameterizedTest
  @CsvSource({
    "plain, content>variable-levy",
    "currency=EUR, content>convert>variable-levy",
    "incoterm_basis=CIF, content>basis>variable-levy",
    "currency=EUR incoterm_basis=CIF other_duties=mfn=1,"
        + " content>convert>basis>mfn>variable-levy",
    "processed_in=USA other_duties=mfn=1, content>mfn>exempt",
    "hs_code=282200 assay_basis=Co, content>section-301>specific",
    "hs_code=282200 assay_basis=Co transformed_in=VNM, content>specific",
    "hs_code=282200 assay_basis=Co transformed_in=, content>section-301>specific",
    "hs_code=250410 assay_basis=C, content>ad-valorem",
  })
  void stepsAreNamedInTheirOrder(String changes, String steps) {
    LevyAssessment a = assessed(new LevyEngine(ScheduleBook.of(TinyLaw.schedule())), changes);
    assertEquals(steps, a.grounds().steps());
    assertEquals("2027-1", a.ruleVersion());
  }

  @Test
  void amountsOfEighteenDigits() {
    assertEquals(1_000_000_000_000_000_000L, Exact.tenTo(18));
    assertEquals(
        4_000_000_000L, Exact.sum(1, 7_000_000_000L, 1, 1_000_000_000L, 2, RoundingMode.DOWN));
    long most = Long.MAX_VALUE;
    assertThrows(
        ArithmeticException.class, () -> Exact.sum(most, most, most, most, 1, RoundingMode.UP));
    assertThrows(ArithmeticException.class, () -> Exact.product(most, 4, 3, RoundingMode.HALF_UP));
    assertThrows(
        ArithmeticException.class,
        () -> Exact.wide(BigInteger.TWO.pow(70), BigInteger.ONE, RoundingMode.UP));
    assertEquals("0.000000001", ContentText.of(1));
    assertEquals("1.5", ContentText.of(1_500_000_000));
    assertEquals("120", ContentText.of(120_000_000_000L));
  }

  /** 400.01 dollars at 150.5 yen are 60,201.505: yen have no cents, halves go up. */
  @Test
  void aCurrencyOfFewerDecimals() {
    CurrencyCode yen = CurrencyCode.of("JPY");
    LevySchedule schedule =
        version("v", TinyLaw.FROM, Optional.empty(), yen)
            .withRates(
                List.of(ExchangeRate.of(CurrencyCode.USD, TinyLaw.FROM, new BigDecimal("150.5"))));
    LevyAssessment a =
        assessed(
            new LevyEngine(ScheduleBook.of(schedule)), "incoterm_basis=CIF customs_value=400.01");
    assertEquals("60202 JPY", a.value().toString());
  }

  @Test
  void moreCannotLeaveThanIsLeft() {
    Drawback half = Drawback.of(usd(10), new Mass(4)).export(new Mass(3));
    assertEquals(usd(10), half.export(new Mass(1)).refunded());
    refused("cannot leave: 0.003 kg of 0.004 kg have left already", () -> half.export(new Mass(2)));
  }

  /** Of 10 cents on 4 g half is due on 2 g; 9 were paid back when more had been paid. */
  @Test
  void whatWasPaidBackIsNotAskedFor() {
    Drawback dear = new Drawback(usd(10), new Mass(4), new Mass(1), usd(9));
    assertEquals(usd(9), dear.export(new Mass(1)).refunded());
    assertEquals(usd(10), dear.export(new Mass(3)).refunded());
  }

  /** A member's goods are no partner's, and what is not shown of the one may be of the other. */
  @ParameterizedTest
  @CsvSource({
    "processed_in=KOR extracted_in=USA, exempt-partner",
    "processed_in=USA extracted_in=KOR, exempt-member",
    "processed_in= extracted_in=KOR, origin-not-shown",
    "processed_in=CHN extracted_in=KOR, ''",
  })
  void membersAndPartners(String changes, String flags) {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(TinyLaw.schedule()));
    assertEquals(flags, assessed(engine, changes).flags().toString());
  }
}
