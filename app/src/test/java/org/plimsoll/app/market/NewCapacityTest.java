package org.plimsoll.app.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.FindingWords;
import org.plimsoll.sources.scenario.ScenarioFile;

/** Plants in a stop of gallium by China: where they act, what they make, and why not. */
class NewCapacityTest {
  private static final ProductId GALLIUM = ProductId.parse("gallium/refined");
  private static Evidence evidence;
  private static Scenario scenario;

  @BeforeAll
  static void read() {
    evidence = RealWorld.evidence();
    scenario =
        ScenarioFile.read(RealWorld.ROOT.resolve("scenarios/action-plan-2026.yaml"), evidence)
            .value()
            .orElseThrow();
  }

  private static Terms terms(String id, String from, Parties to) {
    return Terms.of(id, List.of(GALLIUM), Parties.of(from), to, Status.ASSUMED, "test");
  }

  private static Measure plant(String country, double tonnes) {
    return new SupplyMeasure.CapacityChange(
        terms("plant", country, Parties.UNNAMED), Interval.exactly(tonnes));
  }

  private static Outcome.Converged stop(List<Measure> more) {
    List<Measure> measures =
        new ArrayList<>(
            List.of(new BorderMeasure.ExportBan(terms("stop", "CHN", Parties.of("core")))));
    measures.addAll(more);
    Market market =
        Market.ofChain(evidence, scenario.withMeasures(measures), ParameterDraw.central(), GALLIUM);
    return (Outcome.Converged) Answers.once(market);
  }

  private static double members(Equilibrium solved) {
    Membership members = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    return members.resolve(Parties.of("core")).stream()
        .mapToDouble(c -> solved.welfare().find(c).map(w -> w.total()).orElse(0.0))
        .sum();
  }

  /** The world folds Greece into the rest of the European Union, whose alumina hosts gallium. */
  @Test
  void aPlantInAFoldedCountryActsInItsTerritory() {
    Equilibrium without = stop(List.of()).equilibrium();
    Equilibrium with = stop(List.of(plant("GRC", 50))).equilibrium();
    NewCapacity plant = with.listNewCapacity().getFirst();
    assertEquals(CountryCode.REST_OF_EU, plant.place());
    assertTrue(plant.runs(), plant::toString);
    assertTrue(members(with) - members(without) > 20e6, "it avoids a part of the members' loss");
  }

  @Test
  void aPlantWithoutAHostSaysSo() {
    NewCapacity plant = stop(List.of(plant("KOR", 15))).equilibrium().listNewCapacity().getFirst();
    assertEquals(0, plant.tonnes());
    assertEquals(
        "no host in South Korea has any of it left", FindingWords.whyIdle(evidence, plant));
  }

  /** Australia has no row of gallium in the base year. */
  @Test
  void aNewcomerIsListedWithWhatItMakes() {
    List<Measure> measures = List.of(plant("AUS", 100));
    Scenario asked = scenario.withMeasures(measures);
    Market market = Market.ofChain(evidence, asked, ParameterDraw.central(), GALLIUM);
    Outcome.Converged solved = (Outcome.Converged) Answers.once(market);
    String answer =
        AnswerJson.write(
            new SolvedScenario(evidence, asked, market, solved, List.of())
                .answer(List.of(GALLIUM)));
    assertTrue(answer.contains("\"country\" : \"AUS\",\n      \"outputBeforeTonnes\" : 0"));
    assertTrue(answer.contains("\"capacityTonnes\" : 100"));
  }
}
