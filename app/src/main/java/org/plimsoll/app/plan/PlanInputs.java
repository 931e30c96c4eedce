package org.plimsoll.app.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan was made from, for its manifest. No path and no time: the same inputs give the same
 * manifest on every machine.
 *
 * @param worldAsOf the world pack's own date
 * @param worldSha256 over all files of the world pack as they were read; empty if it has none
 * @param worldFiles the hash of each of them
 * @param worldDiffers those that are not the ones that were built; empty if all are
 * @param scenario its name
 * @param scenarioSha256 of the scenario file
 * @param code version of the program
 * @param draws of the parameters behind each range; 0 if only the central case was solved
 * @param seed of the draws
 * @param tolerances of the solver, by name
 */
public record PlanInputs(
    String worldAsOf,
    String worldSha256,
    SortedMap<String, String> worldFiles,
    List<String> worldDiffers,
    String scenario,
    String scenarioSha256,
    String code,
    int draws,
    long seed,
    SortedMap<String, Double> tolerances) {
  public PlanInputs {
    worldFiles = Collections.unmodifiableSortedMap(new TreeMap<>(worldFiles));
    worldDiffers = List.copyOf(worldDiffers);
    tolerances = Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
  }
}
