package org.plimsoll.vault.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.model.quantity.Share;

/**
 * What is known of a lot from the day it came in.
 *
 * @param id its name
 * @param material of what
 * @param assay content as a share of gross mass
 * @param origin where it was made
 * @param custody who kept it when it came in
 * @param bestBefore last day on which it is fit, if it has one
 * @param openedBy the event that brought it
 */
public record Lot(
    String id,
    Material material,
    Share assay,
    String origin,
    String custody,
    Optional<LocalDate> bestBefore,
    String openedBy) {

  /** Whether its last day is over on {@code day}. */
  public boolean isPast(LocalDate day) {
    return bestBefore.filter(last -> last.isBefore(day)).isPresent();
  }

  static Lot of(String id, Material material, Event event) {
    return new Lot(
        id,
        material,
        event.assay(),
        event.get(Field.ORIGIN),
        event.get(Field.CUSTODY),
        event.day(Field.BEST_BEFORE),
        event.id());
  }
}
