package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.report.page.Browser;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.SampleVault;
import org.plimsoll.vault.ledger.Actor;

/** The vault in real browsers: a participant draws, an operator verifies, two meet at one event. */
class VaultInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Browser BROWSER = Browser.start();
  private static final int WIDE = 1280;
  private static final int NARROW = 360;

  @TempDir private static Path folder;
  private static OpenVault vault;
  private static LiveServer server;
  private static String acme = "";
  private static String operator = "";

  @BeforeAll
  static void start() {
    vault = SampleVault.open(SampleVault.emptyDatabase(), InstantSource.system());
    server = LiveServer.ofTinyWorld(folder, vault);
    acme = Tokens.in(folder).add("acme", Actor.participant("acme"));
    operator = Tokens.in(folder).add("operator", Actor.OPERATOR);
  }

  @AfterAll
  static void stop() {
    BROWSER.close();
    assertEquals(List.of(), server.faults());
    server.close();
    vault.close();
  }

  /** Nobody complained, nobody else was asked, and no address has a token. */
  @AfterEach
  void nothingIsWrong() {
    BROWSER.close();
    List<String> complaints = BROWSER.complaints();
    List<String> requests = BROWSER.requests();
    BROWSER.forget();
    assertEquals(List.of(), complaints);
    for (String address : requests) {
      assertTrue(address.startsWith(server.address()), address);
      assertFalse(address.contains(acme) || address.contains(operator), address);
    }
  }

  private static Page open(String token, int width, ColorScheme scheme) {
    Page page = BROWSER.visit(server.address() + "/vault", width, scheme);
    page.setDefaultTimeout(8000);
    page.locator("#token").fill(token);
    page.locator("#sign-in button").click();
    page.waitForSelector("#forget");
    return page;
  }

  private static void keep(Page page, String name) {
    if (System.getenv().containsKey("PLIMSOLL_PICTURES")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve("vault-" + name + ".png"))
              .setFullPage(true));
    }
  }

  private static Locator form(Page page, String verb) {
    Locator fold = page.locator("details[data-k=" + verb + "]");
    if (fold.getAttribute("open") == null) {
      fold.locator("summary").click();
    }
    return fold.locator("form");
  }

  private static void draw(Page page, String id, String grams) {
    Locator form = form(page, "draw");
    form.locator("[name=id]").fill(id);
    form.locator("[name=contract]").fill("c1");
    form.locator("[name=lot]").fill("l1");
    form.locator("[name=site]").fill("north");
    form.locator("[name=mass_g]").fill(grams);
    form.locator("button").click();
    page.waitForCondition(() -> !outcome(page, "draw").isEmpty());
  }

  private static String outcome(Page page, String verb) {
    return page.locator("form[data-verb=" + verb + "] .outcome").textContent();
  }

  @Test
  void aParticipantDrawsAndSeesItInItsStatement() {
    Page page = open(acme, WIDE, ColorScheme.LIGHT);
    assertTrue(page.locator("#position").textContent().contains("900.000"));
    String before = page.locator("#due").textContent();
    draw(page, "browser-1", "1000");
    assertEquals("browser-1: posted", outcome(page, "draw"));
    assertTrue(page.locator("#due").textContent().contains("browser-1"));
    assertFalse(before.contains("browser-1"));
    assertTrue(
        form(page, "draw").locator("[name=id]").inputValue().matches("web-[0-9a-f]{16}"),
        "the next event has an id of its own");
    keep(page, "participant");
    page.reload();
    page.waitForSelector("#forget");
    assertTrue(page.locator("#postings").textContent().contains("browser-1"), "the token is kept");
    page.locator("#forget").click();
    page.waitForSelector("#sign-in:not([hidden])");
    assertEquals("", page.evaluate("sessionStorage.getItem('token') ?? ''"));
  }

  /** Both draw under one id; the first has it, and the second hears so and keeps what it typed. */
  @Test
  void twoBrowsersAndOneEvent() {
    Page one = open(acme, WIDE, ColorScheme.LIGHT);
    Page other = open(operator, WIDE, ColorScheme.LIGHT);
    draw(one, "both", "10");
    form(other, "draw").locator("[name=participant]").fill("acme");
    draw(other, "both", "20");
    assertEquals("both: posted", outcome(one, "draw"));
    assertTrue(
        outcome(other, "draw").startsWith("conflict: both: id-taken"), outcome(other, "draw"));
    assertEquals("20", form(other, "draw").locator("[name=mass_g]").inputValue());
    assertTrue(BROWSER.complaints().stream().allMatch(said -> said.contains("409")));
    BROWSER.forget(); // the browser's own console says 409
    form(other, "draw").locator("[name=id]").fill("mine");
    form(other, "draw").locator("button").click();
    other.waitForCondition(() -> outcome(other, "draw").equals("mine: posted"));
    one.locator("#look").click();
    one.waitForCondition(() -> one.locator("#due").textContent().contains("mine"));
    assertTrue(one.locator("#due").textContent().contains("both"));
  }

  /** The event is booked and its answer lost: sent again, it is there once. */
  @Test
  void whoGotNoAnswerSendsAgain() {
    Page page = open(acme, WIDE, ColorScheme.LIGHT);
    page.route(
        "**/vault/events/*",
        route -> {
          route.fetch();
          route.abort();
        });
    draw(page, "lost", "30");
    assertTrue(outcome(page, "draw").startsWith("No answer"), outcome(page, "draw"));
    page.unroute("**/vault/events/*");
    form(page, "draw").locator("button").click();
    page.waitForCondition(() -> outcome(page, "draw").equals("lost: exists"));
    BROWSER.forget(); // the browser's own console says that there was no answer
  }

  @Test
  void anOperatorLooksAtAllAtOneAndAtTheChain() throws IOException {
    Page page = open(operator, WIDE, ColorScheme.LIGHT);
    assertTrue(page.locator("#sites").textContent().contains("north"));
    assertTrue(page.locator("#newest").textContent().contains("participant"));
    page.locator("#verify").click();
    page.waitForCondition(() -> page.locator("#proof").textContent().contains("sound up to row"));
    keep(page, "operator");
    page.locator("#choice-participant").selectOption("bolt");
    page.locator("#choice button").click();
    page.waitForSelector("#position");
    assertTrue(page.locator("#position").textContent().contains("200.000"));
    assertEquals("bolt", page.locator("#choice-participant").inputValue());
    Download file = page.waitForDownload(() -> page.locator(".file").first().click());
    assertEquals("bolt.csv", file.suggestedFilename());
    assertTrue(Files.readString(file.path()).contains("200.000"));
  }

  @Test
  void aTokenThatIsNotKnownIsSaidAndForgotten() {
    Page page = BROWSER.visit(server.address() + "/vault", WIDE, ColorScheme.LIGHT);
    page.locator("#token").fill("wrong");
    page.locator("#sign-in button").click();
    page.waitForSelector("#trouble:not([hidden])");
    assertTrue(page.locator("#trouble").textContent().contains("token that is not known"));
    assertTrue(page.locator("#sign-in").isVisible());
    assertEquals("", page.evaluate("sessionStorage.getItem('token') ?? ''"));
    BROWSER.forget(); // the browser's own console says 401
  }

  @Test
  void withoutScriptThePageSaysWhatToDo() {
    Page page = BROWSER.visitWithoutScript(server.address() + "/vault", WIDE);
    assertTrue(page.locator("noscript").textContent().contains("/api/v1/vault/stock"));
    assertFalse(page.locator("#sign-in").isVisible());
    keep(page, "without-script");
  }

  @Test
  void nothingStandsOutOverTheEdgeOfAPhone() {
    for (String token : List.of(acme, operator)) {
      boolean isOperator = token.equals(operator);
      Page page = open(token, NARROW, isOperator ? ColorScheme.DARK : ColorScheme.LIGHT);
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertEquals(List.of(), Browser.tooWide(page, NARROW));
      assertEquals(NARROW, page.evaluate("document.documentElement.scrollWidth"));
      keep(page, isOperator ? "operator-phone" : "participant-phone");
    }
  }
}
