package dev.tenure.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A headless Chromium from the system's packages. */
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
                    "no Chromium found: install the package chromium, or name it in CHROMIUM"));
  }

  void open(String url) {
    page.navigate(url);
  }

  /** Follows the link with these words. */
  void follow(String words) {
    page.getByText(words).first().click();
  }

  /** Waits for a text on the page, frames included, and gives all of the page's text. */
  String textOnce(String awaited) {
    return Await.until(
        "the page says: " + awaited,
        Duration.ofSeconds(60),
        () -> Optional.of(text()).filter(text -> text.contains(awaited)));
  }

  private String text() {
    return page.frames().stream()
        .map(frame -> frame.locator("body").innerText())
        .collect(Collectors.joining("\n"));
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
