package org.plimsoll.app.cli;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.planner.market.answer.Certificate;
import org.plimsoll.planner.plan.Planner;

/**
 * What a plan rests on beside its inputs, written into its manifest.
 *
 * @param seed of the draws
 * @param tolerances of the solver, by name
 */
public record PlanSettings(long seed, SortedMap<String, Double> tolerances) {
  /** What the planner does unless told otherwise. */
  public static final PlanSettings USUAL =
      new PlanSettings(
          Planner.SEED,
          new TreeMap<>(
              Map.of(
                  "imbalance",
                  Certificate.IMBALANCE_TOLERANCE,
                  "complementarity",
                  Certificate.COMPLEMENTARITY_TOLERANCE)));

  public PlanSettings {
    tolerances = Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
  }
}
