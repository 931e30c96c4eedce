package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Width;

/** The drawings of the demonstration made for a phone and for a column, in a real browser. */
class NarrowInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  /** Words of a drawing: where they are, in pixels of its own. */
  private static final String WORDS =
      """
      const words = svg => [...svg.querySelectorAll('text')].map(t => {
        const box = t.getBoundingClientRect(), own = svg.getBoundingClientRect();
        return {said: t.textContent, left: box.left - own.left, right: box.right - own.left,
          top: box.top - own.top, bottom: box.bottom - own.top, width: own.width,
          height: own.height, letter: parseFloat(getComputedStyle(t).fontSize)};
      }).filter(w => w.said.trim());
      const drawings = [...document.querySelectorAll('figure .scroll > svg')];
      """;

  private static final Browser BROWSER = Browser.start();

  @AfterAll
  static void stop() {
    BROWSER.close();
  }

  private static com.microsoft.playwright.Page open(Width width, int window) throws IOException {
    Numbering numbering = new Numbering(new SiteCitations(), width);
    StringBuilder figures = new StringBuilder();
    for (Section section : Demonstration.page().sections()) {
      figures.append("<section id=\"").append(section.id()).append("\">");
      for (Block block : section.blocks()) {
        figures.append(block.render(numbering));
      }
      figures.append("</section>");
    }
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve("narrow-" + window + ".html");
    Files.writeString(
        file,
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>%s</style></head>"
                .formatted(Look.cssOfSite())
            + "<body>%s<main>%s</main></body></html>"
                .formatted(Look.definitions(numbering.listShared()), figures));
    com.microsoft.playwright.Page page = BROWSER.open(file, window, ColorScheme.LIGHT);
    Browser.keepPictures(page, FOLDER.resolve("narrow-" + window));
    return page;
  }

  @ParameterizedTest
  @CsvSource({"PHONE, 360", "COLUMN, 700"})
  void lettersAreAsLargeAsOnAPageAndNoWordIsCutOff(Width width, int window) throws IOException {
    com.microsoft.playwright.Page page = open(width, window);
    Object wrong =
        page.evaluate(
            "width => {"
                + WORDS
                + """
                return drawings.flatMap(svg => words(svg)
                  .filter(w => Math.abs(w.width - Math.min(width, svg.viewBox.baseVal.width)) > 0.5
                    || w.letter < 11 || w.left < -0.5 || w.right > w.width + 0.5
                    || w.top < -0.5 || w.bottom > w.height + 0.5)
                  .map(w => svg.getAttribute('class') + ': ' + w.said + ' ' + JSON.stringify(w)));
                }
                """,
            width.units());
    assertEquals(List.of(), wrong);
    assertEquals(
        List.of(width.units(), width.units()),
        page.evaluate(
                    "[...document.querySelectorAll('svg.map, svg.sankey')].map(s => s.clientWidth)")
                instanceof List<?> widths
            ? widths.stream().map(w -> ((Number) w).doubleValue()).toList()
            : List.of());
    assertEquals(window, page.evaluate("document.documentElement.scrollWidth"));
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"PHONE, 360", "COLUMN, 700"})
  void noTwoWordsLieOnOneAnother(Width width, int window) throws IOException {
    com.microsoft.playwright.Page page = open(width, window);
    Object wrong =
        page.evaluate(
            "() => {"
                + WORDS
                + """
                return drawings.flatMap(svg => { const all = words(svg);
                  return all.flatMap((a, i) => all.slice(0, i)
                    .filter(b => a.left < b.right - 1 && b.left < a.right - 1
                      && a.top < b.bottom - 4 && b.top < a.bottom - 4)
                    .map(b => svg.getAttribute('class') + ': ' + a.said + ' on ' + b.said)); });
                }
                """);
    assertEquals(List.of(), wrong);
    page.context().close();
  }
}
