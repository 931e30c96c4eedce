package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
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
 * @param leftOut controls without a measure and why, for the report
 */
record ControlsInForce(List<Measure> measures, List<String> leftOut) {

  static ControlsInForce of(ControlCalendar calendar) {
    List<Measure> measures = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (ControlCalendar.Entry entry : calendar.entries()) {
      ExportControl control = entry.control();
      Optional<ExportControl.Effect> effect = control.effect();
      if (effect.isEmpty()) {
        continue;
      }
      boolean inForce =
          entry.standing() instanceof ControlStanding.InForce
              || entry.standing() instanceof ControlStanding.InForceUntil;
      if (!inForce) {
        leftOut.add(control.id() + " is not applied: " + entry.standing().describe());
      } else if (effect.get().inBase() == ExportControl.InBase.YES) {
        leftOut.add(control.id() + " changes nothing: trade of the base year already shows it");
      } else {
        measures.add(measure(control, effect.get()));
      }
    }
    return new ControlsInForce(measures, leftOut);
  }

  private static Measure measure(ExportControl control, ExportControl.Effect effect) {
    Terms terms =
        new Terms(
            "control-" + control.id(),
            effect.products(),
            effect.from(),
            effect.to(),
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
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
