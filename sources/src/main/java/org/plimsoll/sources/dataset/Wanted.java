package org.plimsoll.sources.dataset;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a build wants of the datasets.
 *
 * @param areas spellings of countries
 * @param year base year; only large files are cut down to it
 * @param hsCodes codes of the Harmonized System that a product is traded under
 * @param commoditiesOfMaterial our commodities by the EU study's names
 */
public record Wanted(
    Areas areas, int year, Set<String> hsCodes, Map<String, List<String>> commoditiesOfMaterial) {}
