package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that keeps people out is found: no other test would fail if none ever were. */
class BarriersTest {
  @TempDir private Path folder;

  @Test
  void anImageWithoutWordsAndPaleTextAreFound() throws Exception {
    Path file = folder.resolve("page.html");
    Files.writeString(
        file,
        """
        <!DOCTYPE html><html lang="en"><title>A page</title><main><h1>A page</h1>
        <img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC">
        <p style="color:#ddd;background:#fff">pale</p></main></html>
        """);
    try (Browser browser = Browser.start()) {
      Page page = browser.visit(file.toUri().toString(), 640, ColorScheme.LIGHT);
      List<String> found = Browser.barriers(page);
      assertEquals(2, found.size(), found::toString);
      assertTrue(found.toString().contains("image-alt"), found::toString);
      assertTrue(found.toString().contains("color-contrast"), found::toString);
    }
  }
}
