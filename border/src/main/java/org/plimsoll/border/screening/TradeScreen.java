package org.plimsoll.border.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The surge of entries on tables of trade: who sends more to an importer whose goods from the
 * restricted origin fall, and who takes more from that origin while others take less. A table has
 * few periods, so there is no standard error. A partner that has no row for a period is taken to
 * have had no trade in it.
 *
 * @param restricted the exporter that a measure is about
 * @param since first period of the measure
 */
public record TradeScreen(String restricted, String since) {
  /** Origins that grow into an importer, where the restricted one falls; the strongest first. */
  public List<Shift> listOrigins(List<TradeRow> rows) {
    List<Shift> shifts = new ArrayList<>();
    for (Group group :
        groups(rows, row -> row.importer(), row -> row.exporter(), row -> true).values()) {
      Means own = group.byPartner.getOrDefault(restricted, new Means());
      double fall = own.before(group) - own.after(group);
      if (fall > 0) {
        group.addTo(shifts, fall);
      }
    }
    return sorted(shifts);
  }

  /** Buyers that take more from the restricted origin; the strongest first. */
  public List<Shift> listDestinations(List<TradeRow> rows) {
    List<Shift> shifts = new ArrayList<>();
    for (Group group :
        groups(
                rows,
                row -> row.exporter(),
                row -> row.importer(),
                row -> row.exporter().equals(restricted))
            .values()) {
      group.addTo(shifts, group.falls());
    }
    return sorted(shifts);
  }

  private static List<Shift> sorted(List<Shift> shifts) {
    shifts.sort(
        Comparator.comparingDouble((Shift s) -> -s.share())
            .thenComparing(Shift::code)
            .thenComparing(Shift::unit)
            .thenComparing(Shift::exporter)
            .thenComparing(Shift::importer));
    return shifts;
  }

  /** Amounts with one partner. */
  private static final class Means {
    private double before;
    private double after;
    private TradeRow some = new TradeRow("", "", "", "", java.math.BigDecimal.ZERO, "");

    double before(Group group) {
      return group.before.isEmpty() ? 0 : before / group.before.size();
    }

    double after(Group group) {
      return group.after.isEmpty() ? 0 : after / group.after.size();
    }
  }

  /** Trade of one code and unit with one place, by partner. */
  private static final class Group {
    private final SortedSet<String> before = new TreeSet<>();
    private final SortedSet<String> after = new TreeSet<>();
    private final SortedMap<String, Means> byPartner = new TreeMap<>();

    /** A group with periods on one side alone has nothing to compare. */
    boolean isWhole() {
      return !before.isEmpty() && !after.isEmpty();
    }

    double falls() {
      double sum = 0;
      for (Means means : byPartner.values()) {
        sum += StrictMath.max(0, means.before(this) - means.after(this));
      }
      return sum;
    }

    double gains() {
      double sum = 0;
      for (Means means : byPartner.values()) {
        sum += StrictMath.max(0, means.after(this) - means.before(this));
      }
      return sum;
    }

    void addTo(List<Shift> shifts, double fall) {
      double mirrored = gains() <= 0 ? 0 : StrictMath.min(1, falls() / gains());
      for (Means means : byPartner.values()) {
        double gain = means.after(this) - means.before(this);
        if (isWhole() && mirrored > 0 && gain > 0) {
          shifts.add(
              new Shift(
                  means.some.code(),
                  means.some.unit(),
                  means.some.exporter(),
                  means.some.importer(),
                  means.before(this),
                  means.after(this),
                  fall > 0 ? gain / fall : 0,
                  gain / means.after(this) * mirrored));
        }
      }
    }
  }

  private SortedMap<String, Group> groups(
      List<TradeRow> rows,
      Function<TradeRow, String> place,
      Function<TradeRow, String> partner,
      java.util.function.Predicate<TradeRow> wanted) {
    SortedMap<String, Group> groups = new TreeMap<>();
    for (TradeRow row : rows) {
      if (wanted.test(row)) {
        Group group =
            groups.computeIfAbsent(
                row.code() + " " + row.unit() + " " + place.apply(row), g -> new Group());
        Means means = group.byPartner.computeIfAbsent(partner.apply(row), p -> new Means());
        means.some = row;
        if (row.period().compareTo(since) < 0) {
          group.before.add(row.period());
          means.before += row.amount().doubleValue();
        } else {
          group.after.add(row.period());
          means.after += row.amount().doubleValue();
        }
      }
    }
    return groups;
  }
}
