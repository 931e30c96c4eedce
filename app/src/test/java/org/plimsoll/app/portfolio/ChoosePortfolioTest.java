package org.plimsoll.app.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.portfolio.Candidate;
import org.plimsoll.planner.portfolio.Choosing;
import org.plimsoll.planner.portfolio.Effect;
import org.plimsoll.planner.portfolio.Portfolio;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Actions against China stopping gallium, of the world that comes with the program. */
class ChoosePortfolioTest {
  private static Portfolio portfolio;
  private static Evidence evidence;
  private static Scenario scenario;

  @BeforeAll
  static void choose() {
    evidence = RealWorld.evidence();
    scenario =
        ScenarioFile.read(RealWorld.ROOT.resolve("scenarios/action-plan-2026.yaml"), evidence)
            .value()
            .orElseThrow();
    portfolio = chosen(Map.of());
  }

  private static Portfolio chosen(Map<String, Double> budgets) {
    return Choosing.choose(
        evidence,
        scenario,
        new Stop(CountryCode.of("CHN"), List.of(ProductId.parse("gallium/refined"))),
        0.1,
        budgets,
        Settings.FULL.withDraws(2),
        Workers.ofAllProcessors());
  }

  private static Portfolio.Action action(String id) {
    return portfolio.actions().stream()
        .filter(action -> action.candidate().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Effect effect(String id) {
    return ((Effect.Result.Solved) action(id).effect()).effect();
  }

  @Test
  void aFloorGainsNothingInItsStopAndIsNotChosen() {
    assertEquals(0, effect("floor-gallium-refined").beta(), 1e3);
    assertTrue(
        portfolio.choices().stream()
            .flatMap(choice -> choice.actions().stream())
            .noneMatch(each -> each.kind() == Candidate.Kind.FLOOR));
  }

  /** Wagerup and a reserve stand in for one another. */
  @Test
  void aPlantAddsLessToAReserve() {
    double alone = effect("p065").beta();
    assertTrue(alone > 20e6, "alone " + alone);
    Portfolio.Pair pair =
        portfolio.pairs().stream()
            .filter(each -> each.one().id().equals("p065"))
            .filter(each -> each.other().kind() == Candidate.Kind.RESERVE)
            .findFirst()
            .orElseThrow();
    assertTrue(pair.more() < -0.3 * alone, "overlap " + pair.more());
  }

  @Test
  void whatCostsUnknownIsWeighedAndNotChosen() {
    assertTrue(action("thrift-gallium-refined").candidate().cost().isEmpty());
    assertTrue(effect("thrift-gallium-refined").beta() > 0);
    assertTrue(
        portfolio.choices().stream()
            .flatMap(choice -> choice.actions().stream())
            .allMatch(each -> each.cost().isPresent()));
  }

  @Test
  void theRecommendedSetHasTheLeastRegretAndItsOrderAddsUp() {
    double least = portfolio.recommended().regrets().get(1).largestRegret();
    assertTrue(
        portfolio.choices().stream().allMatch(c -> c.regrets().get(1).largestRegret() >= least));
    double sum = portfolio.order().stream().mapToDouble(Portfolio.Step::added).sum();
    assertEquals(portfolio.recommended().effect().beta(), sum, 1);
  }

  @Test
  void aBudgetOfNothingBuysNothing() {
    Map<String, Double> nothing = Map.of("USA", 0.0, "JPN", 0.0, "EU27", 0.0);
    Portfolio poor = chosen(nothing);
    assertTrue(
        poor.choices().stream()
            .flatMap(choice -> choice.actions().stream())
            .allMatch(each -> each.payer().isEmpty()),
        "only what stands outside the alliance is paid by others");
  }

  @Test
  void aWrongWordIsRefusedWithAWayOut() {
    Map<ChoosePortfolio, String> refused =
        Map.of(
            asked("galium", Optional.empty(), Optional.empty()),
            "Maybe you meant gallium",
            asked("gallium", Optional.of("CHN"), Optional.empty()),
            "CHN:gallium/refined",
            asked("gallium", Optional.of("CHN:lithium/refined"), Optional.empty()),
            "not in the chain of gallium",
            asked("gallium", Optional.empty(), Optional.of("GBR=1e9")),
            "the members are");
    refused.forEach((portfolioAsked, words) -> {
      Refusal refusal =
          assertThrows(
              Refusal.class,
              () ->
                  portfolioAsked.answer(
                      evidence, scenario, Settings.QUICK, Workers.ofAllProcessors()));
      String said = String.valueOf(refusal.getMessage());
      assertTrue(said.contains(words), said);
    });
    assertThrows(
        Refusal.class,
        () -> new ChoosePortfolio("", Optional.empty(), Optional.empty(), Optional.empty()));
    assertThrows(
        Refusal.class,
        () -> new ChoosePortfolio("gallium", Optional.empty(), Optional.of("2"), Optional.empty()));
  }

  private static ChoosePortfolio asked(
      String chain, Optional<String> stop, Optional<String> budgets) {
    return new ChoosePortfolio(chain, stop, Optional.empty(), budgets);
  }
}
