package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.report.page.Browser;

/**
 * The year of {@code examples/vault}: each event is answered as its file says, and statements are
 * made of it. The pages are kept in {@code target/screenshots}.
 */
class VaultYearTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "vault");
  private static final Path PAGES = Path.of("target", "screenshots");

  @TempDir private static Path folder;
  private static VaultDesk desk;

  private static int run(String... arguments) {
    return desk.run(arguments);
  }

  /** The first two columns of what was answered. */
  private static List<String> statuses() {
    return desk.out()
        .lines()
        .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
        .toList();
  }

  /** At the end of the year. */
  private static int post() {
    return run(
        "post",
        EXAMPLE.resolve("year.jsonl").toString(),
        "--now",
        "2027-03-03T00:00:00Z",
        "--world",
        Path.of("..", "world").toString());
  }

  @BeforeAll
  static void play() throws IOException {
    desk = new VaultDesk(folder);
    assertEquals(0, run("init"), desk::err);
    assertEquals(1, post());
    assertEquals(Files.readAllLines(EXAMPLE.resolve("year.expected.csv")), statuses());
  }

  @Test
  void itCanBeProvedAndPostedAgain() throws IOException {
    assertEquals(0, run("verify"), desk::out);
    String proved = desk.out();
    post();
    List<String> expected = Files.readAllLines(EXAMPLE.resolve("year.expected.csv"));
    for (int i = 1; i < expected.size(); i++) {
      boolean wasBooked = expected.get(i).matches(".*,(posted|reserved)");
      assertEquals(wasBooked, statuses().get(i).endsWith(",exists"), expected.get(i));
    }
    assertEquals(0, run("verify"));
    assertEquals(proved, desk.out(), "posted again, nothing changes");
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
          desk::err);
      double sum =
          desk.out()
              .lines()
              .filter(line -> line.startsWith("invoice,"))
              .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[8]))
              .sum();
      assertEquals(Double.parseDouble(words[1]), sum, 1e-6, desk::out);
      assertEquals(0, run("statement", "--participant", words[0], "--until=2027-03-02"));
      assertTrue(desk.out().contains("," + words[1] + "," + words[1] + ",USD\n"), invoice);
    }
  }

  @Test
  void aParticipantReadsItsOwnAndNobodyElses() {
    assertEquals(0, run("statement", "--as", "participant:aero"), desk::err);
    assertEquals(2, run("statement", "--as", "participant:aero", "--participant", "chips"));
    assertTrue(
        desk.err().contains("participant:aero may not see what belongs to chips"), desk::err);
    assertEquals(0, run("statement", "--as", "auditor", "--participant", "chips"));
    assertEquals(2, run("statement"));
    assertEquals(2, run("statement", "--participant", "aero", "--until", "yesterday"));
    assertEquals(2, run("statement", "--participant", "aero", "--use", "gallium=0"));
    assertEquals(2, run("statement", "--participant", "areo"));
    assertTrue(desk.err().contains("the journal has nothing of 'areo'"), desk::err);
  }

  private static final String END = "--now=2027-03-03T00:00:00Z";
  private static final String WORLD = "--world=" + Path.of("..", "world");

  /** In store: 1,900 + 1,500 + 200 + 1,400 kg in the north and 600 in the south. */
  @Test
  void theStockIsThatOfTheLots() throws IOException {
    assertEquals(0, run("stock", END, WORLD, "--json", "--region=JPN"), desk::err);
    JsonNode stock = new ObjectMapper().readTree(desk.out());
    JsonNode gallium = stock.get("products").get(0);
    assertEquals("gallium/refined", gallium.get("product").asText());
    assertEquals(5600, gallium.get("storedKilograms").asDouble());
    assertEquals(5600, gallium.get("entitledKilograms").asDouble());
    assertEquals(0, gallium.get("freeKilograms").asDouble());
    assertEquals(1000, gallium.get("drawnKilograms").asDouble());
    assertEquals("use of JPN in 2024", gallium.get("coverStatus").asText());
    double use = gallium.get("useTonnesPerYear").asDouble();
    assertEquals(365 * 5.6 / use, gallium.get("coverDays").asDouble(), 1e-9);
    double sites = 0;
    for (JsonNode site : stock.get("sites")) {
      boolean isGallium = site.get("product").asText().equals("gallium/refined");
      sites += isGallium ? site.get("contentKilograms").asDouble() : 0;
    }
    assertEquals(5600, sites);

    // 8 kg a day: 700 days. Without a world nothing else is known, which is said.
    assertEquals(0, run("stock", END, "--use=gallium/refined=8", "--json"), desk::err);
    JsonNode said = new ObjectMapper().readTree(desk.out()).get("products");
    assertEquals(700, said.get(0).get("coverDays").asDouble(), 1e-9);
    assertEquals("use as said", said.get(0).get("coverStatus").asText());
    assertTrue(said.get(1).get("coverDays").isNull(), said::toString);
    assertEquals("use not known: no world", said.get(1).get("coverStatus").asText());
    assertEquals(2, run("stock", END, "--region=JPN"));
    assertTrue(desk.err().contains("name one with --world"), desk::err);
    assertEquals(2, run("stock", END, WORLD, "--region=JPN,USA"));
    assertTrue(desk.err().contains("Maybe join them: JPN+USA"), desk::err);

    // On 1 January 2029 the lot in the south is past its day: 5,000 ÷ 8 = 625 days.
    assertEquals(0, run("stock", "--now=2029-01-01T00:00:00Z", "--use=gallium/refined=8"));
    assertTrue(desk.out().matches("(?s).*gallium/refined +5,600.000 +600.000 .* 625 .*"));
    assertEquals(0, run("lots", "--now=2029-01-01T00:00:00Z"), desk::err);
    assertTrue(desk.out().matches("(?s).*ga6 .*2028-12-31 +past its day.*"), desk::out);
    assertTrue(desk.out().contains("1,900.190"), "1,900 ÷ 0.9999");
  }

  @Test
  void aParticipantSeesItsOwnPart() throws IOException {
    String chips = "--as=participant:chips";
    assertEquals(0, run("stock", END, chips, "--use=gallium/refined=7", "--json"), desk::err);
    JsonNode own = new ObjectMapper().readTree(desk.out());
    assertEquals(3500, own.get("contracts").get(0).get("entitledKilograms").asDouble());
    assertEquals(1000, own.get("contracts").get(0).get("drawnKilograms").asDouble());
    assertEquals(500, own.get("products").get(0).get("coverDays").asDouble(), 1e-9);
    assertEquals(0, run("lots", END, chips, "--json"), desk::err);
    JsonNode lots = new ObjectMapper().readTree(desk.out()).get("lots");
    assertEquals("ga1", lots.get(0).get("lot").asText());
    assertEquals(1500, lots.get(0).get("takenKilograms").asDouble());
    assertEquals(1500, lots.get(2).get("broughtKilograms").asDouble());
    assertEquals(3, lots.size());
    assertEquals(0, run("journal", chips, "--from=2026-08-14", "--until=2026-08-14"));
    assertTrue(desk.out().contains("k-chips") && !desk.out().contains("h-chips  draw"), desk::out);
    assertEquals(0, run("journal", "--participant=chips", "--json"), desk::err);
    for (JsonNode line : new ObjectMapper().readTree(desk.out()).get("transfers")) {
      assertTrue(
          (line.get("fromParty") + " " + line.get("toParty")).contains("chips"), line::toString);
    }
    for (String verb : List.of("stock", "lots", "due", "journal")) {
      assertEquals(2, run(verb, chips, "--participant=aero"), verb);
      assertTrue(desk.err().contains("chips may not see what belongs to aero"), verb);
      assertEquals(2, run(verb, "--participant=areo"), verb);
      assertTrue(desk.err().contains("the journal has nothing of 'areo'"), verb);
    }
  }

  @Test
  void whatIsDueAsATableAndACalendar() throws IOException {
    assertEquals(0, run("due", END, "--until=2027-06-30"), desk::err);
    assertTrue(desk.out().contains("h-chips"), desk::out);
    assertTrue(!desk.out().contains("ga6"), "good until 31 December 2028");
    assertEquals(0, run("due", END), desk::err);
    assertTrue(desk.out().contains("ga6"), desk::out);
    Path file = folder.resolve("due.ics");
    assertEquals(0, run("due", END, "--until=2027-06-30", "--ics=" + file), desk::err);
    String calendar = Files.readString(file);
    assertTrue(calendar.contains("\r\nDTSTART;VALUE=DATE:20270331\r\n"), calendar);
    assertEquals(
        0, run("due", "--now=2027-03-04T00:00:00Z", "--until=2027-06-30", "--ics=" + file));
    assertEquals(calendar, Files.readString(file), "another day, the same journal");
    assertEquals(0, run("due", "--as=participant:aero", END), desk::err);
    assertTrue(!desk.out().contains("h-chips"), desk::out);
  }

  @Test
  void whatIsSeenFitsTheWindow() throws IOException {
    try (Browser browser = Browser.start()) {
      for (List<String> verb :
          List.of(
              List.of("stock", END, WORLD),
              List.of("stock", END, WORLD, "--participant=chips"),
              List.of("lots", END),
              List.of("due", END),
              List.of("journal"))) {
        Path file = folder.resolve(verb.getFirst() + verb.size() + ".html");
        List<String> line = new ArrayList<>(verb);
        line.add("--html=" + file);
        line.add("--csv=" + folder.resolve("tables"));
        assertEquals(0, run(line.toArray(String[]::new)), desk::err);
        assertOwn(file);
        assertOwn(
            folder.resolve("tables").resolve(verb.size() == 4 ? "contracts.csv" : first(verb)));
        for (int width : List.of(360, 1280)) {
          Page page = browser.open(file, width, ColorScheme.LIGHT);
          assertEquals("[]", Browser.tooWide(page, width).toString(), verb + " at " + width);
          Browser.keepPictures(page, PAGES.resolve(file.getFileName() + "-" + width));
          page.context().close();
        }
        String text = Files.readString(file);
        assertTrue(text.contains("Row of the journal"), verb::toString);
        if (verb.contains(WORLD) && verb.size() == 3) {
          assertTrue(text.contains("gallium/refined: content by site"), "a bar a site");
          assertTrue(text.contains("use of the world in 2024"), "whose use it is");
        }
      }
      assertEquals(List.of(), browser.complaints());
      assertTrue(browser.requests().stream().allMatch(url -> url.startsWith("file:")));
    }
  }

  /** Who has how much is for nobody else to read. */
  private static void assertOwn(Path file) throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /** The first table of a verb. */
  private static String first(List<String> verb) {
    return (verb.getFirst().equals("stock") ? "products" : verb.getFirst()) + ".csv";
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
            desk::err);
        assertOwn(file);
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
