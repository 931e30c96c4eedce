package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * First digits of an importer's declared values against the law of Benford (1938, Proceedings of
 * the American Philosophical Society 78, 551-572): digit d comes with probability log₁₀(1 + 1/d).
 * It holds for values that spread over orders of magnitude without a rule, so it is asked only of
 * importers with {@link #LEAST} values whose middle four fifths span {@link #LEAST_DECADES} powers
 * of ten. Of lines with a digit those beyond the expected number and two standard errors are not
 * explained.
 */
record DigitCheck() implements LineTest {
  /** Values below which chance alone reaches {@link #NONCONFORMITY} now and then. */
  static final int LEAST = 1_000;

  /**
   * Powers of ten between the first and the last tenth. Logarithms that are normal with this width
   * have a standard deviation of 0.585, and no digit is off by more than a thousandth.
   */
  static final double LEAST_DECADES = 1.5;

  /**
   * Mean absolute deviation from which first digits do not conform (Nigrini 2012, Benford's Law,
   * Wiley: above 0.015), which does not shrink with the number of values.
   */
  static final double NONCONFORMITY = 0.015;

  /** Of χ² with eight degrees of freedom, passed by chance once in a thousand. */
  static final double CHI_SQUARE = 26.125;

  private static final double ERRORS = 2;
  private static final int DIGITS = 9;

  @Override
  public Suspicion suspicion() {
    return Suspicion.FIRST_DIGITS;
  }

  /** The values of an importer. */
  private static final class Values {
    private double[] logs = new double[8];
    private int count;
    private final int[] ofDigit = new int[DIGITS + 1];

    void add(long value) {
      if (count == logs.length) {
        logs = Arrays.copyOf(logs, 2 * count);
      }
      logs[count++] = StrictMath.log10((double) value);
      ofDigit[firstDigit(value)]++;
    }

    /** Powers of ten between the first and the last tenth. */
    double decades() {
      double[] sorted = Arrays.copyOf(logs, count);
      Arrays.sort(sorted);
      return sorted[count - 1 - count / 10] - sorted[count / 10];
    }

    /** Whether the law may be asked of them at all. */
    boolean isFit() {
      return count >= LEAST && decades() >= LEAST_DECADES;
    }

    double meanAbsoluteDeviation() {
      double sum = 0;
      for (int d = 1; d <= DIGITS; d++) {
        sum += StrictMath.abs((double) ofDigit[d] / count - probability(d));
      }
      return sum / DIGITS;
    }

    double chiSquare() {
      double sum = 0;
      for (int d = 1; d <= DIGITS; d++) {
        double expected = count * probability(d);
        sum += (ofDigit[d] - expected) * (ofDigit[d] - expected) / expected;
      }
      return sum;
    }

    /** Of the lines with this digit, those beyond what chance would bring. */
    double share(int d) {
      if (meanAbsoluteDeviation() <= NONCONFORMITY || chiSquare() <= CHI_SQUARE) {
        return 0;
      }
      double expected = count * probability(d);
      double error = StrictMath.sqrt(expected * (1 - probability(d)));
      double beyond = ofDigit[d] - expected - ERRORS * error;
      return beyond <= 0 ? 0 : beyond / ofDigit[d];
    }
  }

  /** What was found of an importer: a share for each digit, and the sentence for it. */
  private record Judged(List<Double> shares, List<String> figures) {
    static Judged of(String importer, Values values) {
      List<Double> shares = new ArrayList<>(List.of(0.0));
      List<String> figures = new ArrayList<>(List.of(""));
      double deviation = values.meanAbsoluteDeviation();
      double chiSquare = values.chiSquare();
      for (int d = 1; d <= DIGITS; d++) {
        shares.add(values.share(d));
        figures.add(
            String.format(
                Locale.ROOT,
                "%,d of %,d values of %s begin with %d, by Benford %,.0f; mean absolute deviation"
                    + " %.4f, χ² %.1f",
                values.ofDigit[d],
                values.count,
                importer,
                d,
                values.count * probability(d),
                deviation,
                chiSquare));
      }
      return new Judged(shares, figures);
    }
  }

  @Override
  public Outcome run(List<Held> lines) {
    SortedMap<String, Values> byImporter = new TreeMap<>();
    for (Held line : lines) {
      if (line.valueMinor() > 0) {
        byImporter.computeIfAbsent(line.importer(), i -> new Values()).add(line.valueMinor());
      }
    }
    SortedMap<String, Judged> judged = new TreeMap<>();
    byImporter.forEach((importer, values) -> {
      if (values.isFit()) {
        judged.put(importer, Judged.of(importer, values));
      }
    });
    return new Outcome() {
      @Override
      public boolean isJudged(int i) {
        return find(i).isPresent();
      }

      @Override
      public double share(int i) {
        return find(i).map(found -> found.shares().get(digit(i))).orElse(0.0);
      }

      @Override
      public String figures(int i) {
        return find(i).map(found -> found.figures().get(digit(i))).orElse("");
      }

      private Optional<Judged> find(int i) {
        return lines.get(i).valueMinor() > 0
            ? Optional.ofNullable(judged.get(lines.get(i).importer()))
            : Optional.empty();
      }

      private int digit(int i) {
        return firstDigit(lines.get(i).valueMinor());
      }
    };
  }

  /** Of a value above 0. */
  static int firstDigit(long value) {
    long digit = value;
    while (digit > DIGITS) {
      digit /= 10;
    }
    return (int) digit;
  }

  /** By Benford's law. */
  static double probability(int digit) {
    return StrictMath.log10(1 + 1.0 / digit);
  }
}
