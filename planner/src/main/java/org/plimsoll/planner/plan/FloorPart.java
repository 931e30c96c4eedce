package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.floors.FloorRule;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Solved;
import org.plimsoll.planner.study.Study;

/** Floors, reported and proposed, each tested alone at each price vintage. */
final class FloorPart {
  private final PlanContext context;
  private final List<String> vintages;

  FloorPart(PlanContext context, List<String> vintages) {
    this.context = context;
    this.vintages = List.copyOf(vintages);
  }

  List<ActionPlan.Floor> floors(List<FloorRule.Proposal> proposals) {
    List<Tested> tested = new ArrayList<>();
    for (FloorRule.Proposal proposal : proposals) {
      for (String vintage : vintages) {
        tested.add(new Tested(proposal, vintage));
      }
    }
    List<Request> requests = new ArrayList<>();
    for (Tested one : tested) {
      requests.add(new Request(Question.statusQuo(one.vintage), one.quantitiesBefore()));
      requests.add(new Request(one.question, one.quantities()));
    }
    Study study = context.inquiry.study("floors", requests);
    List<ActionPlan.Floor> floors = new ArrayList<>();
    for (FloorRule.Proposal proposal : proposals) {
      floors.add(
          floor(
              proposal,
              tested.stream()
                  .filter(one -> one.proposal.equals(proposal))
                  .map(one -> one.line(study))
                  .toList()));
    }
    return floors;
  }

  private ActionPlan.Floor floor(FloorRule.Proposal proposal, List<ActionPlan.FloorAt> at) {
    return new ActionPlan.Floor(
        proposal.product(),
        context.nameOf(proposal.product()),
        proposal.measure().terms().status(),
        proposal.measure().terms().source(),
        price(proposal, proposal.measure().usdPerTonne()),
        proposal.measure().boundUsdPerTonne().map(b -> price(proposal, Interval.exactly(b))),
        proposal.measure().gapGoesTo(),
        proposal
            .incentive()
            .<Result>map(p -> Figure.read(p.usdPerTonne(), "USD/t", p.provenance()))
            .orElseGet(() -> new NoFigure("USD/t", "not known")),
        at);
  }

  private Figure price(FloorRule.Proposal proposal, Interval price) {
    String source = proposal.measure().terms().source();
    return proposal.isReported()
        ? Figure.ofRows(price, "USD/t", Grade.B, List.of(whereReported(source)))
        : Figure.ofRows(price, "USD/t", Grade.C, List.of(source, "docs/method/floors.md"));
  }

  /** Where the fact that a scenario names was read, or the row of another register. */
  private String whereReported(String row) {
    return context.evidence.facts().stream()
        .filter(fact -> fact.id().equals(row))
        .map(fact -> fact.provenance().source().toString())
        .findFirst()
        .orElse("register row " + row);
  }

  /** A floor at a price vintage. */
  private final class Tested {
    private final FloorRule.Proposal proposal;
    private final String vintage;
    private final ProductId product;
    private final Question question;
    private final Solved held;
    private final Optional<ProductId> next;
    private final ThreePrices prices;

    Tested(FloorRule.Proposal proposal, String vintage) {
      this.proposal = proposal;
      this.vintage = vintage;
      product = proposal.product();
      question =
          new Question(
              CaseId.of("floor", product.commodity(), product.stage()),
              vintage,
              List.of(proposal.measure()));
      held = context.inquiry.ask(question).get();
      next = nextStage(product);
      prices = ThreePrices.today(context, product);
    }

    List<Quantity> quantitiesBefore() {
      List<Quantity> quantities = new ArrayList<>(surpluses());
      quantities.add(output(product));
      next.ifPresent(p -> quantities.add(output(p)));
      return quantities;
    }

    List<Quantity> quantities() {
      List<Quantity> quantities = quantitiesBefore();
      quantities.addAll(prices.quantities());
      quantities.add(levy());
      quantities.add(revenue());
      makers().forEach(maker -> quantities.add(new Quantity.MakerPrice(product, maker)));
      return quantities;
    }

    private List<Quantity> surpluses() {
      List<Quantity> quantities = new ArrayList<>();
      for (CountryCode country : context.bloc.countries()) {
        quantities.add(surplus(country, Quantity.Account.USERS));
        quantities.add(surplus(country, Quantity.Account.MAKERS));
      }
      return quantities;
    }

    private static Quantity surplus(CountryCode country, Quantity.Account account) {
      return new Quantity.Surplus(Region.of(country), account);
    }

    private Quantity output(ProductId of) {
      return new Quantity.Output(of, context.whole);
    }

    private Quantity levy() {
      return new Quantity.LargestLevy(product, context.whole);
    }

    private Quantity revenue() {
      return new Quantity.LevyRevenue(product, context.whole);
    }

    /** Members that make the product under the floor. */
    private List<CountryCode> makers() {
      return held.listMakers(product).stream().filter(context.bloc::contains).toList();
    }

    ActionPlan.FloorAt line(Study study) {
      Price base = context.evidence.findBasePrice(product, vintage).orElseThrow();
      return new ActionPlan.FloorAt(
          vintage,
          base.date(),
          verdict(study),
          Figure.read(base.usdPerTonne(), "USD/t", base.provenance()),
          makers().stream()
              .map(maker ->
                  new ActionPlan.CountryFigure(
                      maker.alpha3(), figure(study, new Quantity.MakerPrice(product, maker))))
              .toList(),
          prices.usdPerTonne(study, question),
          figure(study, levy()),
          figure(study, revenue()),
          context.bloc.regions().stream()
              .map(region ->
                  new ActionPlan.CountryFigure(
                      region.id(),
                      context.figure(userCost(study, region), "USD/year", question, product)))
              .toList(),
          outputChange(study, Optional.of(product), "no member makes it"),
          outputChange(study, next, "no next stage"),
          FindingWords.of(context.evidence, held.findings(), proposal.measure().id()));
    }

    private Result figure(Study study, Quantity quantity) {
      return context.figure(study.get(question, quantity), quantity, question);
    }

    private FloorVerdict verdict(Study study) {
      List<Double> paid = new ArrayList<>();
      for (CountryCode maker : makers()) {
        if (study.get(question, new Quantity.MakerPrice(product, maker)).central()
            instanceof Reading.Known price) {
          paid.add(price.value());
        }
      }
      double levy =
          study.get(question, levy()).central() instanceof Reading.Known known ? known.value() : 0;
      return FloorVerdict.of(proposal.measure().usdPerTonne().central(), levy, paid);
    }

    /** What users of the region lose, final users and makers of the next stage alike. */
    private Series userCost(Study study, Region region) {
      Question before = Question.statusQuo(vintage);
      Optional<Series> lost = Optional.empty();
      for (CountryCode country : region.members()) {
        Series users = study.change(before, question, surplus(country, Quantity.Account.USERS));
        Series makers =
            study
                .change(before, question, surplus(country, Quantity.Account.MAKERS))
                .map(FloorPart::lossOnly);
        Series its = users.plus(makers);
        lost = Optional.of(lost.map(sum -> sum.plus(its)).orElse(its));
      }
      return lost.orElseThrow();
    }

    /** Change of the alliance's output over that of the status quo. */
    private Result outputChange(Study study, Optional<ProductId> of, String whyNot) {
      if (of.isEmpty()) {
        return new NoFigure("1", whyNot);
      }
      Quantity output = output(of.get());
      Series before = study.get(Question.statusQuo(vintage), output);
      if (before.central() instanceof Reading.Known now && !(now.value() > 0)) {
        return new NoFigure("1", "no member makes it");
      }
      return context.figure(
          study.get(question, output).changeFrom(before), "1", question, of.get());
    }
  }

  private static Reading lossOnly(Reading reading) {
    return switch (reading) {
      case Reading.Missing missing -> missing;
      case Reading.Known known -> new Reading.Known(Math.max(0, known.value()), known.beyond());
    };
  }

  /** The first product that an activity makes of this one. */
  private Optional<ProductId> nextStage(ProductId product) {
    return context.evidence.activities().stream()
        .filter(a -> a.inputs().containsKey(product))
        .map(Activity::primary)
        .findFirst();
  }
}
