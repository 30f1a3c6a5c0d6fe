package dev.tenure.activities.opencontract.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opencontract.OpenContractSandbox;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.PaidCalls;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.journal.payment.PaymentState;
import dev.tenure.journal.payment.Payments;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.workflows.opencontract.CreateWorkingContract;
import dev.tenure.workflows.opencontract.DisputeWorkingContract;
import dev.tenure.workflows.opencontract.OpenContractActivities;
import dev.tenure.workflows.opencontract.ProtocolRead;
import dev.tenure.workflows.opencontract.WorkingContractRef;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The activities of a hire at the sandbox, from a creation to a settlement. */
class WorkingContractSandboxTest {

  private static final OpenContractMilestone MILESTONE =
      new OpenContractMilestone(
          List.of("all are there", "totals match", "none twice"),
          null,
          Duration.ofDays(1),
          Duration.ofDays(4),
          Duration.ofDays(3),
          null);

  @SuppressWarnings("NullAway.Init")
  private static OpenContractSandbox market;

  private final LocalPaymentSigner signer =
      Signing.signerOf("%s%s".formatted(UUID.randomUUID(), UUID.randomUUID()).replace("-", ""));
  private final List<TestActivityEnvironment> environments = new ArrayList<>();
  private final String key = UUID.randomUUID().toString();
  private OpenContractActivities activities = activities(UnaryOperator.identity());

  @BeforeAll
  static void start() {
    market = new OpenContractSandbox();
  }

  @AfterAll
  static void stop() {
    market.close();
  }

  @BeforeEach
  void reset() {
    market.reset();
  }

  @AfterEach
  void close() {
    environments.forEach(TestActivityEnvironment::close);
  }

  @Test
  void aContractIsCreatedDeliveredApprovedAndSettled() {
    String id = delivered();
    WorkingContractReading approved = activities.approveContract(contract(id));
    assertThat(seen(approved).status()).isEqualTo("resolved");
    assertThat(seen(activities.approveContract(contract(id))).status())
        .as("repeated")
        .isEqualTo("resolved");
    market.advance(Duration.ofDays(2));
    assertThat(read(id).status()).isEqualTo("settled-fully-met");
    assertThat(spent()).isEqualTo(80_000_000);
    moneyIsWhole();
  }

  @Test
  void aDisputeIsPaidByTheProtocolsRatioAndVotedOn() {
    String id = delivered();
    BigDecimal ratio = activities.readProtocol(new ProtocolRead(null)).disputeBondRatio();
    PaidAnswer answer = dispute(id, new BigDecimal("80").multiply(ratio));
    assertThat(answer).isInstanceOf(PaidAnswer.Paid.class);
    market.vote(0, 1);
    market.advance(Duration.ofDays(2));
    WorkingContractSnapshot settled = read(id);
    assertThat(settled.status()).isEqualTo("settled-none-met");
    assertThat(settled.criteriaMet()).containsExactly("not met", "not met", "not met");
    assertThat(settled.bond()).isEqualByComparingTo(Signing.usdc("4"));
    assertThat(spent())
        .as("price and bond are back, with four fifths of the stake")
        .isEqualTo(-3_200_000);
    moneyIsWhole();
  }

  @Test
  void aContractThatNobodyAcceptedIsCancelledOnceAndAnswersTheSameAgain() {
    String id = paid(create()).id();
    assertThat(seen(activities.cancelContract(contract(id))).status())
        .isEqualTo("cancelled-by-client");
    assertThat(seen(activities.cancelContract(contract(id))).status())
        .isEqualTo("cancelled-by-client");
    market.advance(Duration.ofDays(2));
    assertThat(spent()).isZero();
    moneyIsWhole();
  }

  @Test
  void aCancellationThatAWorkerForestalledAnswersWithTheMatch() {
    String id = paid(create()).id();
    market.workersDo("accept");
    assertThat(seen(activities.cancelContract(contract(id))).status()).isEqualTo("matched");
  }

  @Test
  void anApprovalWhoseAnswerIsLostIsFoundByTheNextAttempt() {
    String id = delivered();
    market.fault("POST", "/contracts/*/approve", "\"kind\": \"drop_answer\"");
    assertThat(failure(() -> activities.approveContract(contract(id))).getType())
        .isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(seen(activities.approveContract(contract(id))).status()).isEqualTo("resolved");
  }

  @Test
  void aWorkerThatDiedAfterAPaymentWasSettledPaysNothingTwice() {
    NewWorkingContract wanted = wanted();
    activities = activities(market.faultOnPayment("drop_answer"));
    assertThat(failure(() -> create(wanted)).getType()).isEqualTo(Obstacle.UNAVAILABLE);
    assertThat(spent()).isEqualTo(80_000_000);
    activities = activities(UnaryOperator.identity());
    assertThat(paid(create(wanted)).title()).isEqualTo(wanted.title());
    assertThat(paid(create(wanted)).title()).isEqualTo(wanted.title());
    assertThat(spent()).isEqualTo(80_000_000);
    assertThat(market.wallets().path("wallets")).hasSize(1);
  }

  @Test
  void aCreationThatSettlesSlowlyIsUncertainUntilItIsThereAndPaidOnce() {
    NewWorkingContract wanted = wanted();
    market.settings("{\"settlementMs\": 600000}");
    activities = activities(market.givingUpAfter(Duration.ofSeconds(2)));
    assertThat(failure(() -> create(wanted)).getType()).isEqualTo(Obstacle.UNAVAILABLE);
    activities = activities(UnaryOperator.identity());
    assertThat(create(wanted)).as("repeated at once").isInstanceOf(PaidAnswer.Uncertain.class);
    market.pass(Duration.ofMinutes(4));
    assertThat(create(wanted))
        .as("its signature is worthless by now, and it settles still")
        .isInstanceOf(PaidAnswer.Uncertain.class);
    assertThat(spent()).isLessThanOrEqualTo(80_000_000);
    market.advance(Duration.ofMinutes(11));
    assertThat(paid(create(wanted)).title()).isEqualTo(wanted.title());
    assertThat(spent()).isEqualTo(80_000_000);
    assertThat(market.wallets().path("wallets")).hasSize(1);
    assertThat(RealJournal.bean(Payments.class).find("create:" + key).orElseThrow().state())
        .isEqualTo(PaymentState.SETTLED);
  }

  @Test
  void aContractOfAnUnknownIdIsNotFound() {
    assertThat(activities.readContract(contract("contract_unheard_of")))
        .isEqualTo(new WorkingContractReading.NotFound());
  }

  private OpenContractActivities activities(UnaryOperator<Transport> between) {
    OpenContractClient client = market.client(signer, between);
    PaymentAuthorizer authorizer =
        new PaymentAuthorizer(
            signer,
            Signing.policy("100", "1000"),
            new JournalPaymentIntents(RealJournal.bean(Payments.class)),
            market);
    TestActivityEnvironment environment = TemporalWorld.activities();
    environments.add(environment);
    environment.registerActivitiesImplementations(
        new WorkingContractActivities(
            client, new PaidCalls(client, authorizer, market), new Allowance(1000), market));
    return environment.newActivityStub(OpenContractActivities.class);
  }

  private NewWorkingContract wanted() {
    return new NewWorkingContract(
        key,
        "Receipts [" + key + "]",
        "Label them",
        MILESTONE.acceptanceCriteria(),
        null,
        market.worker(),
        Signing.usdc("80"),
        MILESTONE.deadlinesFrom(market.instant()));
  }

  private PaidAnswer create() {
    return create(wanted());
  }

  private PaidAnswer create(NewWorkingContract wanted) {
    return activities.createContract(new CreateWorkingContract(wanted, false, null)).answer();
  }

  private PaidAnswer dispute(String id, BigDecimal bond) {
    return activities.disputeContract(
        new DisputeWorkingContract(id, Signing.usdc(bond.toPlainString()), key, null));
  }

  private String delivered() {
    String id = paid(create()).id();
    market.workersDo("accept");
    market.workersDo("deliver");
    assertThat(read(id).status()).isEqualTo("under-review");
    return id;
  }

  private WorkingContractSnapshot read(String id) {
    return seen(activities.readContract(contract(id)));
  }

  private static WorkingContractRef contract(String id) {
    return new WorkingContractRef(id, null);
  }

  private static WorkingContractSnapshot seen(WorkingContractReading reading) {
    assertThat(reading).isInstanceOf(WorkingContractReading.Seen.class);
    return ((WorkingContractReading.Seen) reading).contract();
  }

  private static WorkingContractSnapshot paid(PaidAnswer answer) {
    assertThat(answer).isInstanceOf(PaidAnswer.Paid.class);
    return ((PaidAnswer.Paid) answer).contract();
  }

  private long spent() {
    return 1_000_000_000_000L - market.balance(signer.address().text());
  }

  private static void moneyIsWhole() {
    assertThat(market.wallets().path("violations")).isEmpty();
  }

  private static ApplicationFailure failure(Callable<?> call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call::call));
    return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
  }
}
