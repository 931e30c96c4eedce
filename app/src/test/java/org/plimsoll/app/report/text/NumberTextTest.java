package org.plimsoll.app.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0          | 4 | 0",
        "-0.0       | 4 | 0",
        "12345      | 4 | 12,350",
        "12345      | 3 | 12,300",
        "12345      | 2 | 12,000",
        "999.6      | 3 | 1,000",
        "-1204.4    | 4 | −1,204",
        "0.0123456  | 2 | 0.012",
        "0.5        | 4 | 0.5",
        "1e6        | 4 | 1,000,000",
        "1234567    | 3 | 1,230,000",
        "0.00001234 | 2 | 1.2 × 10⁻⁵",
        "2.5e15     | 2 | 2.5 × 10¹⁵",
        "0.15       | 1 | 0.2",
      })
  void plainNumbers(double value, int figures, String text) {
    assertEquals(text, NumberText.plain(value, figures));
  }

  @Test
  void gradesBearFourThreeAndTwoFigures() {
    assertEquals("1,235\u00A0t", NumberText.of(1234.56, Unit.TONNES, Grade.A));
    assertEquals("1,230\u00A0t", NumberText.of(1234.56, Unit.TONNES, Grade.B));
    assertEquals("≈\u00A01,200\u00A0t", NumberText.of(1234.56, Unit.TONNES, Grade.C));
  }

  @Test
  void unitsStandWhereTheyBelong() {
    assertEquals("USD\u00A03.4\u00A0bn", NumberText.of(3.4e9, Unit.USD_BILLION, Grade.B));
    assertEquals("USD\u00A0110/kg", NumberText.of(110_000, Unit.USD_PER_KG, Grade.A));
    assertEquals("87.4%", NumberText.of(0.874, Unit.PERCENT, Grade.B));
    assertEquals("USD/kg", Unit.USD_PER_KG.symbol());
    assertEquals("USD bn", Unit.USD_BILLION.symbol());
    assertEquals("t", Unit.TONNES.symbol());
    assertEquals("%", Unit.PERCENT.symbol());
  }

  @Test
  void countsKeepEveryDigit() {
    assertEquals("123,457", NumberText.of(123457, Unit.COUNT, Grade.A));
  }

  @Test
  void rangesSayLowAndHigh() {
    Interval value = new Interval(-60, 25, 130);
    assertEquals("25\u00A0t (−60 to 130)", NumberText.of(value, Unit.TONNES, Grade.B));
    assertEquals("−60 to 130\u00A0t", NumberText.of(value, Unit.TONNES, Grade.C));
  }

  @Test
  void aRangeThatReadsTheSameIsOneNumber() {
    Interval narrow = new Interval(100.1, 100.2, 100.3);
    assertEquals("100\u00A0t", NumberText.of(narrow, Unit.TONNES, Grade.B));
  }

  @Test
  void changesHaveASign() {
    assertEquals("−35%", NumberText.change(100, 65));
    assertEquals("+80%", NumberText.change(1, 1.8));
    assertEquals("±0%", NumberText.change(1000, 1001));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberIsRefusedWithAWayOut(double value) {
    var refused = assertThrows(IllegalArgumentException.class, () -> NumberText.plain(value, 3));
    assertTrue(String.valueOf(refused.getMessage()).contains("Inline.missing"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void readingBackIsWithinHalfAUnitOfTheLastFigure(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(18) - 3);
      int figures = 1 + random.nextInt(5);
      String text = NumberText.plain(value, figures);
      assertTrue(text.chars().noneMatch(c -> c == 'E' || c == '-'), text);
      double back = parse(text);
      double largestError =
          0.5
              * StrictMath.pow(
                  10, StrictMath.floor(StrictMath.log10(Math.abs(value))) - figures + 1);
      assertTrue(Math.abs(back - value) <= largestError * 1.000001, value + " became " + text);
    }
  }

  private static double parse(String text) {
    String plain = text.replace(",", "").replace('\u2212', '-');
    int times = plain.indexOf(" × 10");
    if (times < 0) {
      return Double.parseDouble(plain);
    }
    StringBuilder exponent = new StringBuilder();
    for (char c : plain.substring(times + 5).toCharArray()) {
      exponent.append(c == '⁻' ? '-' : (char) ('0' + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)));
    }
    return Double.parseDouble(plain.substring(0, times) + "e" + exponent);
  }
}
