package org.plimsoll.border.levy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a schedule, of which the one in force on the date of entry applies.
 *
 * @param versions in the order of their first days; no two in force on one day
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
}
