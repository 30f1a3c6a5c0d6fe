package dev.tenure.workflows.opentrain;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;

/**
 * What one run costs.
 *
 * @param events of its history
 * @param bytes of its history
 * @param actions that Temporal Cloud would bill
 */
public record Counters(int events, int bytes, long actions) {

  public static Counters of(History history) {
    List<HistoryEvent> events = history.getEventsList();
    long single = events.stream().filter(Counters::billed).count();
    long localBatches =
        events.stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_MARKER_RECORDED)
            .map(
                event -> event.getMarkerRecordedEventAttributes().getWorkflowTaskCompletedEventId())
            .distinct()
            .count();
    long retries =
        events.stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
            .mapToLong(event -> event.getActivityTaskStartedEventAttributes().getAttempt() - 1L)
            .sum();
    return new Counters(
        events.size(), history.getSerializedSize(), single + localBatches + retries);
  }

  private static boolean billed(HistoryEvent event) {
    return switch (event.getEventType()) {
      case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
          EVENT_TYPE_TIMER_STARTED,
          EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
          EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
          EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
          EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
          EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW ->
          true;
      default -> false;
    };
  }
}
