package org.plimsoll.model.trade;

import java.util.OptionalDouble;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * What a project, or a group of them, costs or needs.
 *
 * @param commodity identifier in {@code commodities.csv}
 * @param project name of the project or group
 * @param measure incentive price, cash cost, capital cost, price floor, …
 * @param asOf year of the figure
 * @param place where, as the source words it
 * @param value in {@code unit}
 * @param unit with its basis: USD/t NdPr oxide, USD million
 * @param capacityTonnesPerYear that the cost is of; empty if not said
 * @param provenance source, grade, status
 */
public record ProjectCost(
    String commodity,
    String project,
    String measure,
    String asOf,
    String place,
    Interval value,
    String unit,
    OptionalDouble capacityTonnesPerYear,
    Provenance provenance) {}
