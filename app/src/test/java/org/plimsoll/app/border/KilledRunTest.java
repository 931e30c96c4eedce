package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.cli.Main;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.run.AssessRun;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;

/** A run that is killed with signal 9 goes on where it was, and levies each line once. */
class KilledRunTest {
  /** So that the first checkpoint comes long before the end. */
  private static final int LINES = (int) (3 * AssessRun.OFTEN);

  /** Batches enough that with half of them read all threads have work, and some is done. */
  private static final int FEW = 30_000;

  @TempDir private Path folder;

  @Test
  void eachLineIsLeviedOnce() throws IOException, InterruptedException {
    List<LevyRule> rules = EntryText.plainRules();
    LevySchedule schedule = TinyLaw.schedule(rules);
    Path law = folder.resolve("law.yaml");
    Files.writeString(law, ScheduleFile.print(schedule));
    Path entries = folder.resolve("entries.csv");
    try (BufferedWriter out = Files.newBufferedWriter(entries)) {
      out.write(EntryText.header() + "\n");
      for (int i = 0; i < LINES; i++) {
        out.write(EntryText.csv(EntryText.line(9, i, rules)) + "\n");
      }
    }
    Path out = Files.createDirectories(folder.resolve("out"));
    try (WatchService watch = watch(out)) {
      kill(start(entries, law, out), watch, out);
    }

    assertEquals(0, start(entries, law, out).waitFor());
    Path whole = folder.resolve("whole");
    new AssessRun(ScheduleBook.of(schedule), 1, AssessRun.OFTEN).run(EntryInput.of(entries), whole);
    assertSameResults(whole, out);
  }

  /**
   * With two threads, from a pipe in which nothing more comes until the run is killed. The quota
   * has something left then, which the second run must take up, and nothing at the end.
   */
  @ParameterizedTest
  @ValueSource(strings = {"quota", "plain"})
  void twoThreadsAndAQuotaGoOnWhereTheyWere(String law) throws IOException, InterruptedException {
    List<LevyRule> rules = PipedRun.law(law).rules();
    StringBuilder text = new StringBuilder(EntryText.header()).append('\n');
    for (int i = 0; i < FEW; i++) {
      text.append(EntryText.csv(EntryText.line(9, i, rules))).append('\n');
    }
    byte[] entries = text.toString().getBytes(StandardCharsets.UTF_8);
    Path out = Files.createDirectories(folder.resolve("out"));
    try (WatchService watch = watch(out)) {
      Process first = java(PipedRun.class, out.toString(), law);
      OutputStream pipe = first.getOutputStream();
      pipe.write(entries, 0, entries.length / 2);
      pipe.flush();
      kill(first, watch, out);
    }
    assertEquals(
        law.equals("quota"),
        Files.readString(out.resolve("progress.tsv")).matches("(?s).*\ntaken\t[1-9].*"));

    Process second = java(PipedRun.class, out.toString(), law);
    try (OutputStream pipe = second.getOutputStream()) {
      pipe.write(entries);
    }
    assertEquals(0, second.waitFor(), Files.readString(folder.resolve("said.txt")));
    Path whole = folder.resolve("whole");
    PipedRun.run(PipedRun.law(law), EntryInput.of("-", new ByteArrayInputStream(entries)), whole);
    assertSameResults(whole, out);
    assertEquals(
        law.equals("quota"),
        Files.readString(out.resolve(AssessRun.RESULTS)).contains("quota-used-up"));
  }

  private static WatchService watch(Path out) throws IOException {
    WatchService watch = out.getFileSystem().newWatchService();
    out.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    return watch;
  }

  private static void kill(Process run, WatchService watch, Path out)
      throws IOException, InterruptedException {
    awaitProgress(watch, out);
    run.destroyForcibly();
    assertTrue(run.waitFor() != 0, "the run was over before it was killed");
    assertTrue(Files.readString(out.resolve("progress.tsv")).contains("complete\tno"));
  }

  private static void assertSameResults(Path whole, Path out) throws IOException {
    assertEquals(
        -1, Files.mismatch(whole.resolve(AssessRun.RESULTS), out.resolve(AssessRun.RESULTS)));
  }

  private static void awaitProgress(WatchService watch, Path out) throws InterruptedException {
    while (!Files.exists(out.resolve("progress.tsv"))) {
      WatchKey key = watch.poll(60, TimeUnit.SECONDS);
      assertTrue(key != null, "no checkpoint within a minute");
      key.pollEvents();
      key.reset();
    }
  }

  private Process start(Path entries, Path law, Path out) throws IOException {
    return java(
        Main.class,
        "assess",
        entries.toString(),
        "--schedule",
        law.toString(),
        "--out",
        out.toString(),
        "--threads",
        "1");
  }

  private Process java(Class<?> program, String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }
}
