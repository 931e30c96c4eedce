package org.plimsoll.border.screening;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shipments of a year against what the claimed origin makes in one, or, of goods that do not say
 * that they were smelted or separated there, against what it makes and imports: of mass s shipped
 * with capacity c, at least 1 − c/s cannot be from there.
 */
record CapacityCheck(Catalogue catalogue) implements LineTest {
  @Override
  public Suspicion suspicion() {
    return Suspicion.CAPACITY;
  }

  @Override
  public Outcome run(List<Held> lines) {
    SortedMap<String, Long> shipped = new TreeMap<>();
    for (Held line : lines) {
      if (isKnown(line)) {
        shipped.merge(group(line), line.contentMilligrams(), Held::sum);
      }
    }
    return new Outcome() {
      @Override
      public boolean isJudged(int i) {
        return isKnown(lines.get(i)) && capacity(lines.get(i)).isPresent();
      }

      @Override
      public double share(int i) {
        double tonnes = shipped(i);
        return tonnes <= 0
            ? 0
            : StrictMath.max(0, 1 - capacity(lines.get(i)).orElse(tonnes) / tonnes);
      }

      @Override
      public String figures(int i) {
        Held line = lines.get(i);
        return String.format(
            Locale.ROOT,
            "%s %s %s in %d: %.4g t declared, %.4g t %s there in a year",
            line.product().map(Object::toString).orElse(""),
            line.isMadeThere() ? "made in" : "from",
            line.origin().map(Object::toString).orElse(""),
            line.date().getYear(),
            shipped(i),
            capacity(line).orElse(0),
            line.isMadeThere() ? "made" : "made and imported");
      }

      private double shipped(int i) {
        return shipped.getOrDefault(group(lines.get(i)), 0L) / Held.MILLIGRAMS;
      }
    };
  }

  private static boolean isKnown(Held line) {
    return line.hasContent() && line.origin().isPresent();
  }

  private OptionalDouble capacity(Held line) {
    if (line.product().isEmpty() || line.origin().isEmpty()) {
      return OptionalDouble.empty();
    }
    return line.isMadeThere()
        ? catalogue.findOutput(line.product().get(), line.origin().get())
        : catalogue.findCapacity(line.product().get(), line.origin().get());
  }

  private static String group(Held line) {
    return line.product().map(Object::toString).orElse("")
        + " "
        + line.origin().map(Object::toString).orElse("")
        + " "
        + line.date().getYear()
        + (line.isMadeThere() ? " made" : "");
  }
}
