package org.plimsoll.model.place;

import java.util.OptionalDouble;

/**
 * A country or aggregate.
 *
 * @param code ISO 3166 alpha-3
 * @param name English short name
 * @param manufacturingValueAddedUsdMillion current USD million; empty if not known
 * @param governance mean of the six Worldwide Governance Indicators, −2.5 (weak) to 2.5 (strong);
 *     empty if not known
 */
public record Country(
    CountryCode code,
    String name,
    OptionalDouble manufacturingValueAddedUsdMillion,
    OptionalDouble governance) {}
