package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.commitments.ControlStanding;

/**
 * The register's controls as measures, each by its increment over the base year: what trade of the
 * base year already shows changes nothing, and what nobody can say is in force is left out.
 *
 * @param measures in the order of the register
 * @param unknown of which nobody can say whether they are in force, as if they were
 * @param leftOut controls without a measure and why, for the report
 */
record ControlsInForce(List<Measure> measures, List<Measure> unknown, List<String> leftOut) {
  static final ControlsInForce NONE = new ControlsInForce(List.of(), List.of(), List.of());

  static ControlsInForce of(ControlCalendar calendar) {
    List<Measure> measures = new ArrayList<>();
    List<Measure> unknown = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (ControlCalendar.Entry entry : calendar.entries()) {
      ExportControl control = entry.control();
      if (control.effects().isEmpty()) {
        continue;
      }
      boolean inForce =
          entry.standing() instanceof ControlStanding.InForce
              || entry.standing() instanceof ControlStanding.InForceUntil;
      if (entry.standing() instanceof ControlStanding.Unknown) {
        control.effects().forEach(effect -> unknown.add(measure(control, effect)));
        leftOut.add(control.id() + " is solved both ways: " + entry.standing().describe());
        continue;
      }
      if (!inForce) {
        leftOut.add(control.id() + " is not applied: " + entry.standing().describe());
        continue;
      }
      for (ExportControl.Effect effect : control.effects()) {
        if (effect.inBase() == ExportControl.InBase.YES) {
          leftOut.add(
              idOf(control, effect)
                  + " changes nothing: trade of the base year already shows it"
                  + effect
                      .alreadyTakenShare()
                      .map(taken ->
                          ", %s%% of exports before it taken".formatted(percent(taken.central())))
                      .orElse(""));
        } else {
          measures.add(measure(control, effect));
        }
      }
    }
    return new ControlsInForce(measures, unknown, leftOut);
  }

  /** The control's own id; with the commodity where it has several effects. */
  private static String idOf(ExportControl control, ExportControl.Effect effect) {
    return control.effects().size() == 1
        ? control.id()
        : control.id() + "-" + effect.products().getFirst().commodity();
  }

  private static String percent(double share) {
    return "%.0f".formatted(share * 100);
  }

  private static Measure measure(ExportControl control, ExportControl.Effect effect) {
    Terms terms =
        Terms.of(
            "control-" + idOf(control, effect),
            effect.products(),
            effect.from(),
            effect.to(),
            Status.REPORTED,
            control.id());
    if (effect.quotaTonnes().isPresent()) {
      return new BorderMeasure.ExportQuota(
          terms, Interval.exactly(effect.quotaTonnes().getAsDouble()));
    }
    return new BorderMeasure.ExportLicence(
        terms,
        effect
            .licensedShare()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "control "
                        + control.id()
                        + " has an effect with neither a share nor a quota"
                        + "\nMaybe fill share or quota_tonnes in control_effects.csv")));
  }
}
