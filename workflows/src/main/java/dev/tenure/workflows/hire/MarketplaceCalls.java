package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.marketplace.ApprovalRef;
import dev.tenure.workflows.marketplace.ApprovalSearch;
import dev.tenure.workflows.marketplace.ContractRef;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.HireAsk;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.MilestoneAsk;
import dev.tenure.workflows.marketplace.ProposalRef;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one hire to the marketplace, as activities: fast at first, then slow while a person
 * is needed. Every one that is started ends in exactly one observation.
 */
final class MarketplaceCalls {
  /** Attempts of the fast phase: about two minutes of a marketplace that refuses at once. */
  private static final int FAST_ATTEMPTS = 14;

  /** What the fast phase takes if every attempt hangs until its timeout. */
  private static final Duration FAST_AT_MOST = Duration.ofMinutes(20);

  /** A call that is not wanted any more has so long to end by itself. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /**
   * What the service calls an attempt whose worker was not heard of any more: it may have written.
   */
  private static final String[] DEAD_ATTEMPT = {
    "TemporalTimeout:Heartbeat", "TemporalTimeout:StartToClose"
  };

  /** The type with which a Temporal Reset fails the activities that were under way. */
  private static final String RESET = "ResetWorkflow";

  private final Hire hire;
  private final Consumer<Observation> observer;
  private final Runnable turn;
  private final LoopGuard guard;
  private final ActivityOptions base;
  private final Map<String, Scope> scopes = new LinkedHashMap<>();

  /** The subjects of calls that are to be stopped if they do not end in a moment. */
  private final Set<String> graceful = new LinkedHashSet<>();

  /**
   * A call under way.
   *
   * @param historyLength that of the run when it was started
   */
  private record Scope(CancellationScope scope, Instant startedAt, long historyLength) {}

  /**
   * The calls of one run.
   *
   * @param observer takes in what comes of them
   * @param turn runs when the wanted calls are to be held against the running ones once more
   */
  MarketplaceCalls(Hire hire, Consumer<Observation> observer, Runnable turn) {
    this.hire = hire;
    this.observer = observer;
    this.turn = turn;
    this.guard = new LoopGuard(turn);
    base =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(hire.plan().account()))
            .setStartToCloseTimeout(Duration.ofSeconds(60))
            .setHeartbeatTimeout(Duration.ofSeconds(4))
            // A write must never overlap its own successor.
            .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
            .build();
  }

  /** When a fast call that is under way ends at the latest; absent where none is. */
  @Nullable Instant endBy() {
    return hire.running().values().stream()
        .filter(running -> !running.call().slow())
        .map(running -> running.startedAt().plus(FAST_AT_MOST))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  boolean idle() {
    return hire.running().isEmpty();
  }

  /** Stops what nobody wants any more, and starts what is wanted and does not run. */
  void reconcile(Map<String, Call> wanted) {
    Reconciler<Call> plan = Reconciler.of(wanted, hire.running());
    plan.stop().forEach(this::stop);
    plan.start().forEach(this::start);
  }

  /** A notification or a command came in: what was held as a circle may be none any more. */
  void newsCame() {
    guard.forget();
  }

  /**
   * An activity that is scheduled and cancelled within one workflow task cannot be replayed, and
   * most calls end by themselves while their cancellation would be on its way.
   */
  private void stop(Call call) {
    Scope running = Objects.requireNonNull(scopes.get(call.subject()));
    if (now().isBefore(running.startedAt().plus(GRACE))) {
      stopLater(call);
    } else if (Workflow.getInfo().getHistoryLength() > running.historyLength()) {
      Lifecycle.stop(hire, call);
      running.scope().cancel();
    }
  }

  private void stopLater(Call call) {
    if (graceful.add(call.subject())) {
      Workflow.newTimer(
              GRACE, TimerOptions.newBuilder().setSummary("stop: " + summary(call)).build())
          .thenApply(
              nothing -> {
                graceful.remove(call.subject());
                turn.run();
                return null;
              });
    }
  }

  private void start(Call call) {
    Instant now = now();
    if (guard.admits(call, now)) {
      Lifecycle.start(hire, call, now);
      carryOut(call);
    } else if (!call.slow()) {
      Lifecycle.start(hire, call, now);
      observer.accept(new Observation.Refused(call, circle(call)));
    }
  }

  private static Obstacle circle(Call call) {
    return new Obstacle(
        IncidentCause.UNEXPECTED,
        ("Tenure made the same call %d times within a minute (%s), and nothing came of it. That is"
                + " an error of Tenure; nothing was asked twice of people. It is held for %d"
                + " minutes, or until something happens; retry tries now.")
            .formatted(LoopGuard.MOST, summary(call), LoopGuard.PAUSE.toMinutes()),
        null);
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private void carryOut(Call call) {
    CancellationScope scope =
        Workflow.newCancellationScope(
            () ->
                promise(call)
                    .handle(
                        (observation, failure) -> {
                          scopes.remove(call.subject());
                          observer.accept(failure == null ? observation : failed(call, failure));
                          return null;
                        }));
    scopes.put(call.subject(), new Scope(scope, now(), Workflow.getInfo().getHistoryLength()));
    scope.run();
  }

  private Promise<Observation> promise(Call call) {
    @Nullable IncidentCause heldBy = heldBy(call);
    MarketplaceActivities marketplace = stub(call, heldBy);
    return switch (call) {
      case Call.Ask ask -> ask(ask, heldBy, marketplace);
      case Call.CreateMilestone create ->
          Async.function(
                  marketplace::createMilestone,
                  new CreateMilestone(create.contractId(), create.plan(), create.tag(), heldBy))
              .thenApply(answer -> new Observation.MilestoneCreated(create, answer));
      case Call.ReadApproval read ->
          Async.function(marketplace::readApproval, new ApprovalRef(read.approvalId(), heldBy))
              .thenApply(
                  answer ->
                      new Observation.ApprovalRead(read, answer.approval(), answer.contract()));
      case Call.FindApproval find ->
          Async.function(
                  marketplace::findApproval,
                  new ApprovalSearch(find.step().approval(), find.target(), find.since(), heldBy))
              .thenApply(found -> new Observation.ApprovalsSearched(find, found.approvals()));
      case Call.ReadContract read when hire.contract().known() ->
          Async.function(marketplace::readContract, new ContractRef(hire.contract().id(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
      case Call.ReadContract read ->
          Async.function(
                  marketplace::findContract,
                  new ProposalRef(hire.plan().proposalId(), hire.jobId(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
      case Call.ReadNamedContract read ->
          Async.function(marketplace::readContract, new ContractRef(read.contractId(), heldBy))
              .thenApply(reading -> new Observation.ContractRead(read, reading));
    };
  }

  private static Promise<Observation> ask(
      Call.Ask ask, @Nullable IncidentCause heldBy, MarketplaceActivities marketplace) {
    return switch (ask.step().kind()) {
      case HIRE ->
          Async.function(
                  marketplace::requestHire,
                  new HireAsk(
                      ask.target(),
                      Objects.requireNonNull(ask.terms()),
                      ask.confirmNotFit(),
                      heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case FUND ->
          Async.function(marketplace::requestFunding, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case RELEASE ->
          Async.function(marketplace::requestRelease, new MilestoneAsk(ask.target(), heldBy))
              .thenApply(answer -> new Observation.Answered(ask, answer));
      case END ->
          Async.function(marketplace::requestEnd, new ContractRef(ask.target(), heldBy))
              .thenApply(end -> new Observation.Answered(ask, end.answer(), end.contract()));
      case CONTRACT, TERMS, CREATE, GONE, DISPUTE ->
          throw new IllegalStateException("nothing is asked for: " + ask);
    };
  }

  /** The obstacle that a slow call was found to be held by. */
  private @Nullable IncidentCause heldBy(Call call) {
    Obstruction met = call.slow() ? hire.obstruction(call.subject()) : null;
    return met == null ? null : met.obstacle().cause();
  }

  private static Observation failed(Call call, RuntimeException failure) {
    if (!(failure instanceof ActivityFailure activity)) {
      return failure instanceof CanceledFailure
          ? new Observation.Stopped(call)
          : new Observation.Refused(call, unexpected(failure.getMessage()));
    }
    return switch (activity.getCause()) {
      case CanceledFailure stopped -> new Observation.Stopped(call);
      case TimeoutFailure timeout when write(call) -> new Observation.Unanswered(call);
      case TimeoutFailure timeout -> new Observation.Unreachable(call);
      case ApplicationFailure cause -> failed(call, cause);
      case null, default -> new Observation.Refused(call, unexpected(failure.getMessage()));
    };
  }

  private static Observation failed(Call call, ApplicationFailure cause) {
    if (cause.getType().equals(MarketplaceActivities.UNANSWERED)) {
      return new Observation.Unanswered(call);
    }
    if (cause.getType().equals(RESET)) {
      return write(call) ? new Observation.Unanswered(call) : new Observation.Stopped(call);
    }
    if (cause.getType().equals(Obstacle.UNAVAILABLE)) {
      return new Observation.Unreachable(call);
    }
    return new Observation.Refused(
        call,
        cause.getDetails().getSize() > 0
            ? cause.getDetails().get(Obstacle.class)
            : unexpected(cause.getOriginalMessage()));
  }

  private static Obstacle unexpected(@Nullable String message) {
    return new Obstacle(IncidentCause.UNEXPECTED, "The call failed: " + message, null);
  }

  private static boolean write(Call call) {
    return call instanceof Call.Ask || call instanceof Call.CreateMilestone;
  }

  private MarketplaceActivities stub(Call call, @Nullable IncidentCause heldBy) {
    RetryOptions.Builder retry = RetryOptions.newBuilder();
    if (heldBy == null) {
      retry
          .setInitialInterval(Duration.ofMillis(200))
          .setMaximumInterval(Duration.ofSeconds(15))
          .setMaximumAttempts(FAST_ATTEMPTS);
    } else {
      retry
          .setInitialInterval(MarketplaceActivities.HELD_INTERVAL)
          .setMaximumInterval(Duration.ofMinutes(15));
    }
    if (write(call)) {
      retry.setDoNotRetry(DEAD_ATTEMPT);
    }
    return Workflow.newActivityStub(
        MarketplaceActivities.class,
        base.toBuilder().setRetryOptions(retry.build()).setSummary(summary(call)).build());
  }

  /** One line of at most 200 bytes for the Temporal Web UI, without names of people. */
  private static String summary(Call call) {
    return switch (call) {
      case Call.Ask ask when ask.amount() != null ->
          "ask: %s, %s".formatted(ask.step().words(), ask.amount());
      case Call.Ask ask -> "ask: " + ask.step().words();
      case Call.CreateMilestone create ->
          "create milestone %s, %s".formatted(create.milestone(), create.plan().amount());
      case Call.ReadApproval read -> "read approval: " + read.step().words();
      case Call.FindApproval find -> "look for an approval: " + find.step().words();
      case Call.ReadContract read -> "read contract";
      case Call.ReadNamedContract read -> "read contract named by an operator";
    };
  }
}
