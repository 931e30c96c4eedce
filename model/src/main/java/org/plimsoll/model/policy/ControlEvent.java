package org.plimsoll.model.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;

/**
 * What an export control is measured to have done to one importer, against what was expected
 * without it: a row of an event study.
 *
 * @param control identifier that the rows of one control share
 * @param minerals as the study words them
 * @param measured products under the study's heading, weighted by value
 * @param restricted products that the control covers
 * @param announced month, as printed
 * @param inForce month, as printed
 * @param importer country or customs territory
 * @param effect what was measured
 * @param origin the restricting country, if the row or its column names it
 * @param months after the control came into force
 * @param logEffect ln of actual ÷ expected
 * @param standardError of {@code logEffect}; empty if the study gives none
 * @param licensedShare θ from licences, not from the volume that is measured; empty if unknown
 * @param othersShare θ at every destination of which no row of the control tells another; empty if
 *     unknown
 * @param shareSource where θ is reported; empty without it
 * @param horizonMonths how long markets had to adjust
 * @param note as printed
 * @param place row of the file
 */
public record ControlEvent(
    String control,
    String minerals,
    List<ProductId> measured,
    List<ProductId> restricted,
    String announced,
    String inForce,
    String importer,
    Effect effect,
    Optional<CountryCode> origin,
    Months months,
    double logEffect,
    OptionalDouble standardError,
    Optional<Interval> licensedShare,
    OptionalDouble othersShare,
    String shareSource,
    int horizonMonths,
    String note,
    Place place) {
  public ControlEvent {
    measured = List.copyOf(measured);
    restricted = List.copyOf(restricted);
  }

  /** What a study can measure. */
  public enum Effect {
    /** Tonnes imported from the restricting country. */
    ORIGIN_VOLUME,
    /** Tonnes imported from all origins. */
    VOLUME,
    /** Customs value ÷ tonnes over all origins. */
    UNIT_VALUE
  }

  /**
   * A span of months, both ends included.
   *
   * @param first from 1
   * @param last at least {@code first}
   */
  public record Months(int first, int last) {
    public Months {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException(
            "months run from 1 on and forwards, but are " + first + "-" + last);
      }
    }

    @Override
    public String toString() {
      return first + "-" + last;
    }
  }
}
