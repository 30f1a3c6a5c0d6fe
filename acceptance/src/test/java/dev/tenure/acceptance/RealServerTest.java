package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a hire costs and shows on a real Temporal server. */
@SuppressWarnings("NullAway.Init")
class RealServerTest {
  private static Stack stack;
  private static Marketplace market;
  private static WorkflowServiceStubs service;

  @BeforeAll
  static void start() {
    stack = Stack.start();
    market = new Marketplace(stack);
    service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(stack.temporalAddress()).build());
  }

  @AfterAll
  static void stop() {
    service.shutdownNow();
    stack.close();
  }

  @Test
  void aHireThatNobodyKeepsWaitingStaysWithinItsCosts() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(1000);
    Cost cost = costOf(Hire.begin(stack, market.freshProposal()));
    System.out.println("quick hire on a real server: " + cost);
    assertThat(cost.events()).isLessThanOrEqualTo(260);
    assertThat(cost.bytes()).isLessThanOrEqualTo(52 * 1024);
    assertThat(cost.actions()).isLessThanOrEqualTo(85);
  }

  @Test
  void aHireWhoseApprovalsAreAnsweredAfterTheFirstLookStaysWithinItsCosts() {
    market.approvalWindow(18_000);
    market.peopleAct(5000);
    Cost cost = costOf(Hire.begin(stack, market.freshProposal()));
    System.out.println("slow hire on a real server: " + cost);
    assertThat(cost.events()).isLessThanOrEqualTo(330);
    assertThat(cost.bytes()).isLessThanOrEqualTo(60 * 1024);
    assertThat(cost.actions()).isLessThanOrEqualTo(100);
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
      String page = browser.textOnce("waits for approval");
      browser.screenshot("temporal-web-ui.png");
      assertThat(page)
          .contains("Hire from proposal", "3 milestones", "awaiting_approval", "until", "open")
          .contains("450.00 USD", "1000.00 USD", "ask: the hire with milestone m1");
    }
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
