package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Share;

/** Which rule, which duties and which exemption a line meets. */
class RuleChoiceTest {
  private static final ProductId GALLIUM = ProductId.parse("gallium/refined");

  private static LevyRule rule(
      String id, String code, Optional<LevyRule.Grade> grade, boolean isScrap, String rate) {
    return new LevyRule(
        id,
        GALLIUM,
        List.of(code),
        "Ga",
        Optional.of(Share.ONE),
        new TreeMap<>(),
        grade,
        isScrap,
        new Instrument.AdValorem(TinyLaw.share(rate)),
        "made up");
  }

  private static Optional<LevyRule.Grade> grade(String atLeast, String below) {
    return Optional.of(new LevyRule.Grade(TinyLaw.share(atLeast), TinyLaw.share(below)));
  }

  private static LevyAssessment assess(LevySchedule schedule, String changes) {
    EntryLine line = new EntryReading().read(LineText.of(changes));
    return switch (new LevyEngine(ScheduleBook.of(schedule)).assess(line, new QuotaLedger())) {
      case Assessed.Levied levied -> levied.assessment();
      case Assessed.NotLevied not -> throw new AssertionError(not.toString());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "hs_code=811292 assay=0.5, low, ''",
    "hs_code=811292 assay=0.998999, low, ''",
    "hs_code=811292 assay=0.999, high, ''",
    "hs_code=811292 assay=1, high, ''",
    "hs_code=811291 assay=0.5, '', no-grade",
    "hs_code=811291 assay=0.9, narrow, ''",
    "hs_code=811299 assay=0.9, '', not-covered",
    "hs_code=8112921000 assay=0.5, low, ''",
    "hs_code=81129219 assay=0.5, scrap, scrap",
    "hs_code=8112921905 assay=0.5, scrap, scrap",
  })
  void theLongestCodeThenTheGradeDecides(String changes, String rule, String flags) {
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                rule("low", "811292", grade("0", "0.999"), false, "0.1"),
                rule("high", "811292", grade("0.999", "1"), false, "0.2"),
                rule("narrow", "811291", grade("0.9", "0.95"), false, "0.2"),
                rule("scrap", "81129219", Optional.empty(), true, "0")));
    LevyAssessment assessed = assess(schedule, changes);
    assertEquals(rule, assessed.ruleId());
    assertEquals(flags, assessed.flags().toString());
    assertFalse(new LevyEngine(ScheduleBook.of(schedule)).dependsOnOrder());
  }

  /** 10% on 40,000, then 10% on value and that: 4,000 and 4,400; only the first counts. */
  @Test
  void dutiesStackInTheirOrder() {
    LevySchedule schedule =
        with(
            TinyLaw.schedule(),
            TinyLaw.exemptions(),
            List.of(
                DutyStep.of(DutyKind.MFN, TinyLaw.share("0.1")),
                new DutyStep(
                    DutyKind.ANTI_DUMPING,
                    Optional.of(TinyLaw.share("0.1")),
                    true,
                    false,
                    List.of(GALLIUM),
                    List.of(),
                    false)));
    LevyAssessment assessed = assess(schedule, "plain");
    assertEquals("8400.00 USD", assessed.duties().toString());
    assertEquals("4000.00 USD", assessed.paidBack().toString());
    assertEquals("6000.00 USD", assessed.levy().toString());
    assertEquals("content>mfn>anti-dumping>variable-levy", assessed.grounds().steps());
    assertEquals("400 USD/kg", assessed.unitValue().orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "processed_in=JPN, origin-not-shown",
    "processed_in=JPN preference_code=P1, ''",
    "processed_in=JPN preference_code=P1 consigned_from=JPN, exempt-member",
    "processed_in=JPN preference_code=P1 consigned_from=USA, exempt-member",
    "processed_in=JPN preference_code=P1 consigned_from=, origin-not-shown",
    "processed_in=JPN consigned_from=JPN, origin-not-shown",
    "processed_in=CHN preference_code=P1 consigned_from=JPN, ''",
  })
  void anExemptionMayHaveToBeClaimedAndDirect(String changes, String flags) {
    Exemptions usual = TinyLaw.exemptions();
    LevySchedule schedule =
        with(
            TinyLaw.schedule(),
            new Exemptions(usual.members(), usual.partners(), usual.rule(), true, true),
            List.of());
    LevyAssessment assessed = assess(schedule, changes);
    assertEquals(flags, assessed.flags().toString());
    assertEquals(
        flags.equals("exempt-member") ? "content>exempt" : "content>variable-levy",
        assessed.grounds().steps());
  }

  /** Japan is a member over these days, until the first day outside; the entry is of 1 March. */
  @ParameterizedTest
  @CsvSource({
    "2027-03-01, 2027-03-02, exempt-member",
    "2027-02-01, 2027-03-01, ''",
    "2027-03-02, '', ''",
    "2027-03-01, '', exempt-member",
    "2020-01-01, 2021-01-01, ''",
  })
  void aMembershipHoldsOnTheDayOfEntry(LocalDate from, String until, String flags) {
    Exemptions usual = TinyLaw.exemptions();
    Alliance.Member once =
        new Alliance.Member("JPN", LocalDate.of(2010, 1, 1), Optional.of(LocalDate.of(2015, 1, 1)));
    Alliance.Member again =
        new Alliance.Member(
            "JPN", from, until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
    LevySchedule schedule =
        with(
            TinyLaw.schedule(),
            new Exemptions(
                new Alliance("core", List.of(once, again)),
                usual.partners(),
                usual.rule(),
                false,
                false),
            List.of());
    assertEquals(flags, assess(schedule, "processed_in=JPN").flags().toString());
  }

  private static LevySchedule with(
      LevySchedule schedule, Exemptions exemptions, List<DutyStep> duties) {
    return new LevySchedule(
        schedule.id(),
        schedule.version(),
        schedule.title(),
        schedule.from(),
        schedule.until(),
        schedule.basis(),
        schedule.currency(),
        schedule.hsEdition(),
        schedule.rounding(),
        schedule.freight(),
        exemptions,
        duties,
        schedule.rates(),
        schedule.rules());
  }

  @Test
  void measuresOfAScenarioAreInstruments() {
    Terms terms =
        new Terms(
            "m",
            List.of(GALLIUM),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.of(LocalDate.MAX),
            Status.ASSUMED,
            "made up");
    Interval some = Interval.exactly(500_000);
    Interval tenth = Interval.exactly(0.1);
    BorderMeasure.Rate low = new BorderMeasure.Rate(Interval.exactly(0), Interval.exactly(0));
    BorderMeasure.Rate high = new BorderMeasure.Rate(tenth, Interval.exactly(1000));
    Rate exact = TinyLaw.rate("0.1", "1");
    assertEquals(
        Optional.of(
            new Instrument.VariableLevy(TinyLaw.price("500"), Optional.of(TinyLaw.price("20")))),
        MeasureInstruments.of(
            new BorderMeasure.PriceFloor(
                terms, some, Optional.of(20_000.0), BorderMeasure.GapGoesTo.IMPORTER)));
    assertEquals(
        Optional.of(new Instrument.Undertaking(TinyLaw.price("500"))),
        MeasureInstruments.of(BorderMeasure.PriceFloor.undertaking(terms, some)));
    assertEquals(
        Optional.of(new Instrument.PartialLevy(TinyLaw.price("500"), LevyLadder.SPECIAL_SAFEGUARD)),
        MeasureInstruments.of(
            new BorderMeasure.PartialLevy(terms, some, LevyLadder.SPECIAL_SAFEGUARD)));
    assertEquals(
        Optional.of(new Instrument.Compound(exact)),
        MeasureInstruments.of(new BorderMeasure.Tariff(terms, tenth, Interval.exactly(1000))));
    assertEquals(
        Optional.of(
            new Instrument.TariffRateQuota(
                "m", new Mass(5_000_000), TinyLaw.rate("0", "0"), exact)),
        MeasureInstruments.of(
            new BorderMeasure.TariffRateQuota(terms, Interval.exactly(5), low, high)));
    assertEquals(
        Optional.empty(), MeasureInstruments.of(new BorderMeasure.ExportTax(terms, tenth)));
    assertEquals(Optional.empty(), MeasureInstruments.of(new BorderMeasure.ExportBan(terms)));
  }

  @Test
  void whatCannotBeIsNotBuilt() {
    assertThrows(
        IllegalArgumentException.class, () -> rule("short", "8112", Optional.empty(), false, "0"));
    assertThrows(IllegalArgumentException.class, () -> new ScheduleBook(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ScheduleBook.of(TinyLaw.schedule(), TinyLaw.schedule()));
    assertThrows(
        IllegalArgumentException.class, () -> new Rounding(java.math.RoundingMode.HALF_UP, 0));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Instrument.TariffRateQuota(
                "q", new Mass(-1), TinyLaw.rate("0", "0"), TinyLaw.rate("0", "0")));
  }
}
