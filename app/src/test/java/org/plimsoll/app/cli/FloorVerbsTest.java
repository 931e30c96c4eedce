package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.world.RealWorld;

/** {@code reference} and {@code floors} on the world that comes with the program. */
class FloorVerbsTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));

  private record Said(int code, String out, String err) {
    JsonNode json() throws Exception {
      assertEquals(0, code, err);
      return new ObjectMapper().readTree(out);
    }
  }

  private static Said run(String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    int code = Main.shell(new Console(RealWorld::open, ROOT, terminal)).run(command.split(" ", -1));
    return new Said(code, out.toString(), err.toString());
  }

  private static List<JsonNode> rows(JsonNode answer, String table) {
    List<JsonNode> rows = new ArrayList<>();
    answer.get(table).forEach(rows::add);
    return rows;
  }

  @Test
  void yttriumTradesAtSevenAndAHalfAndPostedQuotesAreRefused() throws Exception {
    JsonNode answer = run("reference yttrium/oxide --method index --year 2025 --json").json();
    JsonNode index = rows(answer, "methods").getFirst();
    assertEquals(7.5, index.get("usdPerKg").get("central").asDouble(), 1e-9);
    assertEquals("used", index.get("standing").asText());
    List<String> refused =
        rows(answer, "leftOut").stream().map(row -> row.get("id").asText()).toList();
    assertTrue(refused.containsAll(List.of("F023", "F024", "F026-ask")), refused::toString);
    assertFalse(answer.toString().contains("grade\":\"\""));
  }

  /** At the scenario's prices makers are paid what projects need. */
  @Test
  void aTargetThatIsMetNeedsNoFloorAndShowsNone() throws Exception {
    Said said = run("floors neodymium-praseodymium/oxide --target paid=80");
    assertTrue(said.out().contains("The target needs no floor"), said.out());
    JsonNode answer = run("floors neodymium-praseodymium/oxide --target paid=80 --json").json();
    assertEquals(1, rows(answer, "floors").size());
    assertFalse(answer.has("instruments"), "nothing to do as much as");
  }

  @Test
  void aChallengeChangesThePriceTheFloorTheLevyAndTheSchedule() throws Exception {
    JsonNode answer =
        run("reference neodymium-praseodymium/oxide --method cost-plus --prices base2024"
                + " --challenge p022-nolans:capital-cost:2022=2500 --json")
            .json();
    JsonNode levy =
        rows(answer, "effects").stream()
            .filter(row -> row.get("what").asText().startsWith("largest levy"))
            .findFirst()
            .orElseThrow();
    assertTrue(levy.get("before").asDouble() > 0);
    assertTrue(levy.get("after").asDouble() > levy.get("before").asDouble());
    JsonNode line = rows(answer, "schedule").getFirst();
    // The estimate rises by more than a tenth; the price, and so the floor, by the step of a tenth.
    assertEquals(
        1.1,
        line.get("floorAfterUsdPerKg").asDouble() / line.get("floorBeforeUsdPerKg").asDouble(),
        1e-9);
    assertEquals(1, rows(answer, "challenged").size());
  }

  @Test
  void methodsStandSideBySideAndSayWhatIsMissing() throws Exception {
    JsonNode answer = run("reference gallium --json").json();
    assertEquals(4, rows(answer, "methods").size());
    for (JsonNode row : rows(answer, "methods")) {
      boolean hasNumber = row.get("usdPerKg") != null && !row.get("usdPerKg").isNull();
      assertTrue(hasNumber || !row.get("needs").asText().isEmpty(), row::toString);
    }
  }

  private static JsonNode floors(int paid, String more) throws Exception {
    return run("floors neodymium-praseodymium/oxide --prices base2024 --json --target paid="
            + paid
            + more)
        .json();
  }

  /** Figures move with the world and the engine; these relations do not. */
  @Test
  void theSmallestFloorIsAboveWhatItPaysAndGrowsWithTheTarget() throws Exception {
    JsonNode low = floors(80, " --chain");
    JsonNode high = floors(110, "");
    double floor = assertPays(low, 80);
    assertTrue(floor > 80);
    assertTrue(assertPays(high, 110) > Math.max(110, floor));
    for (JsonNode row : rows(low, "instruments")) {
      double sum = 0;
      for (String part : List.of("users", "makers", "treasury", "rents", "stocks")) {
        sum += row.get(part + "UsdMillion").asDouble();
      }
      double members = row.get("membersUsdMillion").asDouble();
      assertEquals(members, sum, 1e-4, () -> row.get("instrument").asText());
    }
    assertNoStageMakesLess(rows(low, "chain"));
    assertTrue(rows(low, "goods").size() > 3);
  }

  private static double assertPays(JsonNode answer, double paid) {
    JsonNode held = rows(answer, "floors").getLast();
    assertEquals(paid, held.get("paidUsdPerKg").asDouble(), 1e-3 * paid);
    return held.get("floorUsdPerKg").asDouble();
  }

  private static void assertNoStageMakesLess(List<JsonNode> stages) {
    JsonNode metal = stages.get(1);
    double before = metal.get("outputBeforeTonnes").asDouble();
    assertTrue(
        metal.get("outputFirstTonnes").asDouble() < 0.5 * before,
        "the oxide's floor alone drives metal out");
    for (JsonNode stage : stages) {
      assertTrue(
          stage.get("outputAllTonnes").asDouble()
              >= 0.995 * stage.get("outputBeforeTonnes").asDouble(),
          stage::toString);
    }
  }

  @Test
  void whereNoFloorDoesItTheBestIsNamed() {
    Said said = run("floors gallium --prices base2024 --target output=90000t");
    assertEquals(0, said.code, said.err);
    assertTrue(said.out.contains("No floor does it"), said.out);
    assertTrue(said.out.contains("best reached"), said.out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reference unobtainium                                       | no material
          reference gallium --method guess                            | no method
          reference yttrium/oxide --challenge F999=3                  | F99
          reference yttrium/oxide --challenge F025                    | ID=VALUE
          reference yttrium/oxide --challenge F025=nothing            | no number
          reference yttrium/oxide --challenge F025=-1                 | above 0
          reference yttrium/oxide --in-force 7                        | without --method
          reference yttrium/oxide --method index --in-force 7 --moved x=1 | energy
          reference yttrium/oxide --prices base1999                   | base2024
          floors gallium --target irr=10%:Nolans                      | no project's return
          floors gallium --target paid=0                              | above 0
          floors gallium --target paid=5EUR/kg                        | USD/kg
          floors gallium --target share=130%                          | between 0 and 100%
          floors gallium --target wish=3                              | no target
          floors gallium --sweep 900..300                             | exchange
          floors gallium --exempt QQQ                                 | no country
          floors gallium --target paid=500 --stop CHN                 | CHN:gallium/refined
          floors gallium --target paid=500 --stop CHN:copper/refined  | not in the chain
          floors rare-earths                                          | Maybe
          """)
  void whatCannotBeAskedIsRefusedWithAWayOut(String command, String said) {
    Said answer = run(command);
    assertEquals(Shell.REFUSED, answer.code, answer.out);
    assertTrue(answer.err.contains(said), answer.err);
    assertTrue(answer.err.contains("Maybe"), answer.err);
  }
}
