package dev.tenure.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser. Set SCREENSHOTS to a folder to look at what they show. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BrowserPagesTest {

  private static final int PHONE = 360;

  private Chromium chromium;
  private Stack stack;
  private StoredHire stored;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void launch(Stack stack) {
    this.stack = stack;
    this.chromium = new Chromium();
    this.stored = StoredHire.in(stack.front(), "REQ-2041");
  }

  @AfterAll
  void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    browse(new Browser.NewContextOptions().setViewportSize(1100, 900));
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void theFirstPageShowsWhatWaitsWithLinkAmountAndDeadline() {
    go("/");
    var row = page.locator("li.approval", containing(stored.reference()));
    assertThat(row).containsText("Fund m2");
    assertThat(row).containsText("$1,375.00");
    assertThat(row).containsText("$1,250.00 + $125.00 fees, estimated");
    assertThat(row).containsText("in 2 h");
    assertThat(row).containsText("UTC");
    assertThat(row).containsText("requested 2 times");
    assertThat(row.getByText("Decide"))
        .hasAttribute("href", "https://market.example/approvals/apr_f_" + stored.id());
    var incident = page.locator("article.incident", incidentOf(stored.reference()));
    assertThat(incident).containsText("There is no payment method for m2");
    assertThat(incident.getByText("Add a payment method"))
        .hasAttribute("href", "https://market.example/billing");
    photograph("waiting");
  }

  @Test
  void oneHireShowsItsMilestonesMoneyEventsAndWhatCanBeDone() {
    go("/hires/" + stored.id());
    assertThat(page.locator("h1")).hasText("REQ-2041");
    assertThat(page.locator("#sentence"))
        .hasText("The contract is active; 1 of 3 milestones paid.");
    assertThat(page.locator("table").first().locator("tbody tr")).hasCount(3);
    assertThat(page.locator("dl.money")).containsText("$2,077.95");
    assertThat(page.locator("ol.events")).containsText("Nobody can pay <b>yet</b>");
    assertThat(page.locator("tr", rowOf("m3")).getByText("Drop")).isVisible();
    assertThat(page.getByText("End the contract")).isVisible();
    photograph("hire");
  }

  @Test
  void hiresAreFoundByPartOfTheirReferenceStatusAndLabel() {
    go("/hires");
    page.getByLabel("Search").fill("req-20");
    page.getByText("More filters").click();
    page.getByLabel("Label").fill("team:vision");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    page.locator(".tabs").getByText("Active").click();
    assertThat(page)
        .hasURL(stack.http().base() + "/hires?status=active&label=team%3Avision&text=req-20");
    assertThat(page.locator("li.hire")).hasCount(1);
    assertThat(page.locator("li.hire")).containsText("REQ-2041");
    photograph("hires");
    page.getByLabel("Search").fill("nothing of the kind");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(page.locator("main")).containsText("No hires match.");
    page.getByLabel("Label").fill("vision");
    page.getByRole(AriaRole.BUTTON, named("Search")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("key:value");
  }

  @Test
  void anActionAsksFirstIsCarriedOutAndSaysSo() {
    String hire = commanded();
    go("/hires/" + hire);
    page.locator("tr", rowOf("m1")).getByText("Release").click();
    assertThat(page.locator("h1")).hasText("Release m1 (Batch 1), $450.00?");
    photograph("confirmation");
    page.getByRole(AriaRole.BUTTON, named("Release")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("release is requested");
    assertThat(stack.http().get("/v1/hires/" + hire).text("/version")).isEqualTo("2");
  }

  @Test
  void theSameFormSentTwiceIsCarriedOutOnce() {
    String hire = commanded();
    go("/hires/" + hire);
    page.locator("tr", rowOf("m1")).getByText("Release").click();
    String key = page.locator("[name=key]").inputValue();
    page.getByRole(AriaRole.BUTTON, named("Release")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    page.goBack();
    page.evaluate("key => document.querySelector('[name=key]').value = key", key);
    page.getByRole(AriaRole.BUTTON, named("Release")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    assertThat(stack.http().get("/v1/hires/" + hire).text("/version")).isEqualTo("2");
  }

  @Test
  void aRefusalIsToldInWordsBesideTheHireAsItStands() {
    String hire = commanded();
    go("/hires/" + hire);
    page.locator("tr", rowOf("m1")).getByText("Release").click();
    stack.http().post("/v1/hires/" + hire + "/end", "");
    page.getByRole(AriaRole.BUTTON, named("Release")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("ended");
    assertThat(page.locator(".title .badge")).hasText("Ended");
    go("/hires/" + stored.id() + "/do/release?target=m1");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not allowed now");
  }

  @Test
  void aPageThatTellsARefusalKeepsItselfUpToDateAndTheRefusalStays() {
    String hire = commanded();
    go("/hires/" + hire + "/do/release?target=m9");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not allowed now");
    endIsSeen(hire);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not allowed now");
    assertThat(page).hasURL(stack.http().base() + "/hires/" + hire);
    page.reload();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
  }

  @Test
  void everythingWorksWithoutScriptAndByKeyboardAlone() {
    browse(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    String hire = commanded();
    go("/hires/" + hire + "/do/release?target=m1");
    for (int i = 0; i < 20 && page.locator("button.main:focus").count() == 0; i++) {
      page.keyboard().press("Tab");
    }
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("release is requested");
  }

  @Test
  void aPageThatIsLookedAtKeepsItselfUpToDate() {
    String hire = commanded();
    go("/hires/" + hire);
    endIsSeen(hire);
  }

  /** Ends a hire elsewhere. */
  private void endIsSeen(String hire) {
    assertThat(page.locator(".title .badge")).hasText("Active");
    stack.http().post("/v1/hires/" + hire + "/end", "");
    assertThat(page.locator(".title .badge"))
        .hasText(
            "Ended",
            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                .setTimeout(30_000));
  }

  @Test
  void aDecisionThatIsTakenElsewhereIsSeenWhileAReasonIsTyped() {
    String id = SmallOpenContractHire.approvalId(SmallOpenContractHire.asked(stack));
    go("/approvals/" + id);
    page.getByLabel("Reason").fill("Good Worker");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Confirm"))).isVisible();
    stack
        .http()
        .post(
            "/v1/approvals/" + id + "/decision",
            "{\"decision\":\"decline\",\"termsDigest\":\"%s\"}"
                .formatted(SmallOpenContractHire.DIGEST));
    assertThat(page.locator("#decided"))
        .containsText(
            "Declined by local",
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(30_000));
    assertThat(page.getByRole(AriaRole.BUTTON, named("Confirm"))).hasCount(0);
  }

  @Test
  void everyPageFitsAPhoneInLightAndDarkAndLoadsNothingFromElsewhere() {
    String[] key = {"Idempotency-Key", "phone"};
    String hire = commanded();
    stack.http().post("/v1/hires/" + hire + "/pause", "", key);
    assertThat(stack.http().post("/v1/hires/" + hire + "/end", "", key).text("/code"))
        .isEqualTo("idempotency_key_reused");
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      browse(new Browser.NewContextOptions().setViewportSize(PHONE, 740).setColorScheme(scheme));
      List<String> elsewhere = new ArrayList<>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(stack.http().base())) {
              elsewhere.add(request.url());
            }
          });
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      for (String path : List.of("/", "/hires", "/hires/" + stored.id(), "/incidents", "/audit")) {
        go(path);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(PHONE);
        photograph("phone-" + scheme.name().toLowerCase(Locale.ROOT) + path);
      }
      assertThat(elsewhere).isEmpty();
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390})
  void onAPhoneTheEntriesOfTheMenuStandInOneLine(int width) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        browse(new Browser.NewContextOptions().setViewportSize(width, 740).setColorScheme(scheme));
        String name = "menu-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        go("/hires");
        menuIsInOneLine(width);
        photograph(name);
        page.navigate(front.http().base() + "/audit");
        page.getByLabel("API key").fill("secret-1-secret-1-secret");
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(page.getByText("Sign out")).isVisible();
        menuIsInOneLine(width);
        photograph(name + "-signed-in");
      }
    }
  }

  private void menuIsInOneLine(int width) {
    Locator entries = page.locator("nav[aria-label=Tenure] a:not(.brand)");
    assertThat(entries).hasCount(4);
    assertThat(entries.all().stream().map(entry -> entry.boundingBox().y).distinct()).hasSize(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void anUnknownHireHasAPageInTheSameStyle() {
    go("/hires/hir_none");
    assertThat(page.locator("h1")).hasText("Not found");
    assertThat(page.locator("main")).containsText("There is no hire hir_none.");
    photograph("unknown");
  }

  @Test
  void withKeysThePageNeedsASignInThatCanBeEnded() {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      String base = front.http().base();
      page.navigate(base + "/hires?status=active");
      assertThat(page.locator("h1")).hasText("Sign in");
      photograph("sign-in");
      page.getByLabel("API key").fill("wrong");
      page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("not known");
      page.getByLabel("API key").fill("secret-1-secret-1-secret");
      page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
      assertThat(page).hasURL(base + "/hires?status=active");
      assertThat(page.locator("h1")).hasText("Hires");
      assertThat(page.evaluate("document.cookie")).isEqualTo("");
      page.getByText("Sign out").click();
      assertThat(page.locator("h1")).hasText("Sign in");
      page.navigate(base + "/");
      assertThat(page.locator("h1")).hasText("Sign in");
    }
  }

  /** A hire whose workflow has answered a command once, so that its allowed actions are known. */
  private String commanded() {
    Http http = stack.http();
    String hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    http.post("/v1/hires/" + hire + "/milestones/m1/release", "");
    return hire;
  }

  private void go(String path) {
    page.navigate(stack.http().base() + path);
  }

  private Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private Page.LocatorOptions incidentOf(String reference) {
    return new Page.LocatorOptions().setHasText(reference);
  }

  private Page.LocatorOptions rowOf(String key) {
    return new Page.LocatorOptions()
        .setHas(page.locator(".key", new Page.LocatorOptions().setHasText(key)));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private void browse(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    page = context.newPage();
  }

  private void photograph(String name) {
    String folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, "page-" + name.replaceAll("[^a-z0-9-]+", "_") + ".png")));
    }
  }
}
