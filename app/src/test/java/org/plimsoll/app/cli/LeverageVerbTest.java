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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.plan.SampleStops;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.planner.plan.ActionPlan.Leverage;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code plimsoll leverage}: the stops asked about, what costs users most first. */
class LeverageVerbTest {
  private static final NoFigure NOT_KNOWN = new NoFigure("USD/year", "sectors not known");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path root;

  @BeforeEach
  void scenario() throws IOException {
    Files.createDirectories(root.resolve("scenarios"));
    Files.writeString(
        root.resolve("scenarios/action-plan-2026.yaml"), ScenarioFile.print(TinyWorld.scenario()));
  }

  /** A stop to the alliance and under it the same to all; what users lose orders them. */
  @Test
  void whatCostsUsersMostIsFirst() {
    assertEquals(0, run("leverage"), err.toString());
    List<String> lines = out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    String card = "2.3 (1.5–3.6) 1 (0.7–1.6) 0.9 (0.6–1.4) ";
    assertTrue(lines.get(2).startsWith("AAA tinium/mine alliance " + card), lines.get(2));
    assertTrue(lines.get(3).startsWith("AAA tinium/mine all " + card), lines.get(3));
    assertTrue(lines.get(4).startsWith("AAA tinium/refined alliance "), lines.get(4));
    assertTrue(
        lines.get(4).contains(" 40% (28%–48%) 20% (14%–24%) 200 (120–340) 50 (30–85) "),
        lines.get(4));
    assertTrue(out.toString().contains("the loss is at least the one shown"));
    assertTrue(out.toString().contains("order of magnitude"));
  }

  /** A program finds the three prices of a card by these names. */
  @Test
  void theThreePricesHaveKeysOfTheirOwn() throws IOException {
    assertEquals(0, run("leverage", "--json"), err.toString());
    JsonNode stop = new ObjectMapper().readTree(out.toString()).get("stops").get(0);
    assertEquals(2.3, stop.get("alliance").get("central").asDouble());
    assertEquals(1, stop.get("thirdCountries").get("central").asDouble());
    assertEquals(0.9, stop.get("restrictor").get("central").asDouble());
    assertEquals("alliance", stop.get("to").asText());
    assertTrue(stop.get("furtherLossUsdMillion").isNull());
    assertEquals(
        "further cost not measurable: already at the ceiling",
        stop.get("missing").get("furtherLossUsdMillion").asText());
  }

  @Test
  void anImporterIsAMemberOnItsOwn() throws IOException {
    assertEquals(0, run("leverage", "--importer", "Cland", "--json"), err.toString());
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertEquals("CCC", answer.get("importer").asText());
    assertEquals(2, answer.get("stops").size());
    JsonNode second = answer.get("stops").get(1);
    assertEquals(50, second.get("usersLossUsdMillion").get("central").asDouble());
    assertEquals(30, second.get("usersLossUsdMillion").get("low").asDouble());
    assertEquals(37.5, second.get("lossUsdMillion").get("central").asDouble());
    assertTrue(second.get("atCeiling").booleanValue());
    assertEquals("docs/method/leverage.md", second.get("derivedFrom").get(2).asText());
  }

  @Test
  void whoIsNoMemberIsRefusedAndTheMembersAreNamed() {
    assertEquals(2, run("leverage", "--importer", "AAA"));
    assertEquals(
        "plimsoll: AAA is no member of the alliance on 2026-11-24\n  Maybe name one of BBB, CCC\n",
        err.toString());
  }

  @Test
  void productAndExporterNarrowTheList() {
    run("leverage", "--product", "tinium/mine", "--exporter", "aland");
    assertTrue(out.toString().contains("tinium/mine"));
    assertFalse(out.toString().contains("tinium/refined"));
    out.getBuffer().setLength(0);
    run("leverage", "--exporter", "BBB");
    assertTrue(out.toString().contains("nothing\n"));
  }

  @Test
  void unknownNamesAreRefused() {
    assertEquals(2, run("leverage", "--product", "tinum"));
    assertEquals(2, run("leverage", "--exporter", "Alnd"));
    assertTrue(err.toString().contains("Maybe you meant tinium"));
    assertTrue(err.toString().contains("Maybe you meant Aland"));
  }

  @Test
  void oneNameAtATime() {
    assertEquals(2, run("leverage", "--exporter", "AAA,BBB"));
    assertEquals(
        "plimsoll: --exporter is 'AAA,BBB', but takes one name\n  Maybe run it once for each\n",
        err.toString());
  }

  static Leverage sample() {
    return new Leverage(
        List.of(TinyWorld.ORE, TinyWorld.REFINED),
        List.of("AAA"),
        List.of(
            cell(TinyWorld.ORE, 900e6, 0.01, false), cell(TinyWorld.REFINED, 200e6, 0.4, true)));
  }

  private static LeverageCell cell(ProductId product, double loss, double share, boolean ceiling) {
    return SampleStops.card(
        "AAA",
        product,
        loss,
        share,
        Grade.B,
        ceiling,
        figure -> figure,
        List.of(
            SampleStops.member("BBB", loss * 0.75, share, NOT_KNOWN, Grade.B),
            SampleStops.member("CCC", loss * 0.25, share, NOT_KNOWN, Grade.B)));
  }

  private int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    Console console =
        new Console(
            world ->
                new Loaded<>(
                    StampedWorld.inMemory(TinyRegisters.evidence()), List.of(), RowCount.NONE),
            root,
            terminal);
    LeverageVerb verb =
        new LeverageVerb(console, (evidence, scenario, settings, workers, choice) -> sample());
    int code = new Shell(console, List.of(verb)).run(arguments);
    terminal.out().flush();
    return code;
  }
}
