package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demonstration page in a real browser. The pages have scripts off; what a test asks of the
 * page goes through the browser's own debugging channel.
 */
class ReportInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Path FILE = FOLDER.resolve("report.html");

  private static final Browser BROWSER = Browser.start();

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FILE, Demonstration.page().render(), StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
  }

  private static com.microsoft.playwright.Page open(int width, ColorScheme scheme) {
    return BROWSER.open(FILE, width, scheme);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 800, 1400})
  void nothingIsWiderThanThePage(int width) {
    com.microsoft.playwright.Page page = open(width, ColorScheme.LIGHT);
    Browser.keepPictures(page, FOLDER.resolve("light-" + width));
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    assertEquals(List.of(), Browser.tooWide(page, width), "wider than the page at " + width);
    page.context().close();
  }

  @Test
  void darkHasADarkPageAndLightInk() {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.DARK);
    Browser.keepPictures(page, FOLDER.resolve("dark-1000"));
    assertEquals(
        "rgb(19, 24, 30)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
    assertEquals("rgb(230, 234, 238)", page.evaluate("getComputedStyle(document.body).color"));
    page.context().close();
  }

  @Test
  void nothingIsFetchedAndNothingComplains() {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.LIGHT);
    page.waitForLoadState();
    page.context().close();
    assertEquals(List.of(FILE.toUri().toString()), BROWSER.requests().stream().distinct().toList());
    assertEquals(List.of(), BROWSER.complaints());
  }

  @Test
  void everyFigureSaysWhatItShows() {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.LIGHT);
    assertEquals(9, page.evaluate("document.querySelectorAll('figure').length"));
    Object silent =
        page.evaluate(
            """
            [...document.querySelectorAll('figure')].filter(f => {
              const caption = f.querySelector('figcaption .figtitle');
              const images = [...f.querySelectorAll('svg[role=img]')];
              const named = images.every(i => i.hasAttribute('aria-label')
                || i.getAttribute('aria-labelledby').split(' ')
                    .every(id => document.getElementById(id)?.textContent));
              const table = f.querySelector('table caption')?.textContent;
              return !caption?.textContent || !named || !(images.length || table);
            }).map(f => f.id)
            """);
    assertEquals(List.of(), silent);
    page.context().close();
  }

  @Test
  void everyLinkOnThePageLeadsSomewhere() {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.LIGHT);
    Object lost =
        page.evaluate(
            """
            [...document.querySelectorAll('a[href^="#"], use')]
              .map(a => a.getAttribute('href').slice(1))
              .filter(id => !document.getElementById(id))
            """);
    assertEquals(List.of(), lost);
    Object twice =
        page.evaluate(
            """
            [...document.querySelectorAll('[id]')].map(e => e.id)
              .filter((id, i, all) => all.indexOf(id) !== i)
            """);
    assertEquals(List.of(), twice);
    page.context().close();
  }

  @Test
  void outlinesOfCountriesAndHatchingAreDrawn() {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.LIGHT);
    Object box =
        page.evaluate(
            """
            (() => { const b = document.querySelector('use[href="#land-CHN"]').getBBox();
              return b.width > 500 && b.height > 300; })()
            """);
    assertEquals(true, box);
    Object hatched = page.evaluate("getComputedStyle(document.querySelector('.ribbon.h5')).fill");
    assertTrue(String.valueOf(hatched).contains("#hatch-5"), String.valueOf(hatched));
    page.context().close();
  }

  @Test
  void printsOnPaper() throws IOException {
    com.microsoft.playwright.Page page = open(1000, ColorScheme.DARK);
    page.emulateMedia(
        new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        "rgb(255, 255, 255)",
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
        "paper is white even where the screen is dark");
    byte[] pdf =
        page.pdf(
            new com.microsoft.playwright.Page.PdfOptions()
                .setPath(FOLDER.resolve("report.pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    assertTrue(pdf.length > 50_000, "a PDF of the page, but has only " + pdf.length + " bytes");
    page.context().close();
  }
}
