package org.plimsoll.planner.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure.ExportLicence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.policy.ControlEvent.Months;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.backtest.LicensedShare.Basis;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/** Licences of AAA towards the union of BBB and CCC, which buys 30 t refined and 10 t ore there. */
class BacktestTest {
  private static final Backtest.Settings CENTRAL = new Backtest.Settings(1, 0, new TreeMap<>());

  private static ControlEvent event(Effect effect, double log, Optional<Interval> theta) {
    return event(effect, log, theta, List.of(REFINED), Optional.of(AAA));
  }

  private static ControlEvent event(
      Effect effect,
      double log,
      Optional<Interval> theta,
      List<ProductId> measured,
      Optional<CountryCode> origin) {
    return new ControlEvent(
        "T1",
        "tinium",
        measured,
        List.of(REFINED),
        "2025-01",
        "2025-02",
        "UNION",
        effect,
        origin,
        new Months(7, 12),
        log,
        OptionalDouble.of(0.1),
        theta,
        OptionalDouble.empty(),
        theta.isPresent() ? "licences granted" : "",
        12,
        "",
        new Place("events.csv", 2, 6));
  }

  private static Backtest run(Backtest.Settings settings, ControlEvent... events) {
    return Backtest.of(TinyWorld.evidence(), List.of(events), settings);
  }

  @Test
  void aRiseOfTheOriginIsALicenceThatDoesNotBind() {
    Backtest backtest =
        run(
            CENTRAL,
            event(Effect.ORIGIN_VOLUME, 0.25, Optional.empty()),
            event(Effect.VOLUME, 0.21, Optional.empty()),
            event(Effect.UNIT_VALUE, 0.4, Optional.empty()));
    LicensedShare share = backtest.shares().getFirst();
    assertEquals(Interval.exactly(1), share.share(), "exp(0.25 − 0.196) is above 1 as well");
    assertEquals(Basis.OBSERVED, share.basis());
    assertEquals(
        List.of(Effect.VOLUME, Effect.UNIT_VALUE),
        backtest.conditional().stream().map(s -> s.event().effect()).toList(),
        "what gave θ is not scored");
    for (Score score : backtest.conditional()) {
      assertEquals(0, score.predicted().central());
      assertEquals(-score.event().logEffect(), score.error());
      assertEquals(score.noChangeError(), score.error());
      assertFalse(score.isFitted());
    }
    // Root of the mean of 0.21² and 0.4².
    assertEquals(
        Math.sqrt((0.0441 + 0.16) / 2),
        Score.rootMeanSquare(backtest.conditional(), Score::error),
        1e-15);
  }

  @Test
  void evidenceOfLicencesLeavesTheOriginsVolumeToBeScored() {
    Optional<Interval> theta = Optional.of(Interval.exactly(0.4));
    Backtest backtest =
        run(
            CENTRAL,
            event(Effect.ORIGIN_VOLUME, Math.log(0.5), theta),
            event(Effect.UNIT_VALUE, 0.4, Optional.empty()));
    assertEquals(Basis.EVIDENCE, backtest.shares().getFirst().basis());
    Score volume = backtest.conditional().get(0);
    // 0.4 of 10 t and of 20 t may still come, and both are wanted.
    assertEquals(Math.log(0.4), volume.predicted().central(), 1e-9);
    assertEquals(Math.log(0.4 / 0.5), volume.error(), 1e-9);
    assertTrue(backtest.conditional().get(1).predicted().central() > 0.1, "goods are dearer");
  }

  /** Heading of ore (10 t, 60,000 USD) and refined (30 t, 300,000 USD): weights 1/6 and 5/6. */
  @Test
  void membersOfAHeadingAreWeightedByValue() {
    Optional<Interval> theta = Optional.of(Interval.exactly(0.4));
    Backtest backtest =
        run(
            CENTRAL,
            event(Effect.ORIGIN_VOLUME, 0, theta, List.of(ORE, REFINED), Optional.of(AAA)));
    Market market = Market.of(TinyWorld.evidence(), TinyWorld.scenario(), ParameterDraw.central());
    Terms terms =
        new Terms(
            "licence",
            List.of(REFINED),
            Parties.of("AAA"),
            Parties.of("UNION"),
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "a test");
    Equilibrium licensed =
        Answers.once(market.with(List.of(new ExportLicence(terms, Interval.exactly(0.4)))))
            .getEquilibrium();
    double ore = licensed.flow(ORE, AAA, BBB) + licensed.flow(ORE, AAA, CCC);
    assertEquals(
        Math.log(ore / 10 / 6 + 5.0 / 6 * 0.4),
        backtest.conditional().getFirst().predicted().central(),
        1e-9);
  }

  @Test
  void withoutTheOriginItIsAskedFor() {
    ControlEvent event =
        event(Effect.VOLUME, 0, Optional.empty(), List.of(REFINED), Optional.empty());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> run(CENTRAL, event));
    assertTrue(
        String.valueOf(refused.getMessage()).startsWith("events.csv:2:6: nothing says which"),
        refused.getMessage());
  }

  @Test
  void theRestrictingCountryIsNotItsOwnImporter() {
    ControlEvent event =
        event(Effect.VOLUME, 0, Optional.empty(), List.of(REFINED), Optional.of(BBB));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> run(CENTRAL, event));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("so UNION is no importer of them"),
        refused.getMessage());
  }

  private static ControlEvent at(
      CountryCode importer, Effect effect, Optional<Interval> theta, OptionalDouble others) {
    ControlEvent event = event(effect, 0.1, theta);
    return new ControlEvent(
        event.control(),
        event.minerals(),
        event.measured(),
        event.restricted(),
        event.announced(),
        event.inForce(),
        importer.alpha3(),
        effect,
        event.origin(),
        event.months(),
        event.logEffect(),
        event.standardError(),
        theta,
        others,
        event.shareSource(),
        event.horizonMonths(),
        event.note(),
        event.place());
  }

  /**
   * B and C apart: AAA bans exports to BBB alone, so that CCC, which bought two thirds of its use
   * there, loses nothing of it; a ban on both would leave it BBB's tonnes, ln 1/3.
   */
  @Test
  void aBanOfOneImporterIsNoneOfOthers() {
    Optional<Interval> ban = Optional.of(Interval.exactly(0));
    List<ControlEvent> events =
        List.of(
            at(BBB, Effect.UNIT_VALUE, ban, OptionalDouble.empty()),
            at(CCC, Effect.VOLUME, Optional.empty(), OptionalDouble.empty()));
    Evidence apart = TinyWorld.evidence().with(draft -> draft.territories = List.of());
    Backtest free = Backtest.of(apart, events, CENTRAL);
    assertEquals(
        List.of(Basis.EVIDENCE, Basis.NOT_NAMED),
        free.shares().stream().map(LicensedShare::basis).toList());
    assertEquals(Interval.exactly(1), free.shares().getLast().share());
    assertTrue(volumeAtC(free) > -0.1, free.conditional().toString());
    Backtest told =
        Backtest.of(
            apart,
            List.of(at(BBB, Effect.UNIT_VALUE, ban, OptionalDouble.of(0.1)), events.getLast()),
            CENTRAL);
    assertEquals(Interval.exactly(0.1), told.shares().getLast().share());
    assertTrue(volumeAtC(told) < -0.4, told.conditional().toString());
  }

  private static double volumeAtC(Backtest backtest) {
    return backtest.conditional().stream()
        .filter(score -> score.event().importer().equals("CCC"))
        .findFirst()
        .orElseThrow()
        .predicted()
        .central();
  }

  /** The origin's fall was measured over other months than the rest: it stands for them too. */
  @Test
  void theFallOfOtherMonthsStandsIn() {
    ControlEvent fall = event(Effect.ORIGIN_VOLUME, Math.log(0.4), Optional.empty());
    ControlEvent earlier =
        new ControlEvent(
            fall.control(),
            fall.minerals(),
            fall.measured(),
            fall.restricted(),
            fall.announced(),
            fall.inForce(),
            fall.importer(),
            Effect.VOLUME,
            fall.origin(),
            new Months(1, 6),
            -1,
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            "",
            12,
            "",
            fall.place());
    Backtest backtest = run(CENTRAL, fall, earlier);
    // The union's imports are AAA's alone: 0.4 of each lane comes.
    assertEquals(Math.log(0.4), backtest.conditional().getFirst().predicted().central(), 1e-9);
    assertEquals("line 2, months 7-12", backtest.shares().getLast().source());
  }

  /** Nobody knows θ: no conditional row, and over 0 to 1 the range holds what each end gives. */
  @Test
  void anUnknownShareIsDrawnOverItsRange() {
    Backtest.Settings settings = new Backtest.Settings(5, 20, new TreeMap<>());
    Backtest unknown = run(settings, event(Effect.VOLUME, -0.5, Optional.empty()));
    assertEquals(List.of(), unknown.conditional());
    Score score = unknown.unconditional().getFirst();
    assertEquals(20, score.draws());
    // The union's imports are AAA's alone. Twenty shares spread evenly over 0 to 1, all binding,
    // give a median of ln 0.5; the 10th and 90th percentile lie near ln 0.1 and ln 0.9.
    assertEquals(Math.log(0.5), score.predicted().central(), 0.1);
    assertEquals(Math.log(0.1), score.predicted().low(), 0.3);
    assertEquals(Math.log(0.9), score.predicted().high(), 0.1);
    assertTrue(score.isCovered());
    assertEquals(unknown, run(settings, event(Effect.VOLUME, -0.5, Optional.empty())));
  }
}
