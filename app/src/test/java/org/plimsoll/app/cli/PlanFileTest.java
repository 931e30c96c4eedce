package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.world.RealWorld;

/** Verbs that start from a plan.json, given something else. */
class PlanFileTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String PLAN = "{\"frame\": {\"asOf\": \"2026-11-24\"}, \"floors\": []}";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(RealWorld::open, ROOT, terminal)).run(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{                                             | line 1 as a plan: it is no JSON",
        "{}                                            | it has no frame.asOf",
        "{\"frame\": {\"asOf\": \"2026-11-24\"}}           | it is a plan of version 1"
      })
  void whatIsNoPlanIsRefusedWithItsPlace(String text, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), text);
    assertEquals(2, run("schedule", "from-plan", file.toString()));
    assertTrue(err.toString().contains(said), err::toString);
    assertTrue(err.toString().contains("\n  Maybe "), err::toString);
  }

  @ParameterizedTest
  @CsvSource({"4", "-0.1"})
  void freightIsAShareOfTheValue(String freight) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), PLAN);
    assertEquals(2, run("schedule", "from-plan", file.toString(), "--freight=" + freight));
    assertTrue(err.toString().contains("--freight " + freight + " is no share"), err::toString);
    assertTrue(err.toString().contains("Maybe write 0.04 for 4%"), err::toString);
  }
}
