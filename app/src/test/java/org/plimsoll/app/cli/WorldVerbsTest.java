package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.world.WorldPage;
import org.plimsoll.app.world.WorldPart;
import org.plimsoll.app.world.WorldPriceCaution;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.sources.pack.Pack;

/** {@code world check} and {@code world show} on a small pack in a folder. */
class WorldVerbsTest {
  @TempDir private Path world;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeWorld() throws IOException {
    Pack.write(TinyRegisters.evidence(), world);
  }

  @Test
  void aWorldThatIsWholeIsSound() {
    assertEquals(0, run("world", "check", "--world", world.toString()), err.toString());
    assertTrue(out.toString().contains("Sound: every table is the manifest's"), out.toString());
    // 40 t of refined tinium cross a border, all of it grade A; no side rests on a prior
    assertTrue(
        out.toString()
            .contains("tinium/refined  solved       100       0        0%     0%       40  100%"),
        out.toString());
  }

  @Test
  void aTableThatSomebodyChangedIsAFault() throws IOException {
    Path trade = world.resolve("trade.csv");
    Files.writeString(trade, Files.readString(trade).replace("AAA,AAA,2024,70", "AAA,AAA,2024,71"));
    assertEquals(1, run("world", "check", "--world", world.toString()));
    assertTrue(out.toString().contains("is not the one that was built"), out.toString());
    assertTrue(out.toString().contains("does not balance in AAA"), out.toString());
    assertTrue(out.toString().contains("Not sound"), out.toString());
  }

  /** Users' review: a price edited in world/prices.csv ran silently, with exit code 0. */
  @Test
  void anAnswerFromAnotherWorldThanTheOneThatWasBuiltSaysSo() throws IOException {
    assertEquals(0, run("risk", "--world", world.toString()));
    assertEquals("", err.toString());
    Path prices = world.resolve("prices.csv");
    Files.writeString(prices, Files.readString(prices).replace("9000", "9001"));
    assertEquals(0, run("risk", "--world", world.toString()));
    String[] said = err.toString().split("\n", -1);
    assertEquals(
        "plimsoll: not the world that was built: prices.csv differs from the manifest", said[0]);
    assertTrue(said[1].startsWith("  Maybe "), said[1]);
  }

  @Test
  void registersAreStampedAnewAndFiguresAreNot() throws IOException {
    assertEquals(0, run("world", "build", "--registers", "--out", world.toString()));
    assertTrue(out.toString().contains("Nothing has changed since the build."), out.toString());
    Path prices = world.resolve("prices.csv");
    Files.writeString(prices, Files.readString(prices).replace("9000", "9001"));
    assertEquals(2, run("world", "build", "--registers", "--out", world.toString()));
    assertTrue(
        err.toString().contains("prices.csv: the file is not the one that was built"), "" + err);
    assertEquals(2, run("world", "build"));
    assertTrue(err.toString().contains("it is not said what the world is built from"), "" + err);
  }

  @Test
  void aBalanceThatFailsIsAFaultThoughTheManifestAgrees() throws IOException {
    // A ten-millionth of the product: reading lets it pass, the check does not.
    Pack.write(withFirstFlow(70.00001), world);
    assertEquals(1, run("world", "check", "--world", world.toString()));
    assertFalse(out.toString().contains("is not the one that was built"), out.toString());
    assertTrue(out.toString().contains("1e-07"), out.toString());
  }

  @Test
  void theCheckInJsonHasTheSameFacts() throws IOException {
    assertEquals(0, run("world", "check", "--json", "--world", world.toString()));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertTrue(json.get("sound").booleanValue());
    assertEquals(100, json.get("products").get(1).get("outputTonnes").asDouble());
    assertEquals(1, json.get("products").get(1).get("tradeShareA").asDouble());
    assertEquals(8, json.get("changes").size());
    assertEquals(0, json.get("changes").get(0).get("shareOfOutput").asDouble());
    assertEquals("technology", json.get("statuses").get(0).get("table").asText());
    assertEquals(2, json.get("statuses").get(0).get("assumed").asInt());
  }

  @Test
  void aFolderWithoutAPackIsRefused(@TempDir Path empty) {
    assertEquals(2, run("world", "check", "--world", empty.toString()));
    assertTrue(err.toString().contains("there is no world pack in"), err.toString());
  }

  @Test
  void fewerThanNoChangesAreRefused() {
    assertEquals(2, run("world", "check", "--changes", "-1", "--world", world.toString()));
    assertTrue(err.toString().contains("write 0 or more"), err.toString());
  }

  @Test
  void thePageOfAMaterialTellsItsChain() {
    assertEquals(0, run("world", "show", "tinium", "--world", world.toString()), err.toString());
    for (String part :
        List.of(
            "The chain, 2024",
            "tinium/mine     solved       100  Ti  AAA",
            "Who makes it, 2024",
            "Aland",
            "Main flows, 2024, from maker to user",
            "Export controls that name it, and where they stood on 2026-11-24",
            "unknown, 14 days past 2026-11-10 with no later evidence",
            "suspended until 2026-11-27, 3 days left",
            "Bland Refinery",
            "What holds it: mass a unit × units = tonnes",
            "2 (1–4)",
            "20 (10–48)",
            "How demand is expected to grow",
            "end-of-life recycling input rate",
            "60 (60–180)",
            "What projects cost and need",
            "-50% (-60%–-40%)",
            "How sure this is",
            "Who says so",
            "tiny-world")) {
      assertTrue(out.toString().contains(part), part + " is not in\n" + out);
    }
  }

  @Test
  void thePageInJsonHasTheSameFacts() throws IOException {
    assertEquals(0, run("world", "show", "tinium/refined", "--json", "--world", world.toString()));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    JsonNode stage = json.get("stages").get(0);
    assertEquals("AAA", stage.get("largestMaker").asText());
    assertEquals(0.7, stage.get("largestMakerShare").asDouble(), 1e-12);
    // 0.7² + 0.3²
    assertEquals(0.58, stage.get("hhi").get("low").asDouble(), 1e-12);
    assertEquals(0.4, stage.get("tradedShare").asDouble(), 1e-12);
    assertEquals(20, json.get("flows").get(0).get("tonnes").asDouble());
    assertEquals(0.5, json.get("flows").get(0).get("shareOfTrade").asDouble(), 1e-12);
    assertEquals(10_000, json.get("prices").get(0).get("usdPerTonne").get("central").asDouble());
    assertEquals("https://example.org/E1", json.get("controls").get(0).get("url").asText());
    assertEquals(12_345, json.get("projects").get(0).get("capacityTonnesPerYear").asDouble());
    assertEquals(1, json.get("grades").get(0).get("outputShareA").asDouble());
  }

  @Test
  void whatGoodsHoldInJsonHasBothEnds() throws IOException {
    assertEquals(0, run("world", "show", "tinium", "--json", "--world", world.toString()));
    JsonNode goods = new ObjectMapper().readTree(out.toString()).get("goods");
    assertEquals(2, goods.size());
    JsonNode coil = goods.get(1);
    assertEquals("coil", coil.get("component").asText());
    assertEquals(10, coil.get("tonnes").get("low").asDouble());
    assertEquals(20, coil.get("tonnes").get("central").asDouble());
    assertEquals(48, coil.get("tonnes").get("high").asDouble());
    assertEquals("tiny-world@1#fixture", coil.get("countSource").asText());
  }

  @Test
  void thePageAsHtmlHasTheSameTables() throws IOException {
    Path file = world.resolve("tinium.html");
    assertEquals(
        0,
        run("world", "show", "tinium", "--html", file.toString(), "--world", world.toString()),
        err.toString());
    assertEquals("wrote " + file + System.lineSeparator(), out.toString());
    String page = Files.readString(file);
    assertEquals(0, run("world", "show", "tinium", "--json", "--world", world.toString()));
    for (WorldPart part :
        new WorldPage(
                new WorldSubject(TinyRegisters.evidence(), TinyRegisters.evidence().products()))
            .parts()) {
      assertTrue(page.contains("<section id=\"" + part.id() + "\">"), part.id());
      for (Table<?> table : part.tables()) {
        assertTrue(page.contains(table.title()), table.title());
      }
    }
    assertFalse(page.contains("<script"), "a page needs none");
  }

  @Test
  void thePagesFolderIsMade() {
    Path page = world.resolve("none/x.html");
    String[] line = {"world", "show", "tinium", "--html", page.toString(), "--world", "" + world};
    assertEquals(0, run(line), "its folder is made");
    assertTrue(Files.exists(page));
  }

  @Test
  void rowsAreStillThere() {
    assertEquals(0, run("world", "show", "tinium/mine", "--rows", "--world", world.toString()));
    assertTrue(out.toString().contains("tiny-world@1#fixture"), out.toString());
    assertTrue(out.toString().contains("Output by activity, largest first"), out.toString());
  }

  @Test
  void aPriceIsToBeCarefulWithIfOldOrWithoutVolume() {
    LocalDate asOf = LocalDate.of(2026, 11, 24);
    assertEquals(List.of(), WorldPriceCaution.of(price("latest", "2025", true), asOf));
    assertEquals(List.of(), WorldPriceCaution.of(price("latest", "late 2025", true), asOf));
    assertEquals(List.of(), WorldPriceCaution.of(price("latest", "2025-11", true), asOf));
    assertEquals(
        List.of("older than a year"),
        WorldPriceCaution.of(price("latest", "2025-11-23", true), asOf));
    assertEquals(
        List.of("older than a year"),
        WorldPriceCaution.of(price("latest", "start of 2025", true), asOf));
    assertEquals(
        List.of("no volume trades at it", "older than a year"),
        WorldPriceCaution.of(price("latest", "2024", false), asOf));
    assertEquals(List.of(), WorldPriceCaution.of(price("base2024", "2024", true), asOf));
    assertEquals(List.of(), WorldPriceCaution.of(price("quote", "2010", false), asOf));
    assertEquals(
        List.of("its date cannot be told"),
        WorldPriceCaution.of(price("latest", "soon", true), asOf));
  }

  private static Evidence withFirstFlow(double tonnes) {
    Evidence tiny = TinyRegisters.evidence();
    List<Flow> flows = new ArrayList<>(tiny.flows());
    Flow f = flows.getFirst();
    flows.set(
        0,
        new Flow(
            f.product(),
            f.exporter(),
            f.importer(),
            f.year(),
            tonnes,
            f.observedTonnes(),
            f.provenance()));
    return tiny.with(w -> w.flows = flows);
  }

  private static Price price(String vintage, String date, boolean liquid) {
    return new Price(
        TinyWorld.ORE,
        vintage,
        date,
        "world",
        "benchmark",
        Interval.exactly(1),
        liquid,
        TinyWorld.MADE_UP);
  }

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(Pack::open, world, terminal)).run(arguments);
  }
}
