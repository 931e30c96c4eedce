package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process killed at any step leaves a whole folder or none, and the next run cleans up. */
class FolderSwapTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "LOCKED, old",
    "RECOVERED, old",
    "FIRST_FILE_WRITTEN, old",
    "WRITTEN, old",
    "OLD_MOVED_AWAY, absent",
    "NEW_IN_PLACE, new",
    "OLD_HALF_DELETED, new",
    "OLD_DELETED, new"
  })
  void killedWhileReplacing(String step, String left) throws Exception {
    write("old");
    assertEquals(KilledWriter.KILLED, run("new", step));
    assertEquals(left, state());
    // Once more, so that whatever was left behind meets a second death.
    assertEquals(KilledWriter.KILLED, run("newer", "FIRST_FILE_WRITTEN"));
    assertEquals(left.equals("absent") ? "old" : left, state(), "an orphaned plan is put back");
    write("last");
    assertEquals("last", state());
    assertEquals(List.of("plan"), siblings());
  }

  @ParameterizedTest
  @CsvSource({
    "LOCKED, absent",
    "RECOVERED, absent",
    "FIRST_FILE_WRITTEN, absent",
    "WRITTEN, absent",
    "NEW_IN_PLACE, new",
    "OLD_DELETED, new"
  })
  void killedWhileWritingTheFirst(String step, String left) throws Exception {
    assertEquals(KilledWriter.KILLED, run("new", step));
    assertEquals(left, state());
    write("last");
    assertEquals("last", state());
    assertEquals(List.of("plan"), siblings());
  }

  @Test
  void everyStepOfAReplacementIsOneOfTheTests() throws IOException {
    List<FolderSwap.Step> seen = new java.util.ArrayList<>();
    write("old");
    try (FolderSwap swap = new FolderSwap(folder.resolve("plan"), seen::add)) {
      swap.write(KilledWriter.files("new"));
    }
    assertEquals(List.of(FolderSwap.Step.values()), seen);
  }

  /** The second ends at once and leaves nothing; the first, which lives, writes its own. */
  @Test
  void ofTwoThatLiveTheSecondIsRefused() throws Exception {
    Path said = folder.resolve("said.txt");
    Process first = writer("new", "waits").start();
    try (BufferedReader out = first.inputReader()) {
      assertEquals("taken", out.readLine());
      Process second =
          writer("newer", "never").redirectErrorStream(true).redirectOutput(said.toFile()).start();
      assertTrue(second.waitFor(60, TimeUnit.SECONDS), "the second waits");
      assertEquals(1, second.exitValue());
      assertTrue(Files.readString(said).contains("another run is writing plan"));
      assertEquals("absent", state());
      first.getOutputStream().close();
      assertTrue(first.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
    } finally {
      first.destroyForcibly();
    }
    assertEquals(0, first.exitValue());
    assertEquals("new", state());
    assertEquals(List.of("plan", "said.txt"), siblings());
  }

  @Test
  void theProgramThatIsKilledWorksIfItIsNot() throws Exception {
    assertEquals(0, run("new", "never"));
    assertEquals("new", state());
    assertEquals(List.of("plan"), siblings());
  }

  private void write(String word) throws IOException {
    try (FolderSwap swap = new FolderSwap(folder.resolve("plan"), FolderSwap.Watcher.NONE)) {
      swap.write(KilledWriter.files(word));
    }
  }

  /**
   * The word that every file of the plan says; "absent" without a plan, "broken" if they differ.
   */
  private String state() throws IOException {
    Path plan = folder.resolve("plan");
    if (!Files.exists(plan)) {
      return "absent";
    }
    for (String word : List.of("old", "new", "newer", "last")) {
      if (holds(plan, word)) {
        return word;
      }
    }
    return "broken";
  }

  private static boolean holds(Path plan, String word) throws IOException {
    for (Map.Entry<String, byte[]> file : KilledWriter.files(word).entrySet()) {
      Path path = plan.resolve(file.getKey());
      if (!Files.exists(path)
          || !java.util.Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private int run(String word, String step) throws IOException, InterruptedException {
    Process process = writer(word, step).inheritIO().start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
    return process.exitValue();
  }

  private ProcessBuilder writer(String word, String step) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.resolve("plan").toString(),
            word,
            step);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
