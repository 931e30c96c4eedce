package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Sourcing;

/** Each finding where it must appear, and where it must not. */
class FindingsTest {
  private static <T extends Finding> List<T> find(Class<T> type, Measure... measures) {
    return find(type, TinyWorld.evidence(), Map.of(), measures);
  }

  private static <T extends Finding> List<T> find(
      Class<T> type,
      Evidence evidence,
      Map<org.plimsoll.model.commodity.ProductId, Sourcing> sourcing,
      Measure... measures) {
    Market market =
        Market.of(evidence, TinyWorld.scenario(measures), ParameterDraw.central(), sourcing);
    return Answers.once(market).getEquilibrium().listFindings().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void aFloorBelowTheMarketIsIdle() {
    List<Finding.FloorIdle> found =
        find(Finding.FloorIdle.class, Make.floor(REFINED, "core", 8_000));
    assertEquals(1, found.size());
    assertEquals(8_000, found.getFirst().floorUsdPerTonne());
    assertEquals(10_000, found.getFirst().cheapestUsdPerTonne(), 1e-6);
    assertTrue(find(Finding.FloorIdle.class, Make.floor(REFINED, "core", 13_000)).isEmpty());
  }

  @Test
  void anUndertakingIsLookedAtLikeAFloor() {
    assertEquals(1, find(Finding.FloorIdle.class, Make.undertaking(REFINED, "core", 8_000)).size());
    assertTrue(find(Finding.FloorIdle.class, Make.undertaking(REFINED, "core", 13_000)).isEmpty());
    assertEquals(
        Finding.FloorNotHeld.Reason.NO_LEVIED_IMPORTS,
        find(
                Finding.FloorNotHeld.class,
                Make.undertaking(REFINED, "core", 500_000),
                Make.ban(REFINED, "AAA", ""))
            .getFirst()
            .reason());
    assertTrue(
        find(Finding.EffectiveProtection.class, Make.undertaking(ORE, "core", 8_000))
                .getFirst()
                .rate()
            < 0);
  }

  @Test
  void aLevyOnAPartOfTheGapIsIdleAboveItsFirstBandAndNeverBroken() {
    // Trigger 11,000: nothing is levied at 9,900 and above, and goods cost 10,000.
    Finding.FloorIdle idle =
        find(Finding.FloorIdle.class, Make.partialLevy(REFINED, "core", 11_000)).getFirst();
    assertEquals(9_900, idle.floorUsdPerTonne(), 1e-9);
    assertEquals(10_000, idle.cheapestUsdPerTonne(), 1e-6);
    assertTrue(find(Finding.FloorIdle.class, Make.partialLevy(REFINED, "core", 20_000)).isEmpty());
    assertTrue(
        find(
                Finding.FloorNotHeld.class,
                Make.partialLevy(REFINED, "core", 500_000),
                Make.ban(REFINED, "AAA", ""))
            .isEmpty());
    Measure ore = Make.partialLevy(ORE, "core", 20_000);
    assertTrue(find(Finding.EffectiveProtection.class, ore).getFirst().rate() < 0);
    assertTrue(find(Finding.NextStageImportsRise.class, ore).getFirst().importsAfter() > 30);
    assertTrue(
        find(Finding.EffectiveProtection.class, Make.partialLevy(ORE, "core", 6_000)).isEmpty());
  }

  @Test
  void aFloorIsBrokenWhereNothingLeviedComesIn() {
    BorderMeasure.PriceFloor floor = Make.floor(REFINED, "core", 500_000);
    List<Finding.FloorNotHeld> found =
        find(Finding.FloorNotHeld.class, floor, Make.ban(REFINED, "AAA", ""));
    assertEquals(1, found.size());
    assertEquals(Finding.FloorNotHeld.Reason.NO_LEVIED_IMPORTS, found.getFirst().reason());
    assertTrue(found.getFirst().importersUsdPerTonne() < 500_000);
    assertTrue(find(Finding.FloorNotHeld.class, Make.floor(REFINED, "core", 13_000)).isEmpty());
  }

  @Test
  void aFloorIsBrokenWhereAnExemptOriginUndercutsIt() {
    BorderMeasure.PriceFloor exempt =
        new BorderMeasure.PriceFloor(
            Make.terms("floor", REFINED, Parties.UNNAMED, Parties.of("CCC"), Parties.of("BBB")),
            Interval.exactly(13_000),
            java.util.Optional.empty(),
            BorderMeasure.GapGoesTo.IMPORTER);
    List<Finding.FloorNotHeld> found = find(Finding.FloorNotHeld.class, exempt);
    assertEquals(Finding.FloorNotHeld.Reason.EXEMPT_ORIGIN_UNDERCUTS, found.getFirst().reason());

    List<Finding.LeakyExemption> leaks = find(Finding.LeakyExemption.class, exempt);
    assertEquals(BBB, leaks.getFirst().partner());
    assertEquals(10, leaks.getFirst().soldBefore(), 1e-9);
    assertTrue(leaks.getFirst().soldAfter() > 10);
    assertTrue(leaks.getFirst().bought() > 0);
    // Behind the same floor the partner leaks nothing.
    assertTrue(find(Finding.LeakyExemption.class, Make.floor(REFINED, "core", 13_000)).isEmpty());
  }

  @Test
  void aFloorOnOreTaxesTheRefiners() {
    List<Finding.EffectiveProtection> found =
        find(Finding.EffectiveProtection.class, Make.floor(ORE, "core", 8_000));
    Finding.EffectiveProtection it = found.getFirst();
    assertEquals("tinium-refining", it.activity());
    assertEquals(0.6, it.costShare(), 1e-12);
    assertEquals((it.outputRate() - 0.6 * it.inputRate()) / 0.4, it.rate(), 1e-12);
    assertTrue(it.rate() < 0);

    Finding.NextStageShrinks less =
        find(Finding.NextStageShrinks.class, Make.floor(ORE, "core", 8_000)).getFirst();
    assertEquals("tinium-refining", less.activity());
    assertEquals(30, less.outputBefore(), 1e-12);
    assertTrue(less.outputAfter() < 30);

    List<Finding.NextStageImportsRise> imports =
        find(Finding.NextStageImportsRise.class, Make.floor(ORE, "core", 8_000));
    assertEquals(REFINED, imports.getFirst().product());
    assertEquals(30, imports.getFirst().importsBefore(), 1e-9);
    assertTrue(imports.getFirst().importsAfter() > 30);
  }

  @Test
  void aFloorIsHeldAgainstTheMarketItIsPutOn() {
    // A tariff on refined goods has changed the refiners' output already: that is not the floor's.
    Market taxed =
        Market.of(
            TinyWorld.evidence(),
            TinyWorld.scenario(Make.tariff(REFINED, "AAA", "CCC", 0.5)),
            ParameterDraw.central());
    double before = Answers.once(taxed).getEquilibrium().output("tinium-refining", BBB);
    assertTrue(before > 30.1, "the tariff must be felt: " + before);
    Finding.NextStageShrinks less =
        Answers.once(taxed.and(List.of(Make.floor(ORE, "core", 8_000))))
            .getEquilibrium()
            .listFindings()
            .stream()
            .filter(Finding.NextStageShrinks.class::isInstance)
            .map(Finding.NextStageShrinks.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(before, less.outputBefore(), 1e-9);
    // An idle floor changes nothing of the kind.
    assertTrue(find(Finding.NextStageShrinks.class, Make.floor(ORE, "core", 1_000)).isEmpty());
  }

  @Test
  void aFloorOnTheNextStageAsWellProtectsThem() {
    BorderMeasure.PriceFloor ore = Make.floor(ORE, "core", 6_500);
    BorderMeasure.PriceFloor refined =
        new BorderMeasure.PriceFloor(
            Make.terms("next", REFINED, Parties.UNNAMED, Parties.of("core"), Parties.of("core")),
            Interval.exactly(16_000),
            java.util.Optional.empty(),
            BorderMeasure.GapGoesTo.IMPORTER);
    assertTrue(find(Finding.EffectiveProtection.class, ore, refined).isEmpty());
    assertTrue(find(Finding.NextStageImportsRise.class, ore, refined).isEmpty());
  }

  @Test
  void alikeGoodsAtTheFloorLeaveTheirOriginOpen() {
    Evidence evidence = Changed.withoutUnion(TinyWorld.evidence());
    BorderMeasure.PriceFloor floor =
        Make.floor(REFINED, "CCC", "", 13_000, BorderMeasure.GapGoesTo.IMPORTER);
    List<Finding.NotIdentified> found =
        find(
            Finding.NotIdentified.class,
            evidence,
            Map.of(REFINED, new Sourcing.Homogeneous(0.05)),
            floor);
    assertEquals(List.of(AAA, BBB), found.getFirst().origins());
    assertEquals(
        "origins keep their base flows, each answering by ε = 0.05", found.getFirst().rule());
    assertTrue(find(Finding.NotIdentified.class, evidence, Map.of(), floor).isEmpty());
    // An undertaking leaves it open as well; under a partial levy prices tell origins apart.
    Map<org.plimsoll.model.commodity.ProductId, Sourcing> alike =
        Map.of(REFINED, new Sourcing.Homogeneous(0.05));
    Measure undertaking =
        BorderMeasure.PriceFloor.undertaking(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), Parties.UNNAMED),
            Interval.exactly(13_000));
    assertEquals(
        List.of(AAA, BBB),
        find(Finding.NotIdentified.class, evidence, alike, undertaking).getFirst().origins());
    Measure partial =
        new BorderMeasure.PartialLevy(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), Parties.UNNAMED),
            Interval.exactly(20_000),
            LevyLadder.SPECIAL_SAFEGUARD);
    assertTrue(find(Finding.NotIdentified.class, evidence, alike, partial).isEmpty());
  }

  @Test
  void anExemptOriginUndercutsAnUndertakingButNoPartialLevy() {
    Parties exempt = Parties.of("BBB");
    Measure undertaking =
        BorderMeasure.PriceFloor.undertaking(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), exempt),
            Interval.exactly(13_000));
    Finding.FloorNotHeld broken = find(Finding.FloorNotHeld.class, undertaking).getFirst();
    assertEquals(Finding.FloorNotHeld.Reason.EXEMPT_ORIGIN_UNDERCUTS, broken.reason());
    assertEquals(13_000, broken.floorUsdPerTonne());
    assertTrue(broken.importersUsdPerTonne() < 13_000);
    // Nobody undercuts one below the market, and a levy on a part of the gap holds no price.
    Measure low =
        BorderMeasure.PriceFloor.undertaking(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), exempt),
            Interval.exactly(8_000));
    assertTrue(find(Finding.FloorNotHeld.class, low).isEmpty());
    Measure partial =
        new BorderMeasure.PartialLevy(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), exempt),
            Interval.exactly(20_000),
            LevyLadder.SPECIAL_SAFEGUARD);
    assertTrue(find(Finding.FloorNotHeld.class, partial).isEmpty());
  }

  @Test
  void theNextStageShrinksUnderAnyLevyOnItsInput() {
    for (Measure felt :
        List.of(Make.undertaking(ORE, "core", 8_000), Make.partialLevy(ORE, "core", 20_000))) {
      Finding.NextStageShrinks less = find(Finding.NextStageShrinks.class, felt).getFirst();
      assertEquals("tinium-refining", less.activity());
      assertEquals(30, less.outputBefore(), 1e-12);
      assertTrue(less.outputAfter() < 29, less.toString());
      Finding.EffectiveProtection tax = find(Finding.EffectiveProtection.class, felt).getFirst();
      assertEquals((tax.outputRate() - 0.6 * tax.inputRate()) / 0.4, tax.rate(), 1e-12);
      assertTrue(tax.rate() < -0.01, tax.toString());
    }
    // Not under one that nobody meets, nor where the levy is on what the stage makes.
    for (Measure idle :
        List.of(
            Make.undertaking(ORE, "core", 4_000),
            Make.partialLevy(ORE, "core", 6_000),
            Make.undertaking(REFINED, "core", 13_000),
            Make.partialLevy(REFINED, "core", 20_000))) {
      assertTrue(find(Finding.NextStageShrinks.class, idle).isEmpty(), idle.toString());
      assertTrue(find(Finding.EffectiveProtection.class, idle).isEmpty(), idle.toString());
    }
  }

  @Test
  void anExemptPartnerLeaksUnderAnUndertakingAndAPartialLevyToo() {
    Measure undertaking =
        BorderMeasure.PriceFloor.undertaking(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), Parties.of("BBB")),
            Interval.exactly(13_000));
    Measure partial =
        new BorderMeasure.PartialLevy(
            Make.terms("all", REFINED, Parties.UNNAMED, Parties.of("CCC"), Parties.of("BBB")),
            Interval.exactly(20_000),
            LevyLadder.SPECIAL_SAFEGUARD);
    for (Measure measure : List.of(undertaking, partial)) {
      Finding.LeakyExemption leak = find(Finding.LeakyExemption.class, measure).getFirst();
      assertEquals(BBB, leak.partner());
      assertTrue(leak.soldAfter() > leak.soldBefore());
    }
    assertTrue(
        find(Finding.LeakyExemption.class, Make.undertaking(REFINED, "core", 13_000)).isEmpty());
    assertTrue(
        find(Finding.LeakyExemption.class, Make.partialLevy(REFINED, "core", 20_000)).isEmpty());
  }
}
