package org.plimsoll.planner.plan;

import java.util.List;

/** What the model cannot know, in plain words. */
final class Limits {
  private Limits() {}

  static List<ActionPlan.Statement> statements() {
    return List.of(
        say(
            "How far prices rise in a shortage is not known. Beyond the assumed ceiling the model"
                + " counts use as unserved; a loss marked 'at least' rests on that ceiling."),
        say(
            "How fast makers outside a restricting country can raise output (headroom) decides the"
                + " size of a price rise and where in the chain it lands. It is weakly known, so"
                + " its range is wide."),
        say(
            "Short-run elasticities of demand and supply are judgements, not measurements. They"
                + " are drawn from ranges."),
        say(
            "Flows of grade C rest on output, use and what little is known, not on an observed"
                + " trade figure. Their ranks mean more than their tonnes."),
        say(
            "Use is counted where a material is first processed. A country that buys magnets"
                + " inside motors does not show as a user of magnets."),
        say(
            "Only one price is known for most products. Prices inside a restricting country and"
                + " outside it differ in fact; the base year has one price for both."),
        say(
            "The latest prices already hold part of what the controls in force did to them; the"
                + " status quo counts those controls once more. Of stocks above ground only a share"
                + " of what the base year added can come out; older ones are not known. Both make"
                + " the price rises of the status quo, that of cobalt above all, larger than the"
                + " truth."),
        say(
            "Goods that reach a member through a third country in spite of a control are not in"
                + " the model unless a scenario says so."),
        say(
            "The stockpile insures each product against its own first supplier, one stop at a time."
                + " A stop of several products at once costs more than the sum shows."),
        say(
            "Projects are valued at their announced capacity, as if they stood and ran. Delay and"
                + " failure are not yet drawn."),
        say(
            "A floor that this plan proposes is the price that new projects are said to need. The"
                + " smallest sufficient floor is not yet searched for."),
        say(
            "Each instrument raises legal questions that this plan does not answer: bound rates"
                + " (GATT Article II) for levies, the security exception (Article XXI), free-trade"
                + " areas (Article XXIV), quantitative restrictions (Article XI) for export"
                + " limits."),
        say(
            "No page of July to November 2026 with policy news was found when the registers were"
                + " made. What happened since then is open here, not denied."));
  }

  private static ActionPlan.Statement say(String text) {
    return new ActionPlan.Statement(text, List.of());
  }
}
