package org.plimsoll.border.levy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.fixture.PlainLevy;
import org.plimsoll.border.fixture.RandomEntries;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/** The engine against the same law in plain big decimals, and laws of the levy, on random lines. */
class LevyReferenceTest {
  private static final int LINES = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
  void everyInstrumentIsThatOfPlainDecimals(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RoundingMode[] modes = {
      RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP
    };
    for (int i = 0; i < LINES; i++) {
      LevyRule rule = rule(random, RandomEntries.instrument(random, (int) seed));
      Rounding rounding =
          new Rounding(modes[random.nextInt(modes.length)], random.nextBoolean() ? 1 : 100);
      LevySchedule schedule = rounded(TinyLaw.schedule(List.of(rule)), rounding);
      EntryLine line = RandomEntries.line(random, rule);
      assertEquals(
          new PlainLevy(schedule).levyOn(line, rule),
          assess(schedule, line).levy().toDecimal(),
          () -> line + " under " + rule.instrument() + " " + rounding);
    }
  }

  /** Below the floor, value, duties and levy are floor times content, to half a cent. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void theFloorIsReachedToHalfACent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int below = 0;
    for (int i = 0; i < LINES; i++) {
      Instrument.VariableLevy levy =
          new Instrument.VariableLevy(
              TinyLaw.price(Integer.toString(1 + random.nextInt(900))), Optional.empty());
      LevyRule rule = rule(random, levy);
      LevyAssessment assessed =
          assess(TinyLaw.schedule(List.of(rule)), RandomEntries.line(random, rule));
      BigDecimal due =
          levy.floor().toDecimal().multiply(BigDecimal.valueOf(assessed.contentMicrograms(), 9));
      BigDecimal paid = assessed.value().plus(assessed.duties()).plus(assessed.levy()).toDecimal();
      if (assessed.levy().minor() > 0) {
        below++;
        assertTrue(
            paid.subtract(due).abs().compareTo(new BigDecimal("0.005")) <= 0, paid + " " + due);
      } else {
        assertTrue(paid.subtract(due).compareTo(new BigDecimal("-0.005")) >= 0, paid + " " + due);
      }
    }
    assertTrue(below > LINES / 10 && below < LINES, below + " lines below the floor");
  }

  /** Splitting a line in two changes the sum by at most a cent a part. */
  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37})
  void aSplitLineOwesTheSameToACentAPart(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < LINES; i++) {
      LevyRule rule =
          rule(random, new Instrument.VariableLevy(TinyLaw.price("500"), Optional.empty()));
      LevySchedule schedule = TinyLaw.schedule(List.of(rule));
      EntryLine whole = TinyLaw.line("811292", rule.basis(), "2", "0.5", "1");
      long grams = 1000 + random.nextLong(1_000_000);
      long each = random.nextLong(60_000);
      EntryLine half = sized(whole, grams, each * grams / 1000);
      EntryLine doubled = sized(whole, 2 * grams, 2 * half.customsValue().minor());
      long parts = 2 * assess(schedule, half).levy().minor();
      assertTrue(
          Math.abs(parts - assess(schedule, doubled).levy().minor()) <= 2, doubled.toString());
    }
  }

  private static EntryLine sized(EntryLine line, long grams, long minor) {
    return new EntryLine(
        line.entryId(),
        line.line(),
        line.date(),
        line.code(),
        line.hsEdition(),
        new Mass(grams),
        line.assay(),
        line.assayBasis(),
        new Money(minor, line.customsValue().currency()),
        line.valueBasis(),
        line.origin(),
        line.importer(),
        line.otherDuties(),
        line.preferenceCode());
  }

  private static LevyRule rule(SplittableRandom random, Instrument instrument) {
    TreeMap<String, Share> conversions = new TreeMap<>();
    if (random.nextBoolean()) {
      conversions.put("oxide", new Share(1 + random.nextLong(2_000_000)));
    }
    return TinyLaw.rule(
        "gallium/refined",
        "811292",
        "Ga",
        random.nextBoolean()
            ? Optional.of(new Share(1 + random.nextLong(1_000_000)))
            : Optional.empty(),
        conversions,
        instrument);
  }

  private static LevySchedule rounded(LevySchedule schedule, Rounding rounding) {
    return new LevySchedule(
        schedule.id(),
        schedule.version(),
        schedule.title(),
        schedule.from(),
        schedule.until(),
        schedule.basis(),
        schedule.currency(),
        schedule.hsEdition(),
        rounding,
        schedule.freight(),
        schedule.exemptions(),
        schedule.duties(),
        schedule.rates(),
        schedule.rules());
  }

  private static LevyAssessment assess(LevySchedule schedule, EntryLine line) {
    return switch (new LevyEngine(ScheduleBook.of(schedule)).assess(line, new QuotaLedger())) {
      case Assessed.Levied levied -> levied.assessment();
      case Assessed.NotLevied not -> throw new AssertionError(line + ": " + not.refused());
    };
  }
}
