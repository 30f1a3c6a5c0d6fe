package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a hire costs and shows on a real Temporal server. */
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class RealServerTest {
  /** Begun at the same time; what a busy machine adds to one of them is no cost of the design. */
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
  void aHireStaysWithinItsCostsWaitedForOrNot() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(1000);
    Cost quick = median("quick");
    assertThat(quick.within(new Cost(190, 38 * 1024, 58))).as("quick: " + quick).isTrue();

    market.approvalWindow(24_000);
    market.peopleAct(6000);
    Cost slow = median("slow");
    Cost ceiling =
        new Cost(quick.events() + 80, quick.bytes() + 11 * 1024, quick.actions() + 18);
    assertThat(slow.within(ceiling)).as("slow: " + slow + " of at most " + ceiling).isTrue();
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

  private static Cost median(String name) {
    List<Hire> hires = new ArrayList<>();
    for (int i = 0; i < HIRES; i++) {
      hires.add(Hire.begin(stack, market.freshProposal()));
    }
    List<Cost> costs = hires.stream().map(RealServerTest::costOf).toList();
    costs.forEach(cost -> System.out.println(name + " hire on a real server: " + cost));
    return new Cost(
        (int) median(costs, Cost::events),
        (int) median(costs, Cost::bytes),
        median(costs, Cost::actions));
  }

  private static long median(List<Cost> costs, ToLongFunction<Cost> figure) {
    return costs.stream().mapToLong(figure).sorted().skip(costs.size() / 2).findFirst().orElseThrow();
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
