package org.plimsoll.planner.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.commitments.PrintedDate;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Study;

/**
 * What the model makes of the controls in force from the last price before them, beside prices
 * observed since: a prediction, not a fit. The gap is what stocks, fear, leaks and the rest of the
 * market did.
 */
record PredictionPart(PlanContext context) {
  private static final String QUOTE = "quote";
  private static final String METHOD = "docs/method/shocks.md";

  /**
   * A product, its last price before a control, and the case that has the control on.
   *
   * @param under what is in force; for a control that trade of the base year shows, the share of
   *     exports that it took, taken again
   */
  private record Before(ProductId product, Price price, Question under) {}

  /** Of every product with a price of before a control, each price seen since. */
  List<ActionPlan.Prediction> predictions() {
    List<Before> before = new ArrayList<>();
    for (ProductId product : context.products()) {
      context
          .evidence
          .findOwnPrice(product, Scenario.PRE_CONTROL)
          .ifPresent(price -> before.add(new Before(product, price, context.statusQuo())));
    }
    before.addAll(alreadyTaken());
    List<Request> requests = new ArrayList<>();
    for (Before one : before) {
      requests.add(new Request(base(), List.of(delivered(one))));
      requests.add(new Request(one.under(), List.of(delivered(one))));
    }
    Study study = context.inquiry.study("predictions", requests);
    return before.stream().flatMap(one -> lines(one, study).stream()).toList();
  }

  /** Products whose control is in the base year's trade, with what it took of their exports. */
  private List<Before> alreadyTaken() {
    List<Before> before = new ArrayList<>();
    for (ExportControl control : context.evidence.exportControls()) {
      for (ExportControl.Effect effect : control.effects()) {
        if (effect.inBase() == ExportControl.InBase.YES && effect.alreadyTakenShare().isPresent()) {
          for (ProductId product : effect.products()) {
            Interval taken = effect.alreadyTakenShare().get();
            Question under = under(control, effect, product, taken);
            lastBefore(product, control.announced())
                .filter(price -> context.products().contains(product))
                .ifPresent(price -> before.add(new Before(product, price, under)));
          }
        }
      }
    }
    return before;
  }

  private Question under(
      ExportControl control, ExportControl.Effect effect, ProductId product, Interval taken) {
    CaseId id = CaseId.of("already-taken", product.commodity(), product.stage());
    Terms terms =
        Terms.of(
            id.id(), List.of(product), effect.from(), effect.to(), Status.DERIVED, control.id());
    Interval licensed = new Interval(1 - taken.high(), 1 - taken.central(), 1 - taken.low());
    return context.question(id, List.of(new BorderMeasure.ExportLicence(terms, licensed)));
  }

  /** The newest quote no later than a day. */
  private Optional<Price> lastBefore(ProductId product, String announced) {
    Optional<PrintedDate> day = PrintedDate.find(announced);
    return context.evidence.prices().stream()
        .filter(price -> price.product().equals(product) && price.vintage().equals(QUOTE))
        .filter(price ->
            day.isPresent()
                && PrintedDate.find(price.date())
                    .filter(date -> !date.last().isAfter(day.get().last()))
                    .isPresent())
        .max(Comparator.comparing(Price::date));
  }

  private Question base() {
    return Question.base(context.vintage);
  }

  /** What everybody but the restrictor pays. */
  private Quantity delivered(Before one) {
    return new Quantity.DeliveredPrice(one.product(), context.whole);
  }

  private List<ActionPlan.Prediction> lines(Before one, Study study) {
    Series rise = study.get(one.under(), delivered(one)).over(study.get(base(), delivered(one)));
    Result multiple = context.multiple(rise, one.under(), one.product());
    Figure from = Figure.read(one.price().usdPerTonne(), "USD/t", one.price().provenance());
    List<ActionPlan.Prediction> lines = new ArrayList<>();
    for (Price seen : observed(one)) {
      Figure now = Figure.read(seen.usdPerTonne(), "USD/t", seen.provenance());
      Figure risen = Figure.of(Derivation.Rule.QUOTIENT, PlanContext.MULTIPLE, METHOD, now, from);
      lines.add(
          new ActionPlan.Prediction(
              one.product(),
              context.nameOf(one.product()),
              from,
              one.price().date(),
              multiple,
              now,
              seen.date(),
              seen.location(),
              seen.liquid(),
              risen,
              multiple
                  .find()
                  .<Result>map(its ->
                      Figure.of(Derivation.Rule.QUOTIENT, PlanContext.MULTIPLE, METHOD, risen, its))
                  .orElseGet(() -> new NoFigure(PlanContext.MULTIPLE, "nothing was predicted"))));
    }
    return lines;
  }

  /** The latest price, and quotes dated after the price of before the control. */
  private List<Price> observed(Before one) {
    List<Price> seen = new ArrayList<>();
    context.evidence.findOwnPrice(one.product(), Scenario.LATEST).ifPresent(seen::add);
    Optional<PrintedDate> from = PrintedDate.find(one.price().date());
    for (Price price : context.evidence.prices()) {
      if (price.product().equals(one.product()) && price.vintage().equals(QUOTE)) {
        Optional<PrintedDate> date = PrintedDate.find(price.date());
        if (from.isPresent() && date.isPresent() && date.get().isAfter(from.get().last())) {
          seen.add(price);
        }
      }
    }
    return seen;
  }
}
