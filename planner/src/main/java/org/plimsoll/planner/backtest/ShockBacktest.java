package org.plimsoll.planner.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;

/**
 * Shocks that happened, beside the market model, the curve without theory and no change.
 *
 * @param scores of the outcomes that the model is held against, in their order
 * @param curve without theory on all of them
 * @param curveNet the same for multiples net of the rise inside
 * @param notScored what is left out, with the reason
 */
public record ShockBacktest(
    List<ShockScore> scores, Curve curve, Curve curveNet, List<NotScored> notScored) {
  public ShockBacktest {
    scores = List.copyOf(scores);
    notScored = List.copyOf(notScored);
  }

  /** An outcome that the model is not held against. */
  public record NotScored(ShockOutcome outcome, String why) {}

  /**
   * Solves every outcome with each parameter at its central value.
   *
   * @param fitted outcomes on which the curve is fitted, with a product or without; the world's own
   * @param asked outcomes to be scored
   * @param parameters overrides of the world's parameters by name
   * @param left what a fit foretells of outcomes that it has seen, by {@link #key}
   */
  public static ShockBacktest of(
      Evidence world,
      List<ShockOutcome> fitted,
      List<ShockOutcome> asked,
      SortedMap<String, Interval> parameters,
      Map<String, ShockScore.Foretold> left) {
    List<ShockOutcome> scored = asked.stream().filter(o -> o.notScored().isEmpty()).toList();
    List<Optional<ShockCase.Answer>> answers =
        scored.parallelStream()
            .map(outcome -> new ShockCase(world, outcome, parameters).in(ParameterDraw.central()))
            .toList();
    Map<String, Long> count =
        scored.stream()
            .collect(Collectors.groupingBy(ShockOutcome::episode, Collectors.counting()));
    List<ShockOutcome> known = fitted.stream().filter(o -> o.notOnCurve().isEmpty()).toList();
    List<NotScored> leftOut = new ArrayList<>();
    asked.forEach(o -> o.notScored().ifPresent(why -> leftOut.add(new NotScored(o, why))));
    List<ShockScore> scores = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      ShockOutcome outcome = scored.get(i);
      if (answers.get(i).isEmpty()) {
        leftOut.add(new NotScored(outcome, "the market of the base year is not solved under it"));
        continue;
      }
      ShockCase.Answer answer = answers.get(i).get();
      List<ShockOutcome> others =
          known.stream().filter(o -> !o.episode().equals(outcome.episode())).toList();
      double share = outcome.lostShare().orElseThrow().central();
      scores.add(
          new ShockScore(
              outcome,
              1.0 / count.getOrDefault(outcome.episode(), 1L),
              StrictMath.log(answer.multiple()),
              StrictMath.log(answer.net(outcome.kind())),
              StrictMath.log(answer.insideMultiple().orElse(1)),
              answer.isAtCeiling(),
              answer.lostShare(),
              curve(others, ShockBacktest::lnTotal).at(share),
              curve(others, ShockBacktest::lnNet).at(share),
              Optional.ofNullable(left.get(key(outcome)))));
    }
    return new ShockBacktest(
        scores, curve(known, ShockBacktest::lnTotal), curve(known, ShockBacktest::lnNet), leftOut);
  }

  /** Names an outcome: episode and months. */
  public static String key(ShockOutcome outcome) {
    return outcome.episode() + "/" + months(outcome);
  }

  static double months(ShockOutcome outcome) {
    return outcome.months().orElseThrow().central();
  }

  private static double lnTotal(ShockOutcome outcome) {
    return StrictMath.log(outcome.multiple().orElseThrow().central());
  }

  private static double lnNet(ShockOutcome outcome) {
    return StrictMath.log(outcome.netMultiple().orElseThrow().central());
  }

  private static Curve curve(List<ShockOutcome> outcomes, ToDoubleFunction<ShockOutcome> ln) {
    Map<String, Long> count =
        outcomes.stream()
            .collect(Collectors.groupingBy(ShockOutcome::episode, Collectors.counting()));
    return Curve.fit(
        outcomes,
        o -> 1.0 / count.getOrDefault(o.episode(), 1L),
        o -> o.lostShare().orElseThrow().central(),
        ln);
  }
}
