package org.plimsoll.app.server.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much a browser has to fetch and read. */
class SiteFilesTest {
  private static final int MOST_SCRIPT = 40_000;
  private static final int MOST_STYLE = 24_000;
  private static final int MOST_LINES = 150;

  private static int size(String ending) {
    return SiteFiles.read().texts().entrySet().stream()
        .filter(file -> file.getKey().endsWith(ending))
        .mapToInt(file -> file.getValue().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  @Test
  void scriptAndStyleAreSmall() {
    assertTrue(size(".js") <= MOST_SCRIPT, "script: " + size(".js"));
    assertTrue(size(".css") > 0 && size(".css") <= MOST_STYLE, "style: " + size(".css"));
  }

  @Test
  void aModuleFitsOnAFewScreens() {
    for (Map.Entry<String, String> file : SiteFiles.read().texts().entrySet()) {
      long lines = file.getValue().lines().count();
      assertTrue(
          !file.getKey().endsWith(".js") || lines <= MOST_LINES, file.getKey() + ": " + lines);
    }
  }
}
