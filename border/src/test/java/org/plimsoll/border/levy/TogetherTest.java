package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.files.schedule.ScheduleDiff;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.LineText;
import org.plimsoll.border.fixture.PlainLevy;
import org.plimsoll.border.fixture.RandomEntries;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.quantity.Mass;

/**
 * Several instruments on one line, by hand: 100 kg of gallium, all of it content, for USD 40,000
 * FOB, as in {@link LevyTableTest}.
 */
class TogetherTest {
  private static final Instrument TENTH = new Instrument.AdValorem(TinyLaw.share("0.1"));
  private static final Instrument FLOOR =
      new Instrument.VariableLevy(TinyLaw.price("500"), Optional.empty());
  private static final Instrument BOUND_FLOOR =
      new Instrument.VariableLevy(TinyLaw.price("500"), Optional.of(TinyLaw.price("50")));
  private static final Instrument TWO = new Instrument.Specific(TinyLaw.price("2"));
  private static final Instrument LADDER =
      new Instrument.PartialLevy(TinyLaw.price("500"), LevyLadder.SPECIAL_SAFEGUARD);
  private static final Instrument UNDERTAKING = new Instrument.Undertaking(TinyLaw.price("430"));
  private static final Instrument QUOTA =
      new Instrument.TariffRateQuota(
          "gallium", new Mass(25_000), TinyLaw.rate("0", "0"), TinyLaw.rate("0.2", "0"));

  private static Instrument named(String name) {
    return switch (name) {
      case "tenth" -> TENTH;
      case "floor" -> FLOOR;
      case "bound" -> BOUND_FLOOR;
      case "two" -> TWO;
      case "ladder" -> LADDER;
      case "undertaking" -> UNDERTAKING;
      case "quota" -> QUOTA;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Names with + between; one that does not count towards the floors behind it ends with !. */
  private static Instrument together(String names) {
    List<Instrument.Part> parts = new ArrayList<>();
    for (String name : names.split("[+]", -1)) {
      parts.add(new Instrument.Part(named(name.replace("!", "")), !name.endsWith("!")));
    }
    return new Instrument.Together(parts);
  }

  private static LevySchedule schedule(Instrument instrument) {
    return TinyLaw.schedule(List.of(TinyLaw.rule("gallium/refined", "811292", "Ga", instrument)));
  }

  @ParameterizedTest
  @CsvSource({
    // a duty of 4,000 counts: the gap to 50,000 is 6,000
    "tenth+floor, '', 10000.00, ''",
    // it does not: 4,000 and the whole gap of 10,000
    "tenth!+floor, '', 14000.00, ''",
    // a floor in front fills the gap, and the tenth is of the value alone
    "floor+tenth, '', 14000.00, ''",
    // 200 and 4,000 count, and so does a declared duty of 1,000: 4,800 are left
    "two+tenth+floor, other_duties=mfn=1000, 9000.00, ''",
    "two+tenth!+floor, other_duties=mfn=1000, 13000.00, ''",
    // at the floor the duty alone is owed; just below it, it takes up the gap
    "tenth+floor, customs_value=50000, 5000.00, ''",
    "tenth+floor, customs_value=46000, 4600.00, ''",
    "tenth+floor, customs_value=45000, 5000.00, ''",
    // bound of 50 a kilogram: 6,000 are missing, 5,000 are levied
    "tenth+bound, '', 9000.00, bound",
    // 20% below the trigger: the safeguard takes 30% of what is beyond 10%, of 5,000
    "ladder+floor, '', 10000.00, ''",
    "ladder!+floor, '', 11500.00, ''",
    "ladder+tenth, '', 5500.00, ''",
    // an undertaking at 43,000: the tenth lifts 40,000 to 44,000, two dollars a kilogram do not
    "tenth+undertaking, '', 4000.00, ''",
    "two+undertaking, '', 200.00, below-undertaking",
    // a quota of 25 kg: a quarter of the value is free, 20% on 30,000; then the gap of 4,000
    "quota+floor, '', 10000.00, quota-split",
    "quota!+floor, '', 16000.00, quota-split",
    "tenth+floor, processed_in=USA, 0.00, exempt-member",
    // each part is rounded on its own: 0.006 and 0.005 are a cent each
    "two+tenth, net_mass_kg=0.0025 customs_value=0.05, refused, net_mass_kg",
    "two+tenth, net_mass_kg=0.003 customs_value=0.05, 0.02, ''",
  })
  void addUp(String names, String changes, String levy, String flags) {
    Assessed outcome =
        LineText.assess(
            new LevyEngine(ScheduleBook.of(schedule(together(names)))),
            LineText.of(changes.isEmpty() ? "plain" : changes),
            new QuotaLedger());
    String result =
        switch (outcome) {
          case Assessed.Levied(LevyAssessment a) -> a.levy().toDecimal() + "|" + a.flags();
          case Assessed.NotLevied(var refused) -> "refused|" + refused.column().word();
        };
    assertEquals(levy + "|" + flags, result);
  }

  @Test
  void everyPartIsAStepAndTheirSumIsTheLast() {
    LevyEngine engine = new LevyEngine(ScheduleBook.of(schedule(together("tenth+floor"))));
    EntryLine line = TinyLaw.line("811292", "Ga", "100", "1", "40000");
    LevyEngine.Explanation explained = engine.explain(line, new QuotaLedger());
    List<String> words = explained.steps().stream().map(Step::word).toList();
    assertEquals(
        List.of("ad-valorem", "variable-levy", "sum"),
        words.subList(words.size() - 3, words.size()));
    assertEquals("10000.00 USD", explained.steps().getLast().result());
    LevyAssessment levied = ((Assessed.Levied) explained.outcome()).assessment();
    assertEquals("ad-valorem+variable-levy", levied.grounds().instrument());
    assertEquals("content>ad-valorem>variable-levy>sum", levied.grounds().steps());
    assertEquals(Optional.of(TinyLaw.price("500")), levied.grounds().floor());
    assertFalse(engine.dependsOnOrder());
    assertTrue(new LevyEngine(ScheduleBook.of(schedule(together("quota+floor")))).dependsOnOrder());
  }

  @Test
  void whatCannotStandTogetherIsRefused() {
    for (String names : List.of("tenth", "quota+quota")) {
      assertThrows(IllegalArgumentException.class, () -> together(names), names);
    }
    Instrument.Part nested = new Instrument.Part(together("tenth+floor"), true);
    assertThrows(
        IllegalArgumentException.class, () -> new Instrument.Together(List.of(nested, nested)));
  }

  /** Any two or three at once owe what big decimals say. */
  @Test
  void isThatOfBigDecimals() {
    for (int seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Instrument.Part> parts = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        parts.add(
            new Instrument.Part(
                RandomEntries.instrument(random, random.nextInt(7)), random.nextBoolean()));
      }
      LevySchedule schedule = schedule(new Instrument.Together(parts));
      LevyRule rule = schedule.rules().getFirst();
      EntryLine line = RandomEntries.line(random, rule);
      Assessed outcome = new LevyEngine(ScheduleBook.of(schedule)).assess(line, new QuotaLedger());
      if (outcome instanceof Assessed.Levied(LevyAssessment a)
          && !a.flags().has(Flag.EXEMPT_MEMBER)
          && !a.flags().has(Flag.EXEMPT_PARTNER)) {
        assertEquals(
            new PlainLevy(schedule).levyOn(line, rule), a.levy().toDecimal(), "seed " + seed);
      }
    }
  }

  @Test
  void aScheduleWithThemIsReadAsItWasPrinted() {
    LevySchedule schedule = schedule(together("two!+quota+ladder+bound"));
    String text = ScheduleFile.print(schedule);
    assertEquals(List.of(), ScheduleFile.parse("s.yaml", text).issues());
    assertEquals(Optional.of(schedule), ScheduleFile.parse("s.yaml", text).value());
    List<String> places =
        ScheduleDiff.between(schedule, schedule(together("two+quota+ladder+bound"))).stream()
            .map(ScheduleDiff.Change::place)
            .toList();
    assertEquals(List.of("rules/gallium-refined/instruments/instrument: specific"), places);
  }

  static Stream<String> faults() {
    return Stream.of(
        "perKilogram: 2, / perKilogram: two, / 'two' is no number",
        "instrument: specific, / instrument: levy, / unknown instrument 'levy'",
        "countsTowardsFloor: yes} / countsTowardsFloor: perhaps} / neither yes nor no",
        "    instruments: /     floor: 3\n    instruments: / 'floor' stands beside 'instruments'",
        "      - {instrument: specific, perKilogram: 2, countsTowardsFloor: yes}\n / /"
            + " must be two or more");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsSaid(String row) {
    List<String> cells = Stream.of(row.split(" ?/ ?", -1)).toList();
    String text = ScheduleFile.print(schedule(together("two+tenth")));
    String wrong = text.replace(cells.get(0), cells.get(1));
    String issues = ScheduleFile.parse("s.yaml", wrong).issues().toString();
    assertTrue(issues.contains(cells.get(2).strip()), issues);
  }
}
