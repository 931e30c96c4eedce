package org.plimsoll.app.report;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium without a window, the one that the system has; nothing is downloaded. */
public final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /**
   * Starts the browser.
   *
   * @throws IllegalStateException if the system has none
   */
  public static Browser start() {
    Path executable = find();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setHeadless(true)
                    .setArgs(ARGUMENTS)));
  }

  public com.microsoft.playwright.Browser chromium() {
    return chromium;
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
    chromium.close();
    playwright.close();
  }
}
