package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.measures.RegimeBuilder;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Regime;

/** Measures by the chains that they touch, and the regime of each chain. */
final class MeasuresByChain {
  private final List<Measure> measures;
  private final Scenario scenario;
  private final Calibration calibration;
  private final Names names;

  /** By measure: whether it covers anything. */
  private final TreeMap<String, Boolean> covers = new TreeMap<>();

  /** By chain: the measures that touch it. */
  final List<List<Touch>> touches = new ArrayList<>();

  /** By chain: its regime under them; null where they do not touch it. */
  final List<@Nullable Regime> regimes = new ArrayList<>();

  /** By chain: the same with the calibration that it stands on. */
  private final List<Built> built = new ArrayList<>();

  /** Measures that are not in force, or on products without a market. */
  private final List<IdleMeasure> unmodelled = new ArrayList<>();

  /** A chain's calibration with the nodes of measures, and what these make of it. */
  private record Built(ChainCalibration calibrated, @Nullable Regime regime) {}

  /** A measure on one product of a chain. */
  record Touch(Measure measure, ProductId product) {
    /** Hashes names only, since a measure's own hash visits every figure. */
    @Override
    public int hashCode() {
      return 31 * measure.id().hashCode() + product.hashCode();
    }
  }

  /**
   * @param extended measures of which these are the first; chains that the others leave alone are
   *     taken from there
   */
  MeasuresByChain(
      List<Measure> measures,
      Scenario scenario,
      Calibration calibration,
      Names names,
      Optional<MeasuresByChain> extended) {
    this.measures = measures;
    this.scenario = scenario;
    this.calibration = calibration;
    this.names = names;
    int first = 0;
    if (extended.isPresent()) {
      first = extended.get().measures.size();
      touches.addAll(extended.get().touches);
      unmodelled.addAll(extended.get().unmodelled);
      covers.putAll(extended.get().covers);
    } else {
      calibration.chains.forEach(chain -> touches.add(List.of()));
    }
    measures.subList(first, measures.size()).forEach(this::sort);
    for (int c = 0; c < calibration.chains.size(); c++) {
      List<Touch> here = touches.get(c);
      boolean isSame = extended.isPresent() && extended.get().touches.get(c).equals(here);
      Built built =
          isSame
              ? extended.get().built.get(c)
              : build(calibration, calibration.calibrations.get(c), here, Optional.empty(), covers);
      this.built.add(built);
      regimes.add(built.regime);
    }
  }

  private void sort(Measure measure) {
    if (!measure.terms().isInForceOn(scenario.asOf())) {
      unmodelled.add(
          new IdleMeasure(
              measure.id(), IdleMeasure.Reason.NOT_IN_FORCE, "not in force on " + scenario.asOf()));
      return;
    }
    names.coverage(measure.terms());
    for (ProductId product : measure.terms().products()) {
      calibration.evidence().getProduct(product);
      boolean any = false;
      for (int c = 0; c < touches.size(); c++) {
        if (isTouched(calibration.chains.get(c), measure, product)) {
          List<Touch> more = new ArrayList<>(touches.get(c));
          more.add(new Touch(measure, product));
          touches.set(c, List.copyOf(more));
          any = true;
        }
      }
      if (!any) {
        unmodelled.add(
            new IdleMeasure(
                measure.id(), IdleMeasure.Reason.NOT_MODELLED, product + " has no solved market"));
      }
    }
  }

  private boolean isTouched(Chain chain, Measure measure, ProductId product) {
    return chain.findProduct(product) >= 0
        || (measure instanceof CapacityChange
            && !calibration.isModelled(product)
            && calibration.hosts(chain, product));
  }

  /**
   * A chain in another draw of the parameters.
   *
   * @param base without measures
   * @param regime what the measures make of it; empty if they no longer touch it
   */
  record Redrawn(Chain base, Optional<Regime> regime) {}

  /**
   * A chain in another draw of the parameters.
   *
   * @param isOfMeasure whether the draw differs in figures of measures alone
   */
  Redrawn redrawn(int chain, ParameterDraw draw, boolean isOfMeasure) {
    Calibration drawn =
        isOfMeasure ? calibration.withMeasuresIn(draw) : calibration.with(draw, chain);
    Optional<ChainCalibration> like = Optional.of(built.get(chain).calibrated);
    ChainCalibration its = drawn.calibrations.get(chain);
    Built there = build(drawn, its, touches.get(chain), like, new TreeMap<>());
    return new Redrawn(drawn.chains.get(chain), Optional.ofNullable(there.regime));
  }

  /**
   * @param like a calibration of the same chain, whose rows are used again if they are the same
   * @param covering receives whether each measure covers anything
   */
  private Built build(
      Calibration its,
      ChainCalibration base,
      List<Touch> here,
      Optional<ChainCalibration> like,
      SortedMap<String, Boolean> covering) {
    SortedSet<Place> members =
        scenario.zeroInternalTariffs()
            ? names.resolve(Parties.of(scenario.alliance().id()))
            : Collections.emptySortedSet();
    if (here.isEmpty() && members.isEmpty()) {
      return new Built(base, null);
    }
    ParameterDraw draw = its.parameters().draw();
    Capacities capacities = new Capacities(its, new EndUsers(names, draw).divide(base, here, like));
    boolean any = false;
    for (Touch touch : here) {
      if (touch.measure() instanceof CapacityChange change) {
        boolean covered =
            capacities.add(change, touch.product(), names.coverage(change.terms()), draw);
        covering.merge(change.id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    ChainCalibration calibrated = capacities.chain(like);
    Chain chain = calibrated.chain;
    RegimeBuilder builder = new RegimeBuilder(chain, capacities.blocks(calibrated), names, draw);
    any |= builder.freeTrade(members);
    for (Touch touch : here) {
      if (!(touch.measure() instanceof CapacityChange)) {
        boolean covered = builder.apply(touch.measure(), chain.findProduct(touch.product()));
        covering.merge(touch.measure().id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    return new Built(
        calibrated, any ? builder.build(measures, Optional.of(scenario.asOf())) : null);
  }

  /** Measures that change nothing. */
  List<IdleMeasure> listIdle() {
    List<IdleMeasure> idle = new ArrayList<>(unmodelled);
    for (Measure measure : measures) {
      boolean touched =
          touches.stream().flatMap(List::stream).anyMatch(t -> t.measure().equals(measure));
      if (touched && !covers.getOrDefault(measure.id(), false)) {
        idle.add(IdleMeasure.coversNothing(measure.id()));
      }
    }
    return idle;
  }
}
