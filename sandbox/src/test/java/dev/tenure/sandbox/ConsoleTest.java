package dev.tenure.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser. Set SCREENSHOTS to a folder to look at what it shows. */
@SuppressWarnings("NullAway.Init")
class ConsoleTest extends SandboxTest {
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  @BeforeAll
  void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    wrong.clear();
    context = chromium.window(new Browser.NewContextOptions().setViewportSize(1280, 900));
    page = context.newPage();
    page.onPageError(wrong::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith(sandbox.url()) && !request.url().startsWith("data:")) {
            wrong.add(request.url());
          }
        });
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(wrong).isEmpty();
  }

  @Test
  void itShowsTheWholeWorldOnOnePage() {
    try (Subscriber subscriber = new Subscriber()) {
      subscriber.subscribe(market, "approval.confirmed");
      String contract = market.hired("prp_4");
      String second = market.milestone(contract, "Night footage", 250);
      String pending = market.post("/milestones/" + second + "/fund").text("approval.id");
      market.control("POST", "/faults", "{\"path\": \"/contracts\", \"kind\": \"not_json\"}");
      await(() -> market.control("GET", "/deliveries").body().contains("DELIVERED"));
      page.navigate(sandbox.url() + "/");
      assertThat(part("approvals")).containsText(pending);
      assertThat(part("contracts")).containsText("Night footage");
      assertThat(part("contracts")).containsText("ACTIVE_FUNDED");
      assertThat(part("accounts")).containsText("Lakeside Robotics");
      assertThat(part("proposals")).containsText("prp_20");
      assertThat(part("ledger")).containsText("−$504.95");
      assertThat(part("feed")).containsText("contract.created");
      assertThat(part("deliveries")).containsText("DELIVERED");
      assertThat(part("faults")).containsText("not_json");
      assertThat(part("audit")).containsText("nothing wrong");
      photograph("console");
      part("approvals").getByText(pending).click();
      assertThat(page.locator("h1")).hasText("Fund milestone 2");
      market.control("DELETE", "/faults");
    }
  }

  @Test
  void itUpdatesByItself() {
    page.navigate(sandbox.url() + "/");
    assertThat(part("approvals")).containsText("Nothing to show");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    assertThat(part("approvals")).containsText(id);
    market.control("POST", "/approvals/" + id + "/confirm");
    assertThat(part("approvals")).containsText("Nothing to show");
    assertThat(part("contracts")).containsText("First 10k dashcam images");
  }

  @Test
  void anyIdFiltersEveryPart() {
    String contract = market.hired("prp_4");
    market.hired("prp_5");
    page.navigate(sandbox.url() + "/");
    page.getByLabel("Filter by id").fill(contract);
    assertThat(part("contracts").locator("tr")).hasCount(2);
    assertThat(part("proposals")).containsText("prp_4");
    assertThat(part("proposals")).not().containsText("prp_5");
    assertThat(page.url()).contains("?q=" + contract);
    page.navigate(sandbox.url() + "/?q=" + contract);
    assertThat(part("contracts").locator("tr")).hasCount(2);
  }

  @Test
  void itsSwitchesActOnTheWorld() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    page.navigate(sandbox.url() + "/");
    press("accounts", "Unclaim");
    assertThat(market.control("GET", "/accounts/acc_1").text("claimed")).isEqualTo("false");
    press("accounts", "Card declines");
    assertThat(market.control("GET", "/accounts/acc_1").text("cardDeclines")).isEqualTo("true");
    press("people", "Everybody confirms");
    await(() -> market.get("/approvals/" + id).text("approval.status").equals("confirmed"));
    press("clock", "Pass 72 hours");
    assertThat(market.control("GET", "/clock").number("offsetMs")).isEqualTo(259_200_000L);
    part("faults").getByLabel("Kind of fault").selectOption("not_json");
    part("faults").getByLabel("Path").fill("/contracts");
    press("faults", "Order it once");
    assertThat(market.get("/contracts").body()).startsWith("<html>");
    press("faults", "Lift");
    assertThat(market.control("GET", "/faults").size("faults")).isZero();
  }

  @Test
  void aPhoneCanReadIt() {
    page.setViewportSize(360, 740);
    market.hired("prp_4");
    page.navigate(sandbox.url() + "/");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    photograph("console-phone");
  }

  private void press(String part, String words) {
    Locator button = part(part).getByText(words, new Locator.GetByTextOptions().setExact(true));
    page.evaluate("document.body.dataset.left = 'yes'");
    button.first().click();
    page.waitForFunction("() => document.readyState === 'complete' && !document.body.dataset.left");
  }

  private Locator part(String id) {
    return page.locator("section#" + id);
  }

  private void photograph(String name) {
    String folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, "sandbox-" + name + ".png"))
              .setFullPage(true));
    }
  }
}
