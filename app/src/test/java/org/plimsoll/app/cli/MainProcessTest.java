package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;

/** The program as a process: exit codes, which stream says what, and colour. */
class MainProcessTest {
  private static final String TERMINAL = "-Dplimsoll.terminal=out,err";

  @TempDir private Path folder;

  /** What comes by standard input. */
  private Optional<Path> input = Optional.empty();

  private record Ended(int code, String out, String err) {}

  @Test
  void helpGoesOutAndEndsWithZero() throws Exception {
    Ended ended = run(Map.of(), "", "risk", "--help");
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("Usage: plimsoll risk"), ended.out());
    assertFalse(ended.out().contains("\u001b["), "no colour in a pipe");
    assertEquals("", ended.err());
  }

  @Test
  void misuseIsComplainedOfAndEndsWithTwo() throws Exception {
    Ended ended = run(Map.of(), "", "rsk");
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
    assertEquals("plimsoll: no verb 'rsk'\n  Maybe you meant risk\n", ended.err());
  }

  /** A full disk loses an answer, which must not look like success. */
  @Test
  void anAnswerThatIsNotTakenIsSaid() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Process process = start(Map.of(), "", full, "--help");
    assertEquals(2, process.waitFor());
    assertEquals(
        """
        plimsoll: standard output took no more, so the answer is not whole
          Maybe the disk is full: run the same line again with the answer going elsewhere
        """,
        Files.readString(folder.resolve("err.txt")));
  }

  /** As {@code plimsoll … | head -1} does. */
  @Test
  void aReaderThatHasHadEnoughIsNoFault() throws Exception {
    ProcessBuilder builder = builder(Map.of(), "", "--help");
    Process process = builder.redirectError(folder.resolve("err.txt").toFile()).start();
    process.getInputStream().close();
    assertEquals(0, process.waitFor());
    assertEquals("", Files.readString(folder.resolve("err.txt")));
  }

  @Test
  void colourIsForTerminalsAndNotForThoseWhoDeclineIt() throws Exception {
    assertTrue(run(Map.of("TERM", "xterm"), TERMINAL, "--help").out().contains("\u001b["));
    assertFalse(run(Map.of("TERM", "dumb"), TERMINAL, "--help").out().contains("\u001b["));
    Ended declined = run(Map.of("TERM", "xterm", "NO_COLOR", "1"), TERMINAL, "--help");
    assertFalse(declined.out().contains("\u001b["));
  }

  /** The floor of 50 in the shipped file: from a file, and the same bytes from standard input. */
  @Test
  void aMarketIsSolvedFromAFileAndFromStandardInput() throws Exception {
    Path file = root().resolve("examples/markets/variable-levy-two-region.yaml");
    Ended named = run(Map.of(), "", "solve", file.toString(), "--sensitivities", "--json");
    assertEquals(0, named.code(), named.err());
    assertEquals("", named.err());
    JsonNode answer = new ObjectMapper().readTree(named.out());
    assertEquals("converged", answer.get("status").asText());
    assertEquals(50, answer.get("prices").get("buyer").get("good").get("bloc").asDouble(), 1e-9);
    JsonNode price = answer.get("sensitivities").get("price of good").get(0);
    assertEquals("measures[0]/floor", price.get("of").asText());
    assertEquals(1, price.get("above").asDouble(), 1e-5);
    input = Optional.of(file);
    Ended piped = run(Map.of(), "", "solve", "-", "--sensitivities", "--json");
    assertEquals(0, piped.code(), piped.err());
    assertEquals(named.out(), piped.out());
  }

  /** Two faults of a file end with two, a market that has no answer with one. */
  @Test
  void aMarketThatIsNotSolvedSaysWhy() throws Exception {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(bad, "products: [{id: good}]\nnodes:\n  - {id: a, suply: {}}\n");
    Ended refused = run(Map.of(), "", "solve", bad.toString());
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertTrue(refused.err().contains("bad.yaml:3:"), refused.err());
    assertTrue(refused.err().contains("Maybe you meant 'supply'"), refused.err());
    Path none = folder.resolve("none.yaml");
    Files.writeString(
        none, "products: [{id: good}]\nnodes:\n  - {id: a, demand: {good: {fixed: 5}}}\n");
    Ended failed = run(Map.of(), "", "solve", none.toString(), "--json");
    assertEquals(1, failed.code(), failed.err());
    JsonNode why = new ObjectMapper().readTree(failed.out());
    assertEquals("infeasible", why.get("status").asText());
    assertEquals("a", why.get("node").asText());
    assertTrue(failed.err().contains("good"), failed.err());
  }

  private static Path root() {
    return Files.exists(Path.of("examples")) ? Path.of("") : Path.of("..");
  }

  /** The same results from a pipe as from the file; another pipe is not taken for the first. */
  @Test
  void entriesAreAssessedFromStandardInput() throws Exception {
    Path law = folder.resolve("law.yaml");
    Files.writeString(law, ScheduleFile.print(TinyLaw.schedule()));
    Path entries = folder.resolve("entries.csv");
    String line = EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));
    Files.writeString(entries, EntryText.header() + "\n" + line + "\n");
    Path named = folder.resolve("named");
    Ended ended = run(Map.of(), "", assess(entries.toString(), law, named));
    assertEquals(0, ended.code(), ended.err());

    Path piped = folder.resolve("piped");
    input = Optional.of(entries);
    for (int time = 0; time < 2; time++) {
      ended = run(Map.of(), "", assess("-", law, piped));
      assertEquals(0, ended.code(), ended.err());
      assertEquals(-1, Files.mismatch(named.resolve("results.csv"), piped.resolve("results.csv")));
    }
    assertTrue(ended.out().contains("An earlier run had done 1 lines"), ended.out());

    Files.writeString(entries, EntryText.header() + "\n" + line.replace("E1,", "E2,") + "\n");
    ended = run(Map.of(), "", assess("-", law, piped));
    assertEquals(2, ended.code());
    assertEquals(
        "plimsoll: %s holds a run of other entries\n".formatted(piped)
            + "  Maybe name another folder with --out, or remove that one\n",
        ended.err());

    Files.writeString(entries, "PAR1");
    ended = run(Map.of(), "", assess("-", law, folder.resolve("parquet")));
    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("Maybe name the file itself in place of -"), ended.err());
  }

  private static String[] assess(String entries, Path law, Path out) {
    return new String[] {"assess", entries, "--schedule", law.toString(), "--out", out.toString()};
  }

  private Ended run(Map<String, String> environment, String option, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Process process = start(environment, option, out, arguments);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8));
  }

  private Process start(
      Map<String, String> environment, String option, Path out, String... arguments)
      throws IOException {
    ProcessBuilder builder = builder(environment, option, arguments);
    builder.redirectOutput(out.toFile()).redirectError(folder.resolve("err.txt").toFile());
    input.ifPresent(file -> builder.redirectInput(file.toFile()));
    return builder.start();
  }

  private static ProcessBuilder builder(
      Map<String, String> environment, String option, String... arguments) {
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", option)
                    .filter(o -> !o.isEmpty()),
                Stream.of("-cp", System.getProperty("java.class.path"), Main.class.getName()),
                Stream.of(arguments))
            .flatMap(words -> words)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("NO_COLOR");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return builder;
  }
}
