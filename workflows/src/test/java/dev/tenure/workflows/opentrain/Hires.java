package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** States of hires as they come about, call by call, for the payloads that hold them. */
final class Hires {
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final int MOST_STEPS = 20;

  private final OpenTrainHire hire;
  private OpenTrainSnapshot told;
  private Instant now;
  private int keys;

  private Hires(HirePlan plan, Instant begin) {
    hire = OpenTrainHire.requested("hir_1", 2, plan, begin);
    told = OpenTrainSnapshot.nothingOf(hire);
    now = begin;
  }

  /** Declined by a person, and given up by an operator. */
  static OpenTrainHire declined(HirePlan plan, Instant begin) {
    Hires made = new Hires(plan, begin);
    made.go(
        call ->
            switch (call) {
              case OpenTrainCall.Ask ask -> made.pending(ask, "apr_1", "proposal_hire", null);
              case OpenTrainCall.ReadApproval read ->
                  new OpenTrainObservation.ApprovalRead(
                      read,
                      new ApprovalReading.Seen(
                          made.approval("apr_1", "proposal_hire", "declined", null)),
                      new ContractReading.NotFound());
              default -> null;
            });
    made.notifyOf("apr_1");
    made.go(
        call ->
            new OpenTrainObservation.ApprovalRead(
                (OpenTrainCall.ReadApproval) call,
                new ApprovalReading.Seen(made.approval("apr_1", "proposal_hire", "declined", null)),
                new ContractReading.NotFound()));
    made.command(new Command.Cancel());
    made.go(call -> new OpenTrainObservation.ContractRead(call, new ContractReading.NotFound()));
    return made.hire;
  }

  /** Under way, and steered: a milestone added, a release commanded and pending, paused. */
  static OpenTrainHire steered(HirePlan plan, Instant begin) {
    Hires made = new Hires(plan, begin);
    made.hired();
    made.command(new Command.AddMilestone(Plans.milestone("m3", "25.00", FundRule.onRequest())));
    made.command(new Command.Release("m1"));
    made.go(call -> made.pending((OpenTrainCall.Ask) call, "apr_2", "milestone_approve", "mst_1"));
    made.command(new Command.Pause());
    made.notifyOf("apr_9");
    new OpenTrainLifecycle(made.hire).handOver(made.now);
    made.hire.recorded().continueFrom("run_1");
    return made.hire;
  }

  /** In trouble: a creation in doubt that an operator settles, an obstacle, a call under way. */
  static OpenTrainHire troubled(HirePlan plan, Instant begin) {
    Hires made = new Hires(plan, begin);
    made.hired();
    made.notifyOf();
    made.go(
        call ->
            switch (call) {
              case OpenTrainCall.ReadContract read -> made.shows(read, "PAID");
              case OpenTrainCall.CreateMilestone create ->
                  new OpenTrainObservation.Unanswered(create);
              default -> null;
            });
    for (int look = 0; look < 8; look++) {
      made.now = made.now.plusSeconds(60);
      made.go(call -> made.shows(call, "PAID"));
    }
    Incident doubt =
        made.hire.openIncidents().stream()
            .filter(incident -> incident.cause() == IncidentCause.MILESTONE_IN_DOUBT)
            .findFirst()
            .orElseThrow();
    made.command(new Command.Resolve(doubt.id(), Resolution.ADOPT, "mst_8"));
    made.go(call -> made.shows(call, "PAID"));
    made.notifyOf();
    made.go(
        call ->
            call.slow()
                ? null
                : new OpenTrainObservation.Refused(
                    call,
                    new Obstacle(
                        IncidentCause.TOKEN_REJECTED,
                        "mint a token",
                        "https://market.example/fix")));
    return made.hire;
  }

  private void hired() {
    go(call -> pending((OpenTrainCall.Ask) call, "apr_1", "proposal_hire", null));
    notifyOf("apr_1");
    go(
        call ->
            new OpenTrainObservation.ApprovalRead(
                (OpenTrainCall.ReadApproval) call,
                new ApprovalReading.Seen(approval("apr_1", "proposal_hire", "confirmed", null)),
                new ContractReading.Seen(contract("ACTIVE_FUNDED"))));
  }

  /** Does as the workflow does, until nothing more is wanted now; null leaves a call running. */
  private void go(Function<OpenTrainCall, @Nullable OpenTrainObservation> answer) {
    for (int step = 0; step < MOST_STEPS; step++) {
      Map<String, OpenTrainCall> wanted = new OpenTrainLifecycle(hire).settle(now).calls();
      told = new OpenTrainLifecycle(hire).changes(told, now).snapshot();
      List<OpenTrainCall> start = Reconciler.of(wanted, hire.running()).start();
      if (start.isEmpty()) {
        return;
      }
      for (OpenTrainCall call : start) {
        new OpenTrainLifecycle(hire).start(call, now);
        OpenTrainObservation end = answer.apply(call);
        now = now.plus(STEP);
        if (end != null) {
          new OpenTrainLifecycle(hire).observe(end, now);
        }
      }
    }
    throw new AssertionError("it never comes to rest: " + hire.running());
  }

  private void command(Command command) {
    keys++;
    CommandRequest request = new CommandRequest("k" + keys, "someone", null, command);
    new OpenTrainLifecycle(hire)
        .check(request, now)
        .ifPresent(
            no -> {
              throw new AssertionError(no.words());
            });
    new OpenTrainLifecycle(hire).command(request, now);
  }

  private void notifyOf(String approvalId) {
    observe(new Notification("approval.confirmed", approvalId, null, null, null, null));
  }

  private void notifyOf() {
    observe(Notification.contractChanged("ctr_1"));
  }

  private void observe(Notification notification) {
    new OpenTrainLifecycle(hire).observe(new OpenTrainObservation.Notified(notification), now);
  }

  private OpenTrainObservation pending(
      OpenTrainCall.Ask ask, String id, String type, @Nullable String milestone) {
    return new OpenTrainObservation.Answered(
        ask, new AskAnswer.Pending(approval(id, type, "pending", milestone)));
  }

  private OpenTrainObservation shows(OpenTrainCall call, String status) {
    return new OpenTrainObservation.ContractRead(call, new ContractReading.Seen(contract(status)));
  }

  private ApprovalSnapshot approval(
      String id, String type, String status, @Nullable String milestone) {
    boolean confirmed = status.equals("confirmed");
    return new ApprovalSnapshot(
        id,
        type,
        status,
        confirmed ? "ctr_1" : null,
        milestone,
        "job_1",
        "prp_9",
        "https://market.example/approvals/" + id,
        hire.createdAt(),
        hire.createdAt().plus(Duration.ofDays(3)),
        status.equals("pending") ? null : now,
        confirmed ? Map.of("hired", "true") : Map.of());
  }

  /** Ours in the given status, and one of somebody else. */
  private static ContractSnapshot contract(String first) {
    MilestoneSnapshot ours =
        new MilestoneSnapshot("mst_1", 1, "Batch 1", first, Money.usd("450.00"), null, null, false);
    MilestoneSnapshot theirs =
        new MilestoneSnapshot(
            "mst_9", 2, "theirs", "NOT_FUNDED", Money.usd("70.00"), null, null, false);
    return new ContractSnapshot(
        "ctr_1", "active", "job_1", "prp_9", "FIXED_PRICE", List.of(ours, theirs));
  }
}
