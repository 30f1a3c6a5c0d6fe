package dev.tenure.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  void itShowsTheWholeWorldPartByPart() {
    try (Subscriber subscriber = new Subscriber()) {
      subscriber.subscribe(market, "approval.confirmed");
      String contract = market.hired("prp_4");
      String second = market.milestone(contract, "Night footage", 250);
      String pending = market.post("/milestones/" + second + "/fund").text("approval.id");
      market.control("POST", "/faults", "{\"path\": \"/contracts\", \"kind\": \"not_json\"}");
      await(() -> market.control("GET", "/deliveries").body().contains("DELIVERED"));
      page.navigate(sandbox.url() + "/");
      assertThat(part("approvals")).containsText(pending);
      photograph("console");
      assertThat(tab("contracts")).containsText("Night footage");
      assertThat(part("contracts")).containsText("ACTIVE_FUNDED");
      assertThat(tab("accounts")).containsText("Lakeside Robotics");
      assertThat(tab("proposals")).containsText("prp_20");
      assertThat(tab("ledger")).containsText("−$504.95");
      assertThat(tab("feed")).containsText("contract.created");
      assertThat(tab("deliveries")).containsText("DELIVERED");
      assertThat(tab("faults")).containsText("not_json");
      assertThat(tab("audit")).containsText("nothing wrong");
      tab("approvals").getByText(pending).click();
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
    assertThat(page.locator("#tab-approvals .count")).hasText("1");
    market.control("POST", "/approvals/" + id + "/confirm");
    assertThat(part("approvals")).containsText("Nothing to show");
    assertThat(page.locator("#tab-approvals .count")).hasText("0");
    assertThat(tab("contracts")).containsText("First 10k dashcam images");
  }

  @Test
  void anApprovalSaysWhoAndHowMuch() {
    String contract = market.hired("prp_4");
    String second = market.milestone(contract, "second", 250);
    market.post("/milestones/" + second + "/fund");
    market.post("/proposals/prp_5/hire", Market.HIRE);
    market.post("/contracts/" + contract + "/end");
    page.navigate(sandbox.url() + "/");
    Locator rows = part("approvals").locator("tr");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("milestone fund")))
        .containsText("Linh N. $250.00 $275.00");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("proposal hire")))
        .containsText("Tomasz K. $450.00 $504.95");
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("contract end")))
        .containsText("Linh N. $450.00");
  }

  @Test
  void anyIdFiltersEveryPart() {
    String contract = market.hired("prp_4");
    market.hired("prp_5");
    page.navigate(sandbox.url() + "/");
    page.getByLabel("Filter by id").fill(contract);
    assertThat(page.locator("#tab-contracts .count")).hasText("1");
    assertThat(page.locator("#tab-proposals .count")).hasText("1");
    assertThat(page.url()).contains("?q=" + contract);
    assertThat(tab("contracts").locator("tr")).hasCount(2);
    assertThat(tab("proposals")).containsText("prp_4");
    assertThat(part("proposals")).not().containsText("prp_5");
    page.navigate(sandbox.url() + "/?tab=contracts&q=" + contract);
    assertThat(part("contracts").locator("tr")).hasCount(2);
  }

  @Test
  void itsSwitchesActOnTheWorld() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    page.navigate(sandbox.url() + "/?tab=accounts");
    press("accounts", "Unclaim");
    assertThat(market.control("GET", "/accounts/acc_1").text("claimed")).isEqualTo("false");
    press("accounts", "Card declines");
    assertThat(market.control("GET", "/accounts/acc_1").text("cardDeclines")).isEqualTo("true");
    tab("people");
    press("people", "Everybody confirms");
    await(() -> market.get("/approvals/" + id).text("approval.status").equals("confirmed"));
    press("clock", "Pass 72 hours");
    assertThat(market.control("GET", "/clock").number("offsetMs")).isEqualTo(259_200_000L);
    assertThat(part("people")).isVisible();
    tab("faults").getByLabel("Kind of fault").selectOption("not_json");
    part("faults").getByLabel("Path").fill("/contracts");
    press("faults", "Order it once");
    assertThat(market.get("/contracts").body()).startsWith("<html>");
    press("faults", "Lift");
    assertThat(market.control("GET", "/faults").size("faults")).isZero();
  }

  @Test
  void itsSwitchesSetEveryGateOfAnAccount() {
    page.navigate(sandbox.url() + "/?tab=accounts");
    part("accounts").getByText("Credits, features and scopes of acc_1").click();
    Locator gates = part("accounts").locator("details[open]");
    gates.getByLabel("Credits that can be spent").fill("12.34");
    gates.getByLabel("public_api_hiring").uncheck();
    gates.getByLabel("payments:write").uncheck();
    press("accounts", "Set the gates");
    Reply account = market.control("GET", "/accounts/acc_1");
    assertThat(account.number("creditsCents")).isEqualTo(1_234);
    assertThat(account.text("features.public_api_hiring")).isEqualTo("false");
    assertThat(account.text("features.public_api_credits")).isEqualTo("true");
    assertThat(account.body()).contains("payments:read").doesNotContain("payments:write");
    assertThat(part("accounts")).containsText("public_api_hiring");
  }

  @Test
  void itSetsThePaceOfTheClock() {
    page.navigate(sandbox.url() + "/");
    part("clock").getByLabel("Speed").fill("60");
    part("clock").getByLabel("Approvals last, in seconds").fill("30");
    press("clock", "Set the pace");
    Reply clock = market.control("GET", "/clock");
    assertThat(clock.number("speed")).isEqualTo(60);
    assertThat(clock.number("approvalWindowMs")).isEqualTo(30_000);
  }

  @Test
  void aSwitchThatIsRefusedSaysWhyOnThePageAndChangesNothing() {
    page.navigate(sandbox.url() + "/");
    String before = market.control("GET", "/clock").body();
    part("clock").getByLabel("Speed").fill("0");
    part("clock").getByLabel("Approvals last, in seconds").fill("30");
    press("clock", "Set the pace");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("speed must be from 0.001");
    assertThat(part("approvals")).isVisible();
    assertThat(market.control("GET", "/clock").body()).isEqualTo(before);
  }

  @Test
  void habitsAboutApprovalsLeaveTheTrainersAndTheSeedAlone() {
    market.control("PUT", "/people", "{\"seed\": 7, \"trainer\": {\"requestPayout\": true}}");
    page.navigate(sandbox.url() + "/?tab=people");
    press("people", "Everybody confirms");
    Reply people = market.control("GET", "/people");
    assertThat(people.text("approvals.0.decision")).isEqualTo("confirm");
    assertThat(people.number("seed")).isEqualTo(7);
    assertThat(people.text("trainer.requestPayout")).isEqualTo("true");
  }

  @Test
  void theApprovalThatEndsSoonestStandsFirst() {
    String later = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    market.control("PUT", "/clock", "{\"approvalWindowMs\": 60000}");
    String sooner = market.post("/proposals/prp_5/hire", Market.HIRE).text("approval.id");
    page.navigate(sandbox.url() + "/");
    assertThat(part("approvals").locator("td:first-child")).hasText(new String[] {sooner, later});
  }

  @Test
  void everyRowIsReachedPageByPage() {
    page.navigate(sandbox.url() + "/?tab=proposals");
    assertThat(part("proposals").getByText("Next")).hasCount(0);
    market.control("POST", "/proposals", "{\"count\": 120}");
    assertThat(page.locator("#tab-proposals .count")).hasText("145");
    Set<String> seen = new TreeSet<>(ids());
    assertThat(part("proposals").locator("tr")).hasCount(61);
    part("proposals").getByText("Next").click();
    assertThat(part("proposals")).containsText("Page 2");
    seen.addAll(ids());
    part("proposals").getByText("Next").click();
    assertThat(part("proposals")).containsText("Page 3");
    seen.addAll(ids());
    assertThat(seen).hasSize(145).contains("prp_1");
    assertThat(part("proposals").getByText("Next")).hasCount(0);
    part("proposals").getByText("Previous").click();
    assertThat(part("proposals")).containsText("Page 2");
  }

  private List<String> ids() {
    return part("proposals").locator("td:first-child").allTextContents();
  }

  @Test
  void anAccountThatWaitsForItsPersonLeadsToTheClaimPage() {
    String token = market.send("POST", "/api/agent/identity", "{}").text("claim_token");
    market.send(
        "POST",
        "/api/agent/identity/claim",
        "{\"claim_token\": \"%s\", \"email\": \"ada@new.example\"}".formatted(token));
    page.navigate(sandbox.url() + "/?tab=accounts");
    part("accounts").getByText("unclaimed: open its page").click();
    assertThat(page.getByText("Claim your agent's account")).isVisible();
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

  private Locator tab(String id) {
    page.locator("#tab-" + id).click();
    return part(id);
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
