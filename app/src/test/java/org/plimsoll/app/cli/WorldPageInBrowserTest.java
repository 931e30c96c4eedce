package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.plimsoll.app.compose.Composition;
import org.plimsoll.app.report.Browser;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * Pages about materials of the committed world, and of the tiny one, in a real browser with scripts
 * off. The printed page, and pictures if wanted, are kept in {@code target/screenshots}.
 */
class WorldPageInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Browser BROWSER = Browser.start();

  @BeforeAll
  static void write() throws IOException {
    Files.createDirectories(FOLDER);
    Loaded<StampedWorld> world =
        Composition.readWorld(Path.of(System.getProperty("plimsoll.root", ".."), "world"));
    assertFalse(world.hasErrors(), world.issues().toString());
    for (String material : List.of("gallium", "neodymium-praseodymium", "aluminium")) {
      write(material, world.value().evidence(), material);
    }
    write("tinium", TinyRegisters.evidence(), "tinium");
  }

  private static void write(String name, Evidence evidence, String material) throws IOException {
    WorldSubject subject = new WorldSubject(evidence, new Selection(evidence).products(material));
    Files.writeString(FOLDER.resolve(name + ".html"), new WorldHtml(subject).render());
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
    "gallium, 360",
    "gallium, 1400",
    "neodymium-praseodymium, 800",
    "aluminium, 800",
    "tinium, 360",
    "tinium, 1400"
  })
  void nothingIsWiderThanThePage(String name, int width) {
    Page page = open(name, width, ColorScheme.LIGHT);
    Browser.keepPictures(page, FOLDER.resolve("world-" + name + "-" + width));
    assertEquals(List.of(), Browser.tooWide(page, width));
    page.context().close();
  }

  /** Every number of a table can be followed to its source, or to how it was computed. */
  @ParameterizedTest
  @CsvSource({"gallium, 100", "neodymium-praseodymium, 300", "aluminium, 100", "tinium, 40"})
  void everyNumberOfATableOpensItsOrigin(String name, int least) {
    Page page = open(name, 1000, ColorScheme.LIGHT);
    Object mute =
        page.evaluate(
            """
            [...document.querySelectorAll('.tablebox td.n, table.bars td.n')]
              .filter(td => td.textContent !== '')
              .filter(td => !td.querySelector('a[href^="#how-"], a[href^="#src-"]'))
              .map(td => td.textContent)
            """);
    assertEquals(List.of(), mute);
    Object numbers = page.evaluate("document.querySelectorAll('a.num').length");
    assertTrue(((Number) numbers).intValue() > least, numbers + " numbers");
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"gallium", "neodymium-praseodymium", "aluminium", "tinium"})
  void nothingIsFetchedNothingComplainsAndEveryLinkLeadsSomewhere(String name) {
    BROWSER.forget();
    Page page = open(name, 1000, ColorScheme.DARK);
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('a[href^="#"], use')]
              .map(a => a.getAttribute('href').slice(1))
              .filter(id => !document.getElementById(id))
            """));
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('[id]')].map(e => e.id)
              .filter((id, i, all) => all.indexOf(id) !== i)
            """));
    page.context().close();
    assertEquals(1, BROWSER.requests().size(), BROWSER.requests().toString());
    assertEquals(List.of(), BROWSER.complaints());
  }

  @Test
  void everyFigureCanBeReadWithoutThePicture() {
    Page page = open("gallium", 1000, ColorScheme.LIGHT);
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

  @Test
  void printsOnPaper() {
    Page page = open("gallium", 1000, ColorScheme.DARK);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        "rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
    byte[] pdf =
        page.pdf(
            new Page.PdfOptions()
                .setPath(FOLDER.resolve("gallium.pdf"))
                .setPreferCSSPageSize(true)
                .setPrintBackground(true));
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    assertTrue(pdf.length > 50_000, "only " + pdf.length + " bytes");
    page.context().close();
  }
}
