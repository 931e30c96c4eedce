package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.commitments.ControlStanding;

/** The parts of the plan that are read from the world and not computed. */
final class RegisterParts {
  private RegisterParts() {}

  static List<ActionPlan.PriceLine> prices(Evidence evidence) {
    List<ActionPlan.PriceLine> lines = new ArrayList<>();
    for (Price price : evidence.prices()) {
      lines.add(
          new ActionPlan.PriceLine(
              price.product(),
              price.vintage(),
              price.date(),
              price.location(),
              price.type(),
              price.liquid(),
              Figure.read(price.usdPerTonne(), "USD/t", price.provenance()),
              price.provenance().note()));
    }
    return lines;
  }

  static List<ActionPlan.Coverage> coverage(Evidence evidence) {
    return evidence.products().stream()
        .map(p -> new ActionPlan.Coverage(p.id(), p.name(), p.tier(), p.tierReason()))
        .toList();
  }

  static List<ActionPlan.Control> controls(ControlCalendar calendar) {
    List<ActionPlan.Control> lines = new ArrayList<>();
    for (ControlCalendar.Entry entry : calendar.entries()) {
      ExportControl control = entry.control();
      lines.add(
          new ActionPlan.Control(
              control.id(),
              control.issuer(),
              control.reference(),
              control.type(),
              control.minerals(),
              control.target(),
              control.state(),
              entry.standing() instanceof ControlStanding.Unknown,
              entry.standing().describe(),
              control
                  .effect()
                  .map(e -> e.inBase().name().toLowerCase(Locale.ROOT))
                  .orElse("not modelled"),
              control.effect().map(ExportControl.Effect::reason).orElse(""),
              control.url(),
              control.provenance().source().toString()));
    }
    return lines;
  }

  static List<ActionPlan.Promise> promises(CommitmentCalendar calendar) {
    List<ActionPlan.Promise> lines = new ArrayList<>();
    for (CommitmentCalendar.Entry entry : calendar.entries()) {
      Commitment commitment = entry.commitment();
      lines.add(
          new ActionPlan.Promise(
              commitment.id(),
              commitment.made(),
              commitment.deadline(),
              commitment.done(),
              commitment.parties(),
              commitment.promise(),
              entry.standing().state(),
              entry.standing().describe(),
              commitment.state(),
              commitment.url(),
              commitment.provenance().source().toString()));
    }
    return lines;
  }
}
