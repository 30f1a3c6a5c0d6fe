package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.Samples;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.money.Money;
import dev.tenure.sandbox.Sandbox;
import dev.tenure.workflows.accounts.AccountActivities;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.LedgerReading;
import dev.tenure.workflows.accounts.ProposalFacts;
import dev.tenure.workflows.accounts.ProposalFacts.Sight;
import io.temporal.testing.TestActivityEnvironment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The look at an account and its ledger against the sandbox, which shares none of its code. */
class AccountSandboxTest {

  @SuppressWarnings("NullAway.Init")
  private static Sandbox sandbox;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String account = RealJournal.account();
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private final AccountActivities activities = activities("ot_pat_sandbox_owner");

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(RealJournal.properties());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() throws Exception {
    control("POST", "/sandbox/reset", "");
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void anAccountInGoodOrderIsSeenAsOne() {
    AccountFacts facts = look(null).account();
    assertThat(facts.tokenAccepted()).isTrue();
    assertThat(facts.claimed()).isTrue();
    assertThat(facts.missingScopes()).isEmpty();
    assertThat(facts.missingFeatures()).isEmpty();
    assertThat(facts.features()).containsEntry("public_api_credits", true);
    assertThat(Objects.requireNonNull(facts.credits()).available()).isEqualTo(Money.usd("5000"));
    assertThat(facts.trouble()).isNull();
  }

  @Test
  void theLookChangesNothing() throws Exception {
    look("prp_1");
    assertThat(Samples.tree(control("GET", "/sandbox/audit", "")).get("violations")).isEmpty();
    assertThat(Samples.tree(control("GET", "/sandbox/audit", "")).get("moneyEffects")).isEmpty();
  }

  @Test
  void anUnclaimedAccountIsKnownWithTheLinkToClaimIt() throws Exception {
    control("PUT", "/sandbox/accounts/acc_1", "{\"claimed\":false}");
    AccountFacts facts = look(null).account();
    assertThat(facts.claimed()).isFalse();
    assertThat(facts.claimUrl()).endsWith("/claim");
  }

  @Test
  void missingScopesAndFeaturesAreNamed() throws Exception {
    control(
        "PUT",
        "/sandbox/accounts/acc_1",
        "{\"scopes\":[\"proposals:read\",\"payments:read\"],"
            + "\"features\":{\"public_api_payments_write\":false,\"public_api_credits\":false}}");
    AccountFacts facts = look(null).account();
    assertThat(facts.missingScopes()).containsExactly("proposals:write", "payments:write");
    assertThat(facts.missingFeatures()).containsExactly("public_api_payments_write");
    assertThat(facts.claimed()).isNull();
    assertThat(facts.credits()).isNull();
    assertThat(facts.trouble()).contains("the credits cannot be read");
  }

  @Test
  void aWrongTokenIsSaidToBeOne() {
    AccountFacts facts =
        activities("ot_pat_no_one").readAccount(new AccountQuestion(account, null)).account();
    assertThat(facts.tokenAccepted()).isFalse();
    assertThat(facts.trouble()).contains("not accepted").doesNotContain("ot_pat_no_one");
  }

  @Test
  void aProposalIsSeenWithItsRateAndItsState() {
    ProposalFacts hourly = proposal("prp_hourly");
    assertThat(hourly.sight()).isEqualTo(Sight.SEEN);
    assertThat(hourly.rateUsd()).isEqualByComparingTo("25");
    assertThat(hourly.unit()).isEqualTo("PER_HOUR");
    assertThat(proposal("prp_no_rate").rateUsd()).isNull();
    assertThat(proposal("prp_unfit").status()).isEqualTo("NOT_A_FIT");
    assertThat(proposal("prp_none").sight()).isEqualTo(Sight.NOT_FOUND);
    assertThat(proposal("prp_stranger").sight()).isEqualTo(Sight.NOT_OURS);
  }

  @Test
  void whatAHireBookedIsCopiedOnce() throws Exception {
    RealJournal.hire(account, "prp_3");
    String approval =
        Samples.tree(
                post(
                    "/proposals/prp_3/hire", "{\"milestone\":{\"name\":\"Batch\",\"amount\":450}}"))
            .at("/approval/id")
            .asText();
    control("POST", "/sandbox/approvals/" + approval + "/confirm", "");
    assertThat(activities.readLedger(account).added()).isEqualTo(3);
    assertThat(activities.readLedger(account)).isEqualTo(new LedgerReading(0, null));
    String contract =
        Samples.tree(get("/approvals/" + approval)).at("/approval/result/contractId").asText();
    List<JsonNode> booked = RealJournal.booked(account, contract);
    assertThat(booked)
        .extracting(entry -> entry.get("type").asText() + entry.at("/amount/amount").asText())
        .containsExactly("HOLD-504.95", "CAPTURE-54.95");
    assertThat(booked.getLast().get("holdEntryId")).isEqualTo(booked.getFirst().get("id"));
  }

  @Test
  void anAccountWithoutHiresHasNothingToCopy() {
    assertThat(activities.readLedger(RealJournal.account())).isEqualTo(new LedgerReading(0, null));
  }

  @Test
  void aLedgerThatIsSwitchedOffIsATroubleAndNoFailure() throws Exception {
    RealJournal.hire(account, "prp_5");
    control("PUT", "/sandbox/accounts/acc_1", "{\"features\":{\"public_api_credits\":false}}");
    assertThat(activities.readLedger(account).trouble()).contains("cannot be read");
  }

  private AccountReading look(@Nullable String proposalId) {
    return activities.readAccount(new AccountQuestion(account, proposalId));
  }

  private ProposalFacts proposal(String id) {
    return Objects.requireNonNull(look(id).proposal());
  }

  private AccountActivities activities(String token) {
    BaseUrl base = BaseUrl.of(sandbox.url(), OpenTrainClient.PATH);
    OpenTrainClient api = Clients.of(base, token);
    TestActivityEnvironment own = token.endsWith("owner") ? temporal : TemporalWorld.activities();
    own.registerActivitiesImplementations(
        new OpenTrainAccountActivities(
            api,
            new AccountReader(api, InstantSource.system()),
            RealJournal.accounts(),
            RealJournal.ledger(),
            new Allowance(100),
            new ShutdownSignal()));
    return own.newActivityStub(AccountActivities.class);
  }

  private String get(String path) throws Exception {
    return send("GET", OpenTrainClient.PATH + path, "");
  }

  private String post(String path, String body) throws Exception {
    return send("POST", OpenTrainClient.PATH + path, body);
  }

  private String control(String method, String path, String body) throws Exception {
    return send(method, path, body);
  }

  private String send(String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .header("Authorization", "Bearer ot_pat_sandbox_owner")
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, path, answer.body())
        .isBetween(200, 299);
    return answer.body();
  }
}
