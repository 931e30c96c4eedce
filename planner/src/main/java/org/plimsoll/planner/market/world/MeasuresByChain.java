package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.market.rows.Regime;

/** Measures by the chains that they touch, and the regime of each chain. */
final class MeasuresByChain {
  private final List<Measure> measures;
  private final Ground ground;

  /** By measure: why it changes nothing; nothing where it changes something. */
  private final TreeMap<String, Optional<IdleMeasure>> effects = new TreeMap<>();

  /** By chain: the measures that touch it. */
  final List<List<Ground.Touch>> touches = new ArrayList<>();

  /**
   * By chain: the regime that they make of it; null where they do not touch it, or where that is
   * known only when the base is.
   */
  final List<@Nullable Regime> regimes = new ArrayList<>();

  /** Measures that are not in force, or on products without a market. */
  private final List<IdleMeasure> unmodelled = new ArrayList<>();

  /**
   * @param extended measures of which these are the first; chains that the others leave alone are
   *     taken from there
   */
  MeasuresByChain(List<Measure> measures, Ground ground, Optional<MeasuresByChain> extended) {
    this.measures = measures;
    this.ground = ground;
    int first = 0;
    if (extended.isPresent()) {
      first = extended.get().measures.size();
      touches.addAll(extended.get().touches);
      unmodelled.addAll(extended.get().unmodelled);
      effects.putAll(extended.get().effects);
    } else {
      ground.chains().forEach(chain -> touches.add(List.of()));
    }
    measures.subList(first, measures.size()).forEach(this::sort);
    for (int c = 0; c < touches.size(); c++) {
      List<Ground.Touch> here = touches.get(c);
      boolean isSame = extended.isPresent() && extended.get().touches.get(c).equals(here);
      regimes.add(
          isSame
              ? extended.get().regimes.get(c)
              : ground.calibrated().isPresent()
                  ? ground.regime(c, here, Optional.empty(), this::note)
                  : null);
    }
  }

  private void note(Measure measure, Optional<IdleMeasure> nothing) {
    effects.merge(measure.id(), nothing, (a, b) -> a.isEmpty() ? a : b);
  }

  private void sort(Measure measure) {
    Optional<IdleMeasure> idle = ground.whyIdle(measure);
    if (idle.isPresent()) {
      unmodelled.add(idle.get());
      return;
    }
    ground.names().coverage(measure.terms());
    for (ProductId product : measure.terms().products()) {
      boolean any = false;
      for (int c = 0; c < touches.size(); c++) {
        if (ground.isTouched(ground.chains().get(c), measure, product)) {
          List<Ground.Touch> more = new ArrayList<>(touches.get(c));
          more.add(new Ground.Touch(measure, product));
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

  /** Measures that change nothing, where the base is calibrated. */
  List<IdleMeasure> listIdle() {
    return listIdle(effects);
  }

  /** The same on a base that was solved, by chain. */
  List<IdleMeasure> listIdleOn(List<Tally> bases) {
    MeasuresByChain told = new MeasuresByChain(measures, ground, Optional.empty());
    for (int c = 0; c < touches.size(); c++) {
      ground.regime(c, touches.get(c), Optional.of(bases.get(c)), told::note);
    }
    return listIdle(told.effects);
  }

  private List<IdleMeasure> listIdle(Map<String, Optional<IdleMeasure>> told) {
    List<IdleMeasure> idle = new ArrayList<>(unmodelled);
    for (Measure measure : measures) {
      boolean touched =
          touches.stream().flatMap(List::stream).anyMatch(t -> t.measure().equals(measure));
      if (touched) {
        told.getOrDefault(measure.id(), Optional.of(IdleMeasure.coversNothing(measure.id())))
            .ifPresent(idle::add);
      }
    }
    return idle;
  }
}
