package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The gap between what one country declares as sent and another as received, regressed on duty over
 * the codes of their trade: Fisman and Wei (2004, Journal of Political Economy 112, 471-496). Where
 * goods arrive in the books the less the more they would pay, the slope is above 0. Freight, timing
 * and definitions stand in the intercept as far as they do not go with duty.
 */
public final class MirrorScreen {
  /** Codes below which a line through them says nothing. */
  public static final int LEAST = 20;

  private static final double ERRORS = 2;

  private MirrorScreen() {}

  /**
   * Fits each pair of countries, period and unit that has {@link #LEAST} codes with both figures,
   * and duties that differ.
   *
   * @return in the order of exporter, importer, period, unit
   */
  public static List<MirrorFit> fit(List<MirrorRow> rows) {
    SortedMap<String, List<MirrorRow>> groups = new TreeMap<>();
    for (MirrorRow row : rows) {
      groups
          .computeIfAbsent(
              String.join("\t", row.exporter(), row.importer(), row.period(), row.unit()),
              g -> new ArrayList<>())
          .add(row);
    }
    List<MirrorFit> fits = new ArrayList<>();
    for (List<MirrorRow> group : groups.values()) {
      List<MirrorRow> known =
          group.stream()
              .filter(row -> row.exported().signum() > 0 && row.imported().signum() > 0)
              .sorted(Comparator.comparing(MirrorRow::code))
              .toList();
      if (known.size() >= LEAST && duties(known) > 1) {
        fits.add(fit(known, group.size() - known.size()));
      }
    }
    return fits;
  }

  private static long duties(List<MirrorRow> rows) {
    return rows.stream().map(row -> row.duty().stripTrailingZeros()).distinct().count();
  }

  private static MirrorFit fit(List<MirrorRow> rows, int leftOut) {
    int n = rows.size();
    double meanDuty = rows.stream().mapToDouble(MirrorScreen::duty).sum() / n;
    double meanGap = rows.stream().mapToDouble(MirrorScreen::gap).sum() / n;
    double squares = 0;
    double products = 0;
    for (MirrorRow row : rows) {
      double off = duty(row) - meanDuty;
      squares += off * off;
      products += off * (gap(row) - meanGap);
    }
    double slope = products / squares;
    double intercept = meanGap - slope * meanDuty;
    double spread = 0;
    for (MirrorRow row : rows) {
      double off = duty(row) - meanDuty;
      double residual = gap(row) - intercept - slope * duty(row);
      spread += off * off * residual * residual;
    }
    // White (1980), with the correction for two fitted figures.
    double error = StrictMath.sqrt(spread * n / (n - 2)) / squares;
    List<MirrorGap> gaps = new ArrayList<>();
    for (MirrorRow row : rows) {
      gaps.add(gap(row, intercept, slope - ERRORS * error));
    }
    gaps.sort(
        Comparator.comparingDouble((MirrorGap gap) -> -gap.share())
            .thenComparingDouble(gap -> -gap.exported())
            .thenComparing(MirrorGap::code));
    MirrorRow first = rows.getFirst();
    return new MirrorFit(
        first.period(),
        first.exporter(),
        first.importer(),
        first.unit(),
        n,
        leftOut,
        intercept,
        slope,
        error,
        gaps);
  }

  private static MirrorGap gap(MirrorRow row, double intercept, double sureSlope) {
    double missing = StrictMath.min(sureSlope * duty(row), gap(row) - intercept);
    return new MirrorGap(
        row.code(),
        row.exported().doubleValue(),
        row.imported().doubleValue(),
        duty(row),
        gap(row),
        missing <= 0 ? 0 : 1 - StrictMath.exp(-missing));
  }

  private static double duty(MirrorRow row) {
    return row.duty().doubleValue();
  }

  private static double gap(MirrorRow row) {
    return StrictMath.log(row.exported().doubleValue())
        - StrictMath.log(row.imported().doubleValue());
  }
}
