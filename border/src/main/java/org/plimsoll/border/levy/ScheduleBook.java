package org.plimsoll.border.levy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The versions of a schedule, of which the one in force on the date of entry applies.
 *
 * @param versions of one schedule, in the order of their first days; no two in force on one day or
 *     of one name
 */
public record ScheduleBook(List<LevySchedule> versions) {
  public ScheduleBook {
    versions = versions.stream().sorted(Comparator.comparing(LevySchedule::from)).toList();
    for (int i = 1; i < versions.size(); i++) {
      LevySchedule earlier = versions.get(i - 1);
      LevySchedule later = versions.get(i);
      if (earlier.until().map(later.from()::isBefore).orElse(true)) {
        throw new IllegalArgumentException(
            "versions %s and %s of the schedule are both in force on %s"
                    .formatted(earlier.version(), later.version(), later.from())
                + "\nMaybe write until: %s into the earlier".formatted(later.from()));
      }
      if (!earlier.currency().equals(later.currency())) {
        throw new IllegalArgumentException(
            "versions %s and %s of the schedule are in %s and %s, which no total can add"
                .formatted(
                    earlier.version(), later.version(), earlier.currency(), later.currency()));
      }
    }
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("a book of schedules needs at least one version");
    }
    Set<String> labels = new HashSet<>();
    for (LevySchedule version : versions) {
      if (!version.id().equals(versions.getFirst().id())) {
        throw new IllegalArgumentException(
            "versions %s and %s are of two schedules, %s and %s"
                    .formatted(
                        versions.getFirst().version(),
                        version.version(),
                        versions.getFirst().id(),
                        version.id())
                + "\nMaybe put each into a folder of its own");
      }
      if (!labels.add(version.version())) {
        throw new IllegalArgumentException(
            "two versions of schedule %s are called %s".formatted(version.id(), version.version())
                + "\nMaybe write another version: into the later");
      }
    }
  }

  public static ScheduleBook of(LevySchedule... versions) {
    return new ScheduleBook(List.of(versions));
  }

  /** Whether a version exempts goods by what they were made of. */
  public boolean asksForMaterials() {
    return versions.stream().anyMatch(version -> version.exemptions().rule().asksForMaterials());
  }

  /** The version in force on the date. */
  public Optional<LevySchedule> find(LocalDate date) {
    for (LevySchedule version : versions) {
      if (version.isInForceOn(date)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /** Why there is no version for the date, and the way out, on one line. */
  String whyNoneOn(LocalDate date) {
    LevySchedule first = versions.getFirst();
    LevySchedule last = versions.getLast();
    String none = "no version of schedule %s is in force on %s: ".formatted(first.id(), date);
    for (int i = 1; i < versions.size(); i++) {
      LevySchedule earlier = versions.get(i - 1);
      LevySchedule later = versions.get(i);
      if (!date.isBefore(earlier.from()) && date.isBefore(later.from())) {
        return none
            + "%s ends before %s, and %s begins on %s; Maybe add a version for the days between"
                .formatted(
                    earlier.version(),
                    earlier.until().map(Object::toString).orElse(""),
                    later.version(),
                    later.from());
      }
    }
    return none
        + "they run from %s to %s; Maybe add the version of that day"
            .formatted(first.from(), last.until().map(Object::toString).orElse("further notice"));
  }

  /** Whether a version has a quota of this name. */
  public boolean hasQuota(String name) {
    return quotas(versions).anyMatch(quota -> quota.quota().equals(name));
  }

  /**
   * What a quota has left by the last version in its year that has it; 0 if more was taken, or if
   * there is none.
   */
  public long leftMicrograms(QuotaYear quota, long taken) {
    LocalDate newYear = LocalDate.of(quota.year(), 1, 1);
    List<LevySchedule> latestFirst =
        versions.reversed().stream()
            .filter(version -> version.from().getYear() <= quota.year())
            .filter(version -> version.until().map(newYear::isBefore).orElse(true))
            .toList();
    return quotas(latestFirst)
        .filter(found -> found.quota().equals(quota.quota()))
        .map(found -> Math.max(0, QuotaLedger.micrograms(found.yearly()) - taken))
        .findFirst()
        .orElse(0L);
  }

  /** Whether a quota runs through the lines, so that their order matters. */
  public boolean hasQuotas() {
    return quotas(versions).findAny().isPresent();
  }

  private static Stream<Instrument.TariffRateQuota> quotas(List<LevySchedule> versions) {
    return versions.stream()
        .flatMap(version -> version.rules().stream())
        .flatMap(rule -> rule.instrument().findQuota().stream());
  }
}
