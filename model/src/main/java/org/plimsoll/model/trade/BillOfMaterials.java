package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * How much of a commodity one unit of a good holds, in one form and as one source has it. Sources
 * that conflict are rows of their own; rows of one good may overlap and must not be added.
 *
 * @param good a finished thing: {@code electric car}, {@code F-35}
 * @param component part of the good; {@code all} for the whole of it
 * @param commodity identifier in {@code commodities.csv}
 * @param form what the kilograms are of: element, NdFeB magnet, alloy, …
 * @param asOf year or date of the figure, as printed
 * @param kilograms a unit of the good
 * @param unit what is counted: {@code car}, {@code MW}
 * @param provenance source, grade, status
 */
public record BillOfMaterials(
    String good,
    String component,
    String commodity,
    String form,
    String asOf,
    Interval kilograms,
    String unit,
    Provenance provenance) {}
