package org.plimsoll.app.report.page;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium without a window, the one that the system has; nothing is downloaded. The tests
 * of a process share it, each with windows of its own, and it ends with them: starting it takes
 * longer than most of what is looked at.
 */
public final class Browser implements AutoCloseable {
  /** The first is Chromium without all that a window needs: half the processor time. */
  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-gpu",
          "--disable-software-rasterizer");

  /** Words of axe for findings that keep somebody out. */
  private static final List<String> GRAVE = List.of("serious", "critical");

  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser() {}

  /** Started once, when somebody wants to see a page; its driver ends with this process. */
  private static final class Only {
    private static final com.microsoft.playwright.Browser CHROMIUM =
        Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(find())
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
  }

  /** A browser without windows. */
  public static Browser start() {
    return new Browser();
  }

  /**
   * A file as a reader with scripts off sees it, in a context of its own.
   *
   * @param width of the window, pixels
   */
  public Page open(Path file, int width, ColorScheme scheme) {
    return visit(file.toUri().toString(), width, scheme, false);
  }

  /**
   * An address as a reader with scripts on sees it, in a context of its own.
   *
   * @param width of the window, pixels
   */
  public Page visit(String address, int width, ColorScheme scheme) {
    return visit(address, width, scheme, true);
  }

  /** The same with scripts off, in the light. */
  public Page visitWithoutScript(String address, int width) {
    return visit(address, width, ColorScheme.LIGHT, false);
  }

  private Page visit(String address, int width, ColorScheme scheme, boolean hasScript) {
    BrowserContext window =
        Only.CHROMIUM.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(hasScript)
                .setViewportSize(width, 900)
                .setColorScheme(scheme));
    windows.add(window);
    Page page = window.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(address);
    return page;
  }

  /** Parts of a page that stand out over its right edge, but those that scroll by themselves. */
  public static Object tooWide(Page page, int width) {
    return page.evaluate(
        """
        width => [...document.querySelectorAll('body *')]
          .filter(e => !e.closest('.scroll > *') && !e.closest('.unseen, .skip, .definitions'))
          .filter(e => e.getBoundingClientRect().right > width + 0.5)
          .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40))
        """,
        width);
  }

  /**
   * What of a page keeps some people out, as axe finds it: each of its serious findings, with the
   * elements. It looks at the bar, the first parts of a page and the first rows of a table, since
   * the others are made alike and it takes long.
   */
  public static List<String> barriers(Page page) {
    AxeResults results =
        new AxeBuilder(page)
            .setLegacyMode(true)
            .include(":is(header, main > *:nth-child(-n + 4))")
            .exclude("tbody tr:nth-child(n + 4)")
            .analyze();
    return results.getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact()))
        .map(rule ->
            rule.getId()
                + ": "
                + rule.getNodes().stream()
                    .map(node -> node.getTarget() + " " + node.getHtml())
                    .limit(3)
                    .toList())
        .toList();
  }

  /**
   * Keeps a picture of each section, for people, if the environment has {@code PLIMSOLL_PICTURES}:
   * they take longer than all else that is looked at in a page, and no test reads them. One a
   * section, since a page as long as these is more than a browser draws at once.
   *
   * @param path to which the section's id and the ending are added
   */
  public static void keepPictures(Page page, Path path) {
    if (!System.getenv().containsKey("PLIMSOLL_PICTURES")) {
      return;
    }
    for (Locator part : page.locator("main > section").all()) {
      String file = path + "-" + part.getAttribute("id") + ".png";
      part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of(file)));
    }
  }

  /** Every address asked for so far, over all pages. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** All that the browser complained of so far, over all pages. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets what was asked for and complained of. */
  public void forget() {
    requests.clear();
    complaints.clear();
  }

  private static Path find() {
    for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1)) {
      for (String name : NAMES) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return candidate;
        }
      }
    }
    throw new IllegalStateException(
        "the report is tested in a real browser, but none of "
            + NAMES
            + " is on the PATH\nMaybe install it: apt-get install -y chromium");
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
    windows.clear();
  }
}
