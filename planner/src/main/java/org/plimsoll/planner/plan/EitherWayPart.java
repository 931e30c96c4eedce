package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * Controls past their date without later evidence: nobody can say whether they are in force. The
 * plan leaves them out; here stands what they do if they are not.
 *
 * @param context of the plan
 * @param cards that effects are read by
 * @param unknown the controls as measures
 */
record EitherWayPart(PlanContext context, StopCards cards, List<Measure> unknown) {
  /** All of them in force, on top of what is. */
  static final CaseId IN_FORCE = new CaseId("controls-unknown-in-force");

  /** The case in which all of them are in force. */
  Question inForce() {
    return context.question(IN_FORCE, unknown);
  }

  /** One line for each product that they cover and that is solved. */
  List<ActionPlan.EitherWay> lines() {
    Map<Stop, List<String>> covered = new LinkedHashMap<>();
    for (Measure measure : unknown) {
      for (ProductId product : measure.terms().products()) {
        for (String from : measure.terms().from().ids()) {
          if (context.products().contains(product) && from.matches("[A-Z]{3}")) {
            covered
                .computeIfAbsent(new Stop(CountryCode.of(from), product), s -> new ArrayList<>())
                .add(measure.terms().source());
          }
        }
      }
    }
    List<Request> requests = new ArrayList<>();
    for (Stop stop : covered.keySet()) {
      requests.addAll(cards.requests(stop, context.statusQuo()));
      requests.addAll(cards.requests(stop, inForce()));
    }
    Study study = context.inquiry.study("controls either way", requests);
    List<ActionPlan.EitherWay> lines = new ArrayList<>();
    covered.forEach((stop, controls) ->
        lines.add(
            new ActionPlan.EitherWay(
                controls,
                stop.product(),
                stop.exporter().alpha3(),
                cards.effect(stop, context.statusQuo(), study),
                cards.effect(stop, inForce(), study))));
    return lines;
  }
}
