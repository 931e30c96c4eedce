package org.plimsoll.sources.dataset;

import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/**
 * One figure as a dataset gives it.
 *
 * @param series which, for example {@code usgs-mcs/Cobalt/Production/Mine production}
 * @param area ISO 3166 alpha-3, or {@link Areas#WORLD}, {@link Areas#OTHERS}, {@code EU27}
 * @param partner the importer of a flow; empty if the figure is not a flow
 * @param period year, or the date as printed
 * @param value in the unit that the series is named for: tonnes, US dollars, or a share
 * @param status read, or what the dataset itself says of the row
 * @param source file row or table
 */
public record Reading(
    String series,
    String area,
    String partner,
    String period,
    double value,
    Status status,
    Source source) {
  /** A figure that was read, of no flow. */
  static Reading of(String series, String area, String period, double value, Source source) {
    return new Reading(series, area, "", period, value, Status.READ, source);
  }
}
