package org.plimsoll.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs/reference} that the code's own descriptions make. */
public final class GeneratedPage {
  private GeneratedPage() {}

  /**
   * Fails if the page differs from its text. With {@code -Dplimsoll.regenerate=true} it writes the
   * page first.
   */
  public static void assertCurrent(String name, String text) throws IOException {
    Path page = root().resolve("docs/reference").resolve(name);
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      Files.writeString(page, text);
    }
    assertEquals(
        text,
        Files.exists(page) ? Files.readString(page) : "",
        name + " is out of date; run the tests of sources with -Dplimsoll.regenerate=true");
  }

  /** The root of the repository. */
  public static Path root() {
    return Path.of(System.getProperty("plimsoll.root", ".."));
  }
}
