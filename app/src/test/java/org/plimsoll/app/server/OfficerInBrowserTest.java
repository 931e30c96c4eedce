package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.report.page.Browser;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;

/** An officer brings entries, sees what they owe, what is wrong, and why one line owes it. */
class OfficerInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Browser BROWSER = Browser.start();
  private static final int LINES = 10_000;
  private static final int BAD = 12;
  private static final long SEED = 7;

  @TempDir private static Path folder;
  private static LiveServer server;
  private static Officer officer;
  private static Path entries;

  /** Some of the entries, assessed. */
  private static String result;

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    Path law = Files.createDirectory(folder.resolve("law"));
    Files.writeString(law.resolve("tiny.yaml"), ScheduleFile.print(TinyLaw.schedule()));
    server = LiveServer.ofTinyWorld(folder, new Server.Customs(law, 64L << 20), LiveServer::sample);
    officer = Officer.of(server, folder, "officer");
    String text = entries();
    entries = Files.writeString(folder.resolve("entries.csv"), text);
    String some = officer.upload("some.csv", text.substring(0, text.indexOf("\nE900,") + 1));
    result = officer.done("/assessments?schedule=tiny&entries=" + some);
  }

  /** Every so many lines one has a mass below nothing. */
  private static String entries() {
    StringBuilder text = new StringBuilder(EntryText.header() + "\n");
    for (int i = 0; i < LINES; i++) {
      String line = EntryText.csv(EntryText.line(SEED, i, EntryText.plainRules()));
      boolean isBad = i % (LINES / BAD) == 1 && i / (LINES / BAD) < BAD;
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      if (isBad) {
        cells.set(5, "-1");
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
    assertEquals(List.of(), server.faults());
    server.close();
  }

  /** Nobody complained, neither of script nor of policy, and nobody else was asked. */
  @AfterEach
  void nothingIsWrong() {
    page.context().close();
    List<String> complaints = BROWSER.complaints();
    List<String> requests = BROWSER.requests();
    BROWSER.forget();
    assertEquals(List.of(), complaints);
    assertEquals(
        List.of(),
        requests.stream()
            .filter(url -> !url.startsWith(server.address()))
            .filter(url -> !url.startsWith("blob:" + server.address()))
            .toList());
  }

  private void open(String path, int width, ColorScheme scheme) {
    page = BROWSER.visit(server.address() + path, width, scheme);
    page.setDefaultTimeout(10_000);
  }

  private void bring(Path file) {
    page.fill("#token", officer.token());
    page.setInputFiles("#file", file);
    page.click("#desk button[value=assess]");
  }

  private void keep(String name) {
    if (System.getenv().containsKey("PLIMSOLL_PICTURES")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve("border-" + name + ".png"))
              .setFullPage(true));
    }
  }

  @Test
  void anOfficerBringsEntriesAndOpensALine() throws Exception {
    open("/border", 1280, ColorScheme.LIGHT);
    keep("desk");
    bring(entries);
    page.waitForSelector("#result[data-state=over] #refused");
    assertTrue(page.locator("#result .particulars").textContent().contains("Refused12"));
    assertEquals(BAD, page.locator("#refused table:has-text('reason') tbody tr").count());
    assertTrue(page.locator("#refused").textContent().contains("must be above 0, but is -1"));
    assertTrue(page.locator("#owed").textContent().contains("gallium/refined"));

    page.locator("#flags button[data-entry]").first().click();
    page.waitForSelector("#line:focus table");
    assertTrue(page.locator("#line").textContent().contains("owes"));
    page.fill("#entry", "E0");
    page.keyboard().press("Enter");
    page.waitForSelector("#line:has-text('E0/')");
    keep("officer");

    Download file = page.waitForDownload(() -> page.click("#result a[download='rejects.csv']"));
    assertEquals(BAD + 1, Files.readAllLines(file.path()).size());
    String address = page.url();
    assertTrue(address.contains("assessment="), address);
    page.reload();
    page.waitForSelector("#result[data-state=over] #refused");
    page.click("#result [data-remove]");
    page.waitForSelector("#said-here:has-text('deleted')");
    assertEquals(0, page.locator("#refused").count());
  }

  @Test
  void anUploadGoesOnWhereItWasWhenThePageIsLoadedAgain() throws Exception {
    byte[] content = entries().substring(0, 300_000).getBytes(StandardCharsets.UTF_8);
    Path half = Files.write(folder.resolve("half.csv"), content);
    open("/border", 1280, ColorScheme.LIGHT);
    page.setInputFiles("#file", half);
    String modified =
        page.evaluate("String(document.getElementById('file').files[0].lastModified)").toString();
    String begun =
        officer
            .post("/uploads?name=half.csv&bytes=%d&modified=%s".formatted(content.length, modified))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String upload = begun.substring(begun.lastIndexOf('/') + 1);
    byte[] first = Arrays.copyOf(content, 100_000);
    assertEquals(200, officer.patch("/uploads/" + upload, 0, first).statusCode());
    page.evaluate("token => sessionStorage.setItem('token', token)", officer.token());
    page.navigate(server.address() + "/border?upload=" + upload);
    page.waitForSelector("#said-here:has-text('33% of half.csv is there')");
    page.setInputFiles("#file", half);
    BROWSER.forget();
    page.click("#desk button[value=assess]");
    page.waitForSelector("#result[data-state=over] #owed");
    String sent = "/uploads/" + upload;
    assertTrue(BROWSER.requests().stream().anyMatch(url -> url.endsWith(sent)));
    assertTrue(BROWSER.requests().stream().noneMatch(url -> url.contains("/uploads?")));
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1280, DARK"})
  void nothingIsWiderThanThePage(int width, ColorScheme scheme) {
    open("/border", width, scheme);
    page.evaluate("token => sessionStorage.setItem('token', token)", officer.token());
    page.navigate(server.address() + "/border?assessment=" + result.replace("/assessments/", ""));
    page.waitForSelector("#result[data-state=over] #flags button");
    page.locator("#flags button[data-entry]").first().click();
    page.waitForSelector("#line:focus table");
    keep(width + "-" + scheme);
    assertEquals(List.of(), Browser.tooWide(page, width));
  }

  @Test
  void withoutScriptThePageSaysWhatToDo() {
    page = BROWSER.visitWithoutScript(server.address() + "/border", 360);
    assertTrue(page.locator("noscript").isVisible());
    assertTrue(page.locator("#desk").isHidden());
    page.click("noscript a");
    assertEquals(List.of(), Browser.tooWide(page, 360));
  }
}
