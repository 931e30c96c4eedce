package org.plimsoll.app.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Column;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.scenario.ScenarioFile;

/** What-if by options of {@code solve}, of the world that comes with the program. */
class YourMeasureTest {
  private static Evidence evidence;
  private static Scenario scenario;

  @BeforeAll
  static void read() {
    evidence = RealWorld.evidence();
    scenario =
        ScenarioFile.read(RealWorld.ROOT.resolve("scenarios/action-plan-2026.yaml"), evidence)
            .value()
            .orElseThrow();
  }

  private static Levers levers(String floor, String add, String release, String exempt) {
    return new Levers(of(floor), of(add), of(release), List.of(), of(exempt));
  }

  private static List<String> of(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private static Answer answer(Levers levers, String stop) {
    return new YourMeasure(levers, Optional.of(stop).filter(word -> !word.isEmpty()))
        .answer(evidence, scenario, Settings.QUICK, Workers.ofAllProcessors());
  }

  /** The central value of a line of a table. */
  private static double central(Answer answer, String table, String quantity, String column) {
    Table<?> found =
        answer.tables().stream().filter(t -> t.key().equals(table)).findFirst().orElseThrow();
    List<String> names = found.columns().stream().map(Column::key).toList();
    List<Cell> row =
        found.cells().stream()
            .filter(cells -> cells.get(names.indexOf("quantity")).text().equals(quantity))
            .findFirst()
            .orElseThrow();
    return ((Cell.Range) row.get(names.indexOf(column))).value().central();
  }

  @Test
  void aPlantInAFoldedCountryAvoidsAPartOfTheLoss() {
    Answer answer = answer(levers("", "METLEN", "", ""), "CHN:gallium/refined");
    assertTrue(central(answer, "inStop", "total", "difference") > 20, "USD million");
    assertTrue(central(answer, "inStop", "paid", "difference") < 0);
  }

  /**
   * A floor kept against a partner undoes a part of what its plant saves users; exempt it does not.
   */
  @Test
  void anExemptPartnerSavesUsersMore() {
    String floor = "gallium/refined=800USD/kg";
    String stop = "CHN:gallium/refined";
    double alone =
        central(answer(levers("", "Wagerup", "", ""), stop), "inStop", "users", "difference");
    double kept =
        central(answer(levers(floor, "Wagerup", "", ""), stop), "inStop", "users", "difference");
    double exempt =
        central(answer(levers(floor, "Wagerup", "", "AUS"), stop), "inStop", "users", "difference");
    assertTrue(kept < alone - 5, kept + " of " + alone);
    assertEquals(alone, exempt, 0.02 * alone);
  }

  @Test
  void accountsAddUpToTheTotal() {
    Answer answer =
        answer(
            levers("gallium/refined=800USD/kg", "", "gallium/refined=5t", ""),
            "CHN:gallium/refined");
    for (String table : List.of("calm", "inStop")) {
      double sum = 0;
      for (String account : List.of("users", "makers", "treasury")) {
        sum += central(answer, table, account, "difference");
      }
      assertEquals(central(answer, table, "total", "difference"), sum, 1e-5, table);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gallium/refined=800     |           |   | has no unit
          gallium/refined=-8USD/t |           |   | above 0
          tinium=8USD/kg          |           |   | no material
                                  | NoSuch    |   | plimsoll projects
                                  | P004      |   | no published capacity
                                  | GRC:gallium/refined=5kg | | 1400t
                                  |           | gallium/refined=5t | name it: --stop
          """)
  void aWrongWordIsRefusedWithAWayOut(String floor, String add, String release, String words) {
    Levers levers = levers(text(floor), text(add), text(release), "");
    Refusal refusal = assertThrows(Refusal.class, () -> answer(levers, ""));
    String said = String.valueOf(refusal.getMessage());
    assertTrue(said.contains(words), said);
  }

  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  @Test
  void chainsThatDoNotMeetAreRefused() {
    Refusal refusal =
        assertThrows(
            Refusal.class, () -> answer(levers("lithium/refined=30USD/kg", "METLEN", "", ""), ""));
    assertTrue(String.valueOf(refusal.getMessage()).contains("one chain"));
  }
}
