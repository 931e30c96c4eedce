package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.cli.Main;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;

/** A screening of more lines than memory holds ends with what to do about it. */
class ScreenMemoryTest {
  private static final int LINES = 400_000;

  @TempDir private Path folder;

  @Test
  void linesThatDoNotFitAreSaidNotToFit() throws IOException, InterruptedException {
    Path entries = folder.resolve("entries.csv");
    String row = EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000")) + "\n";
    try (BufferedWriter out = Files.newBufferedWriter(entries)) {
      out.write(EntryText.header() + "\n");
      for (int i = 0; i < LINES; i++) {
        out.write("E" + i + row.substring(2));
      }
    }
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "screen",
            entries.toString(),
            "--world",
            Path.of("..", "world").toAbsolutePath().toString());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertEquals(2, process.waitFor());
    String text = Files.readString(said);
    assertTrue(text.contains("plimsoll: this does not fit into the 6"), text);
    assertTrue(text.contains("run it with PLIMSOLL_JAVA_OPTS=-Xmx4g"), text);
  }
}
