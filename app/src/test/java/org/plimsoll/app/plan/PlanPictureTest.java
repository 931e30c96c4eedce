package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.report.page.Browser;

/**
 * The picture in the README: the top of the plan's page. With {@code -Dplimsoll.regenerate=true},
 * and {@code -Dplimsoll.plan=FILE} for the page of a plan, it is taken anew.
 */
class PlanPictureTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));
  private static final Path PICTURE = ROOT.resolve("docs/plan.png");
  private static final int WIDTH = 1000;

  @Test
  void theReadmeShowsThePage() throws IOException {
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      take(Path.of(System.getProperty("plimsoll.plan", ROOT.resolve("out/plan.html").toString())));
    }
    assertTrue(Files.readString(ROOT.resolve("README.md")).contains("(docs/plan.png)"));
    BufferedImage picture = ImageIO.read(PICTURE.toFile());
    assertEquals(WIDTH, picture.getWidth());
  }

  private static void take(Path plan) {
    try (Browser browser = Browser.start()) {
      Page page = browser.open(plan, WIDTH, ColorScheme.LIGHT);
      assertTrue(page.title().startsWith("Action plan"), plan + " is no page of a plan");
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
    }
  }
}
