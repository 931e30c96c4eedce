package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.Share;

/** Schedules that contradict themselves, and those that leave something open. */
class ScheduleCheckTest {
  private static LevyRule rule(String id, String basis, Map<String, Share> more, String grade) {
    List<String> ends = List.of(grade.split("-", -1));
    return new LevyRule(
        id,
        ProductId.parse("gallium/refined"),
        List.of("811292"),
        basis,
        Optional.empty(),
        new TreeMap<>(more),
        grade.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new LevyRule.Grade(TinyLaw.share(ends.get(0)), TinyLaw.share(ends.get(1)))),
        false,
        new Instrument.AdValorem(Share.ONE),
        "");
  }

  private static List<String> faults(LevySchedule schedule) {
    return ScheduleCheck.listFaults(schedule).stream()
        .map(fault -> fault.list() + " " + fault.index() + ": " + fault.problem())
        .toList();
  }

  @Test
  void theSmallLawIsSound() {
    assertEquals(List.of(), faults(TinyLaw.schedule()));
    assertEquals(List.of(), ScheduleCheck.listDoubts(TinyLaw.schedule()));
  }

  @ParameterizedTest
  @CsvSource({
    // basis and grade of one rule, and of another that also reads metal; whether lines are refused
    "Ga, '', Ga, '', Ga",
    "Ga, '', Ge, '', ''",
    "Metal, '', Ga, '', Metal",
    "Ga, 0-0.9, Ga, '', ''",
    "Ga, 0-0.9, Ga, 0.9-1, ''",
  })
  void rulesOfOneCodeAreToldApart(
      String basis, String grade, String other, String otherGrade, String clash) {
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                rule("one", basis, Map.of(), grade),
                rule("two", other, Map.of("Metal", TinyLaw.share("0.5")), otherGrade)));
    assertEquals(
        clash.isEmpty()
            ? List.of()
            : List.of(
                "rules 1: rules one and two are both of code 811292 in "
                    + clash
                    + ", and neither has a grade: every line of it would be refused"),
        faults(schedule));
  }

  @ParameterizedTest
  @CsvSource({
    // kind, rate, product, origin of a step behind one of declared mfn on gallium of CHN and VNM
    "mfn, '', gallium/refined, CHN, 1",
    "mfn, '', '', VNM, 1",
    "mfn, '', '', '', 1",
    "mfn, '', gallium/refined, KAZ, 0",
    "mfn, '', cobalt/refined, CHN, 0",
    "mfn, 0.1, '', '', 0",
    "safeguard, '', '', '', 0",
  })
  void aDeclaredDutyIsCountedOnce(
      String kind, String rate, String product, String origin, int faults) {
    List<DutyStep> steps =
        List.of(step("mfn", "", "gallium/refined", "CHN VNM"), step(kind, rate, product, origin));
    List<ScheduleCheck.Fault> found =
        ScheduleCheck.listFaults(TinyLaw.levying(steps, TinyLaw.rules()));
    assertEquals(faults, found.size());
    found.forEach(fault -> assertEquals("duties 1", fault.list() + " " + fault.index()));
  }

  private static DutyStep step(String kind, String rate, String product, String origins) {
    return new DutyStep(
        DutyKind.parse(kind),
        rate.isEmpty() ? Optional.empty() : Optional.of(TinyLaw.share(rate)),
        false,
        true,
        product.isEmpty() ? List.of() : List.of(ProductId.parse(product)),
        origins.isEmpty()
            ? List.of()
            : List.of(origins.split(" ", -1)).stream().map(CountryCode::of).toList(),
        true);
  }

  @Test
  void twoRatesOfOneDay() {
    LevySchedule tiny = TinyLaw.schedule();
    ExchangeRate yen = tiny.rates().get(2);
    ExchangeRate later = new ExchangeRate(yen.currency(), TinyLaw.DAY, yen.billionths());
    assertEquals(
        List.of("rates 4: there are two rates of JPY from 2027-01-01 on"),
        faults(tiny.withRates(List.of(later, yen))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-0.9 0.9-1 | ''",
        "'' | ''",
        "0-0.9 0.95-1 | no grade holds content from 0.9 to 0.95",
        "0.9-0.99 | no grade holds content from 0 to 0.9; no grade holds content from 0.99 to 1",
        "0-0.9 0.8-1 | rules r0 and r1 both hold content from 0.8 to 0.9",
        "0-1 0.5-0.6 | rules r0 and r1 both hold content from 0.5 to 0.6",
        "0.5-1 0-0.4 | no grade holds content from 0.4 to 0.5",
      })
  void gapsAndOverlapsOfGrades(String grades, String doubts) {
    List<LevyRule> rules = new ArrayList<>();
    for (String grade : grades.split(" ", -1)) {
      rules.add(rule("r" + rules.size(), "Ga", Map.of(), grade));
    }
    assertEquals(
        doubts,
        String.join(
            "; ",
            ScheduleCheck.listDoubts(TinyLaw.schedule(rules)).stream()
                .map(doubt ->
                    doubt.replaceFirst("Version 2027-1, code 811292 in Ga: (.*), so .*", "$1"))
                .toList()));
  }

  @Test
  void aConversionAboveOneMayBeTheWrongWayRound() {
    LevyRule rule = rule("one", "W", Map.of("WO3", TinyLaw.share("1.261")), "");
    assertEquals(
        List.of(
            "Version 2027-1: rule one makes 1.261 kg of W of a kilogram of WO3. Maybe it is the"
                + " other way round."),
        ScheduleCheck.listDoubts(TinyLaw.schedule(List.of(rule))));
  }
}
