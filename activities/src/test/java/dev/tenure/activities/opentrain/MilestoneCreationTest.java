package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.http.Answer;
import dev.tenure.activities.http.Call;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.model.FundRule;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Money;
import dev.tenure.workflows.marketplace.CreateAnswer;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.Obstacle;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MilestoneCreationTest {

  private static final String TAG = "tenure:hir_x/m2";
  private static final String EMPTY = contract("active", "");
  private static final String MADE =
      contract(
          "active",
          milestone("foreign", "someone's") + "," + milestone("ms_1", "x\\n[" + TAG + "]"));
  private static final CreateMilestone ASK =
      new CreateMilestone(
          "c",
          new MilestonePlan(
              "m2", "Batch 2", "Night frames", Money.usd("250.00"), null, FundRule.atStart()),
          TAG);

  private final Marketplace marketplace;
  private CreateMilestone ask = ASK;
  private final TemporalWorld temporal = new TemporalWorld();

  MilestoneCreationTest() throws Exception {
    marketplace = new Marketplace();
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY));
  }

  @AfterEach
  void close() {
    temporal.close();
    marketplace.close();
  }

  @Test
  void aMilestoneIsCreatedOnceAndCarriesItsTag() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
    assertThat(marketplace.asked("POST").getFirst().body())
        .contains("\"description\":\"Night frames\\n[tenure:hir_x/m2]\"")
        .contains("\"amountUsd\":250}");
  }

  @Test
  void aMilestoneThatIsThereAlreadyIsFoundAndNotCreatedAgain() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, MADE));
    assertThat(create())
        .isInstanceOfSatisfying(
            CreateAnswer.Created.class,
            answer -> assertThat(answer.milestone().id()).isEqualTo("ms_1"));
    assertThat(posts()).isZero();
  }

  @Test
  void anEndedContractTakesNoMore() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, contract("ended", "")));
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
    assertThat(posts()).isZero();
  }

  @Test
  void aContractThatEndsMeanwhileTakesNoMore() {
    marketplace.on(
        "POST",
        "/contracts/c/milestones",
        Reply.error(409, "CONFLICT", "{\"reason\":\"contract_ended\"}"));
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
  }

  @Test
  void aLostAnswerIsFoundByItsTag() {
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(200, EMPTY),
        Reply.json(200, EMPTY),
        Reply.json(200, MADE));
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aShortOutageAfterALostAnswerDoesNotMakeItDoubtful() {
    marketplace.on(
        "GET",
        "/contracts/c",
        Reply.json(200, EMPTY),
        Reply.cut(),
        Reply.error(503, "INTERNAL_ERROR", "{}"),
        Reply.cut(),
        Reply.cut(),
        Reply.json(200, MADE));
    marketplace.on("POST", "/contracts/c/milestones", Reply.error(500, "INTERNAL_ERROR", "{}"));
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aLostAnswerWithoutATraceIsInDoubtAndNeverSentAgain() {
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    ApplicationFailure failure = failure();
    assertThat(failure.getType()).isEqualTo("milestone_in_doubt");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getDetails().get(Obstacle.class).words()).contains("milestone m2");
    assertThat(posts()).isEqualTo(1);
    assertThat(marketplace.asked("GET")).hasSize(4);
  }

  @Test
  void aRefusedConnectionIsTriedAgainSinceNothingWasSent() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Exchange real = Accounts.exchange(marketplace);
    AtomicInteger refused = new AtomicInteger();
    Exchange flaky =
        call ->
            call.method().equals("POST") && refused.getAndIncrement() < 2
                ? refuse()
                : real.send(call);
    assertThat(create(Accounts.of(marketplace, flaky))).isInstanceOf(CreateAnswer.Created.class);
    assertThat(refused).hasValue(3);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void oneCallTooManyIsTriedAgainSinceNothingWasDone() {
    marketplace.on(
        "POST", "/contracts/c/milestones", Reply.json(429, "").with("Retry-After", "1"), created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void aRefusalIsTriedAgainSinceNothingWasDone() {
    marketplace.on(
        "POST",
        "/contracts/c/milestones",
        Reply.error(403, "FORBIDDEN", "{\"reason\":\"account_claim_required\"}"),
        created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void anAttemptThatDiedBeforeSendingIsFollowedByOneThatSends() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("GET", real);
    assertThat(create(Accounts.of(marketplace, dying))).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anAttemptThatDiedWhileSendingIsFollowedByOneThatOnlyLooks() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("POST", real);
    assertThat(failure(Accounts.of(marketplace, dying)).getType()).isEqualTo("milestone_in_doubt");
    assertThat(posts()).isZero();
  }

  @Test
  void anAttemptThatDiedAfterItsWriteWasExecutedIsFollowedByOneThatFindsIt() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("POST", real);
    assertThat(create(Accounts.of(marketplace, dying))).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isZero();
  }

  @Test
  void whatAnEarlierCallMayHaveSentIsOnlyLookedFor() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    ask = maybeSent();
    assertThat(failure().getType()).isEqualTo("milestone_in_doubt");
    assertThat(posts()).isZero();
    assertThat(marketplace.asked("GET")).hasSize(3);
  }

  @Test
  void whatAnEarlierCallCreatedUnseenIsFound() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    ask = maybeSent();
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isZero();
  }

  @Test
  void aDoubtOnAContractThatHasEndedIsNoMore() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, contract("ended", "")));
    ask = maybeSent();
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
  }

  private static CreateMilestone maybeSent() {
    return new CreateMilestone(ASK.contractId(), ASK.milestone(), ASK.tag(), true);
  }

  private CreateAnswer create() {
    return create(Accounts.of(marketplace));
  }

  private CreateAnswer create(OpenTrain api) {
    Doubt.Patience patience = new Doubt.Patience(3, Duration.ofMillis(20), Duration.ofSeconds(20));
    temporal.with(
        CreationWorkflow.Impl.class, new OpenTrainActivities(api, new Stopping(), patience));
    return temporal.workflow(CreationWorkflow.class).create(ask);
  }

  private ApplicationFailure failure() {
    return failure(Accounts.of(marketplace));
  }

  private ApplicationFailure failure(OpenTrain api) {
    Throwable failure = Objects.requireNonNull(catchThrowable(() -> create(api)));
    assertThat(failure.getCause()).hasCauseInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure)
        Objects.requireNonNull(Objects.requireNonNull(failure.getCause()).getCause());
  }

  private int posts() {
    return marketplace.asked("POST").size();
  }

  private static Answer refuse() throws NoAnswerException {
    throw new NoAnswerException("refused", new ConnectException(), false);
  }

  private static Reply created() {
    return Reply.json(201, "{\"milestone\":" + milestone("ms_1", "[" + TAG + "]") + "}");
  }

  private static String contract(String status, String milestones) {
    return """
    {"contract":{"id":"c","status":"%s","milestones":[%s]}}"""
        .formatted(status, milestones);
  }

  private static String milestone(String id, String description) {
    return """
    {"id":"%s","status":"NOT_FUNDED","amountUsd":250,"description":"%s"}"""
        .formatted(id, description);
  }

  /** As a worker that is killed at its first call of a method: silent from then on. */
  private static final class Dying implements Exchange {

    private final String method;
    private final Exchange next;
    private final AtomicInteger calls = new AtomicInteger();

    Dying(String method, Exchange next) {
      this.method = method;
      this.next = next;
    }

    @Override
    public Answer send(Call call) throws NoAnswerException, InterruptedException {
      if (call.method().equals(method) && calls.getAndIncrement() == 0) {
        new CountDownLatch(1).await();
      }
      return next.send(call);
    }
  }
}
