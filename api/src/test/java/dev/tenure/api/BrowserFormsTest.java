package dev.tenure.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The forms of the pages in a real browser. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BrowserFormsTest {

  private static final int PHONE = 390;

  private Chromium chromium;
  private Stack stack;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void launch(Stack stack) {
    this.stack = stack;
    this.chromium = new Chromium();
  }

  @AfterAll
  void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    browse(1100);
  }

  @AfterEach
  void leave() {
    context.close();
  }

  @Test
  void aMilestoneIsAddedByAForm() {
    String hire = commanded();
    go("/hires/" + hire);
    page.getByText("Add a milestone").click();
    page.getByLabel("What is to be done").fill("2,000 fog frames\nat dusk");
    page.getByLabel("Amount in US dollars").fill("90.00");
    page.getByLabel("Due").fill("2027-09-30");
    page.getByLabel("Its funding is requested").selectOption("On your command");
    photograph("add-milestone");
    press("Add the milestone");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The milestone is added.");
    assertThat(page.locator("table").first()).containsText("2,000 fog frames");
    var added = stack.http().get("/v1/hires/" + hire).json().at("/milestones/2");
    assertThat(added.at("/fund/when").asText()).isEqualTo("on_request");
    assertThat(added.at("/dueDate").asText()).isEqualTo("2027-09-30");
    assertThat(added.at("/amount/amount").asText()).isEqualTo("90.00");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceBesideItsFieldAndTheFirstHasTheFocus() {
    String hire = commanded();
    go("/hires/" + hire + "/add-milestone");
    page.getByLabel("Name").fill("Fog");
    page.getByLabel("Amount in US dollars").fill("90.001");
    page.getByLabel("Volume").fill("many");
    page.getByLabel("Key").fill("No Key");
    press("Add the milestone");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was done: 4 things");
    assertThat(field("What is to be done")).containsText("What is to be done is required.");
    assertThat(field("Amount in US dollars")).containsText("Dollars have at most two decimals.");
    assertThat(field("Volume")).containsText("“many” is not a number.");
    assertThat(field("Key")).containsText("Key must begin with a-z or 0-9");
    assertThat(page.getByLabel("What is to be done")).isFocused();
    assertThat(page.getByLabel("Amount in US dollars")).hasAttribute("aria-invalid", "true");
    assertThat(page.getByLabel("Volume")).hasValue("many");
    photograph("add-milestone-wrong");
    page.getByRole(AriaRole.ALERT).getByText("Dollars have").click();
    assertThat(page.getByLabel("Amount in US dollars")).isFocused();
    page.getByLabel("What is to be done").fill("2,000 fog frames");
    page.getByLabel("Amount in US dollars").fill("$1,090.50");
    page.getByLabel("Volume").fill("");
    page.getByLabel("Key").fill("");
    press("Add the milestone");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The milestone is added.");
    assertThat(page.locator("table").first()).containsText("$1,090.50");
  }

  @Test
  void aLabelWithoutAValueAndAnAmountThatIsNoneAreToldTogether() {
    String hire = commanded();
    go("/hires/" + hire + "/change");
    page.getByLabel("Budget in US dollars").fill("much");
    page.getByLabel("Labels").fill("rush\nteam: a\nteam: b");
    page.getByLabel("When declined, ask again").fill("often");
    press("Change the terms");
    assertThat(field("Budget in US dollars")).containsText("“much” is not an amount");
    assertThat(field("Labels")).containsText("The label “rush” has no value. Write “rush: value”.");
    assertThat(field("Labels")).containsText("The label “team” stands twice.");
    assertThat(field("When declined, ask again")).containsText("“often” is not a number.");
    assertThat(page.getByLabel("Budget in US dollars")).isFocused();
  }

  @Test
  void aRefusalByTheStateOfTheHireKeepsWhatWasTyped() {
    String hire = commanded();
    go("/hires/" + hire + "/add-milestone");
    page.getByLabel("What is to be done").fill("2,000 fog frames");
    page.getByLabel("Amount in US dollars").fill("90");
    page.getByLabel("Key").fill("m2");
    press("Add the milestone");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("milestone m2 already");
    assertThat(page.getByLabel("Key")).hasValue("m2");
  }

  @Test
  void aChangeSendsOnlyWhatThePersonChanged() {
    String hire = commanded();
    go("/hires/" + hire + "/change");
    assertThat(page.getByLabel("Budget in US dollars")).hasValue("1000.00");
    photograph("change");
    stack
        .http()
        .send(
            "PATCH",
            "/v1/hires/" + hire,
            "{\"externalRef\":\"REQ-BETWEEN\",\"labels\":{\"other\":\"one\"}}",
            "Content-Type",
            "application/json");
    page.getByLabel("Budget in US dollars").fill("1500");
    page.getByLabel("Labels").fill("team: hearing\nquarter: Q4");
    page.getByLabel("End the contract").selectOption("on your command");
    press("Change the terms");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The hire is changed.");
    Http.Answer changed = stack.http().get("/v1/hires/" + hire);
    assertThat(changed.text("/externalRef")).isEqualTo("REQ-BETWEEN");
    assertThat(changed.text("/money/cap/amount")).isEqualTo("1500.00");
    assertThat(changed.json().at("/labels").toString())
        .isEqualTo("{\"other\":\"one\",\"quarter\":\"Q4\",\"team\":\"hearing\"}");
    assertThat(changed.text("/policies/end")).isEqualTo("on_request");
    assertThat(changed.text("/policies/onExpired/reRequest")).isEqualTo("2");
  }

  @Test
  void whatIsToBeAdoptedIsNamedAndMissedBesideItsField() {
    String hire = commanded();
    incident(hire);
    go("/hires/" + hire);
    page.getByText("Adopt").click();
    Locator id = page.getByLabel("The marketplace's id");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adopt")).click();
    assertThat(field("The marketplace's id")).containsText("The marketplace's id is required.");
    id.fill("mil_7");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adopt")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The incident is answered.");
  }

  @Test
  void theFieldsOfAFormLookAlikeWhateverTheyAreFor() {
    go("/hires/" + commanded() + "/change");
    String look = "field => getComputedStyle(field).background + getComputedStyle(field).padding";
    assertThat(page.locator(".field").all().stream().map(field -> field.evaluate(look)).distinct())
        .hasSize(1);
  }

  @Test
  void everyFormFitsAPhone() {
    browse(PHONE);
    String hire = commanded();
    for (String path : List.of("/add-milestone", "/change", "/do/release?target=m1")) {
      go("/hires/" + hire + path);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(PHONE);
      photograph("phone-form" + path);
    }
    go("/hires/" + hire + "/change");
    page.getByLabel("Labels").fill("k".repeat(80) + ": v");
    press("Change the terms");
    assertThat(field("Labels")).containsText("1 to 63 characters");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
  }

  @Test
  void aFormThatIsNotOpenNowShowsTheHireAsItStands() {
    StoredHire stored = StoredHire.in(stack.front(), "FORM-1");
    go("/hires/" + stored.id() + "/change");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not allowed now");
    assertThat(page.locator("h1")).hasText("FORM-1");
  }

  /** A hire whose workflow has answered a command once, so that its allowed actions are known. */
  private String commanded() {
    Http http = stack.http();
    String hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    http.post("/v1/hires/" + hire + "/milestones/m1/release", "");
    return hire;
  }

  private void incident(String hire) {
    stack
        .front()
        .bean(WorkflowClient.class)
        .newUntypedWorkflowStub(WorkflowIds.hire(hire))
        .signal(
            "notify",
            new MarketplaceNotifications(
                List.of(new MarketplaceNotification("inc_1", "x", null, null, null, null))));
    stack.http().post("/v1/hires/" + hire + "/pause", "");
  }

  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private Locator field(String label) {
    return page.locator(".field", new Page.LocatorOptions().setHas(page.getByLabel(label)));
  }

  private void go(String path) {
    page.navigate(stack.http().base() + path);
  }

  private void browse(int width) {
    if (context != null) {
      context.close();
    }
    context =
        chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    page = context.newPage();
  }

  private void photograph(String name) {
    String folder = System.getenv("SCREENSHOTS");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, "form-" + name.replaceAll("[^a-z0-9-]+", "_") + ".png")));
    }
  }
}
