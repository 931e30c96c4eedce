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
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.planner.plan.ActionPlan.Leverage;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code plimsoll leverage}: the stops asked about, the largest shortage first. */
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

  /** The larger loss comes second: at the ceiling losses are lower bounds, shortages are not. */
  @Test
  void theLargestShortageIsFirst() {
    assertEquals(0, run("leverage"), err.toString());
    List<String> lines = out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertEquals(
        List.of(
            "A year without one exporter's product: what it does to the alliance",
            "exporter product unserved loss USD m exporter's USD m grade at the assumed ceiling",
            "AAA tinium/refined 40% 200 (150–260) 8 (6–10.4) B yes",
            "AAA tinium/mine 1% 900 (675–1,170) 8 (6–10.4) B no"),
        lines.subList(0, 4));
    assertTrue(out.toString().contains("the loss is at least the one shown"));
  }

  @Test
  void anImporterIsAMemberOnItsOwn() throws IOException {
    assertEquals(0, run("leverage", "--importer", "Cland", "--json"), err.toString());
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertEquals("CCC", answer.get("importer").asText());
    assertEquals(2, answer.get("stops").size());
    JsonNode first = answer.get("stops").get(0);
    assertEquals(50, first.get("lossUsdMillion").get("central").asDouble());
    assertEquals(37.5, first.get("lossUsdMillion").get("low").asDouble());
    assertTrue(first.get("atCeiling").booleanValue());
    assertEquals("docs/method/leverage.md", first.get("derivedFrom").get(0).asText());
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
    return new LeverageCell(
        CaseId.of("stop", "AAA", product.commodity(), product.stage()),
        "AAA",
        product,
        money(loss),
        share(share),
        money(8e6),
        ceiling,
        List.of(
            new MemberLoss("BBB", money(loss * 0.75), share(share), NOT_KNOWN),
            new MemberLoss("CCC", money(loss * 0.25), share(share), NOT_KNOWN)));
  }

  private static Figure money(double usd) {
    return Figure.ofRows(
        new Interval(usd * 0.75, usd, usd * 1.3),
        "USD/year",
        Grade.B,
        List.of("docs/method/leverage.md"));
  }

  private static Figure share(double share) {
    return Figure.ofRows(Interval.exactly(share), "1", Grade.B, List.of("docs/method/leverage.md"));
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
        new LeverageVerb(console, (evidence, scenario, settings, workers) -> sample());
    int code = new Shell(console, List.of(verb)).run(arguments);
    terminal.out().flush();
    return code;
  }
}
