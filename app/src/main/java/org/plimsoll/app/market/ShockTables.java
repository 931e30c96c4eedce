package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.backtest.ShockBacktest;
import org.plimsoll.planner.backtest.ShockScore;
import org.plimsoll.planner.backtest.Yardstick;

/** Past shocks beside what the model, the curve without theory and no change say of them. */
public final class ShockTables {
  private static final int DIGITS = 2;

  /** |ln R| up to which all outcomes of an episode are no event. */
  private static final double NO_EVENT = StrictMath.log(1.35);

  /** Share of outside supply from which nearly all is lost. */
  private static final double NEAR_TOTAL = 0.5;

  private static final double MOST_TAIL_SHAPE = 0.7;

  private static final String NO_FIT = "no fit";

  private ShockTables() {}

  public static List<Table<?>> of(ShockBacktest backtest) {
    return List.of(
        scores(backtest.scores()), yardsticks(backtest), notScored(backtest.notScored()).ifAny());
  }

  private static Table<ShockScore> scores(List<ShockScore> scores) {
    return Table.of("shocks", "Past shocks: price outside over the last before", scores)
        .words("episode", "episode", s -> s.outcome().episode())
        .product("product", "product", s -> s.outcome().product().orElseThrow())
        .words("kind", "kind", s -> word(s.outcome().kind()))
        .digits(s -> DIGITS)
        .figure("months", "months", s -> s.outcome().months().orElseThrow().central())
        .share("lostShare", "lost", s -> s.outcome().lostShare().orElseThrow().central())
        .share("takenShare", "taken away", ShockScore::lostShare)
        .figure("observed", "seen ×", s -> StrictMath.exp(s.lnObserved()))
        .figure("model", "model ×", s -> StrictMath.exp(s.lnMultiple()))
        .figure("curve", "curve ×", s -> StrictMath.exp(s.lnCurve()))
        .figure(
            "leftOut", "fit without it ×", s -> left(s, l -> StrictMath.exp(l.median())), NO_FIT)
        .figure("leftOutLow", "10%", s -> left(s, l -> StrictMath.exp(l.low())), NO_FIT)
        .figure("leftOutHigh", "90%", s -> left(s, l -> StrictMath.exp(l.high())), NO_FIT)
        .figure("observedNet", "seen, net ×", s -> StrictMath.exp(s.lnObservedNet()))
        .figure("modelNet", "model, net ×", s -> StrictMath.exp(s.lnNet()))
        .figure("modelInside", "model inside ×", s -> StrictMath.exp(s.lnInside()))
        .flag("isAtCeiling", "at ceiling", ShockScore::isAtCeiling)
        .figure("tailShape", "k̂", s -> left(s, ShockScore.Foretold::tailShape), NO_FIT)
        .words("verification", "", s -> s.outcome().verification().name().toLowerCase(Locale.ROOT))
        .words("source", "", s -> s.outcome().source());
  }

  private static String word(ShockOutcome.Kind kind) {
    return switch (kind) {
      case EXPORT_CONTROL -> "export control";
      case OUTPUT_LOSS -> "output loss";
      case FEAR -> "fear";
      case DEMAND -> "demand";
    };
  }

  private static OptionalDouble left(
      ShockScore score, ToDoubleFunction<ShockScore.Foretold> value) {
    return score.left().stream().mapToDouble(value).filter(Double::isFinite).findFirst();
  }

  /** One way of foretelling over one set of episodes. */
  private record Measured(String way, String episodes, Yardstick total, Yardstick net) {}

  private static Table<Measured> yardsticks(ShockBacktest backtest) {
    List<Measured> rows = new ArrayList<>();
    boolean isFitted = backtest.scores().stream().anyMatch(s -> s.left().isPresent());
    for (Group group : groups(backtest.scores())) {
      rows.add(
          measured(
              "model, central values", group, backtest, ShockScore::lnMultiple, ShockScore::lnNet));
      if (isFitted) {
        rows.add(
            measured(
                "model, fit without the episode",
                group,
                backtest,
                s -> s.left().map(ShockScore.Foretold::median).orElse(s.lnMultiple()),
                s -> s.left().map(ShockScore.Foretold::medianNet).orElse(s.lnNet())));
      }
      rows.add(
          measured(
              "curve without theory, without the episode",
              group,
              backtest,
              ShockScore::lnCurve,
              ShockScore::lnCurveNet));
      rows.add(measured("no change", group, backtest, s -> 0, s -> 0));
    }
    return Table.of("shockErrors", "Errors of ln R, episodes weighed alike", rows)
        .words("episodes", "episodes", Measured::episodes)
        .count("count", "count", m -> m.total().episodes())
        .words("way", "way", Measured::way)
        .digits(m -> DIGITS)
        .figure("medianTotal", "median", m -> m.total().medianError())
        .figure("meanTotal", "mean", m -> m.total().meanError())
        .figure("biasTotal", "bias", m -> m.total().bias())
        .figure("medianNet", "median, net", m -> m.net().medianError())
        .figure("meanNet", "mean, net", m -> m.net().meanError())
        .figure("biasNet", "bias, net", m -> m.net().bias());
  }

  private record Group(String name, Predicate<ShockScore> isMeant) {}

  private static List<Group> groups(List<ShockScore> scores) {
    TreeSet<String> events = new TreeSet<>();
    scores.stream()
        .filter(s -> Math.abs(s.lnObserved()) > NO_EVENT)
        .forEach(s -> events.add(s.outcome().episode()));
    return List.of(
        new Group("all", s -> true),
        new Group("export controls", s -> s.outcome().kind() == ShockOutcome.Kind.EXPORT_CONTROL),
        new Group("losses of output", s -> s.outcome().kind() == ShockOutcome.Kind.OUTPUT_LOSS),
        new Group(
            "half or more lost",
            s -> s.outcome().lostShare().map(Interval::central).orElse(0.0) >= NEAR_TOTAL),
        new Group("no events", s -> !events.contains(s.outcome().episode())));
  }

  private static Measured measured(
      String way,
      Group group,
      ShockBacktest backtest,
      ToDoubleFunction<ShockScore> total,
      ToDoubleFunction<ShockScore> net) {
    return new Measured(
        way,
        group.name(),
        Yardstick.of(
            backtest.scores(), group.isMeant(), s -> total.applyAsDouble(s) - s.lnObserved()),
        Yardstick.of(
            backtest.scores(), group.isMeant(), s -> net.applyAsDouble(s) - s.lnObservedNet()));
  }

  private static Table<ShockBacktest.NotScored> notScored(List<ShockBacktest.NotScored> left) {
    return Table.of("shocksNotScored", "Shocks not scored", left)
        .words("episode", "episode", n -> n.outcome().episode())
        .words("mineral", "mineral", n -> n.outcome().mineral())
        .count("row", "row", n -> n.outcome().place().line())
        .words("why", "why", ShockBacktest.NotScored::why);
  }

  static List<String> remarks(ShockBacktest backtest) {
    List<String> remarks = new ArrayList<>();
    List<ShockScore> scores = backtest.scores();
    if (scores.isEmpty()) {
      return remarks;
    }
    remarks.add(
        String.format(
            Locale.ROOT,
            "Shocks: R is the price outside over the last before the announcement; net, over the"
                + " rise inside as well. Curve without theory on all episodes: ln R = %.2f + %.2f"
                + " ln s; net %.2f + %.2f ln s.",
            backtest.curve().lnScale(),
            backtest.curve().exponent(),
            backtest.curveNet().lnScale(),
            backtest.curveNet().exponent()));
    long ceilings = scores.stream().filter(ShockScore::isAtCeiling).count();
    remarks.add(
        String.format(
            Locale.ROOT,
            "Use goes unserved outside in %d of %d outcomes, so that the price is the assumed"
                + " ceiling.",
            ceilings,
            scores.size()));
    List<ShockScore> left = scores.stream().filter(s -> s.left().isPresent()).toList();
    if (left.isEmpty()) {
      remarks.add("No fit of these tables stands in the world: run plimsoll backtest --fit.");
    } else {
      double covered =
          left.stream()
              .filter(s ->
                  s.left().orElseThrow().low() <= s.lnObserved()
                      && s.lnObserved() <= s.left().orElseThrow().high())
              .mapToDouble(ShockScore::weight)
              .sum();
      double all = left.stream().mapToDouble(ShockScore::weight).sum();
      long weak =
          left.stream().filter(s -> s.left().orElseThrow().tailShape() > MOST_TAIL_SHAPE).count();
      remarks.add(
          String.format(
              Locale.ROOT,
              "The fit's 80%% ranges, each without its own episode, hold %.0f%% of outcomes; the"
                  + " weights of %d of %d rest on too few draws (k̂ above 0.7).",
              100 * covered / all,
              weak,
              left.size()));
    }
    Yardstick model = Yardstick.of(scores, s -> true, s -> best(s) - s.lnObserved());
    Yardstick curve = Yardstick.of(scores, s -> true, s -> s.lnCurve() - s.lnObserved());
    if (model.meanError() > curve.meanError()) {
      remarks.add(
          "The model loses to the curve without theory on these rows: its prices are orders of"
              + " magnitude.");
    }
    return remarks;
  }

  private static double best(ShockScore score) {
    return score.left().map(ShockScore.Foretold::median).orElse(score.lnMultiple());
  }
}
