package org.plimsoll.sources.hand;

import java.util.OptionalDouble;
import org.plimsoll.model.provenance.Place;

/**
 * How the output of an activity in an area follows from the datasets; a row of {@code output.csv}.
 *
 * @param activity identifier in {@code technology.csv}
 * @param area country code, {@code EU27}, {@code OTH}, or {@code *} for every country of the series
 * @param method how
 * @param series dataset series, or for {@link Method#REST_OF_FEED} the input that limits; may be
 *     empty
 * @param factor tonnes of output a tonne of the series
 * @param split series whose shares split the others
 * @param tonnes stated output
 * @param remark grade, status and note
 * @param place line of the file
 */
public record OutputRule(
    String activity,
    String area,
    Method method,
    String series,
    double factor,
    String split,
    OptionalDouble tonnes,
    Remark remark,
    Place place) {
  /** How the output follows. */
  public enum Method {
    /** Series × factor. */
    SERIES,
    /** The series' "other countries" × factor, split by another series' shares of those others. */
    OTHERS,
    /** Tonnes as stated. */
    FIXED,
    /** All of its input that nobody else uses. */
    REST_OF_FEED,
    /** Series × factor, less what other activities of that country make of the same product. */
    REST_OF_SERIES
  }
}
