package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.origin.CountryList;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.DutyKind;

/** What a line leaves out is never taken for a no: it is refused, or says that it is open. */
class MissingFactsTest {
  private static LevyRule rule(String product, String code, String basis, String grade) {
    List<String> ends = List.of(grade.split("-", -1));
    return new LevyRule(
        product.replace('/', '-'),
        ProductId.parse(product),
        List.of(code),
        basis,
        Optional.of(TinyLaw.share("0.5")),
        new TreeMap<>(),
        grade.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new LevyRule.Grade(TinyLaw.share(ends.get(0)), TinyLaw.share(ends.get(1)))),
        false,
        new Instrument.AdValorem(TinyLaw.share("0.1")),
        "");
  }

  private static String assess(LevySchedule schedule, Map<EntryColumn, String> cells) {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(schedule));
    return switch (LineText.assess(engine, cells, new QuotaLedger())) {
      case Assessed.Levied(LevyAssessment a) -> (a.ruleId() + " " + a.flags()).strip();
      case Assessed.NotLevied(var refused) -> refused.column().word() + " " + refused.reason();
    };
  }

  /** The rules are of eight digits: fewer do not say whether the goods are meant. */
  @ParameterizedTest
  @CsvSource({
    "hs_code=811292, 'hs_code 811292 is too short: the schedule has a rule of 81129219; Maybe write"
        + " all digits of the code'",
    "hs_code=8112921, 'hs_code 8112921 is too short: the schedule has a rule of 81129219; Maybe"
        + " write all digits of the code'",
    "hs_code=81129219, gallium-refined",
    "hs_code=8112921905, gallium-refined",
    "hs_code=8112922, not-covered",
    "hs_code=811291, not-covered",
    "hs_code=250410 assay_basis=C, graphite-flake", // six digits have a rule, and it holds
    "hs_code=2504101 assay_basis=C, graphite-flake",
    "hs_code=25041010 assay_basis=C, graphite-spherical",
  })
  void aCodeMayBeTooShort(String changes, String outcome) {
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                rule("gallium/refined", "81129219", "Ga", ""),
                rule("graphite/flake", "250410", "C", ""),
                rule("graphite/spherical", "25041010", "C", "")));
    assertEquals(outcome, assess(schedule, LineText.of(changes)));
  }

  /** Half of what? Grades would decide, of gallium or of germanium. */
  @ParameterizedTest
  @CsvSource({
    "assay=0.5 assay_basis=Ga, no-grade",
    "assay=0.5 assay_basis=Ge, germanium-refined",
    "assay=0.95 assay_basis=Ga, gallium-refined",
    "assay=0.95 assay_basis=Ge, no-grade",
    "assay=0.5 assay_basis=, refused",
    "assay=0.95 assay_basis=, refused",
    "assay= assay_basis=, refused",
    "assay= assay_basis=Ge, germanium-refined content-factor",
  })
  void gradesOfSeveralBasesDoNotReplaceTheBasis(String changes, String outcome) {
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                rule("gallium/refined", "811292", "Ga", "0.9-1"),
                rule("germanium/refined", "811292", "Ge", "0-0.9")));
    assertEquals(
        outcome.equals("refused")
            ? "assay_basis code 811292 holds several products, and '' does not say which; Maybe"
                + " write one of Ga, Ge"
            : outcome,
        assess(schedule, LineText.of(changes)));
  }

  /** Section 301 on gallium from China: an importer who states no origin does not pay it unseen. */
  @ParameterizedTest
  @CsvSource({
    "plain, 10000.00, ''",
    "extracted_in= processed_in= transformed_in=, 0.00, duty-origin-not-stated",
    "extracted_in= processed_in= transformed_in= consigned_from=, 0.00, duty-origin-not-stated",
    "processed_in= transformed_in=, 10000.00, duty-origin-by-earlier-step",
    "transformed_in=, 10000.00, duty-origin-by-earlier-step",
    "extracted_in= transformed_in=, 10000.00, duty-origin-by-earlier-step",
    "processed_in=VNM transformed_in=, 0.00, duty-origin-by-earlier-step",
    "processed_in=, 10000.00, ''",
    "transformed_in= assay_basis=Ge, 0.00, bound",
    "transformed_in=VNM, 0.00, ''",
    "extracted_in= processed_in= transformed_in= assay_basis=Ge, 0.00, bound", // not of germanium
  })
  void aDutyByOriginIsOpenWhereNoneIsStated(String changes, String duties, String flags) {
    LevySchedule schedule = TinyLaw.levying(List.of(ofChineseGallium()), TinyLaw.rules());
    LevyEngine engine = new LevyEngine(ScheduleBook.of(schedule));
    LevyEngine.Explanation explained =
        engine.explain(new EntryReading().read(LineText.of(changes)), new QuotaLedger());
    if (!(explained.outcome() instanceof Assessed.Levied(LevyAssessment a))) {
      throw new AssertionError(explained.toString());
    }
    assertEquals(duties + " USD", a.duties().toString());
    assertEquals(flags, a.flags().toString());
    assertEquals(
        flags.equals("duty-origin-not-stated"),
        explained
            .steps()
            .contains(
                new Step(
                    "section-301",
                    "is of goods from [CHN], and no origin is stated",
                    "not counted")));
  }

  /** The steps of a duty say which step of origin decided it. */
  @ParameterizedTest
  @CsvSource({
    "transformed_in=, transformed_in is blank, 'decided by processed_in: CHN'",
    "transformed_in= processed_in=, transformed_in and processed_in are blank,"
        + " 'decided by extracted_in: CHN'",
  })
  void theStepOfOriginThatDecidesIsSaid(String changes, String blank, String result) {
    LevySchedule schedule = TinyLaw.levying(List.of(ofChineseGallium()), TinyLaw.rules());
    List<Step> steps =
        new LevyEngine(ScheduleBook.of(schedule))
            .explain(new EntryReading().read(LineText.of(changes)), new QuotaLedger())
            .steps();
    assertTrue(
        steps.contains(new Step("section-301", "is of goods from [CHN]: " + blank, result)),
        steps.toString());
  }

  /** Each of the four columns is looked at, whether a rule covers the goods or not. */
  @ParameterizedTest
  @CsvSource({
    "extracted_in=CHM, gallium-refined unknown-origin",
    "processed_in=CHM, gallium-refined unknown-origin",
    "transformed_in=CHM, gallium-refined unknown-origin",
    "consigned_from=ROW, gallium-refined unknown-origin",
    "hs_code=010121 processed_in=ZZZ, not-covered unknown-origin",
    "transformed_in=AAA, gallium-refined unknown-origin",
    "extracted_in=ABW processed_in=ZWE transformed_in=LIE consigned_from=PRI, gallium-refined",
    "extracted_in= processed_in= transformed_in= consigned_from=, gallium-refined",
  })
  void aCodeOfNoCountryIsFlagged(String changes, String outcome) {
    assertEquals(outcome, assess(TinyLaw.schedule(), LineText.of(changes)));
  }

  /** The list of another maker: that of the Java platform. */
  @Test
  void theListIsThatOfTheStandard() {
    Set<String> standard = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    Set<String> ours = new TreeSet<>();
    for (char a = 'A'; a <= 'Z'; a++) {
      for (char b = 'A'; b <= 'Z'; b++) {
        for (char c = 'A'; c <= 'Z'; c++) {
          String code = "" + a + b + c;
          if (CountryList.has(CountryCode.of(code))) {
            ours.add(code);
          }
        }
      }
    }
    assertEquals(new TreeSet<>(standard), ours);
  }

  @Test
  void aScheduleThatNamesNoCountryIsDoubted() {
    DutyStep slip =
        new DutyStep(
            DutyKind.SECTION_301,
            Optional.of(TinyLaw.share("0.25")),
            false,
            true,
            List.of(),
            List.of(CountryCode.of("CHN"), CountryCode.of("CHM")),
            true);
    String doubts =
        ScheduleCheck.listDoubts(TinyLaw.levying(List.of(slip), TinyLaw.rules())).toString();
    assertTrue(
        doubts.contains("duty section-301 names CHM, which is the code of no country"), doubts);
    assertFalse(doubts.contains("names CHN"), doubts);
    Exemptions usual = TinyLaw.exemptions();
    Exemptions odd =
        new Exemptions(
            new Alliance(
                "odd",
                List.of(
                    new Alliance.Member("UKX", LocalDate.EPOCH, Optional.empty()),
                    new Alliance.Member("GBR", LocalDate.EPOCH, Optional.empty()))),
            List.of(
                new Exemptions.Partner(
                    CountryCode.of("KOX"),
                    ProductId.parse("gallium/refined"),
                    TinyLaw.price("500"))),
            usual.rule(),
            false,
            false);
    String others = ScheduleCheck.listDoubts(TinyLaw.exempting(odd, TinyLaw.rules())).toString();
    assertTrue(others.contains("members names UKX, which is the code of no country"), others);
    assertTrue(others.contains("partners names KOX, which is the code of no country"), others);
    assertFalse(others.contains("names GBR"), others);
    assertFalse(ScheduleCheck.listDoubts(TinyLaw.schedule()).toString().contains("no country"));
  }

  private static DutyStep ofChineseGallium() {
    return new DutyStep(
        DutyKind.SECTION_301,
        Optional.of(TinyLaw.share("0.25")),
        false,
        true,
        List.of(ProductId.parse("gallium/refined")),
        List.of(CountryCode.of("CHN")),
        true);
  }

  @Test
  void aBlankIsNoClaim() {
    Exemptions usual = TinyLaw.exemptions();
    LevySchedule schedule =
        TinyLaw.exempting(
            new Exemptions(usual.members(), usual.partners(), usual.rule(), false, true),
            TinyLaw.rules());
    Map<EntryColumn, String> cells = LineText.of("processed_in=USA");
    cells.put(EntryColumn.PREFERENCE_CODE, " ");
    assertEquals("gallium-refined origin-not-shown", assess(schedule, cells));
    cells.put(EntryColumn.PREFERENCE_CODE, "P1");
    assertTrue(assess(schedule, cells).endsWith("exempt-member"));
  }
}
