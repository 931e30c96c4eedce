package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.plan.SamplePlan;
import org.plimsoll.app.session.Paragraphs;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code plimsoll plan}: what it asks for, what it writes, how it ends. */
class PlanVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private ActionPlan plan = SamplePlan.plan();

  @TempDir private Path root;

  @BeforeEach
  void scenarios() throws IOException {
    Files.createDirectories(root.resolve("scenarios"));
    for (String name : List.of("action-plan-2026", "tiny")) {
      Files.writeString(
          root.resolve("scenarios/" + name + ".yaml"), ScenarioFile.print(TinyWorld.scenario()));
    }
  }

  @Test
  void itWritesTheFolderAndSaysWhatMattersMost() {
    assertEquals(0, run("plan", "tiny", "--out", root.resolve("p").toString()), err.toString());
    assertTrue(Files.exists(root.resolve("p/plan.html")));
    assertTrue(out.toString().startsWith("A sample plan on made-up numbers\nas of 2026-11-24, "));
    assertTrue(
        out.toString()
            .contains(
                "\n1. If China stops gallium, 44% (31 to 60) of the alliance's use goes"
                    + " unserved within a year; the\n   loss is at least USD 1.3 bn (0.9 to at"
                    + " least 2.2).\n"),
        out.toString());
    assertTrue(out.toString().contains("\nWritten to " + root.resolve("p") + ":\n"));
    assertEquals("", err.toString());
  }

  @Test
  void theScenarioIsTheDefaultOneUnlessNamedAndItsOwnDateStands() {
    run("plan", "--out", root.resolve("p").toString());
    run("plan", "tiny", "--quick", "--as-of", "2026-06-30", "--out", root.resolve("q").toString());
    assertEquals(List.of("tiny 2026-11-24 full", "tiny 2026-06-30 quick"), asked);
  }

  @Test
  void aScenarioMayBeAFile() throws IOException {
    Path mine = root.resolve("mine.yaml");
    Files.copy(root.resolve("scenarios/tiny.yaml"), mine);
    assertEquals(0, run("plan", mine.toString(), "--out", root.resolve("p").toString()));
    assertEquals(2, run("plan", root.resolve("nowhere.yaml").toString()));
    assertTrue(err.toString().startsWith("plimsoll: there is no scenario file "), err.toString());
  }

  @Test
  void anUnknownScenarioSuggestsTheNearest() {
    assertEquals(2, run("plan", "action-plan-2025"));
    assertEquals(
        "plimsoll: there is no scenario 'action-plan-2025'\n  Maybe you meant action-plan-2026\n",
        err.toString());
    assertEquals(List.of(), asked);
  }

  @Test
  void anUnlikeScenarioListsThemAll() {
    assertEquals(2, run("plan", "x"));
    assertEquals(
        """
        plimsoll: there is no scenario 'x'
          Maybe name a file, or one of action-plan-2026, tiny
        """,
        err.toString());
  }

  @Test
  void aScenarioWithAnErrorIsRefusedWithItsPlace() throws IOException {
    Files.writeString(root.resolve("scenarios/tiny.yaml"), "name: tiny\nnonsense: 1\n");
    assertEquals(2, run("plan", "tiny"));
    assertTrue(err.toString().contains("tiny.yaml:2:1"), err.toString());
  }

  @Test
  void aFolderThatIsNoPlanIsRefusedBeforeAnythingIsSolved() throws IOException {
    Path mine = Files.createDirectory(root.resolve("mine"));
    Files.writeString(mine.resolve("letter.txt"), "dear");
    assertEquals(2, run("plan", "tiny", "--out", mine.toString()));
    assertTrue(err.toString().contains("is not overwritten\n  Maybe name another place"));
    assertEquals(List.of(), asked);
    assertEquals("dear", Files.readString(mine.resolve("letter.txt")));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsSolved() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "mine");
    assertEquals(2, run("plan", "tiny", "--out", file.resolve("sub").toString()));
    assertEquals(
        "plimsoll: --out is %1$s/sub, but %1$s is no folder\n  Maybe name another place\n"
            .formatted(file),
        err.toString());
    assertEquals(2, run("plan", "tiny", "--out", file.toString()));
    assertTrue(err.toString().contains(file + " is a file, not a folder"), err.toString());
    assertEquals(List.of(), asked);
  }

  @Test
  void theFolderIsNamedForTheScenarioUnlessItsNameIsNoName() {
    assertEquals(Path.of("out", "tiny-2"), PlanVerb.defaultOut("tiny-2"));
    for (String name : List.of("../tiny", "a/b", "..", "", ".hidden")) {
      assertThrows(Refusal.class, () -> PlanVerb.defaultOut(name), name);
    }
  }

  @Test
  void theManifestHasTheHashOfTheScenarioFile() throws IOException {
    run("plan", "tiny", "--out", root.resolve("p").toString());
    JsonNode manifest =
        new ObjectMapper().readTree(root.resolve("p/manifest.json").toFile()).get("inputs");
    assertEquals(
        Sha256.of(Files.readAllBytes(root.resolve("scenarios/tiny.yaml"))),
        manifest.get("scenarioSha256").asText());
    assertEquals(Settings.SEED, manifest.get("seed").asLong());
    assertEquals(20, manifest.get("draws").asInt());
    assertEquals(1e-9, manifest.get("tolerances").get("imbalance").asDouble());
    assertEquals("", manifest.get("worldSha256").asText(), "this world has no files");
  }

  /** The sample's parts were written by hand: its headline does not follow from them. */
  @Test
  void anAuditThatFindsAnOffenderFails() {
    assertEquals(0, run("plan", "tiny", "--out", root.resolve("p").toString()), "not asked");
    assertEquals(1, run("plan", "tiny", "--out", root.resolve("p").toString(), "--audit"));
    assertTrue(out.toString().contains("\nAudit: "), out.toString());
    assertTrue(out.toString().contains("\n  $.headline"), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void aPlanIsAuditedAgainWithoutTheWorld() {
    String folder = root.resolve("p").toString();
    run("plan", "tiny", "--out", folder);
    asked.clear();
    assertEquals(1, run("plan", "--audit", folder));
    assertEquals(List.of(), asked, "nothing is solved");
    assertEquals(2, run("plan", "--audit", root.resolve("none.json").toString()));
    assertTrue(err.toString().contains("there is no plan "), err.toString());
  }

  @Test
  void aMarketThatWasNotSolvedFailsAndIsNamed() {
    plan = SamplePlan.withUnsolved(new CaseId("stop-of-gallium"), "out of time");
    assertEquals(1, run("plan", "tiny", "--out", root.resolve("p").toString()));
    assertTrue(out.toString().contains("\n  stop-of-gallium: out of time\n"));
    assertTrue(Files.exists(root.resolve("p/plan.html")));
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    plan = SamplePlan.withUnsolved(CaseId.BASE, "infeasible");
    String folder = root.resolve("p").toString();
    assertEquals(1, run("plan", "tiny", "--json", "--out", folder, "--audit"));
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertEquals("sample", answer.get("scenario").asText());
    assertEquals("wanting", answer.get("audit").asText());
    assertEquals(folder, answer.get("out").asText());
    assertEquals("base: infeasible", answer.get("notConverged").get(0).get("run").asText());
    assertEquals(3, answer.get("headline").size());
    assertTrue(answer.get("offenders").size() > 0);
  }

  @Test
  void runningTwiceGivesTheSameBytes() throws IOException {
    run("plan", "tiny", "--out", root.resolve("p").toString());
    run("plan", "tiny", "--out", root.resolve("q").toString());
    for (String name : List.of("plan.json", "plan.html", "tables.xlsx", "manifest.json")) {
      assertEquals(
          -1,
          Files.mismatch(root.resolve("p").resolve(name), root.resolve("q").resolve(name)),
          name);
    }
  }

  @Test
  void longStatementsAreSetInUnderTheirBeginning() {
    List<String> lines = Paragraphs.item("1. ", "word ".repeat(60));
    assertTrue(lines.size() > 2);
    assertTrue(lines.getFirst().startsWith("1. word"));
    assertFalse(lines.stream().anyMatch(line -> line.length() > Paragraphs.WIDTH));
    assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("   word")));
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
    PlanMaker maker =
        (evidence, scenario, settings, workers) -> {
          asked.add(
              scenario.name()
                  + " "
                  + scenario.asOf()
                  + (settings.draws() == 0 ? " quick" : " full"));
          return plan;
        };
    PlanVerb verb = new PlanVerb(console, maker);
    int code = new Shell(console, List.of(verb)).run(arguments);
    terminal.out().flush();
    return code;
  }
}
