package org.plimsoll.app.session;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** A {@code plan.json} that a verb is given. */
public final class PlanFile {
  private PlanFile() {}

  /** Makes something of a plan's text. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(String json) throws IOException;
  }

  /**
   * What a reading makes of the file.
   *
   * @throws Refusal naming the file and what is wrong with it
   */
  public static <T> T read(Path plan, Reading<T> reading) {
    try {
      return reading.of(Files.readString(plan, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      @Nullable JsonLocation at = e.getLocation();
      throw refusal(
          at == null ? plan.toString() : plan + ", line " + at.getLineNr(),
          "it is no JSON: "
              + e.getOriginalMessage()
                  .lines()
                  .findFirst()
                  .orElse("")
                  .replaceFirst(" \\(start marker .*", ""));
    } catch (IOException | DateTimeException e) {
      throw refusal(plan.toString(), Refusal.reason(e));
    }
  }

  /** A fault may end in a way out of its own. */
  private static Refusal refusal(String place, String fault) {
    String[] parts = fault.split("\\R *Maybe ", 2);
    return Refusal.of(
        "cannot read " + place + " as a plan: " + parts[0],
        parts.length > 1 ? parts[1] : "name the plan.json that plimsoll plan wrote");
  }
}
