package org.plimsoll.model.policy;

import java.util.Optional;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A delegation at the ministerial of 4 February 2026.
 *
 * @param country which
 * @param name as in the list of delegations
 * @param signedWithUsa date of a signed framework with the United States; empty if none is known
 * @param provenance source, grade, status
 */
public record Partner(
    CountryCode country, String name, Optional<String> signedWithUsa, Provenance provenance) {}
