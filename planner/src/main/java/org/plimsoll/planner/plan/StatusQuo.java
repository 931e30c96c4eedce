package org.plimsoll.planner.plan;

import java.util.List;
import java.util.stream.Stream;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;

/**
 * What is in force for a scenario on its date.
 *
 * @param scenario at the base prices that are solved; its measures are its own
 * @param controls of the register in force
 * @param shifts of final use with which the controls reproduce the latest prices; none unless the
 *     scenario asks for these
 * @param useFactors the same product by product, for a reader
 */
public record StatusQuo(
    Scenario scenario,
    List<Measure> controls,
    List<Measure> shifts,
    List<ActionPlan.UseFactor> useFactors) {
  public StatusQuo {
    controls = List.copyOf(controls);
    shifts = List.copyOf(shifts);
    useFactors = List.copyOf(useFactors);
  }

  /** What stands in every case of the scenario. */
  public List<Measure> standing() {
    return Stream.concat(controls.stream(), shifts.stream()).toList();
  }

  /** The scenario with all of it among its measures. */
  public Scenario whole() {
    return withShifts()
        .withMeasures(Stream.concat(withShifts().measures().stream(), controls.stream()).toList());
  }

  /** The scenario with the shifts alone among its measures: controls may follow by their dates. */
  public Scenario withShifts() {
    return scenario.withMeasures(
        Stream.concat(scenario.measures().stream(), shifts.stream()).toList());
  }
}
