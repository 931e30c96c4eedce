package org.plimsoll.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A person who drags the floor of three chains in a real browser, fifty moves of the mouse each.
 * Prints how long each move took to be seen, how long the whole answer took after letting go, what
 * an answer cost the browser's main thread, and what it cost the server's processors; beside them
 * when the page was first painted and, once the mouse rests, when its first band of draws was
 * there.
 */
public final class LabDrag {
  private static final List<String> PRODUCTS =
      List.of("gallium/refined", "neodymium-praseodymium/oxide", "dysprosium/oxide");

  private static final int MOVES = 50;
  private static final int BETWEEN_MILLIS = 40;

  /** From an event to the frame after the first answer that is as new as it, milliseconds. */
  private static final String WATCH =
      """
      addEventListener('DOMContentLoaded', () => {
        const lab = document.querySelector('.lab');
        window.drag = { inputs: [], waits: [], shown: 0, released: 0, settled: 0, band: 0 };
        addEventListener('input', () =>
          drag.inputs.push({ at: performance.now(), state: location.search.slice(1) }));
        addEventListener('pointerup', () => (drag.released = performance.now()));
        new MutationObserver((changes) => requestAnimationFrame(() => {
          const now = performance.now();
          const newest = drag.inputs.map(i => i.state).lastIndexOf(lab.dataset.shown);
          drag.waits.push(...drag.inputs.splice(0, newest + 1).map(i => now - i.at));
          if (changes.some(c => c.attributeName === 'data-shown')) drag.shown++;
          if (changes.some(c => c.attributeName === 'data-settled')) drag.settled = now;
        })).observe(lab, { attributes: true, attributeFilter: ['data-shown', 'data-settled'] });
      });
      window.EventSource = class extends EventSource {
        constructor(address) {
          super(address);
          const asked = performance.now();
          this.addEventListener('band', () => (drag.band ||= performance.now() - asked));
        }
      };
      """;

  private final Page page;
  private final CDPSession session;
  private final ServedProcess server;

  private LabDrag(Page page, ServedProcess server) {
    this.page = page;
    this.server = server;
    session = page.context().newCDPSession(page);
    JsonObject ticks = new JsonObject(); // processor time, whatever else the machine does
    ticks.addProperty("timeDomain", "threadTicks");
    session.send("Performance.enable", ticks);
  }

  /** Takes the project's folder and the path of a Chromium. */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]);
    System.out.println(Machine.describe());
    System.out.println(
        "| chain | moves | seen after, ms: p50 | p95 | most | settled after letting go, ms |"
            + " answers | main thread, ms an answer | of it script | style and layout | server's"
            + " processors, ms an answer | first paint, ms | first band, ms |\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    try (ServedProcess server =
            ServedProcess.start(root, Files.createTempDirectory("bench-lab-drag"));
        HttpClient client = HttpClient.newHttpClient();
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(words[1]))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      server.awaitWarm(client);
      for (String product : PRODUCTS) {
        Page page = browser.newPage();
        page.setViewportSize(1400, 900);
        page.addInitScript(WATCH);
        new LabDrag(page, server).run(product);
        page.close();
      }
    }
  }

  private void run(String product) {
    page.navigate(server.address() + "/lab?on=" + product);
    String slider = "#lever-floor-" + product.replaceAll("[^a-z]", "-") + "-slider";
    drag(slider, 10); // the browser's own first time is not asked for
    settle();
    page.evaluate("Object.assign(drag, { inputs: [], waits: [], shown: 0, settled: 0, band: 0 })");
    Map<String, Double> before = metrics();
    Duration served = processorTime();
    drag(slider, MOVES);
    settle();
    double answers = number("drag.shown");
    Map<String, Double> after = metrics();
    double spent = processorTime().minus(served).toNanos() / 1e6;
    List<Double> waits = waits();
    page.waitForCondition(() -> number("drag.band") > 0);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.1f | %.1f | %.1f | %.1f | %.0f |"
            + " %.0f |%n",
        product,
        waits.size(),
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 95 / 100),
        waits.getLast(),
        number("drag.settled - drag.released"),
        answers,
        millis(before, after, "TaskDuration") / answers,
        millis(before, after, "ScriptDuration") / answers,
        (millis(before, after, "RecalcStyleDuration") + millis(before, after, "LayoutDuration"))
            / answers,
        spent / answers,
        number("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
        number("drag.band"));
  }

  /** There and back over the slider, so that no two moves in a row ask the same. */
  private void drag(String slider, int moves) {
    page.locator(slider).scrollIntoViewIfNeeded();
    BoundingBox box = page.locator(slider).boundingBox();
    double y = box.y + box.height / 2;
    page.mouse().move(box.x + box.width * 0.2, y);
    page.mouse().down();
    for (int i = 1; i <= moves; i++) {
      double share = 0.2 + 0.6 * (moves / 2.0 - Math.abs(i - moves / 2.0)) / (moves / 2.0);
      page.mouse().move(box.x + box.width * share, y);
      page.waitForTimeout(BETWEEN_MILLIS);
    }
    page.mouse().up();
  }

  /** Until all parts of the last answer are there; before draws begin. */
  private void settle() {
    page.waitForCondition(() ->
        Boolean.TRUE.equals(
            page.evaluate(
                "document.querySelector('.lab').dataset.settled === location.search.slice(1)"
                    + " && drag.settled > 0")));
  }

  private List<Double> waits() {
    List<Double> waits = new ArrayList<>();
    for (Object wait : (List<?>) page.evaluate("drag.waits")) {
      waits.add(((Number) wait).doubleValue());
    }
    waits.sort(null);
    return waits;
  }

  private double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  private Map<String, Double> metrics() {
    Map<String, Double> metrics = new java.util.TreeMap<>();
    session
        .send("Performance.getMetrics")
        .getAsJsonArray("metrics")
        .forEach(each -> {
          JsonObject metric = each.getAsJsonObject();
          metrics.put(metric.get("name").getAsString(), metric.get("value").getAsDouble());
        });
    return metrics;
  }

  private static double millis(
      Map<String, Double> before, Map<String, Double> after, String metric) {
    return 1000 * (after.getOrDefault(metric, 0.0) - before.getOrDefault(metric, 0.0));
  }

  private Duration processorTime() {
    return server.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
