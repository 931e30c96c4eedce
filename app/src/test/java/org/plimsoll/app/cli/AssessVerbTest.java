package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.session.WorldLoader;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.pack.StampedWorld;

/** What {@code plimsoll assess} says of quotas, and of lines that are asked for. */
class AssessVerbTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @BeforeEach
  void writeLawAndEntries() throws IOException {
    Files.writeString(folder.resolve("law.yaml"), ScheduleFile.print(TinyLaw.schedule()));
    String line = EntryText.csv(TinyLaw.line("284180", "W", "600", "1", "6000"));
    Files.writeString(
        folder.resolve("entries.csv"),
        String.join(
            "\n",
            EntryText.header(),
            line,
            line.replace("E1,1,", "E2,1,").replace("600.000", "-600"),
            ""));
  }

  private int run(String run, String... more) {
    List<String> words =
        new ArrayList<>(List.of("assess", folder.resolve("entries.csv").toString(), "--schedule"));
    words.addAll(List.of(folder.resolve("law.yaml").toString(), "--out", path(run)));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String[] words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    WorldLoader worlds =
        world ->
            new Loaded<>(StampedWorld.inMemory(TinyRegisters.evidence()), List.of(), RowCount.NONE);
    return new Shell(new Console(worlds, Path.of("root"), terminal)).run(words);
  }

  private String firstLine() {
    return out.toString().lines().findFirst().orElse("");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** A file that breaks off has lost lines, and its sums look like those of a whole one. */
  @Test
  void aFileThatBreaksOffIsIncomplete() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      Files.copy(folder.resolve("entries.csv"), out);
    }
    byte[] whole = packed.toByteArray();
    Files.write(folder.resolve("entries.csv"), Arrays.copyOf(whole, whole.length - 9));
    String first =
        "INCOMPLETE: %s breaks after line 3, and what follows is lost. Maybe fetch it again."
            .formatted(folder.resolve("entries.csv"));
    for (int time = 0; time < 2; time++) {
      assertEquals(2, run("cut", "--html"), err.toString());
      assertEquals(first, firstLine());
    }
    assertTrue(out.toString().contains("No quotas.csv: "), out.toString());
    String page = Files.readString(folder.resolve("cut/summary.html"));
    assertTrue(page.indexOf(first) > 0 && page.indexOf(first) < page.indexOf("<h2"), page);
    assertEquals(2, run("cut", "--explain", "E1"), err.toString());
    assertEquals(first, firstLine());
    assertEquals(2, run("cut", "--explain", "E9"));
    assertTrue(err.toString().contains(first), err.toString());
    assertEquals(2, run(new String[] {"screen", path("entries.csv")}), err.toString());
    assertEquals(first, firstLine());
    assertEquals(
        2,
        run(new String[] {"screen", path("entries.csv"), "--html", path("screen.html")}),
        err.toString());
    assertEquals(first, firstLine(), "before what is said of the page");
    assertEquals(
        2,
        run(new String[] {"correct", path("cut"), path("cut"), "--out", path("corrections.csv")}),
        err.toString());
    String ofRun =
        "INCOMPLETE: the file of the run in %s breaks after line 3, and what follows is lost."
            .formatted(path("cut"));
    assertTrue(firstLine().startsWith(ofRun), out.toString());
    Files.writeString(
        folder.resolve("exports.csv"), "entry_id,line,export_id,net_mass_kg\nE1,1,X1,1\n");
    assertEquals(
        2,
        run(
            new String[] {
              "drawback", path("exports.csv"), "--run", path("cut"), "--out", path("refunds.csv")
            }),
        err.toString());
    assertTrue(firstLine().startsWith(ofRun), out.toString());
    assertEquals(2, run("cut", "--json"));
    String said = new ObjectMapper().readTree(out.toString()).get("incomplete").asText();
    assertTrue(said.startsWith("INCOMPLETE: "), said);
  }

  /** 600 kg of 1 t in March, and as much again in April. */
  @Test
  void quotasAreOpenedAndSaid() throws IOException {
    assertEquals(1, run("march", "--json"), err.toString());
    JsonNode quota = new ObjectMapper().readTree(out.toString()).get("quotas").get(0);
    assertEquals("600", quota.get("takenKilograms").asText());
    assertEquals("400", quota.get("leftKilograms").asText());
    assertEquals("2027", quota.get("year").asText());

    assertEquals(1, run("april", "--quotas", path("march/quotas.csv"), "--html"), err.toString());
    assertTrue(out.toString().contains("Quotas, kg of content"), out.toString());
    assertTrue(out.toString().contains("tungsten  2027  1,000     0"), out.toString());
    assertTrue(Files.readString(folder.resolve("april/summary.html")).contains("earlier runs"));

    assertEquals(2, run("may", "--quotas", path("nowhere.csv")));
    assertTrue(err.toString().contains("there is no file " + path("nowhere.csv")), err.toString());
  }

  /** Entries that lie in the folder of the run, under the name of what it writes. */
  @Test
  void whatIsReadIsNotWrittenOver() throws IOException {
    Path own = folder.resolve("own");
    Files.createDirectory(own);
    String entries = Files.readString(folder.resolve("entries.csv"));
    Path results = Files.writeString(own.resolve("results.csv"), entries);
    String law = path("law.yaml");
    String[] line = {"assess", results.toString(), "--schedule", law, "--out", own.toString()};
    assertEquals(2, run(line));
    assertTrue(err.toString().contains("the same command reads"), err.toString());
    assertEquals(2, run("own"), "and those of somebody else neither");
    assertTrue(err.toString().contains("was not written by a run"), err.toString());
    assertEquals(entries, Files.readString(results));
    Files.createDirectory(folder.resolve("other"));
    Files.writeString(folder.resolve("other/summary.html"), "mine");
    assertEquals(2, run("other", "--html"));
    assertTrue(err.toString().contains("summary.html is there already"), err.toString());
    assertEquals("mine", Files.readString(folder.resolve("other/summary.html")));
  }

  @Test
  void aLineThatIsAskedForIsFoundThoughItIsRefused() {
    assertEquals(0, run("none", "--explain", "E2/1"), err.toString());
    assertTrue(out.toString().contains(": refused: net_mass_kg must be above 0"));
    assertEquals(2, run("none", "--explain", "E3"));
    assertTrue(
        err.toString().contains("no line has the entry_id, or entry_id/line, 'E3'"),
        err.toString());
  }
}
