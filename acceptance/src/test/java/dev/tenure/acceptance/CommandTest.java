package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands to hires whose processes stand still or die in the worst moment. */
@SuppressWarnings("NullAway.Init")
class CommandTest {
  private static Stack stack;
  private static Marketplace market;

  @BeforeAll
  static void start() {
    stack = Stack.start();
    market = new Marketplace(stack);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @BeforeEach
  void calm() {
    market.clearFaults();
    market.peopleIgnore();
  }

  @Test
  void aCommandGivenWhileNoWorkerAnswersIsCarriedOutOnceItIsBack() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    hire.awaitApproval();

    stack.freeze("worker");
    Json.Answer unanswered = hire.commandOnce("pause", "while-away");
    stack.thaw("worker");

    unanswered.expect(503);
    assertThat(unanswered.body().get("code").asText()).isEqualTo("worker_unavailable");
    assertThat(hire.command("pause", "while-away").expect(200).body().get("paused").asBoolean())
        .isTrue();
    hire.awaitEvent("hire.paused");
    hire.command("resume", "back").expect(200);
    hire.awaitEvent("hire.resumed");
    assertThat(hire.count("hire.paused")).isEqualTo(1);
    giveUp(hire);
  }

  @Test
  void aHireWhoseFrontDiesBetweenRowAndStartIsStartedByTheNextOne() {
    String proposal = market.freshProposal();
    stack.freeze("temporal");
    CompletableFuture<Void> request =
        CompletableFuture.runAsync(() -> Hire.begin(stack, proposal)).exceptionally(lost -> null);
    Hire hire = Await.until("the row is there", Duration.ofMinutes(10), () -> row(proposal));
    stack.kill("api");
    stack.thaw("temporal");
    request.join();

    Await.until(
        "the front is back",
        Duration.ofMinutes(10),
        () -> stack.serves(stack.api()) ? Optional.of(true) : Optional.empty());
    assertThat(hire.awaitApproval()).isNotBlank();
    giveUp(hire);
  }

  @Test
  void aMilestoneWhoseWorkerDiesBeforeItsAnswerIsNotMadeTwice() {
    market.peopleAct(200);
    market.holdAnswer("POST", "/contracts/*/milestones");
    Hire hire = Hire.begin(stack, market.freshProposal());
    Await.until(
        "the milestone was created over there",
        Duration.ofMinutes(10),
        () -> market.faultHit() ? Optional.of(true) : Optional.empty());

    stack.kill("worker");
    market.clearFaults();

    hire.awaitStatus("ended");
    JsonNode ended = hire.read();
    assertThat(ended.get("milestones")).hasSize(3);
    assertThat(ended.at("/money/paid/amount").asText()).isEqualTo("800.00");
    assertThat(market.violations()).isEmpty();
  }

  @Test
  void aHireSteeredAllTheWayEndsWithWhatWasCommanded() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    hire.awaitApproval();
    hire.command("pause", "p").expect(200);
    market.peopleAct(200);
    hire.awaitEvent("milestone.funded", "m1");
    Json.commandUntilTaken("DELETE", hire.url() + "/milestones/m2", "drop", "").expect(200);
    Json.commandUntilTaken(
            "POST",
            hire.url() + "/milestones",
            "add",
            """
            {"key":"extra","description":"500 fog frames","amount":{"amount":"80.00","currency":"USD"},
             "fund":{"when":"on_request"}}
            """)
        .expect(201);
    hire.command("resume", "r").expect(200);
    hire.awaitEvent("milestone.paid", "m3");
    hire.command("milestones/extra/fund", "f").expect(200);

    hire.awaitStatus("ended");
    assertThat(hire.read().at("/money/paid/amount").asText()).isEqualTo("630.00");
    assertThat(market.violations()).isEmpty();
  }

  /** What waits would go on as soon as people act for another test, and run into its faults. */
  private static void giveUp(Hire hire) {
    hire.command("cancel", "over").expect(200);
  }

  private static Optional<Hire> row(String proposal) {
    return Hire.ofProposal(stack, proposal);
  }
}
