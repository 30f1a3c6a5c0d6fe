package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.Samples;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.feed.Page;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.JdkExchange;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.sandbox.Sandbox;
import dev.tenure.workflows.marketplace.ApprovalReading;
import dev.tenure.workflows.marketplace.ApprovalRef;
import dev.tenure.workflows.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.marketplace.AskAnswer;
import dev.tenure.workflows.marketplace.AskAnswer.Reason;
import dev.tenure.workflows.marketplace.BudgetSnapshot;
import dev.tenure.workflows.marketplace.ContractReading;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.ContractSnapshot;
import dev.tenure.workflows.marketplace.CreateAnswer;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import dev.tenure.workflows.marketplace.MilestoneSnapshot;
import dev.tenure.workflows.marketplace.ProposalRef;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client against the sandbox, which shares none of its code. */
class SandboxTest {

  private static final MilestonePlan FIRST =
      new MilestonePlan(
          "m1",
          "Batch 1",
          "Dashcam frames",
          Money.usd("450"),
          LocalDate.parse("2027-07-15"),
          FundRule.atStart());
  private static final MilestonePlan SECOND =
      new MilestonePlan(
          "m2", null, "Night frames", Money.usd("250.50"), null, FundRule.afterPaid("m1"));

  @SuppressWarnings("NullAway.Init")
  private static Sandbox sandbox;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BaseUrl base = BaseUrl.of(sandbox.url(), OpenTrain.PATH);
  private final OpenTrain api = client("ot_pat_sandbox_owner");
  private final OpenTrainActivities implementation =
      new OpenTrainActivities(
          api,
          new Stopping(),
          new Doubt.Patience(3, Duration.ofMillis(20), Duration.ofSeconds(20)));
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private final MarketplaceActivities marketplace;

  SandboxTest() {
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

  @Test
  void aHireRunsFromItsRequestToTheEndOfItsContract() throws Exception {
    ContractSnapshot hired = hire();
    assertThat(hired.proposalId()).isEqualTo("prp_1");
    MilestoneSnapshot first = hired.milestones().getFirst();
    assertThat(first.funded()).isTrue();
    assertThat(first.amount()).isEqualTo(Money.usd("450"));
    assertThat(first.dueDate()).isEqualTo(FIRST.dueDate());
    assertThat(first.tag()).isNull();

    MilestoneSnapshot second = create(hired.id());
    assertThat(second.notFunded()).isTrue();
    assertThat(second.amount()).isEqualTo(Money.usd("250.50"));
    assertThat(second.tag()).isEqualTo("tenure:hir_x/m2");
    assertThat(confirm(marketplace.requestFunding(new MilestoneAsk(second.id()))).result())
        .containsKey("invoiceId");

    control("POST", "/milestones/" + first.id() + "/request-payout", "");
    assertThat(contract(hired.id()).milestone(first.id()).orElseThrow().delivered()).isTrue();
    for (MilestoneSnapshot milestone : contract(hired.id()).milestones()) {
      assertThat(confirm(marketplace.requestRelease(new MilestoneAsk(milestone.id()))).result())
          .containsKey("payoutTransactionId");
    }
    assertThat(contract(hired.id()).milestones()).allMatch(MilestoneSnapshot::paid);
    assertThat(marketplace.requestEnd(new ContractRef(hired.id()))).isEqualTo(new AskAnswer.Done());
    assertThat(contract(hired.id()).ended()).isTrue();
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void whatHappenedAlreadyIsAFact() throws Exception {
    ContractSnapshot hired = hire();
    String first = hired.milestones().getFirst().id();
    String second = create(hired.id()).id();
    assertThat(requestHire()).isEqualTo(new AskAnswer.Fact(Reason.ALREADY_ACCEPTED));
    assertThat(marketplace.requestFunding(new MilestoneAsk(first)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_NOT_FUNDABLE));
    assertThat(marketplace.requestRelease(new MilestoneAsk(second)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_NOT_FUNDED));
    control("POST", "/milestones/" + second + "/cancel", "");
    assertThat(marketplace.requestFunding(new MilestoneAsk(second)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_CANCELLED));
    assertThat(confirm(marketplace.requestEnd(new ContractRef(hired.id()))).result())
        .containsEntry("contractEnded", "true");
    assertThat(marketplace.requestEnd(new ContractRef(hired.id())))
        .isEqualTo(new AskAnswer.Fact(Reason.CONTRACT_ENDED));
  }

  @Test
  void theSameRequestFindsTheSamePendingApproval() {
    assertThat(requestHire()).isEqualTo(requestHire());
  }

  @Test
  void aHireWhoseAnswerIsLostIsFoundByAskingAgain() throws Exception {
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/proposals/*/hire\",\"kind\":\"drop_answer\",\"times\":1}");
    assertThat(type(this::requestHire)).isEqualTo("marketplace_unavailable");
    assertThat(requestHire()).isInstanceOf(AskAnswer.Pending.class);
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void aMilestoneWhoseAnswerIsLostIsNotCreatedTwice() throws Exception {
    ContractSnapshot hired = hire();
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/contracts/*/milestones\",\"kind\":\"drop_answer\",\"times\":1}");
    MilestoneSnapshot second = create(hired.id());
    assertThat(contract(hired.id()).milestones()).hasSize(2);
    assertThat(create(hired.id()).id()).isEqualTo(second.id());
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void anUnclaimedAccountWithoutCardIsToldWithItsLinks() throws Exception {
    control("PUT", "/accounts/acc_1", "{\"claimed\":false}");
    assertThat(type(this::requestHire)).isEqualTo("account_claim_required");
    control("PUT", "/accounts/acc_1", "{\"claimed\":true,\"card\":false,\"creditsCents\":0}");
    assertThat(type(this::requestHire)).isEqualTo("payment_method_required");
    control("PUT", "/accounts/acc_1", "{\"features\":{\"public_api_hiring\":false}}");
    assertThat(type(this::requestHire)).isEqualTo("feature_disabled");
    control("PUT", "/accounts/acc_1", "{\"scopes\":[\"proposals:read\"]}");
    assertThat(type(this::requestHire)).isEqualTo("scope_missing");
  }

  @Test
  void aWrongTokenIsRejected() {
    assertThat(
            catchThrowableOfType(
                    OpenTrainException.Refused.class, () -> client("ot_pat_no_one").scopes())
                .status())
        .isEqualTo(401);
  }

  @Test
  void theTokensScopesAreRead() throws Exception {
    assertThat(api.scopes()).contains("payments:write", "proposals:write");
  }

  @Test
  void theContractOfAProposalIsFound() throws Exception {
    assertThat(marketplace.findContract(new ProposalRef("prp_1", null)))
        .isEqualTo(new ContractReading.NotFound());
    ContractSnapshot hired = hire();
    assertThat(marketplace.findContract(new ProposalRef("prp_1", null)))
        .isEqualTo(new ContractReading.Seen(hired));
    assertThat(marketplace.findContract(new ProposalRef("prp_1", hired.jobId())))
        .isEqualTo(new ContractReading.Seen(hired));
  }

  @Test
  void whatNobodyKnowsIsLostFromSightOrNotFound() {
    assertThat(marketplace.readApproval(new ApprovalRef("nothing")))
        .isEqualTo(new ApprovalReading.LostSight());
    assertThat(marketplace.readContract(new ContractRef("nothing")))
        .isEqualTo(new ContractReading.NotFound());
    assertThat(type(() -> marketplace.requestFunding(new MilestoneAsk("nothing"))))
        .isEqualTo("not_found");
  }

  @Test
  void theFeedRingsForAConfirmedHire() throws Exception {
    OpenTrainUpdates updates = new OpenTrainUpdates(api);
    ContractSnapshot hired = hire();
    Page page = updates.after(null);
    assertThat(page.rung())
        .extracting(rung -> rung.bell().type())
        .contains("proposal.status_changed", "contract.created", "approval.confirmed");
    assertThat(page.rung()).extracting(rung -> rung.bell().contractId()).contains(hired.id());
    assertThat(updates.after(page.cursor())).isEqualTo(new Page(List.of(), page.cursor(), false));
  }

  @ParameterizedTest
  @CsvSource({"prp_hourly, 40.5, 1012.50", "prp_label, 5000, 300.00"})
  void aMilestoneByVolumeIsPricedByTheContractsRate(
      String proposal, BigDecimal volume, String price) throws Exception {
    ContractSnapshot hired = hire(proposal);

    MilestoneSnapshot made = create(hired.id(), withVolume(volume));

    assertThat(made.amount()).isEqualTo(Money.usd(price));
    assertThat(made.notFunded()).isTrue();
    assertThat(made.tag()).isEqualTo("tenure:hir_x/m2");
    assertThat(create(hired.id(), withVolume(volume)).id()).isEqualTo(made.id());
    assertThat(confirm(marketplace.requestFunding(new MilestoneAsk(made.id()))).result())
        .containsKey("invoiceId");
  }

  @Test
  void aContractWithoutARateCannotPriceAMilestone() throws Exception {
    ContractSnapshot hired = hire("prp_no_rate");

    ApplicationFailure failure = refusedCreation(hired.id(), withVolume(BigDecimal.TEN));

    assertThat(failure.getType()).isEqualTo("contract_rate_missing");
    assertThat(failure.getOriginalMessage()).contains("created as soon as there is one");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void aVolumeOnAFixedPriceIsRefusedInWords() throws Exception {
    ContractSnapshot hired = hire();

    ApplicationFailure failure = refusedCreation(hired.id(), withVolume(BigDecimal.TEN));

    assertThat(failure.getType()).isEqualTo("request_rejected");
    assertThat(failure.getOriginalMessage()).contains("has a fixed price and takes no volume");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void anAmountAloneOnAnHourlyContractIsRefusedInWords() throws Exception {
    ContractSnapshot hired = hire("prp_hourly");

    ApplicationFailure failure = refusedCreation(hired.id(), SECOND);

    assertThat(failure.getType()).isEqualTo("request_rejected");
    assertThat(failure.getOriginalMessage()).contains("is paid by the hour", "needs a volume");
    assertThat(contract(hired.id()).milestones()).hasSize(1);
  }

  @Test
  void theBudgetIsReadWhereWorkIsPaidByVolume() throws Exception {
    ContractSnapshot hired = hire("prp_hourly");
    assertThat(Objects.requireNonNull(hired.budget()).state()).isEqualTo("OK");

    control("POST", "/contracts/" + hired.id() + "/usage", "{\"seconds\":54000}");

    BudgetSnapshot low = Objects.requireNonNull(contract(hired.id()).budget());
    assertThat(low.state()).isEqualTo("LOW");
    assertThat(low.funded()).isEqualByComparingTo("18");
    assertThat(low.consumed()).isEqualByComparingTo("15");
    assertThat(low.remaining()).isEqualByComparingTo("3");
    assertThat(hire().budget()).isNull();
  }

  private static MilestonePlan withVolume(BigDecimal volume) {
    return new MilestonePlan(
        SECOND.key(),
        SECOND.name(),
        SECOND.description(),
        SECOND.amount(),
        null,
        SECOND.fund(),
        null,
        volume);
  }

  private ApplicationFailure refusedCreation(String contractId, MilestonePlan plan) {
    WorkflowFailedException failed =
        Objects.requireNonNull(
            catchThrowableOfType(WorkflowFailedException.class, () -> create(contractId, plan)));
    Throwable activity = Objects.requireNonNull(failed.getCause());
    return (ApplicationFailure) Objects.requireNonNull(activity.getCause());
  }

  private AskAnswer requestHire() {
    return requestHire("prp_1");
  }

  private AskAnswer requestHire(String proposal) {
    return marketplace.requestHire(new HireAsk(proposal, FIRST, false));
  }

  private ContractSnapshot hire() throws Exception {
    return hire("prp_1");
  }

  private ContractSnapshot hire(String proposal) throws Exception {
    ApprovalSnapshot confirmed = confirm(requestHire(proposal));
    return contract(Objects.requireNonNull(confirmed.contractId()));
  }

  private ApprovalSnapshot confirm(AskAnswer answer) throws Exception {
    assertThat(answer).isInstanceOf(AskAnswer.Pending.class);
    ApprovalSnapshot pending = ((AskAnswer.Pending) answer).approval();
    assertThat(pending.status()).isEqualTo("pending");
    assertThat(Duration.between(pending.createdAt(), pending.expiresAt()))
        .isEqualTo(Duration.ofDays(3));
    control("POST", "/approvals/" + pending.id() + "/confirm", "");
    ApprovalReading reading = marketplace.readApproval(new ApprovalRef(pending.id()));
    assertThat(reading).isInstanceOf(ApprovalReading.Seen.class);
    ApprovalSnapshot seen = ((ApprovalReading.Seen) reading).approval();
    assertThat(seen.status()).isEqualTo("confirmed");
    return seen;
  }

  private ContractSnapshot contract(String id) {
    ContractReading reading = marketplace.readContract(new ContractRef(id));
    assertThat(reading).isInstanceOf(ContractReading.Seen.class);
    return ((ContractReading.Seen) reading).contract();
  }

  private MilestoneSnapshot create(String contractId) {
    return create(contractId, SECOND);
  }

  private MilestoneSnapshot create(String contractId, MilestonePlan plan) {
    try (TemporalWorld world =
        new TemporalWorld().with(CreationWorkflow.Impl.class, implementation)) {
      CreateAnswer answer =
          world
              .workflow(CreationWorkflow.class)
              .create(new CreateMilestone(contractId, plan, "tenure:hir_x/m2"));
      assertThat(answer).isInstanceOf(CreateAnswer.Created.class);
      return ((CreateAnswer.Created) answer).milestone();
    }
  }

  private OpenTrain client(String token) {
    JdkExchange exchange = new JdkExchange(base, token, JdkExchange.Limits.DEFAULT);
    return new OpenTrain(base, exchange, InstantSource.system());
  }

  private String control(String method, String path, String body) throws Exception {
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

  private static String type(ThrowingCallable call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call));
    return ((ApplicationFailure) Objects.requireNonNull(failure.getCause())).getType();
  }
}
