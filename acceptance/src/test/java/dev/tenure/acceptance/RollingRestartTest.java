package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two fronts and two workers: one of each may go, and nobody notices. */
@SuppressWarnings("NullAway.Init")
class RollingRestartTest {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static Stack stack;
  private static Marketplace market;

  @BeforeAll
  static void start() {
    // Longer than the looks that tell who is ready.
    stack = Stack.start(Map.of("TENURE_API_DRAIN", "PT3S"));
    market = new Marketplace(stack);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void frontsAndWorkersRestartOneByOneWithoutAFailedRequest() {
    market.peopleAct(200);
    try (SecondProcess api = stack.second("api", "TENURE_API_PORT");
        SecondProcess worker = stack.second("worker", "TENURE_WORKER_PORT")) {
      ReadyFronts fronts = new ReadyFronts(List.of(stack.api(), api.origin()), market);
      try (fronts) {
        stack.restart("api");
        api.restart();
        stack.restart("worker");
        worker.restart();
      }
      System.out.printf("%d requests during four restarts%n", fronts.sent());
      assertThat(fronts.failures()).isEmpty();
      assertThat(fronts.proposals()).isNotEmpty();
      for (String proposal : fronts.proposals()) {
        Hire.ofProposal(stack, proposal).orElseThrow().awaitStatus("ended");
      }
      assertThat(market.violations()).isEmpty();
    }
  }

  @Test
  void aWorkerThatDiesDuringACallLeavesItToTheOther() {
    market.peopleAct(200);
    try (SecondProcess worker = stack.second("worker", "TENURE_WORKER_PORT")) {
      // Calls go to either; those of the one that dies are what matters here, and it is the only
      // one for this ask.
      stack.freeze("worker");
      market.holdAnswer("POST", "/milestones/*/fund");
      Hire hire = Hire.begin(stack, market.freshProposal());
      Await.until(
          "the fund request was executed",
          PATIENCE,
          () -> market.faultHit() ? Optional.of(true) : Optional.empty());
      stack.thaw("worker");
      worker.kill();
      market.clearFaults();

      hire.awaitStatus("ended");
      assertThat(market.violations()).isEmpty();
    }
  }
}
