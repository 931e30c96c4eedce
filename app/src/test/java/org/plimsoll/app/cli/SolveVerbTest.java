package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code plimsoll solve}: a scenario's market before and after. */
class SolveVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path root;

  /** A tax of a fifth on what AAA exports, and nothing else. */
  static Scenario taxed() {
    Terms terms =
        new Terms(
            "tax",
            List.of(TinyWorld.REFINED),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "a test");
    return TinyWorld.scenario(new BorderMeasure.ExportTax(terms, Interval.exactly(0.2)));
  }

  @BeforeEach
  void writeScenario() throws IOException {
    Files.createDirectories(root.resolve("scenarios"));
    Files.writeString(root.resolve("scenarios/action-plan-2026.yaml"), ScenarioFile.print(taxed()));
  }

  /** AAA exports 40 t at most, of which a quota of a thousand takes nothing. */
  @Test
  void aMeasureThatChangesNothingIsNamed() throws IOException {
    List<Measure> measures = new ArrayList<>(taxed().measures());
    measures.add(
        new BorderMeasure.ExportQuota(terms("wide", "AAA", "CCC"), Interval.exactly(1_000)));
    Files.writeString(
        root.resolve("scenarios/action-plan-2026.yaml"),
        ScenarioFile.print(taxed().withMeasures(measures)));
    assertEquals(0, run("solve", "--product", "tinium/refined"), err.toString());
    String told = "Measure wide changes nothing: the market without it is the same.";
    assertTrue(out.toString().contains(told), out.toString());
    assertFalse(out.toString().contains("Measure tax changes nothing"), out.toString());
  }

  @Test
  void whatContractsPayAndWhatLeaksIsListed() throws IOException {
    BorderMeasure.Leakage leakage =
        new BorderMeasure.Leakage(Interval.exactly(300), Optional.empty(), Parties.of("BBB"));
    Scenario scenario =
        TinyWorld.scenario(
            new SupplyMeasure.ContractForDifference(
                terms("contract", "AAA", "CCC"),
                Interval.exactly(12_000),
                Optional.of(Interval.exactly(20)),
                Optional.empty()),
            new BorderMeasure.ExportBan(
                terms("ban", "AAA", "CCC"), Optional.of(leakage), Optional.empty()));
    Files.writeString(
        root.resolve("scenarios/action-plan-2026.yaml"), ScenarioFile.print(scenario));
    assertEquals(0, run("solve", "--product", "tinium/refined", "--json"), err.toString());
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    JsonNode paid = answer.get("payments").get(0);
    assertEquals("CCC", paid.get("payer").asText());
    assertEquals(20, paid.get("tonnes").asDouble(), 1e-9);
    double price = answer.get("countries").get(0).get("producerAfterUsdPerTonne").asDouble();
    assertEquals(20 * (12_000 - price) / 1e6, paid.get("paidUsdMillion").asDouble(), 1e-9);
    JsonNode leak = answer.get("leaks").get(0);
    assertEquals("ban", leak.get("measure").asText());
    assertEquals("BBB", leak.get("via").asText());
    assertTrue(leak.get("tonnes").asDouble() > 0);
  }

  @Test
  void usersThatAControlTellsApartAreListed() throws IOException {
    BorderMeasure.EndUser military =
        new BorderMeasure.EndUser("military", Interval.exactly(0.4), Status.ASSUMED, "a test");
    Scenario scenario =
        TinyWorld.scenario(
            new BorderMeasure.ExportBan(
                terms("ban", "AAA", "CCC"), Optional.empty(), Optional.of(military)));
    Files.writeString(
        root.resolve("scenarios/action-plan-2026.yaml"), ScenarioFile.print(scenario));
    assertEquals(0, run("solve", "--json"), err.toString());
    JsonNode user = new ObjectMapper().readTree(out.toString()).get("endUsers").get(0);
    assertEquals("military", user.get("user").asText());
    assertEquals("CCC", user.get("country").asText());
    assertEquals(12, user.get("useBeforeTonnes").asDouble(), 1e-9);
    double own = user.get("buyerAfterUsdPerTonne").asDouble();
    assertTrue(own > user.get("countryAfterUsdPerTonne").asDouble(), user.toString());
    assertEquals(0, user.get("daysOfShortage").asDouble());
  }

  private static Terms terms(String id, String from, String to) {
    return new Terms(
        id,
        List.of(TinyWorld.REFINED),
        Parties.of(from),
        Parties.of(to),
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "a test");
  }

  @Test
  void pricesTradeAndWelfareStandBeforeAndAfter() throws IOException {
    assertEquals(0, run("solve", "--product", "tinium/refined", "--json"), err.toString());
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    JsonNode refined = answer.get("products").get(0);
    assertEquals("tinium/refined", refined.get("product").asText());
    assertEquals(10_000, refined.get("allianceBeforeUsdPerTonne").asDouble(), 1e-6);
    double after = refined.get("allianceAfterUsdPerTonne").asDouble();
    assertEquals(after / 10_000, refined.get("alliance").asDouble(), 1e-9);
    assertTrue(refined.get("restrictor").asDouble() < 1, "goods that stay at home are cheap");
    assertTrue(after > 10_500 && after < 12_000, "after: " + after);
    assertEquals(30, refined.get("importsBeforeTonnes").asDouble(), 1e-9);
    assertTrue(refined.get("importsAfterTonnes").asDouble() < 29);
    JsonNode aland = answer.get("countries").get(0);
    assertEquals("AAA", aland.get("country").asText());
    assertEquals(70, aland.get("outputBeforeTonnes").asDouble(), 1e-9);
    assertTrue(aland.get("outputAfterTonnes").asDouble() < 70);
    double sum = 0;
    for (JsonNode row : answer.get("welfare")) {
      boolean isSum = row.get("country").asText().contains(" ");
      sum += isSum ? 0 : row.get("totalUsdMillion").asDouble();
      if (row.get("country").asText().equals("the world")) {
        assertEquals(sum, row.get("totalUsdMillion").asDouble(), 1e-6 * Math.abs(sum));
      }
    }
  }

  /** What does the tax's rate do? It is a figure of the market like any other. */
  @Test
  void sensitivitiesNameEveryFigureThatMatters() {
    assertEquals(0, run("solve", "--product", "tinium/refined", "--sensitivities"), err.toString());
    String text = out.toString().replaceAll(" +", " ");
    String goal = "\ntinium/refined price in the alliance, USD a tonne ";
    assertTrue(text.contains(goal + "measure tax/adValorem 0.2 0.2 "), text);
    assertTrue(text.contains(goal + "demand-elasticity-one-year * 0.3 0.2–0.5"), text);
  }

  @Test
  void sensitivitiesNeedAProduct() {
    assertEquals(2, run("solve", "--sensitivities"));
    assertEquals(
        "plimsoll: --sensitivities needs a product\n  Maybe add --product gallium/refined\n",
        err.toString());
    assertFalse(out.toString().contains("price in the alliance"));
  }

  /** The tiny world's outlook doubles demand from 2024 to 2034. */
  @Test
  void yearsFollowAnOutlookOfDemand() throws IOException {
    String[] words = {
      "solve", "--product", "tinium/refined", "--growth", "plan", "--until", "2034", "--json"
    };
    assertEquals(0, run(words), err.toString());
    JsonNode years = new ObjectMapper().readTree(out.toString()).get("years");
    assertEquals(11, years.size());
    assertEquals(2024, years.get(0).get("year").asInt());
    assertEquals(2, years.get(10).get("demandMultiple").asDouble(), 1e-9);
    assertTrue(years.get(10).get("useTonnes").asDouble() > 150);
  }

  @Test
  void anUnknownOutlookOrYearIsRefused() {
    assertEquals(2, run("solve", "--product", "tinium/refined", "--until", "2030"));
    assertTrue(err.toString().contains("'IEA STEPS'\n  Maybe one of plan"), err.toString());
    assertEquals(2, run("solve", "--product", "tinium/refined", "--until", "1999"));
    assertTrue(err.toString().contains("--until is 1999, but must lie after 2024"));
  }

  @Test
  void aSearchEndsWhenItsTimeIsUp() {
    assertEquals(1, run("solve", "--seconds", "0.000001"));
    assertTrue(err.toString().contains(", and the time of 0.000001 s was up"), err.toString());
    assertTrue(err.toString().contains("Maybe allow more time"), err.toString());
    assertEquals(2, run("solve", "--seconds", "0"));
    assertTrue(err.toString().contains("--seconds is 0.0, but must lie above 0"), err.toString());
  }

  private int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    Console console =
        new Console(
            world ->
                new Loaded<>(StampedWorld.inMemory(TinyWorld.evidence()), List.of(), RowCount.NONE),
            root,
            terminal);
    int code =
        new Shell(
                console,
                List.of(new SolveVerb(console, org.plimsoll.planner.plan.Planner::leverage)))
            .run(arguments);
    terminal.out().flush();
    return code;
  }
}
