package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.assess.PlanSchedule;
import org.plimsoll.app.compose.Composition;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.evidence.Evidence;

/** The floors of a plan, as its plan.json has them, in a schedule. */
class PlanScheduleTest {
  private static final Evidence WORLD =
      Composition.readWorld(Path.of("..", "world").toAbsolutePath().normalize()).value().evidence();

  private static final String FRAME =
      "{\"frame\": {\"asOf\": \"2026-11-24\", \"scenario\": \"s\", \"title\": \"t\"},"
          + " \"floors\": [";

  private static PlanSchedule draft(String json) throws IOException {
    return PlanSchedule.of(json, WORLD, Optional.empty(), Optional.empty(), List.of());
  }

  private static PlanSchedule floors(String... floors) throws IOException {
    return draft(FRAME + String.join(", ", floors) + "]}");
  }

  private static String floor(String product, String more) {
    return "{\"product\": \"%s\", \"status\": \"proposed\", \"source\": \"x\",".formatted(product)
        + " \"price\": {\"value\": {\"central\": 500000}}"
        + more
        + "}";
  }

  private static Map<String, Instrument> instruments(LevySchedule schedule) {
    return schedule.rules().stream()
        .collect(
            Collectors.toMap(
                rule -> rule.product().toString(),
                LevyRule::instrument,
                (a, b) -> a,
                TreeMap::new));
  }

  /** One is levied in full, one up to 100 a kilogram, and one is kept by its exporters. */
  @Test
  void boundAndWhoKeepsTheGapAreLaw() throws IOException {
    Map<String, Instrument> instruments =
        instruments(draft(CanonicalJson.write(SamplePlan.plan())).schedule());
    assertEquals(
        "VariableLevy[floor=110 USD/kg, bound=Optional.empty]",
        String.valueOf(instruments.get(SampleWorld.OXIDE.toString())));
    assertEquals(
        "VariableLevy[floor=455 USD/kg, bound=Optional[100 USD/kg]]",
        String.valueOf(instruments.get(SampleWorld.DYSPROSIUM.toString())));
    assertEquals(
        "Undertaking[least=13 USD/kg]",
        String.valueOf(instruments.get(SampleWorld.ANTIMONY.toString())));
  }

  @Test
  void anUndertakingHasNoBound() throws IOException {
    PlanSchedule draft =
        floors(
            floor(
                "gallium/refined",
                ", \"gapGoesTo\": \"exporter\", \"bound\": {\"value\": {\"central\": 20000}}"));
    assertEquals(
        "Undertaking[least=500 USD/kg]",
        String.valueOf(instruments(draft.schedule()).get("gallium/refined")));
    assertTrue(draft.remarks().toString().contains("its bound is left out"));
  }

  /** An older plan does not say it, and a levy would be a guess. */
  @Test
  void aFloorThatDoesNotSayWhoKeepsTheGapIsRefused() {
    IOException fault = assertThrows(IOException.class, () -> floors(floor("gallium/refined", "")));
    assertTrue(String.valueOf(fault.getMessage()).contains("gallium/refined does not say who"));
  }

  /** Read as 0 it would be a floor that nothing lies below. */
  @Test
  void aFloorWithoutAPriceIsRefused() {
    String levy = ", \"gapGoesTo\": \"importer\"";
    for (String price : List.of("null", "{}", "\"500000\"", "{\"central\": null}")) {
      IOException fault =
          assertThrows(
              IOException.class,
              () -> floors(floor("gallium/refined", levy).replace("{\"central\": 500000}", price)));
      assertEquals("the floor on gallium/refined has no figure as price", fault.getMessage());
    }
  }

  /** Ore and metal of cobalt share code and basis, as do magnets with and without dysprosium. */
  @Test
  void productsThatNothingTellsApartHaveOneRule() throws IOException {
    String levy = ", \"gapGoesTo\": \"importer\"";
    PlanSchedule draft =
        floors(
            floor("cobalt/refined", levy),
            floor("neodymium-praseodymium/magnet", levy),
            floor("dysprosium/magnet", levy));
    assertEquals(List.of(), ScheduleCheck.listFaults(draft.schedule()));
    assertEquals(
        List.of("cobalt/refined", "neodymium-praseodymium/magnet"),
        List.copyOf(instruments(draft.schedule()).keySet()));
    String remarks = draft.remarks().toString();
    assertTrue(remarks.contains("cobalt/mine: rule cobalt-refined has code 810520"), remarks);
    assertTrue(
        remarks.contains("dysprosium/magnet: rule neodymium-praseodymium-magnet has code 850511"),
        remarks);
  }
}
