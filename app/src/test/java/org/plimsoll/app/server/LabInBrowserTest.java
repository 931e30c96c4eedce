package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.report.page.Browser;

/**
 * The Lab in a real browser: a negotiator drags a floor, goes back, and shares the link; a
 * purchasing head stops a mineral.
 */
class LabInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final String STATE = "on=tinium/refined&from=action-plan-2026";
  private static final String FLOOR = "#lever-floor-tinium-refined";
  private static final int WIDE = 1400;
  private static final Browser BROWSER = Browser.start();

  @TempDir private static Path folder;
  private static LiveServer server;

  @SuppressWarnings("NullAway.Init") // each test opens its own
  private Page page;

  @BeforeAll
  static void start() {
    server = LiveServer.ofTinyWorld(folder);
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
            .map(url -> url.replaceFirst("^blob:", ""))
            .filter(url -> !url.startsWith(server.address()))
            .toList());
  }

  private void open(String query, int width) {
    page = BROWSER.visit(server.address() + "/lab?" + query, width, ColorScheme.LIGHT);
    page.setDefaultTimeout(8000);
  }

  private String address() {
    return page.url().substring(page.url().indexOf('?') + 1);
  }

  /** Waits until the answer to the address is shown, whole. */
  private void settled() {
    await("document.querySelector('.lab').dataset.settled === location.search.slice(1)");
  }

  /** Waits by the browser's own channel: the page's policy lets no text become script. */
  private void await(String condition) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(condition)));
  }

  private String value(String selector) {
    return page.locator(selector).inputValue();
  }

  private void drag(int... shares) {
    BoundingBox slider = page.locator(FLOOR + "-slider").boundingBox();
    double y = slider.y + slider.height / 2;
    page.mouse().move(slider.x + slider.width * shares[0] / 100, y);
    page.mouse().down();
    for (int share : shares) {
      page.mouse().move(slider.x + slider.width * share / 100, y);
    }
    page.mouse().up();
  }

  @Test
  void aNegotiatorDragsAFloorGoesBackAndSharesTheLink() {
    open(STATE, WIDE);
    drag(30, 40, 50, 60, 70, 80);
    settled();
    String floor = value(FLOOR);
    assertEquals(STATE + "&floor.tinium/refined=" + floor, address());
    assertTrue(page.locator("#moved").textContent().contains(floor + " USD/kg"));
    assertTrue(page.locator("#steps li").textContent().contains("→ " + floor + " USD/kg"));
    keep("negotiator");

    String shared = page.url();
    page.goBack();
    await("document.querySelector('#lever-floor-tinium-refined').value === ''");
    assertEquals(STATE, address());
    page.keyboard().press("Control+Shift+Z");
    await("document.querySelector('#lever-floor-tinium-refined').value !== ''");
    settled();
    assertEquals(shared, page.url());
    List<String> said = figures();
    page.context().close();

    page = BROWSER.visit(shared, WIDE, ColorScheme.LIGHT);
    assertEquals(floor, value(FLOOR));
    assertEquals(said, figures(), "the other sees the same");
  }

  /** The key figures, of the central case; the ranges beside them come while nobody moves. */
  private List<String> figures() {
    return page.locator("#figures .big").allTextContents();
  }

  private void keep(String name) {
    if (System.getenv().containsKey("PLIMSOLL_PICTURES")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve("lab-" + name + ".png"))
              .setFullPage(true));
    }
  }

  /** The price in draws, why, and back to the central case with the next move. */
  @Test
  void aPurchasingHeadStopsAMineralAndSeesHowSureThatIs() {
    open(STATE, WIDE);
    page.locator("#lever-keep-AAA-tinium-refined").fill("0.3");
    settled();
    String drawn = "document.querySelector('#figures > p').textContent.includes('100 draws')";
    await(drawn);
    assertTrue((Integer) page.evaluate("document.querySelectorAll('#hairs .hair').length") >= 100);
    assertTrue(page.locator("#hairs .band").count() > 0);
    assertTrue(page.locator("#figures").textContent().contains("in draws"));
    String why = page.locator("#why").textContent();
    assertTrue(why.contains("a unit less") && why.contains("exports of"), why);
    assertTrue(page.locator("#why svg a").first().getAttribute("href").startsWith("/sources/"));
    assertTrue(page.locator("#why a[href='/method/market']").count() > 0);
    assertEquals(List.of(), Browser.barriers(page));
    keep("purchasing-head");

    page.route("**/lab/why?**", Route::abort);
    page.locator(FLOOR).fill("11");
    await("document.querySelector('#figures > p').textContent === 'Central case.'");
    assertEquals(0, page.locator("#hairs > *").count());
    settled();
    BROWSER.forget(); // the browser's own console says what was aborted
  }

  @Test
  void theQuestionIsATextThatCanBeChangedAndApplied() {
    open(STATE, WIDE);
    page.locator("#text summary").click();
    String text = value("#yaml");
    page.locator("#yaml").fill(text + "nonsense: 1\n");
    page.locator("text=Apply the text").click();
    await("document.querySelectorAll('#text-faults li').length === 1");
    String fault = page.locator("#text-faults").textContent();
    assertTrue(fault.startsWith("Line " + (text.lines().count() + 1) + ", column 1:"), fault);
    page.locator(FLOOR).fill("11");
    settled();
    assertTrue(value("#yaml").contains("nonsense"), "what is being written stays");
    keep("as-text");
    page.locator("#yaml")
        .fill(
            text
                + """
                measures:
                  - {type: exportBan, by: [AAA], to: [core], products: [tinium/refined],
                     status: assumed, source: a stop}
                """);
    page.locator("text=Apply the text").click();
    page.waitForCondition(() -> address().contains("keep"));
    settled();
    assertEquals(STATE + "&keep.AAA.tinium/refined=0", address());
    assertEquals("0", value("#lever-keep-AAA-tinium-refined"));
    assertEquals(0, page.locator("#text-faults li").count());
    BROWSER.forget(); // the browser's own console says 422
  }

  @Test
  void thePictureIsKeptAsPngAndKeysAreListed() throws Exception {
    open(STATE + "&floor.tinium/refined=20", WIDE);
    page.locator("#export summary").click();
    Download png = page.waitForDownload(() -> page.locator("#png").click());
    byte[] bytes = Files.readAllBytes(png.path());
    assertEquals("lab.png", png.suggestedFilename());
    assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
    keep("export");
    page.locator("h1").click();
    page.keyboard().press("?");
    assertTrue(page.locator("#keys").isVisible());
    keep("keys");
    page.keyboard().press("Escape");
    assertFalse(page.locator("#keys").isVisible());
  }

  /** Answers come in late, the first of them latest. */
  @Test
  void theLastAskedIsTheLastShown() {
    open(STATE, WIDE);
    List<Route> held = Collections.synchronizedList(new ArrayList<>());
    page.route("**/lab/part?**", held::add);
    Locator floor = page.locator(FLOOR);
    floor.fill("11");
    floor.fill("12");
    page.locator("#lever-keep-AAA-tinium-refined").fill("0.4");
    page.waitForCondition(() -> !held.isEmpty());
    assertEquals(1, held.size(), "one question is in flight, the newest waits");
    Route first = held.removeFirst();
    floor.fill("13");
    first.resume();
    page.waitForCondition(() -> !held.isEmpty());
    assertTrue(held.getFirst().request().url().contains("floor.tinium/refined=13"));
    assertEquals("13", floor.inputValue(), "an older answer takes no field back");
    page.unroute("**/lab/part?**");
    held.forEach(Route::resume);
    settled();
    assertEquals(STATE + "&floor.tinium/refined=13&keep.AAA.tinium/refined=0.4", address());
    assertTrue(page.locator("#moved").textContent().contains("13 USD/kg"));
  }

  /** Back while an answer is still on its way: that answer is never shown. */
  @Test
  void whoGoesBackSeesNoAnswerToWhatWasLeft() {
    open(STATE, WIDE);
    List<String> before = figures();
    List<Route> held = Collections.synchronizedList(new ArrayList<>());
    page.route(url -> url.contains("keep"), held::add);
    page.locator("#lever-keep-AAA-tinium-refined").fill("0");
    page.waitForCondition(() -> !held.isEmpty());
    page.keyboard().press("Control+z");
    settled();
    held.forEach(Route::resume);
    assertEquals(before, figures());
  }

  @Test
  void aServerThatIsLostIsSaidAndTheLastAnswerStays() {
    open(STATE, WIDE);
    List<String> before = figures();
    page.route(
        "**/lab/part?**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/problem+json")
                    .setBody("{\"detail\": \"the server has as much to do as it can\"}")));
    page.locator(FLOOR).fill("11");
    page.waitForSelector("#trouble:not([hidden])");
    assertTrue(page.locator("#trouble").textContent().contains("as much to do as it can"));
    assertEquals(before, figures());
    page.unroute("**/lab/part?**");
    settled();
    assertFalse(page.locator("#trouble").isVisible());
    BROWSER.forget(); // the browser's own console says 503
  }

  @Test
  void leversWithoutAMarketSayWhereAndTheLastAnswerStaysGrey() {
    open(STATE, WIDE);
    List<String> before = figures();
    page.route(
        url -> url.contains("floor") && url.contains("part=fast"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<section id=\"failure\"><h2>No market was found</h2></section>")));
    page.route(url -> url.contains("floor") && url.contains("part=all"), waits -> {});
    page.locator(FLOOR).fill("11");
    page.waitForSelector("#failure:not([hidden])");
    assertEquals(before, figures());
    assertEquals(
        "0.5", page.evaluate("getComputedStyle(document.querySelector('#figures')).opacity"));
    page.keyboard().press("Control+z");
    settled();
    assertFalse(page.locator("#failure").isVisible());
  }

  @Test
  void everythingCanBeDoneByKeyboard() {
    open(STATE, WIDE);
    page.locator(FLOOR + "-slider").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("PageUp");
    settled();
    String floor = value(FLOOR);
    assertEquals(
        floor + " US dollars a kilogram",
        page.locator(FLOOR + "-slider").getAttribute("aria-valuetext"));
    assertEquals(
        "lever-floor-tinium-refined-slider",
        page.evaluate("document.activeElement.id"),
        "an answer does not take the focus away");
    page.keyboard().press("Tab");
    page.keyboard().type("77.5");
    settled();
    assertEquals(STATE + "&floor.tinium/refined=" + value(FLOOR), address());
    page.keyboard().press("Control+z");
    page.waitForCondition(() -> value(FLOOR).equals(floor));
  }

  @Test
  void aIsKeptBesideWhatFollows() {
    open(STATE + "&floor.tinium/refined=20", WIDE);
    page.locator("#keep").click();
    page.waitForCondition(() -> address().contains("&a="));
    settled();
    page.locator(FLOOR).fill("30");
    settled();
    String compared = page.locator("#compare").textContent();
    assertTrue(compared.contains("floor of") && compared.contains("20 USD/kg"), compared);
    assertTrue(page.locator("#now .ghost").count() > 0, "A in the chain");
    assertTrue(page.locator("#prices .ghost").count() > 0, "A in the prices");
    assertEquals(0, page.locator("#before .ghost").count(), "before, A was the same");
    keep("a-and-now");
    page.locator("text=Drop A").click();
    settled();
    assertEquals(STATE + "&floor.tinium/refined=30", address());
    assertFalse(page.locator("#compare").isVisible());
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
  void nothingStandsOutOverTheEdge(int width, ColorScheme scheme) {
    String state = STATE + "&floor.tinium/refined=20&keep.AAA.tinium/refined=0.5";
    page = BROWSER.visit(server.address() + "/lab?" + state, width, scheme);
    if (width == 360) {
      settled();
    }
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertEquals(List.of(), Browser.tooWide(page, width));
    if (width < WIDE && scheme == ColorScheme.DARK) {
      assertEquals(List.of(), Browser.barriers(page));
    }
    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    keep(width + "-" + scheme);
  }

  @Test
  void aTableSortsByAColumnAndStaysSortedAndAThemeIsKept() {
    open(STATE + "&floor.tinium/refined=20", WIDE);
    Locator total =
        page.locator("#members thead th", new Page.LocatorOptions().setHasText("users"));
    total.focus();
    page.keyboard().press("Enter");
    assertEquals("ascending", total.getAttribute("aria-sort"));
    page.locator(FLOOR).fill("30");
    settled();
    Object column =
        page.evaluate(
            """
            [...document.querySelectorAll('#members tbody')][0].rows.length > 2
              && [...[...document.querySelectorAll('#members tbody')][0].rows]
                .map(row => parseFloat(row.cells[1].textContent.replace('−', '-')))
                .every((value, i, all) => i === 0 || all[i - 1] <= value)
            """);
    assertEquals(true, column);
    page.locator("#theme").click();
    page.reload();
    assertEquals("dark", page.evaluate("document.documentElement.dataset.theme"));
  }

  /** Scripts off: the form, its button, the answer. */
  @Test
  void withoutScriptEveryStateIsAPageWithAButton() {
    page = BROWSER.visitWithoutScript(server.address() + "/lab?" + STATE, WIDE);
    page.locator(FLOOR).fill("20");
    page.locator("text=Solve").click();
    assertEquals(STATE + "&floor.tinium/refined=20", address());
    assertTrue(page.locator("#moved").textContent().contains("20 USD/kg"));
    page.locator("#moved >> text=without").click();
    assertEquals(STATE, address());
  }
}
