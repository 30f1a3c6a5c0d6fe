package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the canonical hire costs: three milestones, six approvals, three deliveries, direct end. */
class CostTest {
  private static final int SUMMARY_BYTES = 200;

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aQuickHireStaysWithinItsBudget() {
    Counters cost = run("quick", Decision.confirm());

    assertThat(cost.events()).isLessThanOrEqualTo(190);
    assertThat(cost.bytes()).isLessThanOrEqualTo(38 * 1024);
    assertThat(cost.actions()).isLessThanOrEqualTo(58);
  }

  /** Each approval is answered after its first tick, and before the contract is due for a look. */
  @Test
  void aSlowHireStaysWithinItsBudget() {
    Counters quick = new CostTest().quick();
    stage.market.window = Duration.ofHours(24);
    Counters cost = run("slow", Decision.confirmAfter(Duration.ofHours(5)));

    assertThat(cost.events()).isLessThanOrEqualTo(quick.events() + 80);
    assertThat(cost.bytes()).isLessThanOrEqualTo(quick.bytes() + 11 * 1024);
    assertThat(cost.actions()).isLessThanOrEqualTo(quick.actions() + 18);
  }

  /** As long as nobody else looks at the contract, every twelve hours of a wait cost one look. */
  @Test
  void aSlowHireThatLooksForItselfCostsALittleMore() {
    Counters quick = new CostTest().quick();
    Counters cost = run("slow, looking", Decision.confirmAfter(Duration.ofHours(20)));

    assertThat(cost.events()).isLessThanOrEqualTo(quick.events() + 120);
    assertThat(cost.bytes()).isLessThanOrEqualTo(quick.bytes() + 16 * 1024);
    assertThat(cost.actions()).isLessThanOrEqualTo(quick.actions() + 23);
  }

  private Counters quick() {
    try (stage) {
      return run("quick", Decision.confirm());
    }
  }

  @Test
  void everyTimerAndActivitySaysWhatItIsFor() {
    run("quick", Decision.confirm());

    List<HistoryEvent> summarised =
        events(EventType.EVENT_TYPE_TIMER_STARTED, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
    assertThat(summarised).hasSizeGreaterThan(15);
    assertThat(summarised)
        .allMatch(event -> event.getUserMetadata().hasSummary(), "has a summary")
        .allMatch(
            event -> event.getUserMetadata().getSummary().getData().size() <= SUMMARY_BYTES,
            "summary of at most 200 bytes");
  }

  @Test
  void noLocalTryKeepsItsArgumentsInTheHistory() {
    run("quick", Decision.confirm());

    assertThat(events(EventType.EVENT_TYPE_MARKER_RECORDED))
        .isNotEmpty()
        .noneMatch(event -> event.getMarkerRecordedEventAttributes().containsDetails("input"));
  }

  private Counters run(String name, Decision decision) {
    stage.market.script.otherwise(decision);
    stage.run(Plans.canonical());
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    Counters cost = Counters.of(stage.history().getHistory());
    Map<EventType, Long> kinds =
        stage.history().getEvents().stream()
            .collect(
                Collectors.groupingBy(
                    HistoryEvent::getEventType, TreeMap::new, Collectors.counting()));
    System.out.printf("%s hire: %s %s%n", name, cost, kinds);
    return cost;
  }

  private List<HistoryEvent> events(EventType... types) {
    return stage.history().getEvents().stream()
        .filter(event -> List.of(types).contains(event.getEventType()))
        .toList();
  }
}
