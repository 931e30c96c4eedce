package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/reference/lab-state.md has every key of an address. Run with {@code
 * -Dplimsoll.regenerate=true} to write it anew.
 */
class LabStatePageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("plimsoll.root", ".."), "docs/reference/lab-state.md");
  private static final String BEGIN = "<!-- begin: made by LabStatePageTest -->\n";

  @Test
  void thePageHasEveryKey() throws IOException {
    StringBuilder table = new StringBuilder(BEGIN);
    table.append("| key | value | range | if left out | what it says |\n|---|---|---|---|---|\n");
    for (LabKey key : LabKey.values()) {
      table.append(
          "| %s | %s | %s | %s | %s |\n"
              .formatted(
                  key.forms().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
                  key.unit(),
                  key.range(),
                  key.otherwise(),
                  key.what()));
    }
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN);
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page = page.substring(0, from) + table;
      Files.writeString(PAGE, page);
    }
    assertEquals(
        table.toString(),
        page.substring(from),
        "lab-state.md is out of date: run this test with -Dplimsoll.regenerate=true");
  }
}
