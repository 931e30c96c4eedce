package org.plimsoll.app.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.cli.Main;
import org.plimsoll.border.files.AssessRun;
import org.plimsoll.border.files.EntryInput;
import org.plimsoll.border.files.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleBook;

/** A run that is killed with signal 9 goes on where it was, and levies each line once. */
class KilledRunTest {
  /** So that the first checkpoint comes long before the end. */
  private static final int LINES = (int) (3 * AssessRun.OFTEN);

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
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    try (WatchService watch = out.getFileSystem().newWatchService()) {
      out.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      Process first = start(entries, law, out);
      awaitProgress(watch, out);
      first.destroyForcibly();
      assertTrue(first.waitFor() != 0, "the run was over before it was killed");
    }
    assertTrue(Files.readString(out.resolve("progress.tsv")).contains("complete\tno"));

    assertEquals(0, start(entries, law, out).waitFor());
    Path whole = folder.resolve("whole");
    new AssessRun(ScheduleBook.of(schedule), 1, AssessRun.OFTEN).run(EntryInput.of(entries), whole);
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
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "assess",
            entries.toString(),
            "--schedule",
            law.toString(),
            "--out",
            out.toString(),
            "--threads",
            "1");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }
}
