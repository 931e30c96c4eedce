package org.plimsoll.border.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First digits of an importer's values. */
class DigitCheckTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "9, 9", "10, 1", "99, 9", "4711, 4", "9223372036854775807, 9"})
  void firstDigits(long value, int digit) {
    assertEquals(digit, DigitCheck.firstDigit(value));
  }

  /** log₁₀ 2 = 0.30103, and all of them are one. */
  @Test
  void probabilities() {
    assertEquals(0.30103, DigitCheck.probability(1), 1e-5);
    assertEquals(0.0457575, DigitCheck.probability(9), 1e-7);
    double sum = 0;
    for (int d = 1; d <= 9; d++) {
      sum += DigitCheck.probability(d);
    }
    assertEquals(1, sum, 1e-12);
  }

  /**
   * A thousand values: 10^(i/250) for i below 1000 has Benford's digits over four powers of ten.
   * Then 300 of those that begin with 1 are moved to begin with 9: expected 45.76 of 1000 begin
   * with 9, standard error √(1000 × 0.04576 × 0.95424) = 6.608.
   */
  @Test
  void digitsByHand() {
    List<Held> lines = new ArrayList<>();
    int moved = 0;
    for (int i = 0; i < 1000; i++) {
      long value = (long) Math.floor(1e6 * Math.pow(10, i / 250.0));
      boolean isMoved = DigitCheck.firstDigit(value) == 1 && moved < 300;
      moved += isMoved ? 1 : 0;
      lines.add(held(i, "north", isMoved ? 9_000_000 : value));
    }
    lines.add(held(1000, "south", 9_000_000));
    int nines = count(lines.subList(0, 1000), 9);
    LineTest.Outcome outcome = new DigitCheck().run(lines);
    for (int i = 0; i < 1000; i++) {
      assertTrue(outcome.isJudged(i));
      int digit = DigitCheck.firstDigit(lines.get(i).valueMinor());
      double p = Math.log10(1 + 1.0 / 9);
      double beyond = nines - 1000 * p - 2 * Math.sqrt(1000 * p * (1 - p));
      assertEquals(digit == 9 ? beyond / nines : 0, outcome.share(i), 1e-12);
    }
    assertTrue(!outcome.isJudged(1000), "one value of south says nothing");
    int nine = lines.indexOf(lines.stream().filter(l -> digitOf(l) == 9).findFirst().orElseThrow());
    assertTrue(
        outcome.figures(nine).startsWith(nines + " of 1,000 values of north begin with 9"),
        outcome.figures(nine));
  }

  private static int digitOf(Held line) {
    return DigitCheck.firstDigit(line.valueMinor());
  }

  private static int count(List<Held> lines, int digit) {
    return (int) lines.stream().filter(line -> digitOf(line) == digit).count();
  }

  /** Too few values, or all within one power of ten, and the law is not asked. */
  @Test
  void itIsAskedOnlyWhereNumbersAndRangeAllow() {
    Random random = new Random(1);
    assertEquals(0, judged(invented(random, 999, 4)));
    assertEquals(1000, judged(invented(random, 1000, 4)));
    assertEquals(0, judged(invented(random, 5000, 1.5)));
  }

  private static int judged(List<Held> lines) {
    LineTest.Outcome outcome = new DigitCheck().run(lines);
    int judged = 0;
    for (int i = 0; i < lines.size(); i++) {
      judged += outcome.isJudged(i) ? 1 : 0;
    }
    return judged;
  }

  /** First digits 4 to 9 alone, evenly, over so many powers of ten. */
  private static List<Held> invented(Random random, int count, double decades) {
    List<Held> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double size = Math.pow(10, 3 + Math.floor(decades * random.nextDouble()));
      lines.add(held(i, "inventor", Math.round((4 + 5.99 * random.nextDouble()) * size)));
    }
    return lines;
  }

  /**
   * One importer of ten invents; the others' values are log-normal with σ 1.6. All of his lines
   * above the expected are found, and of the honest next to none.
   */
  @Test
  void whatIsPlantedIsFound() {
    Random random = new Random(7);
    List<Held> lines = new ArrayList<>(invented(random, 2000, 3));
    for (int i = 2000; i < 20_000; i++) {
      lines.add(held(i, "honest-" + i % 9, Math.round(Math.exp(12 + 1.6 * random.nextGaussian()))));
    }
    LineTest.Outcome outcome = new DigitCheck().run(lines);
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < lines.size(); i++) {
      assertTrue(outcome.isJudged(i));
      found += i < 2000 && outcome.share(i) > 0.05 ? 1 : 0;
      wrong += i >= 2000 && outcome.share(i) > 0.05 ? 1 : 0;
    }
    assertTrue(found > 1900, "of 2,000 invented " + found);
    assertEquals(0, wrong);
  }

  private static Held held(int id, String importer, long value) {
    return new Held(
        "E%05d".formatted(id),
        1,
        LocalDate.of(2027, 3, 1),
        "811292",
        Optional.empty(),
        Optional.empty(),
        false,
        "USD FOB",
        1_000,
        0,
        "",
        importer,
        value);
  }
}
