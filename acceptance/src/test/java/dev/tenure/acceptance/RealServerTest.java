package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hire costs and shows on a real Temporal server. */
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class RealServerTest {
  private static final int HIRES = 5;

  private static Stack stack;
  private static Marketplace market;
  private static WorkflowServiceStubs service;

  @BeforeAll
  static void start(Stack shared) {
    stack = shared;
    market = new Marketplace(stack);
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(stack.temporalAddress()).build());
  }

  @AfterAll
  static void stop() {
    service.shutdownNow();
  }

  @Test
  void aHireStaysWithinItsCostsWhoeverKeepsItWaiting() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(1000);
    Cost quick = median("quick");
    // Answered after the first look at 10 seconds, and before the second one at 30.
    market.approvalWindow(60_000);
    market.peopleAct(12_000, 3000);
    Cost slow = median("slow");

    assertThat(quick).matches(cost -> cost.within(new Cost(190, 38 * 1024, 58)), "quick");
    assertThat(slow)
        .matches(cost -> cost.within(quick.plus(new Cost(80, 11 * 1024, 18))), "slow: " + quick);
  }

  @Test
  void theTemporalWebUiExplainsAWaitingHireInOneLook() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleIgnore();
    Hire hire = Hire.begin(stack, market.freshProposal());
    hire.awaitApproval();
    try (Browser browser = Browser.open()) {
      browser.open(stack.temporalUi() + "/namespaces/default/workflows/hire-" + hire.id());
      browser.follow("User Metadata");
      browser.awaitTexts(
          "waits for approval",
          "Hire from proposal",
          "3 milestones",
          "awaiting_approval",
          "until",
          "open",
          "450.00 USD",
          "1000.00 USD",
          "ask: the hire with milestone m1");
      browser.screenshot("temporal-web-ui.png");
    }
  }

  /** Of hires side by side: a busy machine may make one of them cost more. */
  private static Cost median(String name) {
    List<Hire> hires = new ArrayList<>();
    for (int i = 0; i < HIRES; i++) {
      hires.add(Hire.begin(stack, market.freshProposal()));
    }
    List<Cost> costs = hires.stream().map(RealServerTest::costOf).toList();
    Cost median = Cost.median(costs);
    System.out.printf("%s hires on a real server: %s, median %s%n", name, costs, median);
    return median;
  }

  private static Cost costOf(Hire hire) {
    hire.awaitStatus("ended");
    WorkflowExecutionHistory history =
        WorkflowClient.newInstance(service).fetchHistory("hire-" + hire.id());
    List<HistoryEvent> events = history.getEvents();
    assertThat(market.violations()).isEmpty();
    return Cost.of(events);
  }
}
