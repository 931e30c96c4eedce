package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.report.page.Browser;
import org.plimsoll.sources.pack.Pack;

/**
 * The year of {@code examples/vault}: each event is answered as its file says, and statements are
 * made of it. The pages are kept in {@code target/screenshots}.
 */
class VaultYearTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "vault");
  private static final Path PAGES = Path.of("target", "screenshots");
  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();

  @TempDir private static Path folder;

  private static int run(String... arguments) {
    OUT.getBuffer().setLength(0);
    ERR.getBuffer().setLength(0);
    Terminal terminal =
        new Terminal(new PrintWriter(OUT, true), new PrintWriter(ERR, true), false, false);
    List<String> line = new ArrayList<>(List.of("vault"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--vault", folder.resolve("vault").toString()));
    return new Shell(new Console(Pack::open, folder, terminal)).run(line.toArray(String[]::new));
  }

  /** The first two columns of what was answered. */
  private static List<String> statuses() {
    return OUT.toString()
        .lines()
        .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
        .toList();
  }

  /** At the end of the year. */
  private static int post() {
    return run("post", EXAMPLE.resolve("year.jsonl").toString(), "--now", "2027-03-03T00:00:00Z");
  }

  @BeforeAll
  static void play() throws IOException {
    assertEquals(0, run("init"), ERR::toString);
    assertEquals(1, post());
    assertEquals(Files.readAllLines(EXAMPLE.resolve("year.expected.csv")), statuses());
  }

  @Test
  void itCanBeProvedAndPostedAgain() throws IOException {
    assertEquals(0, run("verify"), OUT::toString);
    String proved = OUT.toString();
    post();
    List<String> expected = Files.readAllLines(EXAMPLE.resolve("year.expected.csv"));
    for (int i = 1; i < expected.size(); i++) {
      boolean wasBooked = expected.get(i).matches(".*,(posted|reserved)");
      assertEquals(wasBooked, statuses().get(i).endsWith(",exists"), expected.get(i));
    }
    assertEquals(0, run("verify"));
    assertEquals(proved, OUT.toString(), "posted again, nothing changes");
  }

  /**
   * Carrying cost as invoiced in the year's last events. By hand for chips: 5,000 kg committed at
   * 300; held 2,000 from 16 March, 5,000 from 13 April, 3,500 with 1,500 out from 4 May, 500 less
   * from 1 June, 1,000 more out from 14 August, 1,500 back on 20 October.
   */
  @Test
  void invoicesAreThoseOfTheStatements() {
    double interest = 300 * 0.05 / 365 * 1000;
    double chips =
        28 * (2 * interest + 1.0)
            + 21 * (5 * interest + 2.5)
            + 28 * (5 * interest + 1.75)
            + 74 * (4.5 * interest + 1.5)
            + 67 * (4.5 * interest + 1.0)
            + 133 * (4.5 * interest + 1.75);
    assertEquals(63_581.35, chips, 0.005);
    for (String invoice : List.of("aero 33370.57", "chips 63581.35", "motors 38077.94")) {
      String[] words = invoice.split(" ", -1);
      assertEquals(
          0,
          run("statement", "--participant", words[0], "--from", "2026-03-02", "--until=2027-03-01"),
          ERR::toString);
      double sum =
          OUT.toString()
              .lines()
              .filter(line -> line.startsWith("invoice,"))
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[8]))
              .sum();
      assertEquals(Double.parseDouble(words[1]), sum, 1e-6, OUT::toString);
      assertEquals(0, run("statement", "--participant", words[0], "--until=2027-03-02"));
      assertTrue(OUT.toString().contains("," + words[1] + "," + words[1] + ",USD\n"), invoice);
    }
  }

  @Test
  void aParticipantReadsItsOwnAndNobodyElses() {
    assertEquals(0, run("statement", "--as", "participant:aero"), ERR::toString);
    assertEquals(2, run("statement", "--as", "participant:aero", "--participant", "chips"));
    assertTrue(
        ERR.toString().contains("participant:aero may not see what belongs to chips"),
        ERR::toString);
    assertEquals(0, run("statement", "--as", "auditor", "--participant", "chips"));
    assertEquals(2, run("statement"));
    assertEquals(2, run("statement", "--participant", "aero", "--until", "yesterday"));
    assertEquals(2, run("statement", "--participant", "aero", "--use", "gallium=0"));
    assertEquals(2, run("statement", "--participant", "areo"));
    assertTrue(ERR.toString().contains("the journal has nothing of 'areo'"), ERR::toString);
  }

  @Test
  void statementsFitTheWindowAndThePaper() throws IOException {
    Files.createDirectories(PAGES);
    try (Browser browser = Browser.start()) {
      for (String name : List.of("aero", "chips", "motors")) {
        Path file = PAGES.resolve("statement-" + name + ".html").toAbsolutePath();
        assertEquals(
            0,
            run(
                "statement",
                "--participant",
                name,
                "--from=2026-03-02",
                "--until=2026-09-01",
                "--use=gallium/refined=8",
                "--html=" + file),
            ERR::toString);
        for (int width : List.of(360, 800, 1400)) {
          Page page = browser.open(file, width, ColorScheme.LIGHT);
          assertEquals("[]", Browser.tooWide(page, width).toString(), name + " at " + width);
          page.context().close();
        }
        // A4 less its margins, 180 mm at 96 dots an inch.
        Page paper = browser.open(file, 680, ColorScheme.LIGHT);
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals("[]", Browser.tooWide(paper, 680).toString(), name + " on paper");
        paper.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PAGES.resolve("statement-" + name + ".png")));
        paper.pdf(
            new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(PAGES.resolve("statement-" + name + ".pdf")));
        paper.context().close();
      }
      assertEquals(List.of(), browser.complaints());
      assertTrue(browser.requests().stream().allMatch(url -> url.startsWith("file:")));
    }
  }
}
