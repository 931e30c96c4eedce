package org.plimsoll.sources.figures;

import java.util.Optional;
import java.util.OptionalInt;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Place;

/**
 * One figure of a table for {@code plimsoll risk --input}.
 *
 * @param kind what it says
 * @param material commodity; empty for a figure of a country alone
 * @param stage of the commodity; empty if it holds for every stage
 * @param year empty if it holds for every year
 * @param region the buyer; empty for a figure of the world
 * @param country the maker's or supplier's
 * @param supplier a firm there; empty for the country as a whole
 * @param value in {@code unit}
 * @param unit what {@code value} is measured in, whatever the file wrote
 * @param source who says so
 * @param place where it stands
 */
public record RiskFigure(
    RiskFigureKind kind,
    Optional<String> material,
    Optional<String> stage,
    OptionalInt year,
    Optional<String> region,
    Optional<CountryCode> country,
    Optional<String> supplier,
    double value,
    Unit unit,
    String source,
    Place place) {

  /** What a value is measured in. */
  public enum Unit {
    TONNES,
    /** A part of a whole, in [0, 1]. */
    SHARE,
    USD,
    USD_PER_KG,
    /** An estimate of the Worldwide Governance Indicators, −2.5 weak to 2.5 strong. */
    ESTIMATE,
    /** An index on the scale of its kind, high for risk. */
    INDEX
  }
}
