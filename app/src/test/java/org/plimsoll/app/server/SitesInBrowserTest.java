package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.plan.RealPlan;
import org.plimsoll.app.report.page.Browser;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.page.LabSite;
import org.plimsoll.app.server.page.MethodSite;
import org.plimsoll.app.server.page.MineralSite;
import org.plimsoll.app.server.page.PlanSite;
import org.plimsoll.app.server.page.ProjectSite;
import org.plimsoll.app.server.page.RegisterSite;
import org.plimsoll.app.server.page.SiteFiles;
import org.plimsoll.app.server.page.SiteWorld;
import org.plimsoll.app.server.page.SourceSite;
import org.plimsoll.app.server.page.StockpileSite;
import org.plimsoll.app.server.page.VaultSite;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.model.fixture.TinyWorld;

/**
 * The pages beside the Lab in a real browser, with a plan of the world made from the first page.
 */
class SitesInBrowserTest {
  private static final Path FOLDER = Path.of("target", "screenshots");
  private static final Browser BROWSER = Browser.start();
  private static final Pattern LINK = Pattern.compile(" href=\"(/[^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  /** A page of each kind, whose links are followed; a mineral is as another. */
  private static final Pattern FOLLOWED =
      Pattern.compile(
          "/|/minerals(/(gallium|cobalt))?|/projects(/P0(01|25))?|/border|/sources.*|/method.*");

  /** A word of a pattern that is no place for an argument. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  @TempDir private static Path folder;
  private static LiveServer server;

  @BeforeAll
  static void makeThePlan() {
    RealPlan.plan(); // solved before anybody waits for it
    server = LiveServer.ofWorld(folder, (evidence, scenario, settings, workers) -> RealPlan.plan());
    for (int width : new int[] {360, 1280}) {
      Page first = open("/", width, ColorScheme.LIGHT);
      keep(first, "first", width);
      assertEquals(List.of(), Browser.tooWide(first, width));
      first.context().close();
    }
    Page page = BROWSER.visitWithoutScript(server.address() + "/", 1280);
    page.click("text=Make the plan, central case");
    page.waitForURL("**/plans/*");
    page.waitForSelector("main section h2 >> text=1. ", longest());
    page.context().close();
  }

  private static final Page.WaitForSelectorOptions ATTACHED =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

  private static Page.WaitForSelectorOptions longest() {
    return new Page.WaitForSelectorOptions().setTimeout(60_000);
  }

  @AfterAll
  static void nothingIsWrong() {
    List<String> complaints = BROWSER.complaints();
    BROWSER.close();
    assertEquals(List.of(), server.faults());
    server.close();
    assertEquals(List.of(), complaints);
  }

  private static Page open(String path, int width, ColorScheme scheme) {
    return BROWSER.visit(server.address() + path, width, scheme);
  }

  private static void keep(Page page, String name, int width) {
    if (System.getenv().containsKey("PLIMSOLL_PICTURES")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(FOLDER.resolve("site-" + name + "-" + width + ".png")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plan, /, 360, LIGHT",
    "plan, /, 1280, DARK",
    "minerals, /minerals, 360, DARK",
    "gallium, /minerals/gallium, 360, LIGHT",
    "projects, /projects, 1280, LIGHT",
    "project, /projects/P025, 360, DARK",
    "stockpile, /stockpile?budget=2, 360, DARK",
    "stockpile, /stockpile?budget=2, 1280, LIGHT",
    "source, /sources/gdp-loss@2025, 1280, DARK",
    "method, /method/market, 360, LIGHT",
    "method, /method/speed, 1280, DARK",
    "spanish, /projects?lang=es, 360, LIGHT",
    "japanese, /minerals?lang=ja, 360, LIGHT"
  })
  void nothingIsWiderThanThePage(String name, String path, int width, ColorScheme scheme) {
    Page page = open(path, width, scheme);
    keep(page, name, width);
    assertEquals(List.of(), Browser.tooWide(page, width));
    page.context().close();
    List<String> foreign =
        BROWSER.requests().stream().filter(url -> !url.startsWith(server.address())).toList();
    assertEquals(List.of(), foreign);
  }

  /** With {@code -Dplimsoll.regenerate=true} the picture is taken anew. */
  @Test
  void theReadmeShowsTheLab() throws Exception {
    Page page =
        open("/lab?on=gallium/refined&keep.CHN.gallium/refined=0.4", 1280, ColorScheme.LIGHT);
    page.waitForSelector("#figures >> text=100 draws", longest());
    assertEquals(List.of(), Browser.tooWide(page, 1280));
    Path picture = LiveServer.ROOT.resolve("docs/lab.png");
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    }
    page.context().close();
    assertEquals(1280, ImageIO.read(picture.toFile()).getWidth());
    assertTrue(Files.readString(LiveServer.ROOT.resolve("README.md")).contains("(docs/lab.png)"));
  }

  /** Words as long as those of a language that needs two fifths more room than English. */
  private static String lengthened(String english) {
    StringBuilder text = new StringBuilder();
    Matcher words = WORD.matcher(english);
    while (words.find()) {
      String word = words.group();
      words.appendReplacement(text, word + "m".repeat((word.length() * 2 + 4) / 5));
    }
    return words.appendTail(text).toString();
  }

  /** The Lab of three countries, each lever of which is moved. */
  private static Reply lab(SiteWorld site) {
    LabMarkets markets =
        new LabMarkets(
            new LabWords(TinyWorld.evidence(), Map.of("tiny", TinyWorld.scenario())),
            "3f2ac1",
            ForkJoinPool.commonPool());
    return new LabSite(markets, new LabPresets(markets.words(), List.of()), site)
        .page(
            "on=tinium/refined&from=tiny&floor.tinium/refined=8&keep.AAA.tinium/refined=0.5"
                + "&in=AAA&release.tinium/refined=3&h=5y&v=latest");
  }

  /** Pages of a language that nobody speaks, in the place of those that the server has. */
  @Test
  void nothingIsWiderThanThePageInALanguageFortyPercentLonger() {
    SortedMap<String, String> texts = Messages.texts(Language.ENGLISH);
    texts.replaceAll((key, english) -> lengthened(english));
    SiteWorld site =
        new SiteWorld(
            server.evidence(),
            "3f2ac1ff",
            () -> true,
            SiteFiles.read(),
            Messages.of(Language.SPANISH, texts));
    SortedMap<String, Reply> replies =
        new TreeMap<>(
            Map.of(
                "/", new PlanSite(site).first(List.of("action-plan-2026")),
                "/plans/0", new PlanSite(site).progress("0", "waiting", false, "", ""),
                "/minerals", new MineralSite(site).list(),
                "/lab", lab(site),
                "/vault", new VaultSite(site).first(true),
                "/stockpile", new StockpileSite(site).none(),
                "/projects", new RegisterSite(site).page(Map.of()),
                "/projects/P001", new ProjectSite(site).page("P001", "0", RealPlan.plan()),
                "/sources", new SourceSite(site).list(),
                "/method", new MethodSite(site).list()));
    Page page = BROWSER.visitWithoutScript(server.address() + "/method", 360);
    replies.forEach((path, reply) -> {
      String address = server.address() + path;
      page.route(
          address,
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html; charset=utf-8")
                      .setBodyBytes(((Reply.Body.Whole) reply.body()).bytes())));
      page.navigate(address);
      assertTrue(page.content().contains(site.say("frame.unreviewed")), path);
      keep(page, "long" + path.replace('/', '-'), 360);
      assertEquals(List.of(), Browser.tooWide(page, 360), path);
    });
    page.context().close();
  }

  /** On paper a page is white, and has neither bar nor levers. */
  @ParameterizedTest
  @ValueSource(strings = {"/stockpile?budget=2", "/border"})
  void itPrints(String path) {
    Page page = open(path, 1000, ColorScheme.DARK);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertEquals(
        "rgb(255, 255, 255)", page.evaluate("getComputedStyle(document.body).backgroundColor"));
    assertFalse(page.isVisible("header nav"));
    assertFalse(page.isVisible("main button[type=submit]"));
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    assertTrue(pdf.length > 20_000, "only " + pdf.length + " bytes");
    page.context().close();
  }

  /** From the list to one project: its floor, what its plant is worth, their sources, the Lab. */
  @Test
  void aLenderOpensAProjectAndReadsItsFloor() {
    Page page = open("/projects", 1280, ColorScheme.LIGHT);
    page.click("#projects >> text=White Mesa Phase 1");
    page.waitForURL("**/projects/P025");
    assertEquals("White Mesa Phase 1", page.textContent("h1"));
    assertTrue(page.textContent("#register").contains("Energy Fuels"), page.textContent("main"));
    String keys = page.textContent("#floor .keys");
    assertTrue(keys.matches(".*Floor.*USD.110/kg.*reported.*Base price.*USD.*"), keys);
    assertTrue(page.textContent("#worth").contains("loss avoided then"), "its worth in a stop");
    assertEquals(
        List.of(),
        page.locator("main a.num").all().stream()
            .map(number -> number.getAttribute("href"))
            .filter(address -> !address.matches("/(sources|method)/.+"))
            .toList());
    assertEquals(List.of(), Browser.barriers(page));
    Browser.keepPictures(page, FOLDER.resolve("site-lender"));
    page.click("text=Built, in the Lab");
    page.waitForURL("**/lab?**build=P025");
    page.waitForSelector("#moved >> text=P025");
    page.context().close();
  }

  /** Thirty lines of gallium, of which the last is declared at a fifth of what the others are. */
  private static Path entries() throws Exception {
    StringBuilder text = new StringBuilder(EntryText.header() + "\n");
    for (int i = 1; i <= 30; i++) {
      int value = i == 30 ? 6_000 : 30_000 + 100 * i;
      text.append("E%d,1,2027-03-01,811292,2022,100,0.9999,Ga,%d,USD,CIF,".formatted(i, value))
          .append("CHN,CHN,CHN,CHN,north-optics,,\n");
    }
    return Files.writeString(folder.resolve("entries.csv"), text);
  }

  /** What to look at first, with its reason; the lines as a file. */
  @Test
  void anOfficerScreensEntries() throws Exception {
    Page page = open("/border", 1280, ColorScheme.LIGHT);
    page.fill("#token", Officer.of(server, folder, "officer").token());
    page.setInputFiles("#file", entries());
    page.fill("#since", "2027-01-01");
    page.click("#desk button[value=screen]");
    page.waitForSelector("#result[data-state=over] #first");
    keep(page, "screened", 1280);
    String first = page.textContent("#first tbody");
    assertTrue(first.startsWith("1E30/1gallium/refined"), first);
    assertTrue(first.contains("of the median of 30 peers"), first);
    assertTrue(page.textContent("#reading").contains("no verdict"), "how to read it");
    Download file = page.waitForDownload(() -> page.click("#result a[download='screen.csv']"));
    assertTrue(Files.readString(file.path()).contains("1,E30/1,gallium/refined"));
    page.click("#first thead th >> text=entry");
    assertEquals(first, page.textContent("#first tbody"), "a line keeps its reason");
    assertTrue(page.url().contains("screening="), page.url());
    page.reload();
    page.waitForSelector("#result[data-state=over] #first");
    page.context().close();
  }

  @Test
  void aTableSortsByTheHeadThatIsClicked() {
    Page page = open("/projects", 1280, ColorScheme.LIGHT);
    page.click("#commitments thead th >> text=due");
    assertEquals("ascending", page.getAttribute("#commitments thead th[aria-sort]", "aria-sort"));
    page.context().close();
  }

  @Test
  void aStockpileManagerDragsTheBudget() {
    Page page = open("/stockpile", 1280, ColorScheme.LIGHT);
    String whole = page.textContent("#bought p");
    page.focus("#budget-slider");
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("PageDown");
    }
    String budget = page.inputValue("#budget-slider");
    page.waitForSelector("#levers[data-shown$='budget=" + budget + "']", ATTACHED);
    assertTrue(page.url().endsWith("budget=" + budget), page.url());
    assertTrue(page.textContent("#bought p").contains("and does not fit"), "a smaller budget");
    keep(page, "stockpile-dragged", 1280);
    page.reload();
    assertEquals(budget, page.inputValue("#budget-slider"), "the address is the state");
    assertFalse(whole.equals(page.textContent("#bought p")));
    page.context().close();
  }

  @Test
  void everyLinkLeadsToItsPageAndEveryCitationToItsRow() throws Exception {
    Map<String, Set<String>> ids = new TreeMap<>();
    Map<String, String> wanted = new TreeMap<>();
    Deque<String> left = new ArrayDeque<>(List.of("/"));
    while (!left.isEmpty()) {
      String path = left.remove();
      if (ids.containsKey(path)) {
        continue;
      }
      HttpResponse<String> page = server.send(server.request(path).GET());
      assertEquals(200, page.statusCode(), path);
      ids.put(path, idsOf(page.body()));
      if (FOLLOWED.matcher(path).matches()) {
        for (String link : linksOf(page.body())) {
          wanted.putIfAbsent(link, path);
          String target = link.replaceAll("#.*", "");
          boolean isFollowed = FOLLOWED.matcher(target).matches();
          if (isFollowed || target.startsWith("/api") || target.startsWith("/site")) {
            left.add(target);
          }
        }
      }
    }
    Set<String> astray = new TreeSet<>();
    wanted.forEach((link, from) -> {
      String target = link.replaceAll("#.*", "");
      if (link.contains("#") && ids.containsKey(target)) {
        String anchor =
            URLDecoder.decode(
                link.replaceAll(".*?#", "").replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!ids.getOrDefault(target, Set.of()).contains(anchor)) {
          astray.add(link + " of " + from);
        }
      }
    });
    assertEquals(Set.of(), astray);
    assertTrue(ids.size() > 60, ids.keySet()::toString);
    assertFalse(wanted.keySet().stream().noneMatch(link -> link.contains("#")));
  }

  private static Set<String> linksOf(String page) {
    return LINK.matcher(page)
        .results()
        .map(found -> unescaped(found.group(1)))
        .filter(link -> !link.contains("lang=")) // the same page in another language
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> idsOf(String page) {
    return ID.matcher(page)
        .results()
        .map(found -> unescaped(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
