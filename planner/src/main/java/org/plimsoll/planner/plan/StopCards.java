package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.plimsoll.model.evidence.DisruptionRates;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * The card of a stop. W is welfare along the chain of the product, S what is in force, R the same
 * but for the exporter's own controls on the commodity: the base year, where nobody else controls
 * the chain.
 *
 * <pre>
 *   whole loss     W(R) − W(S + stop)
 *   further loss   W(S) − W(S + stop)
 * </pre>
 *
 * <p>The whole loss is what controls and stop take together, so that a control in force hides none
 * of it; what other controls on the chain cost is in both and cancels. The further loss leaves out
 * what is in force; where that already meets the ceiling, a tonne less is valued at what nobody
 * knows, so that nothing is said.
 */
final class StopCards {
  private static final String METHOD = "docs/method/shocks.md";
  private static final String ALREADY = "further cost not measurable: already at the ceiling";

  private final PlanContext context;
  private final ValueAtRisk atRisk;
  private final Cover cover;
  private final PastShocks past;

  /**
   * @param outcomes of past shocks, to stand beside the stops
   */
  StopCards(PlanContext context, List<ShockOutcome> outcomes) {
    this.context = context;
    past = new PastShocks(context.evidence, outcomes);
    atRisk = new ValueAtRisk(context.evidence);
    cover = new Cover(context);
  }

  /** The case of a stop to the alliance. */
  Question toAlliance(Stop stop) {
    return context.question(stop.id(), List.of(stop.ban(context.bloc)));
  }

  /** The case of a stop to all countries. */
  Question toAll(Stop stop) {
    BorderMeasure.ExportBan ban = stop.banToAll();
    return context.question(stop.idToAll(), List.of(ban));
  }

  /** What is in force but for the controls of the exporter on the commodity of its stop. */
  Question reference(Stop stop) {
    Question.Lifted own = new Question.Lifted(stop.exporter(), stop.product().commodity());
    return context.inquiry.isInForce(own)
        ? Question.without(own, context.vintage)
        : context.statusQuo();
  }

  /** The base year. */
  Question base() {
    return Question.base(context.vintage);
  }

  /** Surplus along the chain of the stop's product. */
  Quantity surplus(Stop stop, Region who, Account account) {
    return new Quantity.ChainSurplus(stop.product(), who, account);
  }

  private ThreePrices prices(Stop stop) {
    return ThreePrices.of(context, stop.product(), new TreeSet<>(List.of(stop.exporter())));
  }

  /** What has to be solved and read for the effect of a case. */
  List<Request> requests(Stop stop, Question question) {
    return List.of(
        new Request(base(), prices(stop).quantities()),
        new Request(context.statusQuo(), today(stop)),
        new Request(reference(stop), surpluses(stop)),
        new Request(question, effectQuantities(stop)));
  }

  private List<Quantity> today(Stop stop) {
    return List.of(
        surplus(stop, context.whole, Account.TOTAL),
        new Quantity.UnservedShare(stop.product(), context.whole));
  }

  /** Surplus of all whose losses are told. */
  private List<Quantity> surpluses(Stop stop) {
    List<Quantity> surpluses = new ArrayList<>();
    for (Account account : Account.values()) {
      surpluses.add(surplus(stop, context.whole, account));
    }
    for (Region region : context.bloc.regions()) {
      surpluses.add(surplus(stop, region, Account.TOTAL));
      surpluses.add(surplus(stop, region, Account.USERS));
    }
    surpluses.add(surplus(stop, Region.of(stop.exporter()), Account.TOTAL));
    surpluses.add(new Quantity.FinalUseLost(stop.product(), context.whole));
    context
        .bloc
        .regions()
        .forEach(region -> surpluses.add(new Quantity.FinalUseLost(stop.product(), region)));
    return surpluses;
  }

  private List<Quantity> effectQuantities(Stop stop) {
    List<Quantity> effect = new ArrayList<>(prices(stop).quantities());
    for (Account account : Account.values()) {
      effect.add(surplus(stop, context.whole, account));
    }
    effect.add(new Quantity.UnservedShare(stop.product(), context.whole));
    effect.add(new Quantity.UseGivenUp(stop.product(), context.whole));
    effect.add(new Quantity.FinalUseLost(stop.product(), context.whole));
    effect.add(surplus(stop, Region.of(stop.exporter()), Account.TOTAL));
    return effect;
  }

  /** What has to be solved and read for a card. */
  List<Request> requests(Stop stop) {
    List<Quantity> alliance = new ArrayList<>(effectQuantities(stop));
    for (Region region : context.bloc.regions()) {
      alliance.add(surplus(stop, region, Account.TOTAL));
      alliance.add(surplus(stop, region, Account.USERS));
      alliance.add(new Quantity.UnservedShare(stop.product(), region));
      alliance.add(new Quantity.UseGivenUp(stop.product(), region));
      alliance.add(new Quantity.FinalUseLost(stop.product(), region));
    }
    List<Request> requests = new ArrayList<>(requests(stop, toAll(stop)));
    requests.add(new Request(toAlliance(stop), alliance));
    return requests;
  }

  /** The card, from a study of its requests. */
  ActionPlan.LeverageCell card(Stop stop, Study study) {
    ActionPlan.StopEffect toAll = effect(stop, toAll(stop), study);
    Result chance = chance(stop);
    return new ActionPlan.LeverageCell(
        stop.id(),
        stop.exporter().alpha3(),
        stop.product(),
        basePrice(stop)
            .<Result>map(StopCards::figure)
            .orElseGet(() -> new NoFigure("USD/t", "no base price")),
        basePrice(stop).map(Price::date).orElse(""),
        effect(stop, toAlliance(stop), study),
        toAll,
        chance,
        expected(toAll.valueAddedAtRisk(), chance),
        cover.months(stop.product()),
        past.nearest(stop),
        context.bloc.regions().stream().map(region -> member(stop, region, study)).toList());
  }

  /** Chance in a year that the exporter stops what it sells of the commodity. */
  Result chance(Stop stop) {
    OptionalDouble governance =
        context
            .evidence
            .findCountry(stop.exporter())
            .map(Country::governance)
            .orElse(OptionalDouble.empty());
    return new DisruptionRates(context.evidence.resilience().disruptionRates())
        .chanceOfStop(stop.exporter(), governance)
        .<Result>map(chance ->
            Figure.ofRows(
                chance,
                "1",
                Grade.C,
                List.of("disruption_rates.csv, rows of " + stop.exporter() + " and *", METHOD)))
        .orElseGet(() -> new NoFigure("1", "unknown: the world has no rates"));
  }

  private static Result expected(Result atRisk, Result chance) {
    if (atRisk.equals(ValueAtRisk.NOTHING)) {
      return atRisk;
    }
    return atRisk instanceof Figure usd && chance instanceof Figure rate
        ? Figure.of(Derivation.Rule.PRODUCT, "USD/year", METHOD, usd, rate)
        : new NoFigure("USD/year", "unknown: value added at risk or its chance is");
  }

  private Optional<Price> basePrice(Stop stop) {
    return context.evidence.findBasePrice(stop.product(), context.vintage);
  }

  private static Figure figure(Price price) {
    return Figure.read(price.usdPerTonne(), "USD/t", price.provenance());
  }

  /** What a case does to the alliance along the chain of a product that somebody restricts. */
  ActionPlan.StopEffect effect(Stop stop, Question question, Study study) {
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
        atRisk(stop, whole, question, study),
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
        atRisk(stop, region, question, study));
  }

  private Result read(Quantity quantity, Question question, Study study) {
    return context.figure(study.get(question, quantity), quantity, question);
  }

  /** What the alliance's users lose, in the central case. */
  Reading centralUsersLoss(Stop stop, Question question, Study study) {
    Quantity users = surplus(stop, context.whole, Account.USERS);
    return study.change(reference(stop), question, users).central();
  }

  /** What an account loses: in the reference less in the case. */
  Result lost(Stop stop, Question question, Region who, Account account, Study study) {
    Quantity surplus = surplus(stop, who, account);
    return context.figure(study.change(reference(stop), question, surplus), surplus, question);
  }

  private Result gained(Stop stop, Question question, Account account, Study study) {
    Quantity surplus = surplus(stop, context.whole, account);
    return context.figure(study.change(question, reference(stop), surplus), surplus, question);
  }

  private Result further(Stop stop, Question question, Study study) {
    Quantity surplus = surplus(stop, context.whole, Account.TOTAL);
    Quantity unserved = new Quantity.UnservedShare(stop.product(), context.whole);
    Series lost = study.change(context.statusQuo(), question, surplus);
    return context.figure(
        lost.unless(study.get(context.statusQuo(), unserved), ALREADY), surplus, question);
  }

  /** Of the final use that the case ends beyond what the reference does. */
  private Result atRisk(Stop stop, Region who, Question question, Study study) {
    Quantity used = new Quantity.FinalUseLost(stop.product(), who);
    Series lost = study.change(question, reference(stop), used);
    return atRisk.of(stop.product(), who, lost, PlanContext.run(question));
  }
}
