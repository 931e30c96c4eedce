package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;

/**
 * {@code plimsoll correct} and {@code plimsoll drawback} behind {@code plimsoll assess}: 100 kg of
 * gallium at the floor of 500, declared at 40,000 and then at 42,000, MFN duty of 3% declared.
 */
class AfterwardsVerbsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path law = Path.of("");
  private Path run = Path.of("");

  @BeforeEach
  void assess() throws IOException {
    law = folder.resolve("law.yaml");
    Files.writeString(law, ScheduleFile.print(TinyLaw.schedule()));
    run = assess("run", "40000", "1200.00");
  }

  private Path assess(String name, String usd, String mfn) throws IOException {
    Path entries = folder.resolve(name + ".csv");
    String row = EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", usd));
    Files.write(
        entries,
        List.of(EntryText.header(), row.replace(",importer-1,,", ",importer-1,mfn=" + mfn + ",")));
    Path target = folder.resolve(name);
    run(0, "assess", entries.toString(), "--schedule", law.toString(), "--out", target.toString());
    return target;
  }

  private String run(int code, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    int exit = new Shell(new Console(RealWorld::open, ROOT, terminal)).run(arguments);
    assertEquals(code, exit, out + "\n" + err);
    return code == 2 ? err.toString() : out.toString();
  }

  /** The levy was 50,000 − 41,200 and is 50,000 − 43,260; the duty is 60 more. */
  @Test
  void correctSaysLevyAndDuties() throws IOException {
    Path again = assess("again", "42000", "1260.00");
    Path list = folder.resolve("corrections.csv");
    String[] line = {"correct", run.toString(), again.toString(), "--out", list.toString()};
    String said = run(0, line);
    assertTrue(said.contains("0.00 USD still to pay, 2000.00 USD to pay back."), said);
    assertTrue(said.contains("Of levies alone: 0.00 USD still to pay, 2060.00 USD to"), said);
    assertTrue(said.contains("Of other duties: 60.00 USD still to pay, 0.00 USD to"), said);
    assertTrue(Files.readAllLines(list).get(1).startsWith("E1,1,corrected,8800.00,6740.00,"));

    JsonNode facts = json(run(0, line[0], line[1], line[2], line[3], line[4], "--json"));
    assertEquals("1", facts.get("corrected").asText());
    assertEquals(2000, facts.get("toPayBack").doubleValue());
    assertEquals(2060, facts.get("levyToPayBack").doubleValue());
    assertEquals(60, facts.get("dutiesToPay").doubleValue());
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  /** A quarter of 8,800 and 1,200, and with the list of that the rest. */
  @Test
  void drawbackPaysPartsThatAreTheWholeWithTheListsOfBefore() throws IOException {
    Path first = folder.resolve("first.csv");
    Path second = folder.resolve("second.csv");
    Path january = exports("january", "E1,1,X1,25");
    Path may = exports("may", "E1,1,X2,75");
    String said = drawback(0, january, first);
    assertTrue(said.contains("1 exports paid back, 0 refused; in all 2500.00 USD."), said);
    assertTrue(said.contains("not known, and may be paid again. Maybe add --earlier"), said);
    assertEquals("E1,1,X1,25,2500.00,2200.00,300.00,USD,", Files.readAllLines(first).get(1));

    said = drawback(0, may, second, "--earlier", first.toString());
    assertTrue(said.contains("1 exports were paid back before, by the earlier lists."), said);
    assertEquals("E1,1,X2,75,7500.00,6600.00,900.00,USD,", Files.readAllLines(second).get(1));

    Path third = folder.resolve("third.csv");
    String[] both = {"--earlier", first.toString(), "--earlier", second.toString(), "--json"};
    JsonNode facts = json(drawback(1, exports("june", "E1,1,X3,0.001"), third, both));
    assertEquals("2", facts.get("earlier").asText());
    assertEquals("0", facts.get("refunded").asText());
  }

  private Path exports(String name, String row) throws IOException {
    return Files.write(
        folder.resolve(name + "-exports.csv"), List.of("entry_id,line,export_id,net_mass_kg", row));
  }

  private String drawback(int code, Path exports, Path list, String... more) {
    List<String> words =
        List.of("drawback", exports.toString(), "--run", run.toString(), "--out", list.toString());
    return run(code, Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void aRunThatWasStoppedIsRefusedWithTheWayOut() throws IOException {
    Path progress = run.resolve("progress.tsv");
    Files.writeString(
        progress, Files.readString(progress).replace("complete\tyes", "complete\tno"));
    Path list = folder.resolve("list.csv");
    for (String said :
        List.of(
            run(2, "correct", run.toString(), run.toString(), "--out", list.toString()),
            drawback(2, exports("exports", "E1,1,X1,25"), list))) {
      assertTrue(said.contains("is not complete: it was stopped before its end"), said);
      assertTrue(said.contains("Maybe run the same line of plimsoll assess again"), said);
    }
  }
}
