package org.plimsoll.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.report.page.Browser;
import org.plimsoll.planner.plan.ActionPlan;

/**
 * The page of the sample plan, and of a plan with nothing in it, in a real browser with scripts
 * off. The printed page, and pictures if wanted, are kept in {@code target/screenshots}.
 */
class PlanPageInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Browser BROWSER = Browser.start();

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(FOLDER);
    write("plan", SamplePlan.plan());
    write("empty-plan", SamplePlan.empty());
  }

  private static void write(String name, ActionPlan plan) throws IOException {
    Files.writeString(FOLDER.resolve(name + ".html"), PlanPage.render(plan));
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
  }

  private static Page open(String name, int width, ColorScheme scheme) {
    return BROWSER.open(FOLDER.resolve(name + ".html"), width, scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "plan, 360",
    "plan, 800",
    "plan, 1400",
    "empty-plan, 360",
    "empty-plan, 800",
    "empty-plan, 1400"
  })
  void nothingIsWiderThanThePage(String name, int width) {
    Page page = open(name, width, ColorScheme.LIGHT);
    Browser.keepPictures(page, FOLDER.resolve(name + "-" + width));
    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    assertEquals(List.of(), Browser.tooWide(page, width));
    page.context().close();
  }

  @Test
  void nothingIsWiderThanAPhoneInAWiderFont() {
    Page page = open("plan", 360, ColorScheme.LIGHT);
    // Some systems have one font alone, and a wide one.
    page.evaluate("document.body.style.letterSpacing = '.1em'");
    assertEquals(List.of(), Browser.tooWide(page, 360));
    page.context().close();
  }

  @Test
  void nothingIsFetchedNothingComplainsAndEveryLinkLeadsSomewhere() {
    Page page = open("plan", 1000, ColorScheme.DARK);
    Object lost =
        page.evaluate(
            """
            [...document.querySelectorAll('a[href^="#"], use')]
              .map(a => a.getAttribute('href').slice(1))
              .filter(id => !document.getElementById(id))
            """);
    assertEquals(List.of(), lost);
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('[id]')].map(e => e.id)
              .filter((id, i, all) => all.indexOf(id) !== i)
            """));
    page.context().close();
    assertTrue(
        BROWSER.requests().stream().allMatch(url -> url.endsWith("plan.html")),
        BROWSER.requests().toString());
    assertEquals(List.of(), BROWSER.complaints());
  }

  /** Every number of a table that the model or a source gave can be followed to its origin. */
  @Test
  void everyNumberOfATableOpensItsOrigin() {
    Page page = open("plan", 1000, ColorScheme.LIGHT);
    Object numbers =
        page.evaluate("document.querySelectorAll('.tablebox td.n, .heat td:not(.total)').length");
    Object mute =
        page.evaluate(
            """
            [...document.querySelectorAll('.tablebox td.n, .heat td:not(.total)')]
              .filter(td => !td.querySelector('a[href^="#how-"], a[href^="#src-"]'))
              .filter(td => !td.querySelector('.missing') && !td.matches('.blank'))
              .map(td => td.textContent)
            """);
    assertEquals(List.of(), mute);
    assertTrue(((Number) numbers).intValue() > 300, numbers + " numbers");
    page.context().close();
  }

  @Test
  void everyFigureCanBeReadWithoutThePicture() {
    Page page = open("plan", 1000, ColorScheme.LIGHT);
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('figure')].filter(f => {
              const spoken = f.querySelector('svg[role=img] > desc')?.textContent;
              const table = f.querySelector('table caption')?.textContent;
              return !f.querySelector('figcaption .figtitle')?.textContent || !(spoken || table);
            }).map(f => f.id)
            """));
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"plan, 100000", "empty-plan, 10000"})
  void printsOnPaper(String name, int leastBytes) {
    Page page = open(name, 1000, ColorScheme.DARK);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        "rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setPath(FOLDER.resolve(name + ".pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    assertTrue(pdf.length > leastBytes, "only " + pdf.length + " bytes");
    page.context().close();
  }
}
