package dev.tenure.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine's own Chromium, headless: named by CHROMIUM, else found on the PATH. */
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final Page page;

  private Browser() {
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET));
    page =
        browser.newPage(
            new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(1400, 1000));
    page.setDefaultTimeout((double) PATIENCE.toMillis());
    page.setDefaultNavigationTimeout((double) PATIENCE.toMillis());
  }

  static Browser open() {
    return new Browser();
  }

  private static Path chromium() {
    Stream<Path> named =
        Stream.ofNullable(System.getenv("CHROMIUM")).filter(name -> !name.isBlank()).map(Path::of);
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(":", -1))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
    return Stream.concat(named, onPath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no Chromium found: ./tenure test gets one, or name yours in CHROMIUM"));
  }

  void open(String url) {
    page.navigate(url);
  }

  /** Follows the link with these words. */
  void follow(String words) {
    page.getByText(words).first().click();
  }

  /** Waits until the page, frames included, says all of this. */
  void awaitTexts(String... awaited) {
    AtomicReference<String> last = new AtomicReference<>("");
    Await.until(
        () -> "the page says " + List.of(awaited) + "; it says: " + last,
        PATIENCE,
        () -> {
          last.set(text());
          return Stream.of(awaited).allMatch(last.get()::contains)
              ? Optional.of(true)
              : Optional.empty();
        });
  }

  private String text() {
    return page.frames().stream().map(Browser::text).collect(Collectors.joining("\n"));
  }

  /** A frame that is being replaced says nothing yet. */
  private static String text(Frame frame) {
    try {
      return frame.locator("body").innerText();
    } catch (PlaywrightException e) {
      return "";
    }
  }

  /** Keeps a picture of the page under the module's build folder. */
  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name)));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
