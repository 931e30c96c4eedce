package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Study;

/**
 * The card of a stop. W is welfare along the chain of the product, S what is in force, B the base.
 *
 * <pre>
 *   whole loss     W(B) − W(S + stop)
 *   further loss   W(S) − W(S + stop)
 * </pre>
 *
 * <p>The whole loss is what a stop takes from the year that prices are of. The further loss leaves
 * out what is in force; where that already meets the ceiling, a tonne less is valued at what nobody
 * knows, so that nothing is said.
 */
final class StopCards {
  private static final String ALREADY = "further cost not measurable: already at the ceiling";

  private final PlanContext context;
  private final ValueAtRisk atRisk;
  private final Cover cover;

  StopCards(PlanContext context) {
    this.context = context;
    atRisk = new ValueAtRisk(context.evidence);
    cover = new Cover(context);
  }

  /** The case of a stop to the alliance. */
  Question toAlliance(Stop stop) {
    return context.question(stop.id(), List.of(stop.ban(context.bloc)));
  }

  /** The case of a stop to all countries. */
  private Question toAll(Stop stop) {
    BorderMeasure.ExportBan ban = stop.banToAll();
    return context.question(stop.idToAll(), List.of(ban));
  }

  private Question base() {
    return Question.base(context.vintage);
  }

  /** Surplus along the chain of the stop's product. */
  Quantity surplus(Stop stop, Region who, Account account) {
    return new Quantity.ChainSurplus(stop.product(), who, account);
  }

  private ThreePrices prices(Stop stop) {
    return ThreePrices.of(context, stop.product(), new TreeSet<>(Set.of(stop.exporter())));
  }

  /** What has to be solved and read for a card. */
  List<Request> requests(Stop stop) {
    List<Quantity> prices = prices(stop).quantities();
    List<Quantity> effect = new ArrayList<>(prices);
    for (Account account : Account.values()) {
      effect.add(surplus(stop, context.whole, account));
    }
    effect.add(new Quantity.UnservedShare(stop.product(), context.whole));
    effect.add(new Quantity.UseGivenUp(stop.product(), context.whole));
    effect.add(surplus(stop, Region.of(stop.exporter()), Account.TOTAL));
    List<Quantity> alliance = new ArrayList<>(effect);
    for (Region region : context.bloc.regions()) {
      alliance.add(surplus(stop, region, Account.TOTAL));
      alliance.add(surplus(stop, region, Account.USERS));
      alliance.add(new Quantity.UnservedShare(stop.product(), region));
      alliance.add(new Quantity.UseGivenUp(stop.product(), region));
    }
    return List.of(
        new Request(base(), prices),
        new Request(context.statusQuo(), List.of(surplus(stop, context.whole, Account.TOTAL))),
        new Request(toAlliance(stop), alliance),
        new Request(toAll(stop), effect));
  }

  /** The card, from a study of its requests. */
  ActionPlan.LeverageCell card(Stop stop, Study study) {
    return new ActionPlan.LeverageCell(
        stop.id(),
        stop.exporter().alpha3(),
        stop.product(),
        effect(stop, toAlliance(stop), study),
        effect(stop, toAll(stop), study),
        cover.months(stop.product()),
        context.bloc.regions().stream().map(region -> member(stop, region, study)).toList());
  }

  private ActionPlan.StopEffect effect(Stop stop, Question question, Study study) {
    Region whole = context.whole;
    Result unserved = read(new Quantity.UnservedShare(stop.product(), whole), question, study);
    Quantity givenUp = new Quantity.UseGivenUp(stop.product(), whole);
    return new ActionPlan.StopEffect(
        question.id(),
        prices(stop).multiples(study, question, base()),
        read(givenUp, question, study),
        unserved,
        lost(stop, question, whole, Account.USERS, study),
        gained(stop, question, Account.MAKERS, study),
        gained(stop, question, Account.TREASURY, study),
        lost(stop, question, whole, Account.TOTAL, study),
        further(stop, question, study),
        lost(stop, question, Region.of(stop.exporter()), Account.TOTAL, study),
        atRisk(stop.product(), whole, question, study),
        unserved.isAbove(0));
  }

  private ActionPlan.MemberLoss member(Stop stop, Region region, Study study) {
    Question question = toAlliance(stop);
    return new ActionPlan.MemberLoss(
        region.id(),
        lost(stop, question, region, Account.USERS, study),
        lost(stop, question, region, Account.TOTAL, study),
        read(new Quantity.UseGivenUp(stop.product(), region), question, study),
        read(new Quantity.UnservedShare(stop.product(), region), question, study),
        atRisk(stop.product(), region, question, study));
  }

  private Result read(Quantity quantity, Question question, Study study) {
    return context.figure(study.get(question, quantity), quantity, question);
  }

  /** What an account loses against the base year. */
  Result lost(Stop stop, Question question, Region who, Account account, Study study) {
    Quantity surplus = surplus(stop, who, account);
    return context.figure(study.get(question, surplus).times(-1), surplus, question);
  }

  private Result gained(Stop stop, Question question, Account account, Study study) {
    Quantity surplus = surplus(stop, context.whole, account);
    return context.figure(study.get(question, surplus), surplus, question);
  }

  private Result further(Stop stop, Question question, Study study) {
    Quantity surplus = surplus(stop, context.whole, Account.TOTAL);
    Series today = study.get(context.statusQuo(), surplus);
    Series lost = today.minus(study.get(question, surplus));
    return context.figure(lost.unlessBounded(today, ALREADY), surplus, question);
  }

  private Result atRisk(ProductId product, Region who, Question question, Study study) {
    Series givenUp = study.get(question, new Quantity.UseGivenUp(product, who));
    return atRisk.of(product, who, givenUp, PlanContext.run(question));
  }
}
