package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.scenario.ScenarioFile;

/** What the Lab answers, on a world that fits in a head. */
class LabMarketsTest {
  private static final String ON = "on=tinium/refined&";
  private final LabMarkets markets = TinyLab.markets();

  private LabState state(String query) {
    Loaded<LabState> read = LabState.parse(ON + query, markets.words());
    assertEquals(List.of(), read.issues());
    return read.value();
  }

  private LabAnswer ask(String query) {
    return markets.ask(state(query));
  }

  private JsonNode json(String query) throws IOException {
    return new ObjectMapper().readTree(ask(query).json());
  }

  /** Controls in force and a scenario's own measures move the base year, and nobody gains by it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=tiny",
        "from=floored",
        "from=controlled",
        "from=controlled&h=5y",
        "from=controlled&v=latest",
        "from=controlled&floor.tinium/refined=0&keep.AAA.tinium/refined=1&release.tinium/mine=0"
      })
  void withEveryLeverAtNothingNobodyGains(String query) throws IOException {
    JsonNode json = json(query);
    assertEquals("converged", json.get("status").asText());
    for (JsonNode row : json.get("welfare")) {
      for (String part : List.of("users", "makers", "public", "rents", "stocks", "total")) {
        assertEquals(0, row.get(part + "UsdMillion").asDouble(), 0.0, row::toString);
      }
    }
    assertEquals(2, json.get("welfare").size(), "nobody is named but all members and the world");
    assertEquals(0, json.get("key").get(0).get("membersGainUsdMillion").asDouble(), 0.0);
    JsonNode product = json.get("products").get(0);
    assertEquals(product.get("allianceBeforeUsdPerTonne"), product.get("allianceAfterUsdPerTonne"));
  }

  /** Gains are the difference of two answers against the base year. */
  @Test
  void gainsCountFromTheScenarioWithItsControls() throws IOException {
    JsonNode json = json("from=controlled&floor.tinium/refined=25");
    Scenario bare = LabCase.of(state("from=controlled"), markets.words()).scenario();
    Scenario whole =
        LabCase.of(state("from=controlled&floor.tinium/refined=25"), markets.words()).scenario();
    double gain = members(solved(whole)) - members(solved(bare));
    assertTrue(Math.abs(gain) > 1_000, "the floor must move something: " + gain);
    assertTrue(Math.abs(members(solved(bare))) > 1_000, "the control must move something");
    assertEquals(gain / 1e6, json.get("key").get(0).get("membersGainUsdMillion").asDouble(), 1e-9);
  }

  private static double members(Equilibrium solved) {
    return solved.welfare().countries().stream()
        .filter(w -> !w.country().equals(TinyWorld.AAA))
        .mapToDouble(w -> w.total())
        .sum();
  }

  /** As {@code plimsoll solve} solves it. */
  private Equilibrium solved(Scenario scenario) {
    Scenario all =
        Planner.inForce(
                markets.words().evidence(), scenario, SolverLimits.USUAL, Workers.ofAllProcessors())
            .whole();
    return Answers.once(Market.of(markets.words().evidence(), all, ParameterDraw.central()))
        .getEquilibrium();
  }

  /** The scenario that a question prints is read again, and its market has the Lab's prices. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=controlled&floor.tinium/refined=25&gap.tinium/refined=exporter",
        "from=floored&floor.tinium/refined=14&keep.AAA-CCC.tinium/refined=0.5",
        "from=floored&gap.tinium/refined=exporter&in=AAA",
        "from=tiny&build=P001.P002@2027&release.tinium/refined=3&v=latest",
        "from=controlled&keep.AAA.tinium/refined=0&h=5y&v=preControl"
      })
  void itsScenarioHasTheSameMarket(String query) throws IOException {
    LabCase asked = LabCase.of(state(query), markets.words());
    Loaded<Optional<Scenario>> read =
        ScenarioFile.parse("lab.yaml", asked.yaml(), markets.words().evidence());
    assertEquals(List.of(), read.issues(), asked.yaml());
    assertEquals(asked.scenario(), read.value().orElseThrow());
    Equilibrium solved = solved(asked.scenario());
    for (JsonNode row : json(query).get("countries")) {
      if (!row.get("buyerAfterUsdPerTonne").isNull()) {
        double usd =
            solved
                .buyerPrice(TinyWorld.REFINED, CountryCode.of(row.get("country").asText()))
                .orElseThrow();
        assertEquals(usd, row.get("buyerAfterUsdPerTonne").asDouble(), 1e-6 * usd);
      }
    }
  }

  /** A lever takes the place of the scenario's own floor, bound and all; others stay. */
  @Test
  void aLeverTakesThePlaceOfTheScenariosOwn() {
    LabCase lower = LabCase.of(state("from=floored&floor.tinium/refined=11"), markets.words());
    assertEquals(List.of("ban"), lower.kept().stream().map(m -> m.id()).toList());
    assertTrue(lower.yaml().contains("usdPerTonne: 11000\n    boundUsdPerTonne: 50000"));
    LabCase gone = LabCase.of(state("from=floored&floor.tinium/refined=0"), markets.words());
    assertEquals(List.of(), gone.levers());
    LabCase half =
        LabCase.of(state("from=floored&keep.AAA-CCC.tinium/refined=0.5"), markets.words());
    assertEquals(List.of("floor", "ban"), half.kept().stream().map(m -> m.id()).toList());
    assertEquals(List.of(TinyWorld.ORE), half.kept().getLast().terms().products());
  }

  /** Under a scenario, or with levers on it. */
  @Test
  void theTitleSaysWhetherThereAreLevers() {
    assertEquals(
        "The Lab: Refined tinium under A tiny alliance", ask("from=tiny").answer().title());
    assertEquals(
        "The Lab: Refined tinium, levers on A tiny alliance",
        ask("from=tiny&keep.AAA.tinium/refined=0.5").answer().title());
  }

  @Test
  void aGapWithoutAFloorSaysSo() {
    LabAnswer answer = ask("from=tiny&gap.tinium/refined=exporter");
    assertTrue(
        answer.answer().remarks().getFirst().contains("set floor.tinium/refined"),
        answer.answer().remarks()::toString);
  }

  @Test
  void aProjectBeyondTheHorizonSaysSo() {
    assertTrue(ask("build=P001@2028").answer().remarks().getFirst().contains("Maybe h=5y"));
    assertEquals(1, ask("build=P001@2028&h=5y").asked().levers().size());
  }

  /** A control in force is a restriction like a lever, so its exporter has a price of its own. */
  @Test
  void controlsInForceTellTheRestrictorApart() throws IOException {
    JsonNode product = json("from=controlled&floor.tinium/refined=25").get("products").get(0);
    assertTrue(product.get("restrictorAfterUsdPerTonne").asDouble() > 0, product::toString);
  }

  /** CCC gets nothing from anybody: a price would be that of the assumed ceiling. */
  @Test
  void atTheCeilingNoPriceIsPrinted() throws IOException {
    String noRefinery =
        "- {type: capacityChange, by: [BBB], products: [tinium/refined], tonnesPerYear: -30,"
            + " status: assumed}";
    String query = "keep.AAA.tinium/refined=0&more=" + PackedText.pack(noRefinery).orElseThrow();
    JsonNode json = json(query);
    JsonNode product = json.get("products").get(0);
    assertTrue(product.get("allianceAfterUsdPerTonne").isNull());
    assertEquals(
        "at the assumed ceiling", product.get("missing").get("allianceAfterUsdPerTonne").asText());
    assertTrue(json.get("key").get(0).get("atLeast").asBoolean());
    assertTrue(json.get("remarks").toString().contains("losses are at least"));
  }

  @Test
  void leversWithoutAMarketSayWhereAndWhatToTry() throws IOException {
    markets.ask(state("from=tiny"));
    LabAnswer answer =
        markets.ask(state("floor.tinium/refined=25"), new SolverLimits(0, 0), () -> false);
    assertFalse(answer.isSolved());
    JsonNode json = new ObjectMapper().readTree(answer.json());
    assertEquals("not-converged", json.get("status").asText());
    JsonNode why = json.get("failure").get(0);
    for (String part : List.of("product", "node", "measure", "advice")) {
      assertFalse(why.get(part).asText().isEmpty(), why::toString);
    }
    assertEquals("lab-floor-tinium-refined", why.get("measure").asText());
    assertTrue(json.path("products").isMissingNode(), "no price where there is no market");
  }

  @Test
  void aCancelledQuestionLeavesNothingBehind() {
    LabState asked = state("floor.tinium/refined=25");
    assertThrows(
        CancellationException.class, () -> markets.ask(asked, SolverLimits.USUAL, () -> true));
    assertTrue(markets.ask(asked).isSolved());
  }

  /** Whoever asks first, and whatever was asked before: the same bytes. */
  @Test
  void theSameQuestionHasTheSameBytes() {
    String query = "from=controlled&floor.tinium/refined=25&in=AAA";
    List<String> together =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> ask(i % 2 == 0 ? query : "from=tiny&floor.tinium/refined=12").json())
            .toList();
    String alone = TinyLab.markets().ask(state(query)).json();
    assertEquals(alone, together.getFirst());
    assertEquals(alone, together.get(14));
  }

  @Test
  void scenariosThatAreKeptHaveABound() {
    for (String from : List.of("tiny", "floored", "controlled")) {
      for (String h : List.of("3m", "6m", "12m", "5y")) {
        for (String v : List.of("latest", "base2024")) {
          ask("from=%s&h=%s&v=%s".formatted(from, h, v));
        }
      }
    }
    assertEquals(LabMarkets.MOST, markets.keptCount());
  }

  /** A state of another world is answered, and says so. */
  @Test
  void anAddressOfAnotherWorldSaysSo() {
    assertFalse(ask("w=3f2a").answer().remarks().toString().contains("was made on"));
    assertTrue(ask("w=abc").answer().remarks().toString().contains("made on the world abc"));
  }
}
