package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.planner.plan.Figure;

/** The audit passes a plan whose numbers are vouched for, and finds each one that is not. */
class PlanAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aWholePlanIsClean() throws IOException {
    PlanAudit audit = PlanAudit.of(JSON.readTree(CanonicalJson.write(SamplePlan.plan())));
    assertEquals(List.of(), audit.offenders());
    // Three numbers a figure, and every number is in a figure.
    assertEquals(
        3
            * FigureTable.FIGURES.rows().apply(SamplePlan.plan()).stream()
                .filter(row -> row.it() instanceof Figure)
                .count(),
        audit.numbers());
    assertTrue(audit.isClean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"value": {"low": 1}, "source": "a"}                           |
          {"value": {"low": 1}, "derivedFrom": ["a"]}                    |
          {"x": 1, "source": "a"}                                        |
          {"x": [1, 2], "source": "a"}                                   |
          {"x": "1"}                                                     |
          {"x": 1}                                                       | $.x
          {"x": 1, "source": ""}                                         | $.x
          {"x": 1, "source": "  "}                                       | $.x
          {"x": 1, "source": 3}                                          | $.source;$.x
          {"x": 1, "derivedFrom": []}                                    | $.x
          {"x": 1, "derivedFrom": [""]}                                  | $.x
          {"x": 1, "derivedFrom": "a"}                                   | $.x
          {"value": {"low": 1}, "source": ""}                            | $.value.low
          {"range": {"low": 1}, "source": "a"}                           | $.range.low
          {"value": {"low": 1, "mean": 2}, "source": "a"}                | $.value.low;$.value.mean
          {"source": "a", "part": {"x": 1}}                              | $.part.x
          {"source": "a", "part": {"value": {"low": 1}}}                 | $.part.value.low
          {"source": "a", "value": {"low": {"low": 1}}}                  | $.value.low.low
          {"source": "a", "list": [{"x": 1}, {"x": 2, "source": "b"}]}   | $.list[0].x
          [1]                                                            | $[0]
          7                                                              | $
          """)
  void eachNumberNeedsItsOwnVoucher(String json, String offenders) throws IOException {
    JsonNode plan = JSON.readTree(json);
    List<String> found = PlanAudit.of(plan).offenders().stream().sorted().toList();
    List<String> expected = offenders == null ? List.of() : List.of(offenders.split(";"));
    assertEquals(expected, found);
  }

  /** Blanking the origin of any one figure makes offenders of its three numbers and no others. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void aFigureRobbedOfItsOriginIsFound(int seed) throws IOException {
    JsonNode plan = JSON.readTree(CanonicalJson.write(SamplePlan.plan()));
    List<ObjectNode> figures = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    collect(plan, "$", figures, paths);
    int chosen = new SplittableRandom(seed).nextInt(figures.size());
    figures.get(chosen).put("source", "");
    figures.get(chosen).set("derivedFrom", JSON.createArrayNode());
    String value = paths.get(chosen) + ".value.";
    assertEquals(
        List.of(value + "central", value + "high", value + "low"), PlanAudit.of(plan).offenders());
  }

  private static void collect(
      JsonNode node, String path, List<ObjectNode> figures, List<String> paths) {
    if (node instanceof ObjectNode object) {
      if (object.has("derivedFrom")) {
        figures.add(object);
        paths.add(path);
      }
      object
          .properties()
          .forEach(f -> collect(f.getValue(), path + "." + f.getKey(), figures, paths));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), path + "[" + i + "]", figures, paths);
      }
    }
  }
}
