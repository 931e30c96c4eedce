package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.report.markup.Look;

/** The theme that a frame's root names goes before the one that the system prefers. */
class ThemeInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final String WHITE = "rgb(255, 255, 255)";
  private static final String DARK = "rgb(19, 24, 30)";

  private static final Browser BROWSER = Browser.start();

  @AfterAll
  static void stop() {
    BROWSER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "none, LIGHT, light", "none, DARK, dark",
    "light, LIGHT, light", "light, DARK, light",
    "dark, LIGHT, dark", "dark, DARK, dark",
  })
  void theRootsThemeGoesBeforeTheSystems(String said, ColorScheme preferred, String shown)
      throws IOException {
    String theme = said.equals("none") ? "" : " data-theme=\"" + said + "\"";
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve("theme-" + said + ".html");
    Files.writeString(
        file,
        "<!DOCTYPE html><html%s><head><style>%s</style></head><body>words</body></html>"
            .formatted(theme, Look.cssOfSite()));
    com.microsoft.playwright.Page page = BROWSER.open(file, 400, preferred);
    assertEquals(shown.equals("dark") ? DARK : WHITE, background(page));
    assertEquals(shown, page.evaluate("getComputedStyle(document.documentElement).colorScheme"));
    page.emulateMedia(
        new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(WHITE, background(page), "paper is white");
    page.context().close();
  }

  private static Object background(com.microsoft.playwright.Page page) {
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  }
}
