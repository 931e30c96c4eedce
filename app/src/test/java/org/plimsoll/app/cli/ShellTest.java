package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.session.WorldLoader;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.pack.StampedWorld;

/** The command line as a person uses it: words in, words and an exit code out. */
class ShellTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private boolean isTerminal = false;
  private WorldLoader worlds =
      world ->
          new Loaded<>(StampedWorld.inMemory(TinyRegisters.evidence()), List.of(), RowCount.NONE);

  @Test
  void withoutAnArgumentItSaysWhatItCanDo() {
    assertEquals(0, run());
    for (String verb :
        List.of("risk", "commitments", "controls", "partners", "projects", "world")) {
      assertTrue(out.toString().contains("\n  " + verb + " "), verb);
    }
    assertEquals("", err.toString());
  }

  @Test
  void theVersionNamesCommitAndWorld() {
    assertEquals(0, run("--version"), err::toString);
    List<String> lines = out.toString().lines().toList();
    assertEquals(3, lines.size(), out::toString);
    assertTrue(lines.getFirst().startsWith("plimsoll "), out::toString);
    assertTrue(lines.get(1).matches("commit [0-9a-z -]+"), out::toString);
    assertTrue(lines.getLast().matches("world [0-9a-f]{0,12} as of 2026-.*"), out::toString);
    worlds = ShellTest::withOneError;
    assertEquals(0, run("--version"));
    assertTrue(out.toString().contains("no world: "), out::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "risk",
        "commitments",
        "controls",
        "partners",
        "projects",
        "world show",
        "world check",
        "world"
      })
  void everyVerbExplainsItself(String verb) {
    assertEquals(0, run((verb + " --help").split(" ")));
    assertTrue(out.toString().startsWith("Usage: plimsoll " + verb), out.toString());
    assertEquals("", err.toString());
  }

  @Test
  void anUnknownVerbSuggestsTheNearest() {
    assertEquals(2, run("comitments"));
    assertEquals("plimsoll: no verb 'comitments'\n  Maybe you meant commitments\n", err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void anUnknownOptionSuggestsTheNearest() {
    assertEquals(2, run("risk", "--materal", "tinium"));
    assertEquals(
        "plimsoll risk: no option --materal\n  Maybe you meant --material\n", err.toString());
  }

  @Test
  void anOptionWithoutItsValueNamesTheHelp() {
    assertEquals(2, run("risk", "--material"));
    assertTrue(err.toString().endsWith("\n  Maybe run plimsoll risk --help\n"), err.toString());
  }

  @Test
  void anUnknownMaterialSuggestsTheNearest() {
    assertEquals(2, run("risk", "--material", "tinum"));
    assertEquals(
        "plimsoll: the world has no material 'tinum'\n  Maybe you meant tinium\n", err.toString());
  }

  @Test
  void anUnknownCountrySuggestsTheNearest() {
    assertEquals(2, run("risk", "--country", "Clnd"));
    assertEquals(
        """
        plimsoll: the world has no country or territory 'Clnd'
          Maybe you meant Cland
        """,
        err.toString());
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertEquals(2, run("commitments", "--as-of", "soon"));
    assertEquals(
        "plimsoll: --as-of is 'soon', which is not a day\n  Maybe write 2026-11-24\n",
        err.toString());
  }

  @Test
  void aWordThatNoStandingHasIsRefused() {
    assertEquals(2, run("commitments", "--only", "kept late,unknwn"));
    assertEquals("plimsoll: --only has no 'unknwn'\n  Maybe you meant unknown\n", err.toString());
  }

  @Test
  void aWorldWithErrorsIsNotAnswered(@TempDir Path world) throws IOException {
    Files.createFile(world.resolve("manifest.json"));
    worlds = ShellTest::withOneError;
    assertEquals(2, run("risk", "--world", world.toString()));
    assertEquals(
        "plimsoll: the world in "
            + world
            + """
             has 1 error
            world/trade.csv:7:3: unknown country 'XX'
              Maybe write an ISO 3166 code
            """,
        err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void aFolderWithoutAWorldIsSaidOnce() {
    worlds = ShellTest::withOneError;
    assertEquals(2, run("risk", "--world", "nowhere"));
    assertEquals(
        """
        plimsoll: there is no world pack in nowhere: it has no manifest.json
          Maybe name its folder with --world
        """,
        err.toString());
  }

  @Test
  void aFaultOfTheProgramIsNoRefusal() {
    worlds =
        world -> {
          throw new IllegalStateException("broken");
        };
    assertEquals(3, run("risk"));
    assertTrue(err.toString().contains("IllegalStateException: broken"));
  }

  /** A word that neither the register nor the world knows is a slip, not an answer of nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"controls", "projects"})
  void aMaterialThatARegisterDoesNotNameIsRefused(String verb) {
    assertEquals(2, run(verb, "--material", "tinum"));
    assertEquals(
        "plimsoll: the world has no material 'tinum'\n  Maybe you meant tinium\n", err.toString());
  }

  @Test
  void aDiskThatFailsIsNoFaultOfTheProgram() {
    worlds =
        world -> {
          throw new UncheckedIOException(
              "in a lambda", new FileSystemException("x.csv", null, "No space left on device"));
        };
    assertEquals(2, run("risk"));
    assertEquals(
        """
        plimsoll: cannot go on: x.csv: No space left on device
          Maybe see to that file or its disk, and run the same line again
        """,
        err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          screen --mirror m --since 2025     | --since has no meaning beside --mirror
          screen --mirror m --truth t        | --truth has no meaning without entries
          screen e --restricted CHN          | --restricted has no meaning without --trade
          assess e --schedule s --explain E1 --html | --html has no meaning beside --explain
          assess e --schedule s --threads 99999     | --threads is 99999, but must be from 1
          entries generate --lines 0 --out x | --lines is 0, but must be 1 or more
          entries generate --lines 1 --out x --year 99999999 | --year is 99999999, which is no year
          entries generate --lines 1 --out x --plant rerouting=5 | rerouting=5.0 is no share
          entries generate --lines 1 --out x --importer AAA --restricted CCD | no country 'CCD'
          world build --from nowhere         | --from is nowhere, which is no folder
          risk --country BBB,Bland           | BBB,Bland' names BBB twice
          assess e --schedule s --threads x  | threads': 'x' is no whole number
          schedule from-plan p --freight x   | freight': 'x' is no number
          vault verify --head a --backup b   | --head has no meaning beside --backup
          vault terms --vault a --db b       | --vault has no meaning beside --db
          vault statement --participant a --from 2027-02-01 --until 2027-01-01 | has no day
          """)
  void optionsThatContradictOrMeanNothingAreRefused(String line, String problem) {
    assertEquals(2, run(line.split(" +")));
    assertTrue(err.toString().startsWith("plimsoll"), err.toString());
    assertTrue(err.toString().contains(problem), err.toString());
    assertTrue(err.toString().contains("\n  Maybe "), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,b\\n1,"open           | it is no CSV
          a,a\\n1,2              | duplicate fields: [a]
          ''                     | has no rows
          """)
  void aTableThatIsNoneIsRefused(String text, String problem, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("events.csv");
    Files.writeString(file, text.replace("\\n", "\n"));
    assertEquals(2, run("vault", "post", file.toString()));
    assertTrue(err.toString().contains(problem), err.toString());
    assertTrue(err.toString().contains("\n  Maybe "), err.toString());
  }

  @Test
  void aVaultThatIsNotThereIsNotMade(@TempDir Path folder) {
    Path vault = folder.resolve("vault");
    assertEquals(2, run("vault", "terms", "--vault", vault.toString()));
    assertEquals(
        "plimsoll: there is no vault in %s\n".formatted(vault)
            + "  Maybe name its folder with --vault, or begin with vault init\n",
        err.toString());
    assertFalse(Files.exists(vault));
  }

  @Test
  void aVaultIsNotMadeAmongOtherFiles(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "dear");
    assertEquals(2, run("vault", "init", "--vault", folder.toString()));
    assertEquals(
        "plimsoll: the folder %s holds files, but no vault\n".formatted(folder)
            + "  Maybe name another with --vault\n",
        err.toString());
  }

  @Test
  void theWorldIsTheProjectsOwnUnlessNamed() {
    StringWriter asked = new StringWriter();
    worlds =
        world -> {
          asked.append(world.toString()).append(' ');
          return new Loaded<>(
              StampedWorld.inMemory(TinyRegisters.evidence()), List.of(), RowCount.NONE);
        };
    run("risk");
    run("risk", "--world", "elsewhere");
    assertEquals("root/world elsewhere ", asked.toString().replace('\\', '/'));
  }

  @Test
  void riskIsATable() {
    assertEquals(0, run("risk"));
    assertEquals(
        """
        World output, 2024
        product         tier    output t   HHI  HHI·WGI  largest  share  grade  sources
        tinium/mine     solved       100  0.68     2.72  AAA        80%  A      tiny-world@1
        tinium/refined  solved       100  0.58     2.32  AAA        70%  A      tiny-world@1
        """,
        out.toString().lines().limit(4).map(line -> line + "\n").reduce("", String::concat));
  }

  @Test
  void riskOfAGroupIsThatOfOneRegion() throws IOException {
    assertEquals(0, run("risk", "--country", "bbb+Cland,UNION", "--json"));
    JsonNode rows = new ObjectMapper().readTree(out.toString()).get("regional");
    assertEquals(List.of("BBB+CCC", "UNION", "BBB+CCC", "UNION"), rows.findValuesAsText("region"));
    JsonNode refined = rows.get(2);
    assertEquals("tinium/refined", refined.get("product").asText());
    assertEquals(30, refined.get("importsTonnes").asDouble());
    assertEquals(0.5, refined.get("netImportReliance").asDouble());
    assertEquals(0.5, refined.get("sourcingHhi").get("low").asDouble());
  }

  @Test
  void jsonSaysWhyAValueIsMissing() throws IOException {
    assertEquals(0, run("partners", "--json"));
    JsonNode partners = new ObjectMapper().readTree(out.toString()).get("partners");
    assertEquals("2026-02-04", partners.get(0).get("date").asText());
    assertEquals("signed", partners.get(0).get("tie").asText());
    assertTrue(partners.get(1).get("date").isNull());
    assertEquals("none", partners.get(1).get("missing").get("date").asText());
    assertEquals("tinium/refined 30%", partners.get(0).get("makes").get(0).asText());
    assertEquals("tiny-world@1#fixture", partners.get(0).get("source").asText());
  }

  @Test
  void commitmentsStandOnTheDayAskedAbout() {
    run("commitments");
    assertTrue(out.toString().contains("kept 2026-04-24, 49 days late"));
    assertTrue(out.toString().contains("unknown, 134 days past its date"));
    assertTrue(out.toString().contains("1 kept late, 1 unknown."));
    assertTrue(out.toString().contains("2027, moved to 2027-02-19 to 2028-02-18"), "49 days");
    assertTrue(out.toString().contains("plimsoll solve --stop AAA:tinium/refined --add P1"));
    run("commitments", "--as-of", "2026-03-01", "--only", "open");
    assertTrue(out.toString().contains("open, 5 days left"));
  }

  @Test
  void controlsStandOnTheDayAskedAbout() {
    run("controls", "--material", "tinium");
    assertTrue(out.toString().contains("unknown, 14 days past 2026-11-10"));
    assertTrue(out.toString().contains("suspended until 2026-11-27, 3 days left"));
    assertFalse(out.toString().contains("The register ends"));
    run("controls", "--material", "tinium", "--only", "ended");
    assertTrue(out.toString().contains("nothing\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"controls", "commitments"})
  void aDayBeyondTheRegisterIsAnsweredWithItsEnd(String verb) {
    run(verb, "--as-of", "2999-01-01");
    assertTrue(out.toString().contains("The register ends on 2026-11-24"), out.toString());
  }

  @Test
  void aStageThatTheWorldHasNotIsAnsweredWithThoseOfItsMaterial() {
    assertEquals(2, run("risk", "--material", "tinium/oxide"));
    assertTrue(
        err.toString().contains("Maybe you meant tinium/mine or tinium/refined"), err.toString());
  }

  @Test
  void projectsAreFoundByMaterialAndPlace() {
    run("projects", "--material", "TINIUM", "--country", "Bland");
    assertTrue(out.toString().contains("12,300"), out.toString());
    assertTrue(out.toString().contains("2027"));
  }

  @Test
  void worldShowsEveryRowWithItsSource() {
    run("world", "show", "tinium/refined", "--rows");
    assertTrue(out.toString().contains("Output by activity"));
    assertFalse(out.toString().contains("tinium/mine"));
    assertEquals(2 + 3 + 5 + 2, out.toString().split("tiny-world@1#fixture", -1).length - 1);
  }

  @Test
  void onlyATerminalBreaksLinesAndColours() {
    run("commitments");
    assertTrue(out.toString().contains("enough to be cut on a terminal"));
    assertFalse(out.toString().contains("\u001b["));
    out.getBuffer().setLength(0);
    isTerminal = true;
    run("commitments");
    assertTrue(out.toString().contains("\u001b[1m"));
    for (String line : out.toString().replaceAll("\u001b\\[[01]m", "").lines().toList()) {
      assertTrue(line.length() <= 80, line);
    }
    assertTrue(out.toString().contains("terminal"), "what is broken is not cut off");
  }

  @Test
  void theSameQuestionGivesTheSameBytes() {
    run("risk", "--material", "tinium", "--json");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("risk", "--material", "tinium", "--json");
    assertEquals(first, out.toString());
  }

  private static Loaded<StampedWorld> withOneError(Path world) {
    Place place = new Place("world/trade.csv", 7, 3);
    return new Loaded<>(
        StampedWorld.inMemory(TinyRegisters.evidence()),
        List.of(Issue.error(place, "unknown country 'XX'", "write an ISO 3166 code")),
        new RowCount(1, 0, 1, 0));
  }

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), isTerminal, isTerminal);
    int code = new Shell(new Console(worlds, Path.of("root"), terminal)).run(arguments);
    terminal.out().flush();
    return code;
  }
}
