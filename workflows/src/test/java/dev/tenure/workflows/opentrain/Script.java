package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people do and what goes wrong, in the order told; without a word everybody confirms. */
final class Script {
  private final Map<ApprovalKind, Deque<Decision>> decisions = new ConcurrentHashMap<>();
  private final Map<String, Deque<ApplicationFailure>> failures = new ConcurrentHashMap<>();
  private volatile boolean delivers = true;
  private volatile boolean refusesMilestones;
  private volatile Decision otherwise = Decision.confirm();

  synchronized Script on(ApprovalKind kind, Decision... scripted) {
    decisions.computeIfAbsent(kind, k -> new ArrayDeque<>()).addAll(List.of(scripted));
    return this;
  }

  Script otherwise(Decision decision) {
    otherwise = decision;
    return this;
  }

  Script nobodyDelivers() {
    delivers = false;
    return this;
  }

  Script peopleDeliver() {
    delivers = true;
    return this;
  }

  Script refusesMilestones() {
    refusesMilestones = true;
    return this;
  }

  boolean takesMilestones() {
    return !refusesMilestones;
  }

  boolean delivers() {
    return delivers;
  }

  synchronized Decision next(ApprovalKind kind) {
    Deque<Decision> scripted = decisions.get(kind);
    return scripted == null || scripted.isEmpty() ? otherwise : scripted.removeFirst();
  }

  /** The next calls that begin so fail with a person needed. */
  synchronized Script obstacle(String call, int times, Obstacle obstacle) {
    for (int i = 0; i < times; i++) {
      fail(call, failure(obstacle));
    }
    return this;
  }

  static ApplicationFailure failure(Obstacle obstacle) {
    return ApplicationFailure.newBuilder()
        .setMessage(obstacle.words())
        .setType(obstacle.cause().wire())
        .setDetails(obstacle)
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }

  /** The next writes that begin so may have been carried out, and nobody knows. */
  synchronized Script unanswered(String call, int times) {
    for (int i = 0; i < times; i++) {
      fail(
          call,
          ApplicationFailure.newFailure("the answer was lost", MarketplaceActivities.UNANSWERED));
    }
    return this;
  }

  /** The next calls that begin so find nobody there. */
  synchronized Script outage(String call, int times) {
    for (int i = 0; i < times; i++) {
      fail(call, ApplicationFailure.newFailure("connection refused", Obstacle.UNAVAILABLE));
    }
    return this;
  }

  private void fail(String call, ApplicationFailure failure) {
    failures.computeIfAbsent(call, c -> new ArrayDeque<>()).add(failure);
  }

  /** Nothing goes wrong any more. */
  synchronized void clear() {
    failures.clear();
  }

  synchronized void failIfTold(MarketplaceCall input, String call) {
    for (Map.Entry<String, Deque<ApplicationFailure>> told : failures.entrySet()) {
      if (call.startsWith(told.getKey()) && !told.getValue().isEmpty()) {
        throw ended(input, told.getValue().removeFirst());
      }
    }
  }

  private static ApplicationFailure ended(MarketplaceCall call, ApplicationFailure failure) {
    boolean ends =
        failure.getType().equals(MarketplaceActivities.UNANSWERED)
            || Arrays.stream(IncidentCause.values())
                .filter(call::endedBy)
                .anyMatch(cause -> cause.wire().equals(failure.getType()));
    failure.setNonRetryable(ends);
    return failure;
  }
}
