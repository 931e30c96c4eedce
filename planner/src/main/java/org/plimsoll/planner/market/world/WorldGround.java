package org.plimsoll.planner.market.world;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.measures.RegimeBuilder;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Regime;

/**
 * The world on a scenario's date, calibrated on its base year.
 *
 * @param base the base year, calibrated and not solved
 */
record WorldGround(Scenario scenario, Calibration calibration, Names names, Equilibrium base)
    implements Ground {
  @Override
  public List<Chain> chains() {
    return calibration.chains;
  }

  @Override
  public Optional<Equilibrium> calibrated() {
    return Optional.of(base);
  }

  @Override
  public List<Repair> repairs() {
    return List.copyOf(calibration.repairs);
  }

  @Override
  public Optional<IdleMeasure> whyIdle(Measure measure) {
    return measure.terms().isInForceOn(scenario.asOf())
        ? Optional.empty()
        : Optional.of(
            new IdleMeasure(
                measure.id(),
                IdleMeasure.Reason.NOT_IN_FORCE,
                "not in force on " + scenario.asOf()));
  }

  @Override
  public boolean isTouched(Chain chain, Measure measure, ProductId product) {
    calibration.evidence().getProduct(product);
    return chain.findProduct(product) >= 0
        || (measure instanceof CapacityChange
            && !calibration.isModelled(product)
            && calibration.hosts(chain, product));
  }

  @Override
  public @Nullable Regime regime(
      int number, List<Touch> touches, Optional<Tally> solved, Effects effects) {
    return built(number, touches, Optional.empty(), effects).regime();
  }

  /** One chain alone in another draw of the parameters. */
  WorldGround chainIn(ParameterDraw draw, int number) {
    Calibration drawn = calibration.chainIn(draw, number);
    return new WorldGround(scenario, drawn, names, Equilibrium.ofBase(drawn.chains));
  }

  /** The rows of a chain under measures, ready to be drawn again. */
  Redraw redraw(int number, List<Touch> touches) {
    return new Redraw(
        this, number, touches, built(number, touches, Optional.empty(), (measure, nothing) -> {}));
  }

  /**
   * A chain's calibration with the nodes of measures, and what these make of it.
   *
   * @param regime null where nothing is to be solved
   */
  record Built(ChainCalibration calibrated, @Nullable Regime regime) {}

  /**
   * @param like a calibration of the same chain, whose rows are used again if they are the same
   */
  Built built(int number, List<Touch> touches, Optional<ChainCalibration> like, Effects effects) {
    ChainCalibration base = calibration.calibrations.get(number);
    SortedSet<Place> members =
        scenario.zeroInternalTariffs()
            ? names.resolve(Parties.of(scenario.alliance().id()))
            : Collections.emptySortedSet();
    if (touches.isEmpty() && members.isEmpty()) {
      return new Built(base, null);
    }
    ParameterDraw draw = calibration.parameters().draw();
    Capacities capacities =
        new Capacities(calibration, new EndUsers(names, draw).divide(base, touches, like));
    boolean any = false;
    for (Touch touch : touches) {
      if (touch.measure() instanceof CapacityChange change) {
        boolean covered =
            capacities.add(change, touch.product(), names.coverage(change.terms()), draw);
        effects.of(change, IdleMeasure.unless(covered, change.id()));
        any |= covered;
      }
    }
    ChainCalibration calibrated = capacities.chain(like);
    Chain chain = calibrated.chain;
    RegimeBuilder builder = new RegimeBuilder(chain, capacities.blocks(calibrated), names, draw);
    any |= builder.freeTrade(members);
    for (Touch touch : touches) {
      boolean covered = builder.apply(touch.measure(), chain.findProduct(touch.product()));
      // What there is of capacity was covered before there were rows.
      if (!(touch.measure() instanceof CapacityChange)) {
        effects.of(touch.measure(), IdleMeasure.unless(covered, touch.measure().id()));
        any |= covered;
      }
    }
    List<Measure> measures = touches.stream().map(Touch::measure).distinct().toList();
    return new Built(
        calibrated, any ? builder.build(measures, Optional.of(scenario.asOf())) : null);
  }

  /** Use without a choke that nobody may serve. */
  @Override
  public Optional<Outcome.Infeasible> stranded(Regime regime, Blame blame) {
    Chain chain = regime.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      ProductFigures product = chain.products[chain.buyerProduct[j]];
      if (!regime.buyerLive[j]
          && Double.isInfinite(product.lastChoke())
          && regime.finalUse[j].wantedAt(chain.buyerPrice0[j]) > 0) {
        return Optional.of(
            new Outcome.Infeasible(
                product.id(),
                chain.buyerCountry[j],
                blame.apply(product.id()),
                "give the product a choke price, or leave one route open"));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Outcome.Infeasible> beyondHelp(Solution solution, Blame blame) {
    return Optional.empty();
  }

  @Override
  public String advice() {
    return "try a milder measure, a higher new-route-premium, or a higher new-route-slope";
  }
}
