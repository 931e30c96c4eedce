package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.plimsoll.model.quantity.Mass;
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

  @Test
  void aRateOfItsOwnCurrencyWouldDoNothing() {
    LevySchedule tiny = TinyLaw.schedule();
    ExchangeRate dollar = new ExchangeRate(tiny.currency(), TinyLaw.DAY, 900_000_000);
    assertEquals(
        List.of("rates 3: there is a rate of USD, the currency of the schedule itself"),
        faults(tiny.withRates(List.of(dollar))));
  }

  /** A balance that several rules share is one: of one size, and of one thing. */
  @ParameterizedTest
  @CsvSource({
    "q, 1000, W, ''",
    "other, 2000, WO3, ''",
    "q, 2000, W, 'which has 1.000 kg in the one and 2.000 kg in the other'",
    "q, 1000, WO3, of which the one takes W and the other WO3",
  })
  void aSharedQuotaIsSaidAlike(String name, long grams, String basis, String fault) {
    LevySchedule schedule =
        TinyLaw.schedule(
            List.of(
                TinyLaw.rule("tungsten/apt", "284180", "W", quota("q", 1000)),
                TinyLaw.rule("cobalt/refined", "282200", "Co", new Instrument.AdValorem(Share.ONE)),
                TinyLaw.rule(
                    "tungsten/oxide",
                    "282590",
                    basis,
                    new Instrument.Together(
                        List.of(
                            new Instrument.Part(new Instrument.AdValorem(Share.ONE), true),
                            new Instrument.Part(quota(name, grams), true))))));
    assertEquals(
        fault.isEmpty()
            ? List.of()
            : List.of("rules 2: rules tungsten-apt and tungsten-oxide share quota q, " + fault),
        faults(schedule));
  }

  private static Instrument quota(String name, long grams) {
    return new Instrument.TariffRateQuota(
        name, new Mass(grams), TinyLaw.rate("0", "0"), TinyLaw.rate("0.1", "0"));
  }

  /** Cobalt under section 301, and Korea and Australia with a floor on gallium. */
  @Test
  void productsWithoutARuleMayBeMisspelt() {
    LevyRule graphite =
        TinyLaw.rule("graphite/flake", "250410", "C", new Instrument.AdValorem(Share.ONE));
    assertEquals(
        List.of(
            "Version 2027-1: duty section-301 names cobalt/refined, of which there is no rule."
                + " Maybe compare the spelling.",
            "Version 2027-1: partner AUS names gallium/refined, of which there is no rule. Maybe"
                + " compare the spelling."),
        ScheduleCheck.listDoubts(TinyLaw.schedule(List.of(graphite))));
  }

  @Test
  void whatHoldsNothingIsNotBuilt() {
    Share half = TinyLaw.share("0.5");
    assertEquals(
        "a grade from 0.5 to below 0.5 holds nothing\nMaybe exchange the two",
        assertThrows(IllegalArgumentException.class, () -> new LevyRule.Grade(half, half))
            .getMessage());
    assertTrue(new LevyRule.Grade(Share.ONE, Share.ONE).holds(Share.ONE));
    assertEquals(
        "rule one converts its own basis, W\nMaybe take that out",
        assertThrows(IllegalArgumentException.class, () -> rule("one", "W", Map.of("W", half), ""))
            .getMessage());
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
            ScheduleCheck.listDoubts(TinyLaw.levying(List.of(), rules)).stream()
                .map(doubt ->
                    doubt.replaceFirst("Version 2027-1, code 811292 in Ga: (.*), so .*", "$1"))
                .toList()));
  }

  @Test
  void aConversionAboveOneMayBeTheWrongWayRound() {
    LevyRule rule = rule("one", "W", Map.of("gross", Share.ONE, "WO3", TinyLaw.share("1.261")), "");
    assertEquals(
        List.of(
            "Version 2027-1: rule one makes 1.261 kg of W of a kilogram of WO3. Maybe it is the"
                + " other way round."),
        ScheduleCheck.listDoubts(TinyLaw.levying(List.of(), List.of(rule))));
  }
}
