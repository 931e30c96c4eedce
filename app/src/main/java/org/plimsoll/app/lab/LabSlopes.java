package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Goal;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.draw.ParameterDraw.Figure;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.ChainGradient;
import org.plimsoll.planner.market.world.Sensitivities;

/** What a unit less and a unit more of each lever would change, to the first order. */
final class LabSlopes {
  private static final double MILLION = 1e6;
  private static final double KG_PER_TONNE = 1_000;
  private static final double PERCENTAGE_POINT = 0.01;

  /** Below a dollar of gains, or a millionth of one in a price, is rounding. */
  private static final double ROUNDING = 1e-6;

  /** By so much of exports a stop is loosened. */
  private static final double EDGE_STEP = 1e-3;

  /** Figures of measures that stand as text, as a scenario file names them. */
  private static final List<String> FIELDS =
      List.of(
          "usdPerTonne",
          "adValorem",
          "share",
          "tonnes",
          "tonnesPerYear",
          "factor",
          "strikeUsdPerTonne",
          "triggerUsdPerTonne");

  private final LabQuestion asked;
  private final LabState state;
  private final LabMarkets markets;
  private final Answers answers;
  private final SolverLimits limits;

  /** By scope of a measure's figure. */
  private final Map<String, Lever> levers = new LinkedHashMap<>();

  private LabSlopes(
      LabQuestion asked, LabState state, LabMarkets markets, Answers answers, SolverLimits limits) {
    this.asked = asked;
    this.state = state;
    this.markets = markets;
    this.answers = answers;
    this.limits = limits;
  }

  /**
   * A lever whose figure can be a little more or less.
   *
   * @param key of the address
   * @param name what it moves
   * @param unit of the lever
   * @param perUnit how many units of the measure's figure one is
   */
  record Lever(String key, String name, String unit, double perUnit) {}

  /**
   * What a lever does to a quantity.
   *
   * @param less for each unit less, the change as the lever falls; empty where it cannot fall
   * @param more for each unit more; empty where it cannot rise
   */
  record Slope(Lever lever, LabQuantity quantity, OptionalDouble less, OptionalDouble more) {
    /** Whether the two sides differ. */
    boolean isAtKink() {
      return less.isPresent() && more.isPresent() && less.getAsDouble() != -more.getAsDouble();
    }
  }

  /** What the answer is asked for. */
  static Map<LabQuantity, Goal> goals(LabQuestion asked) {
    Map<LabQuantity, Goal> goals = new EnumMap<>(LabQuantity.class);
    goals.put(LabQuantity.ALLIANCE_PRICE, Goal.deliveredPrice(asked.on(), asked.members()));
    goals.put(LabQuantity.MEMBERS_GAIN, Goal.welfare(asked.members()).times(1 / MILLION));
    return goals;
  }

  /** The slopes of a state that has a market, lever after lever. */
  static List<Slope> of(
      LabQuestion asked, LabState state, LabMarkets markets, Answers answers, SolverLimits limits) {
    return new LabSlopes(asked, state, markets, answers, limits).slopes();
  }

  private List<Slope> slopes() {
    nameLevers();
    Map<Lever, Map<LabQuantity, double[]>> sides = new LinkedHashMap<>();
    levers.values().forEach(lever -> sides.put(lever, new EnumMap<>(LabQuantity.class)));
    for (ProductId chain : asked.chains()) {
      if (ChainGradient.isTouched(asked.market(), chain)) {
        add(chain, sides);
      }
    }
    List<Slope> slopes = new ArrayList<>();
    sides.forEach((lever, byQuantity) ->
        byQuantity.forEach((quantity, its) ->
            slopes.add(new Slope(lever, quantity, slope(-its[0]), slope(its[1])))));
    slopes.addAll(edges());
    return slopes;
  }

  private static OptionalDouble slope(double perUnit) {
    return OptionalDouble.of(Math.abs(perUnit) < ROUNDING ? 0 : perUnit);
  }

  /** Levers act on one chain each, measures as text on several. */
  private void add(ProductId chain, Map<Lever, Map<LabQuantity, double[]>> sides) {
    Map<String, Goal> goals = new LinkedHashMap<>();
    goals(asked).forEach((quantity, goal) -> goals.put(quantity.key(), goal));
    if (!asked.market().listChain(chain).contains(asked.on())) {
      goals.remove(LabQuantity.ALLIANCE_PRICE.key());
    }
    Map<String, List<Sensitivity>> found =
        Sensitivities.at(asked.market(), chain, answers, limits).of(goals, this::isOfLever);
    for (LabQuantity quantity : goals(asked).keySet()) {
      for (Sensitivity s : found.getOrDefault(quantity.key(), List.of())) {
        @Nullable Lever lever = levers.get(s.scope());
        if (lever != null) {
          double[] its =
              sides
                  .computeIfAbsent(lever, l -> new EnumMap<>(LabQuantity.class))
                  .computeIfAbsent(quantity, q -> new double[2]);
          its[0] += s.below() * lever.perUnit();
          its[1] += s.above() * lever.perUnit();
        }
      }
    }
  }

  private boolean isOfLever(Figure figure) {
    return figure.name().equals("measure") && levers.containsKey(figure.scope());
  }

  private void nameLevers() {
    LabWords words = markets.words();
    Map<String, String> names = new LinkedHashMap<>();
    LabLever.list(state, words).forEach(lever -> names.put(lever.key(), lever.name()));
    state
        .floors()
        .keySet()
        .forEach(product ->
            name(
                LabKey.FLOOR.word() + "." + product,
                names,
                LabCase.id("floor", product) + "/usdPerTonne",
                "USD/kg",
                KG_PER_TONNE));
    state
        .kept()
        .keySet()
        .forEach(trade ->
            name(
                LabKey.KEEP.word() + "." + trade,
                names,
                LabCase.id("keep-" + trade.route(), trade.product()) + "/share",
                "percentage point",
                PERCENTAGE_POINT));
    state
        .built()
        .keySet()
        .forEach(row ->
            name(
                LabKey.BUILD.word() + "." + row,
                names,
                LabCase.LEVER + "build-" + row + "/tonnesPerYear",
                "t a year",
                1));
    state
        .released()
        .keySet()
        .forEach(product ->
            name(
                LabKey.RELEASE.word() + "." + product,
                names,
                LabCase.id("release", product) + "/tonnes",
                "t",
                1));
    for (Measure measure : asked.asked().levers()) {
      if (!measure.id().startsWith(LabCase.LEVER)) {
        FIELDS.forEach(field ->
            levers.put(
                measure.id() + "/" + field,
                new Lever(LabKey.MORE.word(), measure.id() + ": " + field, "unit of it", 1)));
      }
    }
  }

  private void name(
      String key, Map<String, String> names, String scope, String unit, double perUnit) {
    levers.put(scope, new Lever(key, names.getOrDefault(key, key), unit, perUnit));
  }

  /** Levers at an end have no figure: a stop licenses nothing, and may license a little more. */
  private List<Slope> edges() {
    List<Slope> slopes = new ArrayList<>();
    state
        .kept()
        .forEach((trade, share) -> {
          @Nullable Lever lever =
              levers.get(LabCase.id("keep-" + trade.route(), trade.product()) + "/share");
          if (lever != null && (share == 0 || share == 1)) {
            double step = share == 0 ? EDGE_STEP : -EDGE_STEP;
            slopes.addAll(edge(lever, state.withKept(trade, share + step), step));
          }
        });
    return slopes;
  }

  private List<Slope> edge(Lever lever, LabState there, double step) {
    Map<LabQuantity, Double> here = markets.read(state, limits);
    Map<LabQuantity, Double> moved = markets.read(there, limits);
    List<Slope> slopes = new ArrayList<>();
    here.forEach((quantity, value) -> {
      @Nullable Double other = moved.get(quantity);
      if (other != null) {
        OptionalDouble slope = slope((other - value) / Math.abs(step) * lever.perUnit());
        slopes.add(
            new Slope(
                lever,
                quantity,
                step < 0 ? slope : OptionalDouble.empty(),
                step > 0 ? slope : OptionalDouble.empty()));
      }
    });
    return slopes;
  }
}
