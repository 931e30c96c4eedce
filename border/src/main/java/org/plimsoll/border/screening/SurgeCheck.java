package org.plimsoll.border.screening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an origin ships a day after a measure against before it, where other origins of the same
 * product fall. The growth beyond two standard errors, as a share of what is shipped afterwards,
 * counts as far as falls mirror the growth of all. The variance of a sum of shipments is the sum of
 * their squares, as for shipments that come by chance (compound Poisson).
 *
 * @param since first day of the measure
 */
record SurgeCheck(LocalDate since) implements LineTest {
  private static final double ERRORS = 2;

  /** Days without which a rate says nothing. */
  private static final long LEAST_DAYS = 28;

  @Override
  public Suspicion suspicion() {
    return Suspicion.SURGE;
  }

  /** Tonnes and squares of an origin, before and after. */
  private static final class Flow {
    private long before;
    private long after;
    private double squaresBefore;
    private double squaresAfter;

    void add(Held line, boolean isAfter) {
      double square = line.contentTonnes() * line.contentTonnes();
      before = Held.sum(before, isAfter ? 0 : line.contentMilligrams());
      after = Held.sum(after, isAfter ? line.contentMilligrams() : 0);
      squaresBefore += isAfter ? 0 : square;
      squaresAfter += isAfter ? square : 0;
    }

    double afterTonnes() {
      return after / Held.MILLIGRAMS;
    }

    /** What the days after would have had at the pace before. */
    double expectedTonnes(double ratio) {
      return ratio * before / Held.MILLIGRAMS;
    }

    double gainTonnes(double ratio) {
      return afterTonnes() - expectedTonnes(ratio);
    }

    double standardErrorTonnes(double ratio) {
      return StrictMath.sqrt(squaresAfter + ratio * ratio * squaresBefore);
    }
  }

  @Override
  public Outcome run(List<Held> lines) {
    LocalDate first = since;
    LocalDate last = since;
    for (Held line : lines) {
      first = line.date().isBefore(first) ? line.date() : first;
      last = line.date().isAfter(last) ? line.date() : last;
    }
    long daysBefore = ChronoUnit.DAYS.between(first, since);
    long daysAfter = ChronoUnit.DAYS.between(since, last) + 1;
    boolean isLong = daysBefore >= LEAST_DAYS && daysAfter >= LEAST_DAYS;
    double ratio = isLong ? (double) daysAfter / daysBefore : 1;
    SortedMap<String, SortedMap<String, Flow>> flows = new TreeMap<>();
    for (Held line : lines) {
      if (isKnown(line)) {
        flows
            .computeIfAbsent(product(line), p -> new TreeMap<>())
            .computeIfAbsent(origin(line), o -> new Flow())
            .add(line, !line.date().isBefore(since));
      }
    }
    return new Outcome() {
      @Override
      public boolean isJudged(int i) {
        return isLong && isKnown(lines.get(i)) && !lines.get(i).date().isBefore(since);
      }

      @Override
      public double share(int i) {
        Flow flow = flow(i);
        double sure = flow.gainTonnes(ratio) - ERRORS * flow.standardErrorTonnes(ratio);
        return sure <= 0 ? 0 : sure / flow.afterTonnes() * mirrored(i);
      }

      @Override
      public String figures(int i) {
        Flow flow = flow(i);
        return String.format(
            Locale.ROOT,
            "%s from %s since %s: %.4g t, at the pace before %.4g t (standard error %.3g t);"
                + " falls elsewhere mirror %.0f%% of such growth",
            product(lines.get(i)),
            origin(lines.get(i)),
            since,
            flow.afterTonnes(),
            flow.expectedTonnes(ratio),
            flow.standardErrorTonnes(ratio),
            100 * mirrored(i));
      }

      private Flow flow(int i) {
        return ofProduct(i).getOrDefault(origin(lines.get(i)), new Flow());
      }

      private SortedMap<String, Flow> ofProduct(int i) {
        return flows.getOrDefault(product(lines.get(i)), new TreeMap<>());
      }

      private double mirrored(int i) {
        double gains = 0;
        double falls = 0;
        for (Flow flow : ofProduct(i).values()) {
          double gain = flow.gainTonnes(ratio);
          gains += StrictMath.max(0, gain);
          falls += StrictMath.max(0, -gain);
        }
        return gains <= 0 ? 0 : StrictMath.min(1, falls / gains);
      }
    };
  }

  private static boolean isKnown(Held line) {
    return line.hasContent() && line.origin().isPresent();
  }

  private static String product(Held line) {
    return line.product().map(Object::toString).orElse("");
  }

  private static String origin(Held line) {
    return line.origin().map(Object::toString).orElse("");
  }
}
