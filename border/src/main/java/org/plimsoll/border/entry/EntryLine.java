package org.plimsoll.border.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * A line of a customs entry, as declared.
 *
 * @param entryId the declaration
 * @param line number of the line within it
 * @param date of entry, whose law applies
 * @param code HS code, six to ten digits
 * @param hsEdition year of the edition of the code; empty for that of the schedule
 * @param netMass above zero
 * @param assay share of the mass that is the mineral, on {@code assayBasis}; empty if not stated
 * @param assayBasis what the assay counts: {@code Ga}, {@code WO3}; empty for the rule's basis
 * @param customsValue not negative
 * @param valueBasis where the value ends
 * @param origin where the goods are from
 * @param importer who owes
 * @param otherDuties as declared
 * @param preferenceCode of the claim of origin; empty if none is made
 */
public record EntryLine(
    String entryId,
    long line,
    LocalDate date,
    String code,
    String hsEdition,
    Mass netMass,
    Optional<Share> assay,
    String assayBasis,
    Money customsValue,
    ValueBasis valueBasis,
    OriginFacts origin,
    String importer,
    List<DeclaredDuty> otherDuties,
    String preferenceCode) {
  public EntryLine {
    otherDuties = List.copyOf(otherDuties);
  }
}
