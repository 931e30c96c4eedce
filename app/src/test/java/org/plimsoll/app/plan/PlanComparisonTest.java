package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.ActionPlan;

/** What of two plans differs, each figure by its row's name. */
class PlanComparisonTest {
  private static JsonNode json(Answer answer) throws Exception {
    return new ObjectMapper().readTree(AnswerJson.write(answer));
  }

  @Test
  void aPlanHasNothingOtherwiseThanItself() throws Exception {
    JsonNode same = json(PlanComparison.of(SamplePlan.plan(), SamplePlan.plan()));
    assertEquals(0, same.get("figuresThatDiffer").asInt());
    assertEquals(0, same.get("frames").size());
    assertEquals(0, same.get("differences").size());
    assertTrue(same.get("headlines").size() > 0);
  }

  /** The second plan holds gallium alone, and half as much of it. */
  @Test
  void aFigureIsNamedByTableRowAndColumn() throws Exception {
    ActionPlan half =
        SamplePlan.withHoldings(
            SampleActions.holding(SampleWorld.GALLIUM, 105, 1.9e8, Grade.B, "another reason"));
    JsonNode answer = json(PlanComparison.of(SamplePlan.plan(), half));
    JsonNode tonnes = null;
    for (JsonNode row : answer.get("differences")) {
      if (row.get("table").asText().equals("holdings")
          && row.get("figure").asText().equals("tonnes")) {
        tonnes = row;
      }
    }
    assertTrue(tonnes != null, answer::toString);
    assertTrue(tonnes.get("row").asText().startsWith("gallium/refined"), tonnes::toString);
    assertEquals(210, tonnes.get("a").asDouble());
    assertEquals(105, tonnes.get("b").asDouble());
    assertEquals(-105, tonnes.get("difference").asDouble());
    assertEquals("t", tonnes.get("unit").asText());
  }
}
