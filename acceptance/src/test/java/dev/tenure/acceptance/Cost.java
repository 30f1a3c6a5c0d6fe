package dev.tenure.acceptance;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What one run costs.
 *
 * @param events in its history
 * @param bytes of its history as protocol buffers
 * @param actions that Temporal Cloud would bill: the start, each timer, activity, signal, update
 *     and search attribute change, and the local activities of one workflow task together
 */
record Cost(int events, int bytes, int actions) {

  boolean within(Cost ceiling) {
    return events <= ceiling.events && bytes <= ceiling.bytes && actions <= ceiling.actions;
  }

  Cost plus(Cost more) {
    return new Cost(events + more.events, bytes + more.bytes, actions + more.actions);
  }

  /** Of each figure by itself. */
  static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::events), median(costs, Cost::bytes), median(costs, Cost::actions));
  }

  private static int median(List<Cost> costs, ToIntFunction<Cost> figure) {
    return costs.stream()
        .mapToInt(figure)
        .sorted()
        .skip(costs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  static Cost of(List<HistoryEvent> history) {
    int bytes = history.stream().mapToInt(HistoryEvent::getSerializedSize).sum();
    int actions = 0;
    boolean markerCounted = false;
    for (HistoryEvent event : history) {
      if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
        markerCounted = false;
      }
      if (event.getEventType() == EventType.EVENT_TYPE_MARKER_RECORDED) {
        actions += markerCounted ? 0 : 1;
        markerCounted = true;
      } else if (billed(event.getEventType())) {
        actions++;
      }
    }
    return new Cost(history.size(), bytes, actions);
  }

  private static boolean billed(EventType type) {
    return switch (type) {
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
