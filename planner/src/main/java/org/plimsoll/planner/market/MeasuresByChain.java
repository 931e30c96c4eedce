package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure.CapacityChange;

/** Measures sorted by the chains that they touch, and what they make of each. */
final class MeasuresByChain {
  private final List<Measure> measures;
  private final Scenario scenario;
  private final Calibration calibration;
  private final Names names;

  /** By measure: whether it covers anything. */
  private final TreeMap<String, Boolean> covers = new TreeMap<>();

  /** By chain: the measures that touch it. */
  final List<List<Touch>> touches = new ArrayList<>();

  /** By chain: the regime that they make of it; null where they do not touch it. */
  final List<@Nullable Regime> regimes = new ArrayList<>();

  /** Measures that change nothing. */
  final List<IdleMeasure> idle = new ArrayList<>();

  /** A measure on one product of a chain. */
  record Touch(Measure measure, ProductId product) {}

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
    calibration.chains.forEach(chain -> touches.add(new ArrayList<>()));
    extended.ifPresent(e -> covers.putAll(e.covers));
    sort();
    for (int c = 0; c < calibration.chains.size(); c++) {
      int chain = c;
      Optional<MeasuresByChain> same =
          extended.filter(e -> e.touches.get(chain).equals(touches.get(chain)));
      regimes.add(
          same.isPresent()
              ? same.get().regimes.get(c)
              : regime(calibration.chains.get(c), touches.get(c)));
    }
    listThoseWithoutCover();
  }

  private void sort() {
    for (Measure measure : measures) {
      if (!measure.terms().isInForceOn(scenario.asOf())) {
        idle.add(
            new IdleMeasure(
                measure.id(),
                IdleMeasure.Reason.NOT_IN_FORCE,
                "not in force on " + scenario.asOf()));
        continue;
      }
      names.coverage(measure.terms());
      for (ProductId product : measure.terms().products()) {
        calibration.evidence().getProduct(product);
        boolean any = false;
        for (int c = 0; c < touches.size(); c++) {
          if (isTouched(calibration.chains.get(c), measure, product)) {
            touches.get(c).add(new Touch(measure, product));
            any = true;
          }
        }
        if (!any) {
          idle.add(
              new IdleMeasure(
                  measure.id(),
                  IdleMeasure.Reason.NOT_MODELLED,
                  product + " has no solved market"));
        }
      }
    }
  }

  private boolean isTouched(Chain chain, Measure measure, ProductId product) {
    return chain.findProduct(product) >= 0
        || (measure instanceof CapacityChange
            && !calibration.isModelled(product)
            && calibration.hosts(chain, product));
  }

  private @Nullable Regime regime(Chain baseChain, List<Touch> touches) {
    SortedSet<CountryCode> members =
        scenario.zeroInternalTariffs()
            ? names.resolve(Parties.of(scenario.alliance().id()))
            : Collections.emptySortedSet();
    if (touches.isEmpty() && members.isEmpty()) {
      return null;
    }
    ParameterDraw draw = calibration.parameters().draw();
    Capacities capacities = new Capacities(calibration, baseChain);
    boolean any = false;
    for (Touch touch : touches) {
      if (touch.measure() instanceof CapacityChange change) {
        double tonnes =
            draw.value("measure", change.id() + "/tonnesPerYear", change.tonnesPerYear());
        boolean covered =
            capacities.add(change, touch.product(), names.coverage(change.terms()), tonnes);
        covers.merge(change.id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    Chain chain = capacities.chain();
    RegimeBuilder builder = new RegimeBuilder(chain, capacities.blocks(chain), names, draw);
    any |= builder.freeTrade(members);
    for (Touch touch : touches) {
      if (!(touch.measure() instanceof CapacityChange)) {
        boolean covered = builder.apply(touch.measure(), chain.findProduct(touch.product()));
        covers.merge(touch.measure().id(), covered, Boolean::logicalOr);
        any |= covered;
      }
    }
    return any ? builder.build() : null;
  }

  private void listThoseWithoutCover() {
    for (Measure measure : measures) {
      boolean touched =
          touches.stream().flatMap(List::stream).anyMatch(t -> t.measure().equals(measure));
      if (touched && !covers.getOrDefault(measure.id(), false)) {
        idle.add(
            new IdleMeasure(
                measure.id(),
                IdleMeasure.Reason.COVERS_NOTHING,
                "no route, maker or buyer of the market is covered"));
      }
    }
  }
}
