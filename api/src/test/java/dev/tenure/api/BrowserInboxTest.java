package dev.tenure.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.tenure.api.StoredHires.Waits;
import dev.tenure.database.Database;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages with 500 hires that wait, in a real browser. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BrowserInboxTest {

  private static final int HIRES = 500;
  private static final int WIDE = 1280;
  private static final int PHONE = 390;

  private Database database;
  private Front front;
  private StoredHires hires;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void launch(Stack stack) {
    database = Database.start();
    front = Front.start(database, stack.temporalPort(), Map.of());
    hires = new StoredHires(front);
    hires.many(HIRES);
    hires.one(
        901,
        Waits.FUND,
        List.of(
            StoredHires.incident(
                IncidentCause.APPROVAL_DECLINED,
                "https://market.example/approvals/apr_x",
                Resolution.RETRY,
                Resolution.SKIP,
                Resolution.ABORT)));
    hires.one(
        902,
        Waits.FUND,
        List.of(
            StoredHires.incident(
                IncidentCause.PAYMENT_METHOD_REQUIRED,
                "https://market.example/billing",
                Resolution.RETRY,
                Resolution.ABORT),
            StoredHires.incident(
                IncidentCause.BUDGET_EXCEEDED, null, Resolution.RETRY, Resolution.ABORT)));
    chromium = new Chromium();
  }

  @AfterAll
  void quit() {
    chromium.close();
    front.close();
    database.close();
  }

  @BeforeEach
  void open() {
    browse(WIDE, ColorScheme.LIGHT);
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void everyPendingApprovalIsReachedByPaging() {
    go("/");
    assertThat(page.locator("#approvals")).containsText("502 approvals");
    Set<String> seen = new HashSet<>();
    int pages = 1;
    while (true) {
      for (Locator row : page.locator("li.approval").all()) {
        seen.add(row.getAttribute("data-key"));
      }
      if (page.getByRole(AriaRole.LINK, named("Next")).count() == 0) {
        break;
      }
      page.getByRole(AriaRole.LINK, named("Next")).click();
      pages++;
      assertThat(page.locator(".paging")).containsText(((pages - 1) * 25 + 1) + "–");
    }
    assertThat(seen).hasSize(502);
    assertThat(pages).isEqualTo(21);
  }

  @Test
  void aRowSaysWhatHowMuchWithFeesAndUntilWhen() {
    go("/?text=" + StoredHires.reference(1));
    Locator row = page.locator("li.approval");
    assertThat(row).hasCount(1);
    assertThat(row).containsText("Fund m2 · Night frames");
    assertThat(row).containsText("5,000 night frames");
    assertThat(row).containsText(StoredHires.reference(1));
    assertThat(row).containsText("prp_many000001");
    assertThat(row).containsText("job job_1");
    assertThat(row).containsText("$110.01");
    assertThat(row).containsText("$100.01 + $10.00 fees, estimated");
    assertThat(row.getByText("Decide"))
        .hasAttribute("href", "https://market.example/approvals/apr_many1");
  }

  @Test
  void groupsHaveTitlesAndTotalsThatKeepChargesAndReleasesApart() {
    go("/?text=" + StoredHires.reference(2));
    assertThat(page.locator("#approvals"))
        .hasText("1 approval · $100.02 to release from escrow · 1 expires within 12 h");
    go("/");
    assertThat(page.locator("h3.group").first()).containsText("Within 12 hours");
    page.getByLabel("Group by").selectOption("Label trainer");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page).hasURL(front.http().base() + "/?group=label%3Atrainer&text=");
    assertThat(page.locator("h3.group").first()).containsText("trainer: Ada");
    assertThat(page.locator("h3.group").first()).containsText("125 approvals");
    photograph("inbox-by-label");
    go("/?group=job");
    assertThat(page.locator("h3.group").first()).containsText("Job not known yet");
  }

  @Test
  void aHireThatIsBeingCancelledAsksToDeclineAndSaysWhatAYesWouldCause() {
    go("/?text=" + StoredHires.reference(3));
    Locator row = page.locator("li.approval");
    assertThat(row.locator(".go")).containsText("Decline it");
    assertThat(row).containsText("A yes would still charge $119.98");
    assertThat(page.locator("#approvals")).containsText("1 to decline");
    go("/hires/" + StoredHires.id(3));
    assertThat(page.locator("li.wait")).containsText("Decline it");
    assertThat(page.locator("li.wait")).containsText("which would then be ended again");
    assertThat(page.locator("#sentence")).containsText("watching until the pending approval");
    photograph("cancelling");
  }

  @Test
  void aDecisionInAnotherTabIsShownThoughTheLinkHasTheFocus() {
    hires.one(700, Waits.FUND, List.of());
    go("/?text=" + StoredHires.reference(700));
    Locator link = page.locator("li.approval .go a");
    link.focus();
    hires.decide(700, Waits.FUND, ApprovalStatus.CONFIRMED);
    assertThat(page.locator("li.approval")).hasCount(0);
    assertThat(page.locator("main")).containsText("No approvals match.");
  }

  @Test
  void aPageThatIsRenewedKeepsTheFocusTheSelectionAndAFormThatWasChanged() {
    hires.one(701, Waits.FUND, List.of());
    hires.one(702, Waits.HIRE, List.of());
    go("/?text=REQ-070");
    assertThat(page.locator("li.approval")).hasCount(2);
    page.getByLabel("Search").fill("half a wo");
    Locator kept = page.locator("li.approval .go a").first();
    kept.focus();
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('li.approval .what strong'))");
    hires.decide(702, Waits.HIRE, ApprovalStatus.CONFIRMED);
    assertThat(page.locator("li.approval")).hasCount(1);
    assertThat(page.getByLabel("Search")).hasValue("half a wo");
    assertThat(kept).isFocused();
    assertThat(page.evaluate("String(getSelection())")).asString().contains("Fund m2");
    hires.decide(701, Waits.FUND, ApprovalStatus.CONFIRMED);
  }

  @Test
  void afterAFundingIsRequestedTheMessageLinksToTheDecisionAndStaysWhilePagesAreRenewed() {
    hires.one(703, Waits.FUND, List.of());
    go("/hires/" + StoredHires.id(703) + "?done=fund&target=m2");
    Locator done = page.locator("#done");
    assertThat(done.getByText("Decide"))
        .hasAttribute("href", "https://market.example/approvals/apr_many703");
    assertThat(page).hasURL(front.http().base() + "/hires/" + StoredHires.id(703));
    hires.decide(703, Waits.FUND, ApprovalStatus.CONFIRMED);
    assertThat(done.getByText("Decide")).hasCount(0);
    assertThat(done).containsText("The funding is requested.");
  }

  @Test
  void theMainAnswerToAnIncidentIsTheOneThatHelpsForItsCause() {
    go("/incidents");
    assertThat(main("The approval for m2 was declined")).hasText("Retry");
    assertThat(main("There is no payment method for m2")).containsText("Add a payment method");
    assertThat(main("The next step for m2 exceeds the budget")).hasText("Change the budget");
    assertThat(page.locator(".tabs")).containsText("Approval declined 1");
    photograph("incidents");
    page.locator(".tabs").getByText("Approval declined").click();
    assertThat(page.locator("article.incident")).hasCount(1);
    go("/incidents?cause=rate_limited");
    assertThat(page.locator(".tabs a[aria-current]")).hasText("Rate limited 0");
  }

  @Test
  void theEndOfAContractShowsItsConsequencesInNumbers() {
    go("/hires/" + StoredHires.id(2));
    page.getByText("End the contract").click();
    Locator facts = page.locator("dl.money");
    assertThat(facts).containsText("In escrow");
    assertThat(facts).containsText("$100.02");
    assertThat(facts).containsText("Never funded");
    assertThat(page.locator(".warnings")).containsText("$100.02 is in escrow");
    assertThat(page.locator(".warnings"))
        .containsText("“Release m1” stays pending. A yes pays $100.02");
    photograph("end");
  }

  @Test
  void aReleaseOfWorkThatIsNotDeliveredIsWarnedOf() {
    hires.one(704, Waits.WORK, List.of());
    go("/hires/" + StoredHires.id(704));
    page.getByText("Release", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("dl.money div", text("Paid to the trainer"))).containsText("$107.04");
    assertThat(page.locator(".warnings"))
        .containsText("m1 is not delivered: the trainer has not requested the payout.");
    go("/hires/" + StoredHires.id(2) + "/do/release?target=m1");
    assertThat(page.locator("h1")).containsText("Release m1");
    assertThat(page.locator(".warnings")).hasCount(0);
  }

  @Test
  void aDecisionIsReachedByKeyboardAlone() {
    go("/?text=" + StoredHires.reference(6));
    for (int i = 0; i < 40 && page.locator(".go a:focus").count() == 0; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(".go a:focus"))
        .hasAttribute("href", "https://market.example/approvals/apr_many6");
    context.waitForPage(() -> page.keyboard().press("Enter"));
    assertThat(context.pages()).hasSize(2);
  }

  @Test
  void pendingCommittedPaidAndFeesAreToldOnceEach() {
    go("/hires/" + StoredHires.id(1));
    Locator money = page.locator("#money-card dl");
    assertThat(money.locator("div", within("Pending"))).containsText("$110.01");
    assertThat(money.locator("div", within("Committed"))).containsText("$100.01");
    assertThat(money.locator("div", within("Paid to the trainer"))).containsText("$100.01");
    assertThat(money.locator("dt", within("Fees"))).hasCount(1);
    photograph("hire-funding");
    page.getByRole(AriaRole.LINK, named("Ledger")).click();
    assertThat(page.locator("h1")).hasText("Ledger");
    assertThat(page.locator("#lines-card")).containsText("Funding m1");
    photograph("ledger");
  }

  @Test
  void theListOfHiresCountsEachStatusAndSearchesItsWords() {
    go("/hires");
    assertThat(page.locator(".tabs")).containsText("All");
    page.getByLabel("Search").fill("req-04");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(page.locator(".paging")).containsText("100 hires");
    assertThat(page.locator(".tabs a", text("Active"))).containsText("50");
    page.locator(".tabs").getByText("Cancelling").click();
    assertThat(page).hasURL(front.http().base() + "/hires?status=cancelling&text=req-04");
    assertThat(page.locator(".paging")).containsText("25 hires");
    page.getByLabel("Search").fill("night FRAMES with every sign");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(page.locator(".paging")).containsText("125 hires");
    page.getByLabel("Search").fill("katherine");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(page.locator("main")).containsText("No hires match.");
    assertThat(page.locator(".tabs a", text("Cancelling"))).containsText("0");
  }

  @Test
  void allPagesFitBothWidthsInLightAndDark() {
    List<String> paths =
        List.of(
            "/",
            "/hires",
            "/incidents",
            "/hires/" + StoredHires.id(2),
            "/hires/" + StoredHires.id(1) + "/ledger",
            "/hires/" + StoredHires.id(2) + "/do/end");
    for (int width : List.of(WIDE, PHONE)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        browse(width, scheme);
        for (String path : paths) {
          go(path);
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as(path)
              .isEqualTo(width);
          photograph(width + "-" + scheme.name().toLowerCase(Locale.ROOT) + path);
        }
      }
    }
  }

  private Locator main(String lead) {
    return page.locator("article.incident", text(lead)).locator(".button.main");
  }

  private void go(String path) {
    page.navigate(front.http().base() + path);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.LocatorOptions within(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private void browse(int width, ColorScheme scheme) {
    if (context != null) {
      context.close();
    }
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    page = context.newPage();
  }

  private void photograph(String name) {
    String folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setClip(0, 0, page.viewportSize().width, 1700)
              .setPath(Path.of(folder, "inbox-" + name.replaceAll("[^a-z0-9-]+", "_") + ".png")));
    }
  }
}
