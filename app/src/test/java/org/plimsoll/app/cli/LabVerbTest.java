package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.sources.pack.StampedWorld;
import org.plimsoll.sources.scenario.ScenarioFile;

/** {@code plimsoll lab}: levers on a scenario. */
class LabVerbTest {
  private static final String FLOOR = "on=tinium/refined&floor.tinium/refined=12";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path root;

  @BeforeEach
  void writeScenario() throws IOException {
    Files.createDirectories(root.resolve("scenarios"));
    Files.writeString(
        root.resolve("scenarios/tiny.yaml"), ScenarioFile.print(TinyWorld.scenario()));
    Files.writeString(root.resolve("scenarios/broken.yaml"), "name: broken\n");
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    Console console =
        new Console(
            folder ->
                new Loaded<>(StampedWorld.inMemory(TinyWorld.evidence()), List.of(), RowCount.NONE),
            root,
            terminal);
    return Main.shell(console).run(words);
  }

  @Test
  void textSaysWhoGains() {
    assertEquals(0, run("lab", FLOOR), err.toString());
    assertTrue(out.toString().contains("floor of Refined tinium"), out.toString());
    assertTrue(out.toString().contains("over the scenario without levers"), out.toString());
  }

  @Test
  void jsonHasThePartsThatProgramsRead() throws IOException {
    assertEquals(0, run("lab", FLOOR, "--json"), err.toString());
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals("2026-11-24", json.get("asOf").asText());
    assertEquals("converged", json.get("status").asText());
    assertEquals(
        "on=tinium/refined&from=tiny&floor.tinium/refined=12",
        json.get("scenario").get("query").asText());
    assertTrue(json.get("certificate").get("steps").asInt() > 0);
    assertTrue(json.get("certificate").get("largestImbalance").asDouble() < 1e-9);
    assertEquals("A", json.get("known").get("grade").asText());
    assertTrue(json.get("known").get("derivedFrom").size() >= 2);
    assertEquals(
        12_000, json.get("products").get(0).get("allianceAfterUsdPerTonne").asDouble(), 3_000);
  }

  /** The scenario that it prints is one that {@code solve} takes. */
  @Test
  void yamlIsAScenario() throws IOException {
    assertEquals(0, run("lab", FLOOR, "--yaml"), err.toString());
    Path file = root.resolve("lab.yaml");
    Files.writeString(file, out.toString());
    assertEquals(0, run("solve", file.toString(), "--product", "tinium/refined", "--json"));
    JsonNode solved = new ObjectMapper().readTree(out.toString());
    assertEquals(0, run("lab", FLOOR, "--json"));
    JsonNode lab = new ObjectMapper().readTree(out.toString());
    double usd = solved.get("products").get(0).get("allianceAfterUsdPerTonne").asDouble();
    assertEquals(
        usd, lab.get("products").get(0).get("allianceAfterUsdPerTonne").asDouble(), 1e-6 * usd);
  }

  @Test
  void thePageHasPicturesAndTables() throws IOException {
    Path page = root.resolve("lab.html");
    assertEquals(0, run("lab", FLOOR, "--html", page.toString()), err.toString());
    String html = Files.readString(page);
    for (String part :
        List.of("From makers to users", "between countries, now", "Who gains", "central case")) {
      assertTrue(html.contains(part), part);
    }
  }

  /** Tables of their own, beside the same answer. */
  @Test
  void drawsStandBesideTheCentralCase() throws IOException {
    assertEquals(0, run("lab", FLOOR, "--json"));
    ObjectNode central = (ObjectNode) new ObjectMapper().readTree(out.toString());
    assertEquals(0, run("lab", FLOOR, "--json", "--draws", "21"), err.toString());
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(out.toString());
    assertEquals(21, json.get("draws").size());
    assertEquals(10, json.get("bands").size(), "five quantities at 20 and at 21");
    assertEquals(
        "the priors: the world has no fit to past shocks", json.remove("drawnFrom").asText());
    json.remove(List.of("draws", "bands", "remarks"));
    central.remove("remarks");
    assertEquals(central, json);
    assertEquals(0, run("lab", FLOOR, "--draws", "20"), err.toString());
    assertTrue(out.toString().contains("In draws of the parameters"), out.toString());
    assertTrue(out.toString().contains("price in the alliance, USD/t"), out.toString());
    Path page = root.resolve("lab.html");
    assertEquals(0, run("lab", FLOOR, "--draws", "20", "--html", page.toString()));
    assertTrue(Files.readString(page).contains("In draws of the parameters"));
    Path tables = root.resolve("tables");
    assertEquals(0, run("lab", FLOOR, "--draws", "20", "--csv", tables.toString()), err.toString());
    assertEquals(21, Files.readAllLines(tables.resolve("draws.csv")).size());
    assertEquals(2, run("lab", FLOOR, "--draws", "1001"));
    assertEquals(2, run("lab", FLOOR, "--draws", "20", "--yaml"));
  }

  @Test
  void whyNamesLeversAndFigures() throws IOException {
    assertEquals(0, run("lab", FLOOR, "--json", "--why"), err.toString());
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals("floor.tinium/refined", json.get("slopes").get(0).get("key").asText());
    assertTrue(json.get("priceBars").size() > 3);
    assertEquals(0, run("lab", FLOOR, "--why", "--draws", "1"), err.toString());
    assertTrue(out.toString().contains("a unit more"), out.toString());
    assertTrue(out.toString().contains("In draws of the parameters"), out.toString());
    Path page = root.resolve("why.html");
    assertEquals(0, run("lab", FLOOR, "--why", "--html", page.toString()), err.toString());
    assertTrue(Files.readString(page).contains("at the high end"));
    assertEquals(2, run("lab", FLOOR, "--why", "--yaml"));
  }

  @Test
  void faultsAreNamedWithAWayOut() {
    assertEquals(2, run("lab", "on=tinium/refined&flor.tinium/refined=5"));
    assertTrue(err.toString().contains("the question has 1 error"), err.toString());
    assertTrue(err.toString().contains("address:1:19: the Lab has no key 'flor'"), err.toString());
    assertTrue(err.toString().contains("Maybe you meant floor"), err.toString());
    assertEquals(2, run("lab", FLOOR, "--json", "--yaml"));
  }

  @Test
  void twoQuestionsStandSideBySide() throws IOException {
    assertEquals(
        0,
        run(
            "lab",
            "on=tinium/refined&floor.tinium/refined=14&h=5y",
            "--against",
            FLOOR + "&release.tinium/refined=1",
            "--json"),
        err.toString());
    JsonNode json = new ObjectMapper().readTree(out.toString());
    List<String> differing =
        json.get("differing").valueStream().map(row -> row.get("key").asText()).toList();
    assertEquals(List.of("floor.tinium/refined", "h", "release.tinium/refined"), differing);
    JsonNode price = json.get("comparison").get(0);
    assertEquals(
        price.get("now").asDouble() - price.get("a").asDouble(),
        price.get("difference").asDouble(),
        1e-9);
    assertTrue(json.get("remarks").toString().contains("count from another scenario"));
    assertEquals(2, run("lab", FLOOR, "--against", "on=tinium/mine"));
    assertTrue(err.toString().contains("look at"), err.toString());
  }
}
