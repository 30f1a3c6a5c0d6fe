package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.sandbox.Sandbox;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.HireAsk;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The client against the sandbox, which shares none of its code. */
abstract class AtTheSandbox {

  static final MilestonePlan FIRST =
      new MilestonePlan(
          "m1",
          "Batch 1",
          "Dashcam frames",
          Money.usd("450"),
          LocalDate.parse("2027-07-15"),
          FundRule.atStart());
  static final MilestonePlan SECOND =
      new MilestonePlan(
          "m2", null, "Night frames", Money.usd("250.50"), null, FundRule.afterPaid("m1"));

  @SuppressWarnings("NullAway.Init")
  private static Sandbox sandbox;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BaseUrl base = BaseUrl.of(sandbox.url(), OpenTrainClient.PATH);
  final List<String> named = new ArrayList<>();
  final OpenTrainClient api = client("ot_pat_sandbox_owner");
  private final OpenTrainActivities implementation =
      Accounts.activities(api, since -> List.copyOf(named));
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  final MarketplaceActivities marketplace;

  AtTheSandbox() {
    temporal.registerActivitiesImplementations(implementation);
    marketplace = temporal.newActivityStub(MarketplaceActivities.class);
  }

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
    control("POST", "/reset", "");
  }

  @AfterEach
  void close() {
    temporal.close();
  }

  AskAnswer requestHire() {
    return requestHire("prp_1");
  }

  AskAnswer requestHire(String proposal) {
    return marketplace.requestHire(new HireAsk(proposal, FIRST, false));
  }

  ContractSnapshot hire() throws Exception {
    return hire("prp_1");
  }

  ContractSnapshot hire(String proposal) throws Exception {
    ApprovalSnapshot confirmed = confirm(requestHire(proposal));
    return contract(Objects.requireNonNull(confirmed.contractId()));
  }

  ApprovalSnapshot confirm(AskAnswer answer) throws Exception {
    assertThat(answer).isInstanceOf(AskAnswer.Pending.class);
    ApprovalSnapshot pending = ((AskAnswer.Pending) answer).approval();
    assertThat(pending.status()).isEqualTo("pending");
    assertThat(Duration.between(pending.createdAt(), pending.expiresAt()))
        .isEqualTo(Duration.ofDays(3));
    control("POST", "/approvals/" + pending.id() + "/confirm", "");
    ApprovalReading reading = marketplace.readApproval(new ApprovalRef(pending.id())).approval();
    assertThat(reading).isInstanceOf(ApprovalReading.Seen.class);
    ApprovalSnapshot seen = ((ApprovalReading.Seen) reading).approval();
    assertThat(seen.status()).isEqualTo("confirmed");
    return seen;
  }

  ContractSnapshot contract(String id) {
    ContractReading reading = marketplace.readContract(new ContractRef(id));
    assertThat(reading).isInstanceOf(ContractReading.Seen.class);
    return ((ContractReading.Seen) reading).contract();
  }

  MilestoneSnapshot create(String contractId) {
    return create(contractId, SECOND);
  }

  MilestoneSnapshot create(String contractId, MilestonePlan plan) {
    try (TemporalWorld world =
        new TemporalWorld().with(CreationWorkflow.Impl.class, implementation)) {
      CreateAnswer answer =
          world
              .workflow(CreationWorkflow.class)
              .create(
                  new CreateMilestone(contractId, plan, "tenure:hir_x/m2"), CreationWorkflow.LONG);
      assertThat(answer).isInstanceOf(CreateAnswer.Created.class);
      return ((CreateAnswer.Created) answer).milestone();
    }
  }

  OpenTrainClient client(String token) {
    return Clients.of(base, token);
  }

  String control(String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox" + path))
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

  static String type(ThrowingCallable call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call));
    return ((ApplicationFailure) Objects.requireNonNull(failure.getCause())).getType();
  }
}
