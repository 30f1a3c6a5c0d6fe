package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
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
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anErrorOfTheMarketplaceMayHaveCreatedItAllTheSame() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    marketplace.on("POST", "/contracts/c/milestones", Reply.error(500, "INTERNAL_ERROR", "{}"));
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aLostAnswerWithoutATraceIsUnansweredAndNeverSentAgain() {
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    ApplicationFailure failure = failure();
    assertThat(failure.getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage())
        .contains("milestone m2", "the contract does not show it");
    assertThat(posts()).isEqualTo(1);
    assertThat(marketplace.asked("GET")).hasSize(2);
  }

  @Test
  void aLostAnswerWhoseContractCannotBeReadIsUnansweredAndNeverSentAgain() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.cut());
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    assertThat(failure().getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anAttemptAfterOneThatDiedOnlyLooks() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertUnansweredWithoutAWrite(dyingAt("POST"));
  }

  @Test
  void anAttemptAfterOneThatDiedBeforeSendingOnlyLooksSinceNobodyKnows() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertUnansweredWithoutAWrite(dyingAt("GET"));
  }

  @Test
  void anAttemptThatOnlyLooksAndCannotIsUnansweredTooLestTheNextOneWrites() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(503, ""));
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertUnansweredWithoutAWrite(dyingAt("POST"));
  }

  @Test
  void anAttemptAfterOneThatDiedOnceItsWriteWasExecutedFindsIt() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, MADE));
    assertThat(create(Clients.of(marketplace, dyingAt("POST")), SHORT))
        .isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isZero();
  }

  @Test
  void aDoubtOnAContractThatHasEndedIsNoMore() {
    marketplace.on(
        "GET", "/contracts/c", Reply.json(200, EMPTY), Reply.json(200, contract("ended", "")));
    marketplace.on("POST", "/contracts/c/milestones", Reply.cut());
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
  }

  private Transport dyingAt(String method) {
    return new Dying(method, Clients.transport(marketplace));
  }

  private void assertUnansweredWithoutAWrite(Transport dying) {
    assertThat(failure(Clients.of(marketplace, dying), SHORT).getType())
        .isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(posts()).isZero();
  }

  /** As a worker that is killed at its first call of a method: silent from then on. */
  private static final class Dying implements Transport {

    private final String method;
    private final Transport next;
    private final AtomicInteger calls = new AtomicInteger();

    Dying(String method, Transport next) {
      this.method = method;
      this.next = next;
    }

    @Override
    public HttpAnswer send(Call call) throws NoAnswerException, InterruptedException {
      if (call.method().equals(method) && calls.getAndIncrement() == 0) {
        new CountDownLatch(1).await();
      }
      return next.send(call);
    }
  }
}
