package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real plan, with draws, is written, read back and computed again; what is bent is found. */
class PlanAuditTest {
  private static final String JSON = RealPlan.json();

  /** The same world in another folder gives the same bytes. */
  @Test
  void noFolderOfThisMachineStandsInIt() {
    assertTrue(JSON.contains("world/hand/episodes.csv, line "));
    assertFalse(JSON.contains(RealPlan.ROOT.toString()));
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    assertEquals(JSON, PlanJson.write(PlanJson.read(JSON)));
  }

  @Test
  void aPlanOfThePlannerFollowsFromItself() throws IOException {
    PlanAudit audit = PlanAudit.of(PlanJson.read(JSON));
    assertEquals(List.of(), audit.offenders());
    assertTrue(audit.recomputed() > 1_000, audit.toString());
    assertTrue(audit.read() > 200, audit.toString());
  }

  /** What is changed by hand, wherever it stands, no longer follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"high\":([1-9])|\"high\":9$1|a range without its draws",
        "\"verdict\" : \"idle\"|\"verdict\" : \"held\"|a verdict without its prices",
        "give up|go without|a sentence of the headline"
      })
  void whatIsBentIsFound(String part, String other, String what) throws IOException {
    String bent = JSON.replaceFirst(part, other);
    assertTrue(!bent.equals(JSON), "the plan has no " + part);
    assertTrue(!PlanAudit.of(PlanJson.read(bent)).isClean(), what);
  }

  @Test
  void anotherVersionIsRefusedByName() {
    Map<String, String> refused =
        Map.of(
            JSON.replaceFirst("\"schemaVersion\" : \"5\"", "\"schemaVersion\" : \"1\""),
            "version 1",
            JSON.replaceFirst("\"schemaVersion\" : \"5\",?", ""),
            "version 1",
            "{}",
            "not a plan");
    refused.forEach((text, word) -> {
      String message =
          String.valueOf(assertThrows(IOException.class, () -> PlanJson.read(text)).getMessage());
      assertTrue(message.contains(word), message);
    });
  }

  @Test
  void aMissingValueIsNamedByItsPath() {
    String text = JSON.replaceFirst("\"priceVintage\"", "\"vintage\"");
    String message =
        String.valueOf(assertThrows(IOException.class, () -> PlanJson.read(text)).getMessage());
    assertTrue(message.contains("$.frame.priceVintage is missing"), message);
  }
}
