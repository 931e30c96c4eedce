package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.ChainGradient;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.market.world.Sensitivities;

/**
 * What each figure of the product's chain moves over its range, by itself: first to the first
 * order, then the largest solved again at both ends. Gains are along that chain.
 */
final class LabTornado {
  /** Bars of a quantity that are solved again. */
  static final int SOLVED = 10;

  /** Bars below this share of the longest are left out. */
  private static final double SHOWN = 1e-4;

  private static final double MILLION = 1e6;

  private final LabQuestion asked;
  private final Answers answers;
  private final SolverLimits limits;

  private LabTornado(LabQuestion asked, Answers answers, SolverLimits limits) {
    this.asked = asked;
    this.answers = answers;
    this.limits = limits;
  }

  /**
   * What a figure moves.
   *
   * @param value of the figure
   * @param range of the figure
   * @param atLow change of the quantity where the figure is at its low end
   * @param atHigh the same at its high end
   * @param isSolved whether the market was solved at both ends; else to the first order
   */
  record Bar(
      LabQuantity quantity,
      Figure figure,
      double value,
      Interval range,
      double atLow,
      double atHigh,
      boolean isSolved) {
    double size() {
      return Math.max(Math.abs(atLow), Math.abs(atHigh));
    }
  }

  /**
   * The bars of a state that has a market, quantity by quantity, the longest first; none where no
   * measure touches the chain.
   *
   * @param limits of each search; ends are solved again while their time lasts
   */
  static List<Bar> of(LabQuestion asked, Answers answers, SolverLimits limits) {
    return ChainGradient.isTouched(asked.market(), asked.on())
        ? new LabTornado(asked, answers, limits).bars()
        : List.of();
  }

  private List<Bar> bars() {
    long begun = limits.clock().getAsLong();
    List<Bar> first = firstOrder();
    Set<Figure> largest = new LinkedHashSet<>();
    for (LabQuantity quantity : LabQuantity.values()) {
      first.stream()
          .filter(bar -> bar.quantity() == quantity)
          .limit(SOLVED)
          .forEach(bar -> largest.add(bar.figure()));
    }
    Map<Figure, Ends> ends = new TreeMap<>();
    Optional<Map<LabQuantity, Double>> here = solved(ParameterDraw.central());
    for (Bar bar : first) {
      if (here.isPresent()
          && largest.contains(bar.figure())
          && !ends.containsKey(bar.figure())
          && !limits.isUp(begun)) {
        ends(bar, here.get()).ifPresent(its -> ends.put(bar.figure(), its));
      }
    }
    return sorted(
        first.stream()
            .map(bar ->
                Optional.ofNullable(ends.get(bar.figure())).map(its -> its.on(bar)).orElse(bar))
            .toList());
  }

  private static List<Bar> sorted(List<Bar> bars) {
    Map<LabQuantity, Double> longest = new EnumMap<>(LabQuantity.class);
    bars.forEach(bar -> longest.merge(bar.quantity(), bar.size(), Math::max));
    return bars.stream()
        .filter(bar -> bar.size() > SHOWN * longest.getOrDefault(bar.quantity(), 0.0))
        .sorted(
            Comparator.comparing(Bar::quantity)
                .thenComparingDouble(bar -> -bar.size())
                .thenComparing(Bar::figure))
        .toList();
  }

  /** Changes of quantities at both ends of a figure. */
  private record Ends(Map<LabQuantity, Double> low, Map<LabQuantity, Double> high) {
    Bar on(Bar bar) {
      @Nullable Double atLow = low.get(bar.quantity());
      @Nullable Double atHigh = high.get(bar.quantity());
      return atLow == null || atHigh == null
          ? bar
          : new Bar(bar.quantity(), bar.figure(), bar.value(), bar.range(), atLow, atHigh, true);
    }
  }

  private Optional<Ends> ends(Bar bar, Map<LabQuantity, Double> here) {
    ParameterDraw central = ParameterDraw.central();
    return solved(central.with(bar.figure(), bar.range().low()))
        .flatMap(low ->
            solved(central.with(bar.figure(), bar.range().high()))
                .map(high -> new Ends(less(low, here), less(high, here))));
  }

  private static Map<LabQuantity, Double> less(
      Map<LabQuantity, Double> there, Map<LabQuantity, Double> here) {
    Map<LabQuantity, Double> change = new EnumMap<>(LabQuantity.class);
    there.forEach((quantity, value) -> {
      @Nullable Double from = here.get(quantity);
      if (from != null) {
        change.put(quantity, value - from);
      }
    });
    return change;
  }

  /** The chain in a draw, without and with the levers; empty where either has no market. */
  private Optional<Map<LabQuantity, Double>> solved(ParameterDraw draw) {
    Market before = asked.extended().market().chainIn(draw, asked.on());
    Market allied =
        asked.asked().hasPartners() ? asked.allied().market().chainIn(draw, asked.on()) : before;
    Outcome without = answers.solve(before, limits, limits.isCancelled());
    Outcome with =
        answers.solve(
            LabMarkets.laid(asked.asked(), asked.allied(), allied), limits, limits.isCancelled());
    if (!(without instanceof Outcome.Converged) || !(with instanceof Outcome.Converged)) {
      return Optional.empty();
    }
    Equilibrium after = with.getEquilibrium();
    Map<LabQuantity, Double> values = new EnumMap<>(LabQuantity.class);
    OptionalDouble price = after.deliveredPrice(asked.on(), asked.members());
    price.ifPresent(usd -> values.put(LabQuantity.ALLIANCE_PRICE, usd));
    values.put(LabQuantity.MEMBERS_GAIN, asked.gainUsd(after, without.getEquilibrium()) / MILLION);
    return Optional.of(values);
  }

  /** Slopes times ranges. */
  private List<Bar> firstOrder() {
    Map<LabQuantity, Goal> goals = LabSlopes.goals(asked);
    Map<LabQuantity, Map<Figure, Sensitivity>> now = sensitivities(asked.market(), goals);
    goals.remove(LabQuantity.ALLIANCE_PRICE);
    Map<LabQuantity, Map<Figure, Sensitivity>> before =
        ChainGradient.isTouched(asked.extended().market(), asked.on())
            ? sensitivities(asked.extended().market(), goals)
            : new EnumMap<>(LabQuantity.class);
    List<Bar> bars = new ArrayList<>();
    now.forEach((quantity, byFigure) -> {
      Map<Figure, Sensitivity> less = before.getOrDefault(quantity, Map.of());
      Set<Figure> figures = new LinkedHashSet<>(byFigure.keySet());
      figures.addAll(less.keySet());
      figures.forEach(figure ->
          bars.add(
              bar(
                  quantity,
                  figure,
                  Optional.ofNullable(byFigure.get(figure)),
                  Optional.ofNullable(less.get(figure)))));
    });
    return sorted(bars);
  }

  private static Bar bar(
      LabQuantity quantity,
      Figure figure,
      Optional<Sensitivity> now,
      Optional<Sensitivity> before) {
    Sensitivity any = now.or(() -> before).orElseThrow();
    double below =
        now.map(Sensitivity::below).orElse(0.0) - before.map(Sensitivity::below).orElse(0.0);
    double above =
        now.map(Sensitivity::above).orElse(0.0) - before.map(Sensitivity::above).orElse(0.0);
    return new Bar(
        quantity,
        figure,
        any.value(),
        any.range(),
        below * (any.range().low() - any.value()),
        above * (any.range().high() - any.value()),
        false);
  }

  private Map<LabQuantity, Map<Figure, Sensitivity>> sensitivities(
      Market market, Map<LabQuantity, Goal> goals) {
    Map<String, Goal> named = new LinkedHashMap<>();
    goals.forEach((quantity, goal) -> named.put(quantity.key(), goal));
    Sensitivities of = Sensitivities.at(market, asked.on(), answers, limits);
    Map<String, List<Sensitivity>> found =
        of.of(
            named,
            figure ->
                Optional.ofNullable(of.figures().get(figure))
                    .map(range -> range.low() < range.high())
                    .orElse(false));
    Map<LabQuantity, Map<Figure, Sensitivity>> byQuantity = new EnumMap<>(LabQuantity.class);
    for (LabQuantity quantity : goals.keySet()) {
      Map<Figure, Sensitivity> byFigure = new TreeMap<>();
      found
          .getOrDefault(quantity.key(), List.of())
          .forEach(s -> byFigure.put(new Figure(s.name(), s.scope()), s));
      byQuantity.put(quantity, byFigure);
    }
    return byQuantity;
  }
}
