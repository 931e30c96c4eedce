package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A country's tie to a framework of cooperation on critical minerals.
 *
 * @param country which
 * @param framework identifier of the framework or meeting
 * @param name of the country or delegation, as in the register
 * @param tie how close
 * @param counterpart country or territory on the other side
 * @param date signed or held; empty if it is not known
 * @param label what a plan says of the country
 * @param provenance source, grade, status
 */
public record Partner(
    CountryCode country,
    String framework,
    String name,
    Tie tie,
    String counterpart,
    Optional<String> date,
    String label,
    Provenance provenance) {
  /** How close a tie is, the closest first. */
  public enum Tie {
    SIGNED,
    ATTENDED
  }
}
