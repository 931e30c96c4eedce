package org.plimsoll.planner.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.commitments.ControlStanding;
import org.plimsoll.planner.commitments.PrintedDate;

/** The parts of the plan that are read from the world and not computed. */
final class RegisterParts {
  private RegisterParts() {}

  static List<ActionPlan.PriceLine> prices(Evidence evidence) {
    return evidence.prices().stream()
        .map(price ->
            new ActionPlan.PriceLine(
                price.product(),
                price.vintage(),
                price.date(),
                price.location(),
                price.type(),
                price.liquid(),
                Figure.read(price.usdPerTonne(), "USD/t", price.provenance()),
                price.provenance().note()))
        .toList();
  }

  static List<ActionPlan.Coverage> coverage(Evidence evidence) {
    return evidence.products().stream()
        .map(p -> new ActionPlan.Coverage(p.id(), p.name(), p.tier(), p.tierReason()))
        .toList();
  }

  static List<ActionPlan.Control> controls(ControlCalendar calendar) {
    return calendar.entries().stream().map(RegisterParts::line).toList();
  }

  private static ActionPlan.Control line(ControlCalendar.Entry entry) {
    ExportControl control = entry.control();
    return new ActionPlan.Control(
        control.id(),
        control.issuer(),
        control.reference(),
        control.type(),
        control.minerals(),
        control.target(),
        control.state(),
        entry.standing() instanceof ControlStanding.Unknown,
        entry.standing().describe(),
        control.effects().isEmpty()
            ? "not modelled"
            : said(control, e -> Words.of(e.inBase()), ", "),
        said(control, e -> e.provenance().note(), "; "),
        control.url(),
        control.provenance().source().toString());
  }

  /** What is said of its effects, each once. */
  private static String said(
      ExportControl control, Function<ExportControl.Effect, String> wordOf, String between) {
    return control.effects().stream().map(wordOf).distinct().collect(Collectors.joining(between));
  }

  static List<ActionPlan.Promise> promises(CommitmentCalendar calendar) {
    return calendar.entries().stream().map(RegisterParts::line).toList();
  }

  private static ActionPlan.Promise line(CommitmentCalendar.Entry entry) {
    Commitment commitment = entry.commitment();
    return new ActionPlan.Promise(
        commitment.id(),
        commitment.made(),
        entry.due().map(due -> due.on().toString()),
        entry.kept().map(PrintedDate::toString),
        commitment.parties(),
        commitment.promise(),
        entry.standing().state(),
        entry.standing().describe(),
        commitment.state(),
        commitment.url(),
        commitment.provenance().source().toString());
  }
}
