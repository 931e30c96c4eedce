package org.plimsoll.model.policy;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A name under which an organisation of the registers may be written.
 *
 * @param party the organisation, by the name that we use
 * @param name how it may be written
 * @param kind what sort of name
 * @param country of its seat; empty if not said
 * @param rows of the registers that name it
 * @param provenance source, grade, status
 */
public record PartyName(
    String party,
    String name,
    Kind kind,
    Optional<CountryCode> country,
    List<String> rows,
    Provenance provenance) {
  public PartyName {
    rows = List.copyOf(rows);
  }

  /** Sorts of names. */
  public enum Kind {
    NAME,
    SHORT,
    LONG,
    ABBREVIATION,
    FORMER,
    /** In another script, or written over from one. */
    TRANSLITERATION
  }
}
