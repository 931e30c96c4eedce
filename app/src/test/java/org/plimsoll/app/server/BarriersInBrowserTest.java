package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.report.page.Browser;

/**
 * Pages keep nobody out. They are those of three countries: axe takes minutes on the tables of the
 * whole world. The tests of the Lab and the vault look at theirs.
 */
class BarriersInBrowserTest {
  private static final Browser BROWSER = Browser.start();

  @TempDir private static Path folder;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.ofTinyWorld(folder);
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/minerals/tinium",
        "/projects",
        "/stockpile",
        "/border",
        "/method/stockpile"
      })
  void nobodyIsKeptOut(String path) {
    Page page = BROWSER.visit(server.address() + path, 1280, ColorScheme.LIGHT);
    assertEquals(List.of(), Browser.barriers(page));
    page.context().close();
  }
}
