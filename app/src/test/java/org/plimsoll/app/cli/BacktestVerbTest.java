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
import org.plimsoll.app.world.RealWorld;

/** {@code plimsoll backtest} with a table of one's own. */
class BacktestVerbTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The columns of the study with those for theta, and a control that came into force in 2024. */
  private static final String TABLE =
      """
      control,minerals,announced,in_force,importer,measure,months,log_effect,standard_error,\
      pct_change,note,theta_low,theta,theta_high,theta_source,horizon_months
      X1,antimony,2024-08,2024-09,EU,imports from China (kg),7-12,-0.6931,,-50,,,,,,12
      X1,antimony,2024-08,2024-09,EU,"imports, all origins (kg)",7-12,0.1,0.05,,,,,,,12
      X1,antimony,2024-08,2024-09,US,import unit value,7-12,0.5,,,,,,,,12
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    Console console = new Console(RealWorld::open, ROOT, terminal);
    return new Shell(console, List.of(new BacktestVerb(console))).run(arguments);
  }

  private Path table(String text) throws IOException {
    return Files.writeString(folder.resolve("events.csv"), text);
  }

  @Test
  void aTableOfOnesOwnIsReadInTheWordsOfTheWorlds() throws IOException {
    assertEquals(
        0, run("backtest", table(TABLE).toString(), "--draws", "0", "--json"), err::toString);
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    JsonNode theta = answer.get("theta");
    assertEquals(List.of("EU27", "USA"), theta.findValuesAsText("importer"));
    assertEquals("assumed: as at other importers", theta.get(1).get("basis").asText());
    JsonNode rows = answer.get("conditional");
    assertEquals(List.of("volume, all origins", "unit value"), rows.findValuesAsText("effect"));
    assertEquals(List.of("fit", "fit"), rows.findValuesAsText("use"));
    assertEquals(-0.1, rows.get(0).get("noChangeErrorLog").asDouble(), 1e-12);
  }

  @Test
  void aRowAboutAMineralThatTheWorldDoesNotSolveIsListed() throws IOException {
    String more = "X2,gadolinium,2025-04,2025-04,EU,import unit value,7-12,0.5,,,,,,,,12\n";
    assertEquals(
        0,
        run("backtest", table(TABLE + more).toString(), "--draws", "0", "--json"),
        err::toString);
    JsonNode left = new ObjectMapper().readTree(out.toString()).get("notScored");
    assertEquals(List.of("5"), left.findValuesAsText("row"));
    assertEquals("the world solves no market of gadolinium", left.get(0).get("why").asText());
    String alone = TABLE.substring(0, TABLE.indexOf('\n') + 1) + more;
    assertEquals(2, run("backtest", table(alone).toString()));
    assertTrue(err.toString().contains("no row of the table"), err.toString());
  }

  @Test
  void aBadTableIsRefusedWithPlaceAndWayOut() throws IOException {
    assertEquals(2, run("backtest", table(TABLE.replace(",EU,", ",EX,")).toString()));
    assertTrue(err.toString().contains("events.csv has 2 errors"), err.toString());
    assertTrue(
        err.toString().contains("events.csv:2:5: the world has no country or territory 'EX'"),
        err.toString());
    assertTrue(err.toString().contains("\n  Maybe "), err.toString());
  }

  @Test
  void aParameterIsSetByItsName() throws IOException {
    String file = table(TABLE).toString();
    assertEquals(0, run("backtest", file, "--draws", "0", "--json"), err::toString);
    double usual = unitValue();
    String dearer = "new-route-premium=1";
    assertEquals(0, run("backtest", file, "--draws", "0", "--json", "--set", dearer));
    assertTrue(unitValue() > usual, "a dearer new route lets the price rise further");
    assertEquals(2, run("backtest", file, "--set", "new-route-premum=1"));
    assertTrue(err.toString().contains("Maybe you meant new-route-premium"), err.toString());
    assertEquals(2, run("backtest", file, "--set", "new-route-premium=1,5"));
    assertTrue(err.toString().contains("Maybe write new-route-premium=0.5"), err.toString());
  }

  /** Of the last answer. */
  private double unitValue() throws IOException {
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    out.getBuffer().setLength(0);
    return answer.get("conditional").get(1).get("predictedLog").get("central").asDouble();
  }

  @Test
  void aColumnWithAnotherNameIsRefused() throws IOException {
    assertEquals(2, run("backtest", table(TABLE.replace("theta_low", "theta_lo")).toString()));
    assertTrue(err.toString().contains("you meant 'theta_low'"), err.toString());
    List<String> missing =
        new ArrayList<>(List.of("backtest", folder.resolve("no.csv").toString()));
    assertEquals(2, run(missing.toArray(String[]::new)));
  }
}
