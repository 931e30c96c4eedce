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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.world.RealWorld;

/** {@code plimsoll gsim} on the published case, and on faulty ones. */
class GsimVerbTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path EXAMPLE = ROOT.resolve("examples/gsim/us-eu.yaml");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(RealWorld::open, ROOT, terminal)).run(arguments);
  }

  /** Francois and Hall (2003): prices of the four exporters. */
  @Test
  void theExampleIsThePublishedCase() throws IOException {
    assertEquals(0, run("gsim", EXAMPLE.toString(), "--json"), err::toString);
    JsonNode regions = new ObjectMapper().readTree(out.toString()).get("regions");
    double[] printed = {0.0792, -0.0316, 0.0480, -0.0184};
    for (int i = 0; i < printed.length; i++) {
      assertEquals(printed[i], regions.get(i).get("exporterPriceChange").asDouble(), 0.5e-4);
    }
  }

  @Test
  void jsonWithAnElasticityForEachRegionIsReadToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("case.json"),
            """
            {"regions": ["A", "B"], "trade": [[0, 100], [0, 0]],
             "powersBefore": [[1, 1], [1, 1]], "powersAfter": [[1, 1.1], [1, 1]],
             "demandElasticity": [-2, -1], "supplyElasticity": [1.5, 9],
             "substitutionElasticity": 5}
            """);
    assertEquals(0, run("gsim", file.toString(), "--json"), err::toString);
    JsonNode regions = new ObjectMapper().readTree(out.toString()).get("regions");
    assertEquals(-0.04, regions.get(0).get("exporterPriceChange").asDouble(), 1e-15);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0, 50, 200, 300] | [0, 50, 200] | 11:5: the row of trade of US has 3 numbers for 4",
        "[0, 50, 200, 300] | [0, -50, 200, 300] | 11:9: 'trade' must be at least 0 money",
        "Elasticity: -1.25 | Elasticity: 1.25 | 28:19: 'demandElasticity' must be at most 0",
        "supplyElasticity: | supplyElastcity: | 29:1: unknown key 'supplyElastcity' in case",
        "[US, JP, EU, RW] | [US, JP, EU, US] | 7:23: the region 'US' stands twice"
      })
  void aFaultIsNamedWithItsPlace(String good, String bad, String problem) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"), Files.readString(EXAMPLE).replace(good, bad));
    assertEquals(2, run("gsim", file.toString()));
    assertTrue(err.toString().contains("case.yaml:" + problem), err.toString());
    assertTrue(err.toString().contains("  Maybe "), err.toString());
  }
}
