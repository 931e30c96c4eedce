package org.plimsoll.app.lab;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plimsoll.app.language.Messages;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Finding;

/** What the solver noticed about a floor, in a language; in English as the planner says it. */
public final class FindingMessages {
  private static final double PERCENT = 100;

  private FindingMessages() {}

  /** A finding in a sentence. */
  public static String say(Messages messages, Evidence evidence, Finding finding) {
    return switch (finding) {
      case Finding.FloorIdle _ -> messages.say("finding.idle");
      case Finding.FloorNotHeld missed ->
          messages.say("finding.not-held." + missed.reason().name().toLowerCase(Locale.ROOT));
      case Finding.EffectiveProtection g ->
          messages.say("finding.protection", activity(evidence, g.activity()), percent(g.rate()));
      case Finding.NextStageShrinks less ->
          messages.say(
              "finding.shrinks",
              activity(evidence, less.activity()),
              percent(1 - less.outputAfter() / less.outputBefore()));
      case Finding.NextStageImportsRise rise ->
          messages.say(
              "finding.imports-rise",
              evidence
                  .findProduct(rise.product())
                  .map(Product::name)
                  .orElse(rise.product().toString()));
      case Finding.LeakyExemption leak -> messages.say("finding.leak", leak.partner());
      case Finding.GapNotIdentified gap ->
          messages.say("finding.gap", gap.quota(), gap.importer().id(), gap.origin().id());
      case Finding.NotIdentified not ->
          messages.say(
              "finding.not-identified",
              not.origins().stream().map(Place::id).collect(Collectors.joining(", ")),
              not.importer().id(),
              not.rule());
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f", PERCENT * share);
  }

  private static String activity(Evidence evidence, String id) {
    return evidence.activities().stream()
        .filter(activity -> activity.id().equals(id))
        .map(Activity::name)
        .findFirst()
        .orElse(id);
  }
}
