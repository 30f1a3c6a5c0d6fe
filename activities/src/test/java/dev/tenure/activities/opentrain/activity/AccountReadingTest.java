package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.workflows.accounts.LedgerReading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made of an account whose marketplace answers oddly. */
@Timeout(60)
class AccountReadingTest {

  private static final String FIRST = "/credits/ledger?limit=100";

  private final String account = RealJournal.account();
  private final Ledger ledger = RealJournal.ledger();
  private final Marketplace marketplace = new Marketplace();
  private final OpenTrainClient api = Clients.of(marketplace);

  @BeforeEach
  void aHire() {
    RealJournal.hire(account, "prp_1");
    marketplace.on("GET", "/payments/pending", Reply.json(200, "{\"payments\":[]}"));
  }

  @AfterEach
  void close() {
    marketplace.close();
  }

  /** W7, F12. */
  @Test
  void anAccountBehindAFilterIsUnknownAndSaysWhatTheFilterSaid() {
    marketplace.on(
        "GET",
        "/auth/me",
        Reply.json(403, "<html>no robots</html>").with("Content-Type", "text/html"));
    AccountFacts facts = look();
    assertThat(facts.tokenAccepted()).isNull();
    assertThat(facts.scopes()).isEmpty();
    assertThat(facts.trouble()).contains("403").contains("text/html").contains("not by OpenTrain");
  }

  @Test
  void anAccountThatIsRedirectedNamesWhereTo() {
    marketplace.on(
        "GET", "/auth/me", Reply.json(301, "").with("Location", "https://new.example/me"));
    assertThat(look().trouble()).contains("301").contains("https://new.example/me");
  }

  @Test
  void scopesAndFeaturesThatAreNotToldAreUnknownAndOneOddSwitchHidesNoOther() {
    marketplace.on("GET", "/auth/me", Reply.json(200, "{\"token\":{\"scopes\":\"all\"}}"));
    marketplace.on(
        "GET",
        "/job-drafts/capabilities",
        Reply.json(200, "{\"capabilities\":{\"hiring\":true,\"limits\":{\"a\":1}}}"));
    AccountFacts facts = look();
    assertThat(facts.tokenAccepted()).isTrue();
    assertThat(facts.missingScopes()).isEmpty();
    assertThat(facts.trouble()).contains("scopes were not told");
    assertThat(facts.features()).containsOnlyKeys("public_api_hiring");
  }

  /** W5. */
  @Test
  void aLedgerThatGivesTheSameCursorAgainEndsWithAWord() {
    marketplace.on("GET", FIRST, Reply.json(200, page("c", entry("e1"))));
    marketplace.on(
        "GET",
        FIRST + "&cursor=c",
        Reply.json(200, page("c", entry("e2"))),
        Reply.json(200, page("c", entry("e3"))));
    LedgerReading reading = read();
    assertThat(reading.trouble()).contains("pages repeat");
    assertThat(marketplace.asked()).hasSizeLessThan(5);
    assertThat(ledger.known(account, List.of("e1", "e2"))).hasSize(2);
  }

  @Test
  void aPageThatComesAgainUnderAnotherCursorBringsNothingNewAndEndsTheLook() {
    marketplace.on("GET", FIRST, Reply.json(200, page("c1", entry("e1"))));
    marketplace.on("GET", FIRST + "&cursor=c1", Reply.json(200, page("c2", entry("e1"))));
    assertThat(read().trouble()).isNull();
    assertThat(marketplace.asked()).hasSize(3);
  }

  @Test
  void anOddRowOfTheLedgerIsCountedAndHidesNoOther() {
    String odd = "7," + entry("e1") + ",{\"id\":\"e2\",\"amountCents\":\"much\"},{\"id\":9}";
    marketplace.on("GET", FIRST, Reply.json(200, page(null, odd)));
    assertThat(read().trouble()).contains("3 entries could not be understood");
    assertThat(ledger.known(account, List.of("e1"))).hasSize(1);
  }

  private AccountFacts look() {
    return new AccountReader(api, InstantSource.system()).read();
  }

  private LedgerReading read() {
    try {
      return new LedgerReader(api, ledger, new Allowance(100), new ShutdownSignal()).read(account);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static String page(@Nullable String next, String entries) {
    return "{\"entries\":[%s],\"nextCursor\":%s}"
        .formatted(entries, next == null ? "null" : "\"" + next + "\"");
  }

  private static String entry(String id) {
    return "{\"id\":\"%s\",\"type\":\"HOLD\",\"amountCents\":-100,\"createdAt\":\"%s\"}"
        .formatted(id, Instant.now());
  }
}
