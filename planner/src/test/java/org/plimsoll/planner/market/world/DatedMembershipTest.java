package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.draw.ParameterDraw;

/** Who levies and who is exempt goes by the day: the first day in, the first day out. */
class DatedMembershipTest {
  private static final LocalDate CHANGE = LocalDate.of(2026, 7, 1);

  /** No customs union, so that BBB and CCC have a border between them. */
  private static final Evidence WORLD = Changed.withoutUnion(TinyWorld.evidence());

  private static Equilibrium on(LocalDate date, List<Alliance.Member> members, Measure measure) {
    Scenario s = TinyWorld.scenario(measure);
    Scenario scenario =
        new Scenario(
            s.name(),
            s.title(),
            date,
            s.horizon(),
            s.priceVintage(),
            new Alliance("core", members),
            s.zeroInternalTariffs(),
            s.controlsInForce(),
            s.measures(),
            s.stockpileBudgetUsd(),
            s.parameters());
    return Answers.once(Market.of(WORLD, scenario, ParameterDraw.central())).getEquilibrium();
  }

  private static Alliance.Member member(String party, LocalDate from, LocalDate until) {
    return new Alliance.Member(party, from, Optional.of(until));
  }

  @Test
  void whoJoinsLeviesFromThatDayOn() {
    List<Alliance.Member> members =
        List.of(
            member("BBB", CHANGE.minusYears(1), CHANGE.plusYears(1)),
            member("CCC", CHANGE, CHANGE.plusYears(1)));
    Measure floor = Make.floor(REFINED, "core", 13_000);
    Equilibrium before = on(CHANGE.minusDays(1), members, floor);
    assertTrue(before.levyUsd(REFINED, BBB) > 0);
    assertEquals(0, before.levyUsd(REFINED, CCC));
    Equilibrium after = on(CHANGE, members, floor);
    assertTrue(after.levyUsd(REFINED, BBB) > 0);
    assertTrue(after.levyUsd(REFINED, CCC) > 0);
  }

  @Test
  void anExemptionEndsWithTheMembership() {
    List<Alliance.Member> members = List.of(member("BBB", CHANGE.minusYears(1), CHANGE));
    Measure floor = Make.floor(REFINED, "CCC", "core", 13_000, BorderMeasure.GapGoesTo.IMPORTER);
    assertEquals(0, levy(on(CHANGE.minusDays(1), members, floor)));
    assertTrue(levy(on(CHANGE, members, floor)) > 0);
  }

  @Test
  void aTariffRateQuotaIsSharedByThoseWhoAreInThatDay() {
    List<Alliance.Member> members =
        List.of(
            member("BBB", CHANGE.minusYears(1), CHANGE.plusYears(1)),
            member("CCC", CHANGE, CHANGE.plusYears(1)));
    Measure quota = Make.tariffRateQuota(REFINED, "AAA", "core", 8, 0, 5);
    Equilibrium before = on(CHANGE.minusDays(1), members, quota);
    assertEquals(8, before.flow(REFINED, AAA, BBB), 1e-9);
    assertTrue(before.flow(REFINED, AAA, CCC) > 15);
    Equilibrium after = on(CHANGE, members, quota);
    assertEquals(8, after.flow(REFINED, AAA, BBB) + after.flow(REFINED, AAA, CCC), 1e-9);
  }

  private static double levy(Equilibrium e) {
    return e.listRoutes(REFINED).stream()
        .filter(route -> route.from().equals(BBB) && route.to().equals(CCC))
        .mapToDouble(Route::levyUsd)
        .sum();
  }
}
