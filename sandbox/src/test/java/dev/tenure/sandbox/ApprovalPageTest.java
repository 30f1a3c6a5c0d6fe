package dev.tenure.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser. Set SCREENSHOTS to a folder to look at what it shows. */
@SuppressWarnings("NullAway.Init")
class ApprovalPageTest extends SandboxTest {
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

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
    browse(new Browser.NewContextOptions().setViewportSize(1100, 800));
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void aPersonSeesWhatForWhomHowMuchAndUntilWhen() {
    show(asked("prp_4"));
    assertThat(page.locator("h1")).hasText("Hire Linh N.");
    assertThat(page.locator("body")).containsText("Dashcam Bounding Boxes");
    assertThat(page.locator("#line-amount")).hasText("$450.00");
    assertThat(page.locator("#line-fee")).hasText("$45.00");
    assertThat(page.locator("#line-start")).hasText("$9.95");
    assertThat(page.locator("#line-total")).hasText("$504.95");
    assertThat(page.locator("time")).hasText("Mon 15 Jun 2026, 09:30 UTC");
    assertThat(page.locator("time")).hasAttribute("datetime", "2026-06-15T09:30:00.000Z");
    photograph("hire");
  }

  @Test
  void changedTermsAreReckonedAtOnceAndWin() {
    show(asked("prp_4"));
    page.locator("[name=amount]").fill("120.50");
    assertThat(page.locator("#line-total")).hasText("$142.50");
    page.locator("[name=name]").fill("Pilot");
    page.locator("[name=description]").fill("A <b>small</b> start");
    page.locator("[name=dueDate]").fill("2027-01-31");
    page.getByText("Confirm and hire").click();
    assertThat(page.locator(".badge")).containsText("Confirmed");
    assertThat(page.locator("body")).containsText("A <b>small</b> start");
    Reply contract = market.get("/contracts");
    assertThat(contract.text("contracts.0.milestones.0.name")).isEqualTo("Pilot");
    assertThat(contract.text("contracts.0.milestones.0.amountUsd")).isEqualTo("120.5");
    assertThat(contract.text("contracts.0.milestones.0.dueDate"))
        .isEqualTo("2027-01-31T00:00:00.000Z");
    photograph("confirmed");
  }

  @Test
  void itWorksWithoutScript() {
    browse(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    show(asked("prp_4"));
    page.locator("[name=amount]").fill("100");
    page.locator("[name=source][value=card]").check();
    page.locator("button.yes").click();
    assertThat(page.locator(".badge")).containsText("Confirmed");
    assertThat(market.get("/credits").number("credits.availableCents")).isEqualTo(500_000);
    assertThat(market.get("/contracts").text("contracts.0.milestones.0.amountUsd"))
        .isEqualTo("100");
  }

  @Test
  void aDeclinedRequestSaysSoAndOffersNothingMore() {
    String id = asked("prp_4");
    show(id);
    page.getByText("Decline").click();
    assertThat(page.locator(".badge")).containsText("Declined");
    assertThat(page.locator("tr.total")).containsText("Not charged");
    assertThat(page.locator("button")).hasCount(0);
    assertThat(market.get("/approvals/" + id).text("approval.status")).isEqualTo("declined");
  }

  @Test
  void itCanBeDecidedByKeyboardAlone() {
    String id = asked("prp_4");
    show(id);
    for (int i = 0; i < 20 && !focused().equals("Confirm and hire"); i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator(".badge")).containsText("Confirmed");
  }

  @Test
  void enterInAFieldReckonsAnewAndDecidesNothing() {
    browse(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    show(asked("prp_4"));
    page.locator("[name=amount]").fill("120.50");
    page.locator("[name=amount]").press("Enter");
    assertThat(page.locator("#line-total")).hasText("$142.50");
    assertThat(page.locator("[name=amount]")).hasValue("120.50");
    page.locator("[name=source][value=card]").check();
    page.locator("[name=name]").fill("Pilot");
    page.locator("[name=source][value=card]").press("Enter");
    page.waitForURL("**/review");
    assertThat(page.locator("[name=name]")).hasValue("Pilot");
    assertThat(page.locator("[name=source][value=card]")).isChecked();
    assertThat(page.locator(".badge")).containsText("Waiting for you");
    assertThat(market.control("GET", "/audit").size("moneyEffects")).isZero();
  }

  @Test
  void anExpiredOrUnknownApprovalOffersNothing() {
    String id = asked("prp_4");
    clock.pass(Duration.ofDays(3));
    show(id);
    assertThat(page.locator(".badge")).containsText("No longer open");
    assertThat(page.locator("button")).hasCount(0);
    Response unknown = Objects.requireNonNull(page.navigate(sandbox.url() + "/approvals/none"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(page.locator("h1")).hasText("There is no such approval");
  }

  @Test
  void aPageLeftOpenTellsThatSomebodyElseDecided() {
    String id = asked("prp_4");
    show(id);
    market.control("POST", "/approvals/" + id + "/decline");
    page.getByText("Confirm and hire").click();
    assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
        .hasText("This approval is already declined.");
    assertThat(page.locator(".badge")).containsText("Declined");
  }

  @Test
  void aSourceThatCannotPayCannotBeChosen() {
    market.control("PUT", "/accounts/acc_1", "{\"creditsCents\": 100}");
    show(asked("prp_4"));
    assertThat(page.locator("[value=credits]")).isDisabled();
    assertThat(page.locator("[value=card]")).isChecked();
  }

  @Test
  void whoeverEndsAContractDecidesOnTheEscrow() {
    String contractId = market.hired("prp_4");
    show(market.post("/contracts/" + contractId + "/end").text("approval.id"));
    assertThat(page.locator("h1")).hasText("End the contract with Linh N.");
    photograph("end");
    page.locator("[value=release]").check();
    page.locator("button.yes").click();
    assertThat(page.locator(".badge")).containsText("Confirmed");
    assertThat(market.get("/contracts/" + contractId).text("contract.milestones.0.status"))
        .isEqualTo("PAID");
  }

  @Test
  void fundingAndPayingHaveTheirPagesToo() {
    String milestoneId = market.milestone(market.hired("prp_4"), "5k night frames", 250);
    show(market.post("/milestones/" + milestoneId + "/fund").text("approval.id"));
    assertThat(page.locator("tr.total")).containsText("$275.00");
    page.locator("button.yes").click();
    assertThat(page.locator(".badge")).containsText("Confirmed");
    show(market.post("/milestones/" + milestoneId + "/approve").text("approval.id"));
    assertThat(page.locator("h1")).hasText("Pay Linh N. $250.00");
    page.locator("button.yes").click();
    assertThat(page.locator(".badge")).containsText("Confirmed");
  }

  @Test
  void itFitsAPhoneAndLoadsNothingFromElsewhere() {
    browse(new Browser.NewContextOptions().setViewportSize(360, 740));
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    String id = asked("prp_4");
    show(id);
    assertThat(requests).containsExactly(sandbox.url() + "/approvals/" + id);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(page.locator("button.yes")).isInViewport();
    photograph("phone");
  }

  private String asked(String proposalId) {
    return market.post("/proposals/" + proposalId + "/hire", Market.HIRE).text("approval.id");
  }

  private void show(String approvalId) {
    page.navigate(sandbox.url() + "/approvals/" + approvalId);
  }

  private String focused() {
    return String.valueOf(page.evaluate("document.activeElement.textContent"));
  }

  private void browse(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.window(options);
    page = context.newPage();
  }

  private void photograph(String name) {
    String folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, "sandbox-" + name + ".png")));
    }
  }
}
