package org.plimsoll.planner.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.TradeClass;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.policy.ShockOutcome.Kind;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;

/** Past shocks in the tiny world, the curve without theory, and the fit. */
class ShockBacktestTest {
  private static ShockOutcome outcome(
      String episode, Kind kind, double share, double months, double multiple) {
    return outcome(
        episode,
        Optional.of(REFINED),
        kind,
        Optional.of(Interval.exactly(share)),
        Optional.of(Interval.exactly(months)),
        Optional.of(Interval.exactly(multiple)));
  }

  private static ShockOutcome outcome(
      String episode,
      Optional<ProductId> product,
      Kind kind,
      Optional<Interval> share,
      Optional<Interval> months,
      Optional<Interval> multiple) {
    return new ShockOutcome(
        episode,
        "tinium",
        "tinium/refined",
        product,
        List.of(),
        TradeClass.MINOR,
        List.of(AAA),
        "a fixture",
        kind,
        "all",
        "2024-01-01",
        Optional.of(Interval.exactly(0.5)),
        "fixture",
        months,
        share,
        "quote",
        "nowhere",
        "",
        "",
        "USD/t",
        multiple,
        Optional.of(Interval.exactly(1.2)),
        ShockOutcome.Verification.DERIVED,
        "fixture",
        "",
        "fit",
        new Place("episodes.csv", 2, 1));
  }

  private static ShockBacktest run(List<ShockOutcome> outcomes) {
    return ShockBacktest.of(TinyWorld.evidence(), outcomes, outcomes, new TreeMap<>(), Map.of());
  }

  @Test
  void theShareThatWasLostIsTakenAwayWhateverTheRestrictorSellsToday() {
    // Outside AAA 60 t are used and 30 come from there: at most half can be taken away.
    List<ShockScore> scores =
        run(List.of(
                outcome("less", Kind.EXPORT_CONTROL, 0.2, 12, 2),
                outcome("more", Kind.EXPORT_CONTROL, 0.8, 12, 2),
                outcome("loss", Kind.OUTPUT_LOSS, 0.2, 12, 2),
                outcome("fear", Kind.FEAR, 0.2, 12, 2)))
            .scores();
    assertEquals(0.2, scores.get(0).lostShare(), 1e-9);
    assertEquals(0.5, scores.get(1).lostShare(), 1e-9);
    assertEquals(0.2, scores.get(2).lostShare(), 1e-9);
    assertTrue(scores.get(0).lnMultiple() > 0);
    assertTrue(scores.get(1).lnMultiple() > scores.get(0).lnMultiple());
    // Nothing is lost by fear, and without precautionary buying nothing happens.
    assertEquals(0, scores.get(3).lnMultiple(), 1e-6);
    // Of a control the net multiple is over the rise inside, of a loss it is the same.
    assertEquals(Math.log(2 / 1.2), scores.get(0).lnObservedNet(), 1e-12);
    assertEquals(Math.log(2), scores.get(2).lnObservedNet(), 1e-12);
  }

  @Test
  void theCurveIsFittedWithoutTheEpisodeThatItForetells() {
    // Three episodes on R = 4 s^0.5 and one far off: what the three say does not move the fourth.
    List<ShockOutcome> outcomes = new ArrayList<>();
    for (double share : new double[] {0.1, 0.2, 0.4}) {
      outcomes.add(outcome("e" + share, Kind.OUTPUT_LOSS, share, 12, 4 * Math.sqrt(share)));
    }
    outcomes.add(outcome("odd", Kind.OUTPUT_LOSS, 0.3, 12, 30));
    ShockBacktest backtest = run(outcomes);
    assertEquals(Math.log(4 * Math.sqrt(0.3)), backtest.scores().get(3).lnCurve(), 1e-9);
    assertTrue(backtest.curve().lnScale() > Math.log(4));
  }

  @Test
  void episodesCountAlikeHoweverManyOutcomesTheyHave() {
    List<ShockScore> scores =
        run(List.of(
                outcome("many", Kind.FEAR, 0, 3, 2),
                outcome("many", Kind.FEAR, 0, 6, 2),
                outcome("many", Kind.FEAR, 0, 12, 2),
                outcome("one", Kind.FEAR, 0, 12, 8)))
            .scores();
    Yardstick none = Yardstick.of(scores, s -> true, s -> -s.lnObserved());
    assertEquals(2, none.episodes());
    assertEquals((Math.log(2) + Math.log(8)) / 2, none.meanError(), 1e-12);
    assertEquals(-none.meanError(), none.bias(), 1e-12);
  }

  @Test
  void whatIsNotScoredIsNamedWithItsReason() {
    ShockOutcome first = outcome("one", Kind.FEAR, 0, 12, 2);
    ShockOutcome blank =
        outcome(
            "blank",
            Optional.of(REFINED),
            Kind.FEAR,
            Optional.of(Interval.exactly(0.1)),
            Optional.of(Interval.exactly(3)),
            Optional.empty());
    ShockBacktest backtest = run(List.of(first, blank));
    assertEquals(1, backtest.scores().size());
    assertEquals("no price after over before", backtest.notScored().getFirst().why());
  }

  @Test
  void theFitTurnsToTheDrawsThatForetellWhatHappened() {
    // Draw d foretells ln R = d/100 of every outcome; all outcomes are at 0.5.
    List<ShockOutcome> outcomes = new ArrayList<>();
    for (int e = 0; e < 12; e++) {
      outcomes.add(outcome("e" + e, Kind.OUTPUT_LOSS, 0.2, 12, Math.exp(0.5)));
    }
    List<ShockFit.Draw> draws = new ArrayList<>();
    for (int d = 0; d < 100; d++) {
      ShockFit.Foretold said = new ShockFit.Foretold(d / 100.0, d / 100.0, d > 90);
      draws.add(new ShockFit.Draw(d, 0.25, Collections.nCopies(outcomes.size(), said)));
    }
    ShockFit fit = new ShockFit(outcomes, draws, List.of());
    List<Integer> posterior = fit.resample(200);
    assertEquals(200, posterior.size());
    assertEquals(
        50, posterior.stream().mapToInt(n -> n).average().orElseThrow(), 1, "mean of the draws");
    assertTrue(posterior.stream().allMatch(n -> n > 10 && n < 90));
    double effective = ShockFit.effectiveDraws(fit.weights());
    assertTrue(effective > 20 && effective < 60, "worth " + effective);
    ShockScore.Foretold left = fit.leaveOneOut().values().stream().findFirst().orElseThrow();
    assertEquals(0.5, left.median(), 0.02);
    // The model's error of 0.25 is in the range: 1.28 of it to each side, and a little more.
    assertEquals(0.5 - 1.2816 * 0.25, left.low(), 0.05);
    assertEquals(0, left.ceilingShare(), 1e-3);
  }

  @Test
  void aDrawIsKnownByItsNumber() {
    List<ShockOutcome> outcomes = List.of(outcome("one", Kind.EXPORT_CONTROL, 0.3, 6, 2));
    ShockFit.Draw first = ShockFit.solve(TinyWorld.evidence(), outcomes, 7, 3).orElseThrow();
    assertEquals(first, ShockFit.solve(TinyWorld.evidence(), outcomes, 7, 3).orElseThrow());
    assertFalse(
        first
            .foretold()
            .equals(ShockFit.solve(TinyWorld.evidence(), outcomes, 7, 4).orElseThrow().foretold()));
  }

  @Test
  void theShapeOfTheTailIsThatOfParetoDraws() {
    // Weights u^(−k) of uniform u have a tail of shape k.
    for (double shape : new double[] {0.2, 0.5, 0.9}) {
      SplittableRandom random = new SplittableRandom(11);
      double[] weights = new double[20_000];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = Math.pow(random.nextDouble(), -shape);
      }
      assertEquals(shape, TailShape.of(weights), 0.1);
    }
    assertEquals(Double.POSITIVE_INFINITY, TailShape.of(new double[] {1, 2, 3}));
  }
}
