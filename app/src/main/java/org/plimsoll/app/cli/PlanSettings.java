package org.plimsoll.app.cli;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan rests on beside its inputs, written into its manifest.
 *
 * @param seed of the draws
 * @param tolerances of the solver, by name
 */
public record PlanSettings(long seed, SortedMap<String, Double> tolerances) {
  public PlanSettings {
    tolerances = Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
  }
}
