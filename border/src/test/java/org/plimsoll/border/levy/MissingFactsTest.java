package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryReading;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
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
    "processed_in= transformed_in=, 10000.00, ''",
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
