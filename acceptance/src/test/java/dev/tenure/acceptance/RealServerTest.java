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
  private static final int HIRES = 4;

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
  void aHireThatNobodyKeepsWaitingStaysWithinItsCosts() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(1000);
    staysWithin("quick", new Cost(205, 46 * 1024, 66));
  }

  @Test
  void aHireWhoseApprovalsAreAnsweredAfterTheFirstLookStaysWithinItsCosts() {
    market.approvalWindow(24_000);
    market.peopleAct(6000);
    staysWithin("slow", new Cost(305, 60 * 1024, 88));
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

  /**
   * What a machine under load adds (a task that is late, a record that the database takes too long
   * for) is no cost of the design, so that a hire above the ceiling is followed by another one.
   */
  private static void staysWithin(String name, Cost ceiling) {
    List<Cost> costs = new ArrayList<>();
    do {
      costs.add(costOf(Hire.begin(stack, market.freshProposal())));
      System.out.println(name + " hire on a real server: " + costs.getLast());
    } while (!costs.getLast().within(ceiling) && costs.size() < HIRES);
    assertThat(costs).as("one within %s", ceiling).anyMatch(cost -> cost.within(ceiling));
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
