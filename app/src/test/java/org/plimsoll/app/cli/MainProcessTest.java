package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: exit codes, which stream says what, and colour. */
class MainProcessTest {
  private static final String TERMINAL = "-Dplimsoll.terminal=out,err";

  @TempDir private Path folder;

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

  @Test
  void colourIsForTerminalsAndNotForThoseWhoDeclineIt() throws Exception {
    assertTrue(run(Map.of("TERM", "xterm"), TERMINAL, "--help").out().contains("\u001b["));
    assertFalse(run(Map.of("TERM", "dumb"), TERMINAL, "--help").out().contains("\u001b["));
    Ended declined = run(Map.of("TERM", "xterm", "NO_COLOR", "1"), TERMINAL, "--help");
    assertFalse(declined.out().contains("\u001b["));
  }

  private Ended run(Map<String, String> environment, String option, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command =
        Stream.of(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                Stream.of("-XX:TieredStopAtLevel=1", option).filter(o -> !o.isEmpty()),
                Stream.of("-cp", System.getProperty("java.class.path"), Main.class.getName()),
                Stream.of(arguments))
            .flatMap(words -> words)
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("NO_COLOR");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
    return new Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
