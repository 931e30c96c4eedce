package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.Assessed;
import org.plimsoll.border.levy.LevyEngine;
import org.plimsoll.border.levy.ScheduleBook;

/** A second run into a folder goes on with what was begun, or is refused. */
class RunAgainTest {
  private static final ScheduleBook BOOK = ScheduleBook.of(TinyLaw.schedule());

  private static final Path LOCKS = Path.of("/proc/locks");

  @TempDir Path folder;

  private static String lines(int count) {
    StringBuilder text = new StringBuilder(EntryText.header()).append('\n');
    for (int i = 0; i < count; i++) {
      text.append(EntryText.csv(EntryText.line(5, i, TinyLaw.rules()))).append('\n');
    }
    return text.toString();
  }

  private static EntryInput pipe(String text) {
    return EntryInput.of("-", stream(text));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private AssessRun.Report run(EntryInput input, String out) throws IOException {
    return new AssessRun(BOOK, 1, 2000).run(input, folder.resolve(out));
  }

  private String fault(EntryInput input, String out) {
    return String.valueOf(assertThrows(UnreadableInput.class, () -> run(input, out)).getMessage());
  }

  private String results(String out) throws IOException {
    return Files.readString(folder.resolve(out).resolve(AssessRun.RESULTS));
  }

  @Test
  void aSecondPipeIsNotTakenForTheFirst() throws IOException {
    String text = lines(9000);
    AssessRun.Report first = run(pipe(text), "out");
    AssessRun.Report same = run(pipe(text), "out");
    assertEquals(9000, same.resumedAt());
    assertEquals(first.totals().whole().save(), same.totals().whole().save());
    String another = text.substring(text.indexOf('\n', text.length() / 2));
    for (String other :
        List.of(
            lines(9001),
            lines(8999),
            text.replace("E4444,", "E4445,"),
            text.replace("E8999,", "E8998,"),
            EntryText.header() + another,
            EntryText.header() + "\n")) {
      assertTrue(fault(pipe(other), "out").contains("holds a run of other entries\nMaybe name"));
    }
    assertEquals(9001, results("out").lines().count());
  }

  /** In one thread and in two, of which one reads ahead of what is written down. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPipeThatStoppedGoesOnIfItIsTheSame(int threads) throws IOException {
    ScheduleBook plain = ScheduleBook.of(TinyLaw.schedule(EntryText.plainRules()));
    AssessRun run = new AssessRun(plain, threads, 2000);
    String text = lines(20_000);
    run.run(pipe(text), folder.resolve("whole"));
    Path stopped = folder.resolve("stopped");
    assertThrows(
        IOException.class,
        () -> run.run(EntryInput.of("-", failingAfter(text, text.length() * 3 / 4)), stopped));
    assertTrue(Files.readString(stopped.resolve("progress.tsv")).contains("complete\tno"));
    String other = text.replace("E1000,", "E1001,");
    assertTrue(
        String.valueOf(
                assertThrows(UnreadableInput.class, () -> run.run(pipe(other), stopped))
                    .getMessage())
            .contains("other entries"));
    assertTrue(run.run(pipe(text), stopped).resumedAt() > 0);
    assertEquals(results("whole"), results("stopped"));
  }

  @Test
  void aCheckpointOfAPipeGoesOn() throws IOException {
    String text = lines(9000);
    run(pipe(text), "whole");
    Path stopped = folder.resolve("stopped");
    Checkpoints.write(pipe(text), stopped, 2, BOOK, new LevyEngine(BOOK), Progress.NONE);
    assertTrue(fault(pipe(text.replace("E7,", "E8,")), "stopped").contains("other entries"));
    assertTrue(run(pipe(text), "stopped").resumedAt() > 0);
    assertEquals(results("whole"), results("stopped"));
  }

  @Test
  void aFileThatWasCorrectedInItsMiddleIsAnother() throws IOException {
    String text = lines(3000);
    assertTrue(text.length() > 4 << 16);
    Path file = folder.resolve("entries.csv");
    Files.writeString(file, text);
    FileTime written = Files.getLastModifiedTime(file);
    run(EntryInput.of(file), "out");
    Files.writeString(file, text.replace("E1500,", "E1501,"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(written.toMillis() + 1000));
    String said = fault(EntryInput.of(file), "out");
    assertTrue(said.contains("or of this one before it was last written to"), said);
    assertTrue(said.contains("Maybe name another folder with --out"), said);
    // Whoever sets the clock of the file back is found by its end.
    Files.writeString(file, text.replace("E2999,", "E2998,"));
    Files.setLastModifiedTime(file, written);
    assertTrue(fault(EntryInput.of(file), "out").contains("another file of entries"));
  }

  /** A disk or a network that fails is no fault of the entries: nothing is refused for it. */
  @Test
  void aDiskThatFailsEndsTheRunAndTheNextGoesOn() throws IOException {
    String text = lines(9000);
    run(pipe(text), "whole");
    IOException failed =
        assertThrows(
            IOException.class,
            () -> run(EntryInput.of("-", failingAfter(text, text.length() - 10)), "out"));
    assertFalse(failed instanceof UnreadableInput);
    assertEquals("Stale file handle", failed.getMessage());
    assertTrue(run(pipe(text), "out").resumedAt() > 0);
    assertEquals(results("whole"), results("out"));
  }

  private static InputStream failingAfter(String text, int length) {
    return new SequenceInputStream(
        stream(text.substring(0, length)),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Stale file handle");
          }

          @Override
          public int read(byte[] bytes, int from, int room) throws IOException {
            throw new IOException("Stale file handle");
          }
        });
  }

  @Test
  void twoRunsDoNotWriteOneFolder() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    try (FileChannel channel =
            FileChannel.open(
                out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      String said = fault(pipe(lines(10)), "out");
      assertTrue(said.contains("another run is writing " + out + "\nMaybe wait"), said);
    }
    assertFalse(Files.exists(out.resolve(AssessRun.RESULTS)));
    assertEquals(10, run(pipe(lines(10)), "out").totals().read());
  }

  @Test
  void aSecondRunOfThisProcessLeavesTheFirstItsLock() throws IOException {
    assumeTrue(Files.exists(LOCKS), "this system does not list its locks");
    Path out = folder.resolve("out");
    List<String> said = new ArrayList<>();
    List<Boolean> held = new ArrayList<>();
    EntryInput first = pipe(lines(10));
    InputStream nested =
        new FilterInputStream(first.pipe()) {
          @Override
          public int read(byte[] bytes, int from, int room) throws IOException {
            if (said.isEmpty()) {
              held.add(isLocked(out.resolve(".lock")));
              said.add(fault(pipe(lines(10)), "out"));
              held.add(isLocked(out.resolve(".lock")));
            }
            return super.read(bytes, from, room);
          }
        };
    assertEquals(10, run(EntryInput.of("-", nested), "out").totals().read());
    assertTrue(said.getFirst().contains("another run is writing"), said.toString());
    assertEquals(List.of(true, true), held);
  }

  private static boolean isLocked(Path file) throws IOException {
    String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
    return Files.readAllLines(LOCKS).stream().anyMatch(line -> line.contains(inode));
  }

  private Path month(String name, String... kilograms) throws IOException {
    StringBuilder text = new StringBuilder(EntryText.header()).append('\n');
    for (String mass : kilograms) {
      text.append(EntryText.csv(TinyLaw.line("284180", "W", mass, "1", "6000"))).append('\n');
    }
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }

  private List<String> levies(String out) throws IOException {
    return results(out).lines().skip(1).map(row -> row.split(",", -1)[22]).toList();
  }

  /** A quota of 1 t: March takes 600 kg, so April has 400 kg, and May nothing. */
  @Test
  void aQuotaRunsFromMonthToMonth() throws IOException {
    AssessRun run = new AssessRun(BOOK, 1, 2000);
    Path march = folder.resolve("march");
    Path april = folder.resolve("april");
    Path may = folder.resolve("may");
    run.run(EntryInput.of(month("march.csv", "600")), march);
    Path file = march.resolve(QuotaFile.NAME);
    assertEquals(List.of("quota,year,taken_kg", "tungsten,2027,600"), Files.readAllLines(file));

    EntryInput entries = EntryInput.of(month("april.csv", "600", "100"));
    AssessRun.Report report = run.withQuotas(file).run(entries, april);
    // 200 kg, worth 2,000, beyond at 25% and 1 a kilogram; then 6,000 and 100 kg.
    assertEquals(List.of("700.00", "1600.00"), levies("april"));
    assertEquals("{tungsten@2027=1000000000000}", report.quotasTaken().toString());
    assertEquals(report.quotasTaken(), run.withQuotas(file).run(entries, april).quotasTaken());
    Path last = april.resolve(QuotaFile.NAME);
    run.withQuotas(last).run(EntryInput.of(month("may.csv", "600")), may);
    assertEquals(List.of("2100.00"), levies("may"));
    assertEquals(
        List.of("700.00 USD"),
        run.withQuotas(file).explain(entries, "E1/1").lines().stream()
            .limit(1)
            .map(line -> line.outcome() instanceof Assessed.Levied(var a) ? a.levy() + "" : "")
            .toList());

    for (AssessRun other : List.of(run, run.withQuotas(last))) {
      UnreadableInput refused =
          assertThrows(UnreadableInput.class, () -> other.run(entries, april));
      assertTrue(refused.toString().contains("other opening balances of quotas, or none"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quota,year,taken | does not begin with its header",
        "quota,year,taken_kg;tungstn,2027,1 | line 2: the schedule has no quota 'tungstn'",
        "quota,year,taken_kg;tungsten,27,1 | line 2: '27,1' is no year and mass",
        "quota,year,taken_kg;tungsten,2027,-1 | line 2: '2027,-1' is no year and mass",
        "quota,year,taken_kg;tungsten,2027,9000000001 | is no year and mass up to 9 Mt",
        "quota,year,taken_kg;tungsten,2027,1;tungsten,2027,2 | line 3: tungsten stands twice",
      })
  void openingBalancesThatAreNoneAreRefused(String row) throws IOException {
    List<String> parts = Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    Path file = folder.resolve("quotas.csv");
    Files.writeString(file, parts.get(0).replace(';', '\n'));
    EntryInput entries = EntryInput.of(month("march.csv", "600"));
    UnreadableInput refused =
        assertThrows(
            UnreadableInput.class,
            () ->
                new AssessRun(BOOK, 1, 2000).withQuotas(file).run(entries, folder.resolve("out")));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.contains(parts.get(1)) && said.contains("\nMaybe "), said);
  }

  @Test
  void aRefusedLineIsExplainedToo() throws IOException {
    Path file = month("march.csv", "600");
    Files.writeString(file, Files.readString(file).replace("600.000", "-600"));
    List<Explained> found = new AssessRun(BOOK, 1, 2000).explain(EntryInput.of(file), "E1").lines();
    assertEquals("E1/1", found.getFirst().name());
    assertTrue(found.getFirst().outcome().toString().contains("must be above 0"));
  }
}
