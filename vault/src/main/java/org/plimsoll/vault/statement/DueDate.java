package org.plimsoll.vault.statement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A day by which something is to be done.
 *
 * @param kind what
 * @param id of the draw, the reservation or the lot
 * @param day the last day; a draw in an emergency that an earlier version took may have none
 * @param defaultFrom first day on which a default can be declared, of a draw with a due day
 * @param participant whose; empty for the vault's own
 * @param material what it is about
 * @param contract under which; may be empty
 * @param place the site of a lot; else empty
 * @param grams still owed, reserved, or in store
 * @param hash of the row of the journal that began it
 */
public record DueDate(
    Kind kind,
    String id,
    Optional<LocalDate> day,
    Optional<LocalDate> defaultFrom,
    String participant,
    String material,
    String contract,
    String place,
    long grams,
    String hash)
    implements Comparable<DueDate> {
  private static final Comparator<DueDate> ORDER =
      Comparator.comparing((DueDate due) -> due.day().orElse(LocalDate.MAX))
          .thenComparing(DueDate::kind)
          .thenComparing(DueDate::id)
          .thenComparing(DueDate::place)
          .thenComparing(DueDate::material);

  /** What is to be done. */
  public enum Kind {
    /** What was drawn comes back. */
    REPLENISH("draw to be replenished"),
    /** A reservation is carried out, given up, or runs out. */
    RESERVATION("reservation ends"),
    /** A lot is used, rotated or processed. */
    SHELF("last day of a lot");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** By day, those without one last. */
  @Override
  public int compareTo(DueDate other) {
    return ORDER.compare(this, other);
  }
}
