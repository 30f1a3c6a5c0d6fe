package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.http.Answer;
import dev.tenure.activities.http.Call;
import dev.tenure.activities.http.Exchange;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.workflows.marketplace.CreateMilestone;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Creations whose answers, or whose workers, are lost. */
class MilestoneDoubtTest extends Creations {

  /** The first attempt dies and takes its whole time; the next ones must not need as much. */
  private static final Duration SHORT = Duration.ofSeconds(8);

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
  void anAttemptThatDiedBeforeSendingIsFollowedByOneThatSends() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("GET", real);
    assertThat(create(Accounts.of(marketplace, dying), SHORT))
        .isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anAttemptThatDiedWhileSendingIsFollowedByOneThatOnlyLooks() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("POST", real);
    assertThat(failure(Accounts.of(marketplace, dying), SHORT).getType())
        .isEqualTo("milestone_in_doubt");
    assertThat(posts()).isZero();
  }

  @Test
  void anAttemptThatDiedAfterItsWriteWasExecutedIsFollowedByOneThatFindsIt() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    Exchange real = Accounts.exchange(marketplace);
    Dying dying = new Dying("POST", real);
    assertThat(create(Accounts.of(marketplace, dying), SHORT))
        .isInstanceOf(CreateAnswer.Created.class);
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
