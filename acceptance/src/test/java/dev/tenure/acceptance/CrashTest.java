package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes die without warning; hires go on by themselves and no money moves twice. */
@SuppressWarnings("NullAway.Init")
class CrashTest {
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
  void aHireGoesOnWhenItsWorkerDiesDuringAWait() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    hire.awaitApproval();

    stack.kill("worker");
    Instant killed = Instant.now();
    market.peopleAct(0);

    hire.awaitEvent("milestone.funded", "m1");
    report("worker killed during a wait", killed);
    endsWithNothingTwice(hire);
  }

  @Test
  void aHireGoesOnWhenItsWorkerDiesBetweenAnExecutedFundRequestAndItsRecord() {
    market.peopleAct(200);
    market.holdAnswer("POST", "/milestones/*/fund");
    Hire hire = Hire.begin(stack, market.freshProposal());
    Await.until(
        "the fund request was executed",
        Duration.ofMinutes(10),
        () -> market.faultHit() ? Optional.of(true) : Optional.empty());

    stack.kill("worker");
    Instant killed = Instant.now();
    market.clearFaults();

    hire.awaitEvent("milestone.funded", "m2");
    report("worker killed after an executed fund request", killed);
    endsWithNothingTwice(hire);
  }

  @Test
  void aHireGoesOnWhenTheWholeStackDiesDuringAWait() {
    Hire hire = Hire.begin(stack, market.freshProposal());
    String approval = hire.awaitApproval();

    stack.killEverything();
    stack.startAgain();
    assertThat(hire.awaitApproval()).isEqualTo(approval);
    market.peopleAct(200);

    endsWithNothingTwice(hire);
  }

  private static void endsWithNothingTwice(Hire hire) {
    market.peopleAct(200);
    hire.awaitStatus("ended");
    String contract = hire.read().get("contractId").asText();
    assertThat(hire.read().at("/money/paid/amount").asText()).isEqualTo("800.00");
    assertThat(market.effects(contract, "escrow_funded")).isEqualTo(3);
    assertThat(market.effects(contract, "escrow_released")).isEqualTo(3);
    assertThat(market.violations()).isEmpty();
  }

  private static void report(String what, Instant since) {
    System.out.printf(
        "%s: progress after %.1f s (goal 10 s)%n",
        what, Duration.between(since, Instant.now()).toMillis() / 1000.0);
  }
}
