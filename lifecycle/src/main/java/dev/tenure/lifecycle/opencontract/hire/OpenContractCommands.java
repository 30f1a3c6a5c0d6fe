package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.CommandLog;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What commands do to the state of a hire. They decide nothing: what follows is found anew. */
public final class OpenContractCommands {
  /** Of a decision whose maker is not known. */
  public static final String SOMEBODY = "somebody";

  private final OpenContractHire hire;
  private final Instant now;

  private OpenContractCommands(OpenContractHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /**
   * Carries out a command that was checked, unless its key was seen before.
   *
   * @return whether anything was done
   */
  public static boolean apply(OpenContractHire hire, CommandRequest request, Instant now) {
    if (!CommandLog.add(hire, request, now)) {
      return false;
    }
    new OpenContractCommands(hire, now).apply(request.command(), request.actor());
    return true;
  }

  private void apply(Command command, @Nullable String actor) {
    switch (command) {
      case Command.Release release -> release(hire.milestone(release.milestone()));
      case Command.Dispute dispute -> dispute(hire.milestone(dispute.milestone()));
      case Command.DecideApproval decide -> decide(decide, actor);
      case Command.Fund fund -> hire.milestone(fund.milestone()).fundCommanded = true;
      case Command.AddMilestone add -> {
        hire.replanWith(add.milestone());
        hire.add(add.milestone());
      }
      case Command.Drop drop -> withdraw(hire.milestone(drop.milestone()));
      case Command.Pause pause -> hire.pause(true);
      case Command.Resume resume -> hire.pause(false);
      case Command.Cancel cancel -> hire.end();
      case Command.End end -> hire.end();
      case Command.Change change -> change(change);
      case Command.Resolve resolve -> resolve(resolve);
    }
  }

  private void release(PlannedMilestone milestone) {
    milestone.releaseCommanded = milestone.contracts.size();
    askAgain(Step.release(milestone.key()), milestone.contracts.size());
  }

  private void dispute(PlannedMilestone milestone) {
    WorkingContract contract = Objects.requireNonNull(milestone.contract());
    milestone.disputeCommanded = contract.ordinal();
    contract.disputeOvertaken = false;
    askAgain(Step.dispute(milestone.key()), contract.ordinal());
  }

  private void askAgain(Step step, int contract) {
    Approval last = hire.lastApproval(step, contract);
    if (last != null && last.refused()) {
      hire.replace(last.asAgain());
    }
  }

  /** A yes to the one judgement of a delivery voids what is asked of the other. */
  private void decide(Command.DecideApproval command, @Nullable String actor) {
    Approval approval = hire.approval(command.approvalId()).orElseThrow();
    ApprovalDecision decision =
        new ApprovalDecision(
            Objects.requireNonNullElse(actor, SOMEBODY),
            now,
            command.termsDigest(),
            command.reason());
    ApprovalStatus status = command.confirm() ? ApprovalStatus.CONFIRMED : ApprovalStatus.DECLINED;
    hire.replace(approval.ended(status, now, decision));
    if (command.confirm()) {
      String milestone = approval.step().key();
      switch (approval.step().kind()) {
        case RELEASE -> supersede(Step.dispute(milestone));
        case DISPUTE -> supersede(Step.release(milestone));
        case HIRE, CONTRACT, TERMS, CREATE, FUND, GONE, END -> {}
      }
    }
  }

  private void supersede(Step step) {
    Approval pending = hire.pendingApproval(step);
    if (pending != null) {
      hire.replace(pending.ended(ApprovalStatus.SUPERSEDED, now, null));
    }
  }

  /** What may be paid for is asked about first: its creation is withdrawn, and then given up. */
  private void withdraw(PlannedMilestone milestone) {
    if (milestone.creation == null) {
      giveUp(hire, milestone);
    } else {
      milestone.creation = milestone.creation.asWithdrawn();
    }
  }

  /** Goes on without a milestone of which nothing is, or may be, under way. */
  static void giveUp(OpenContractHire hire, PlannedMilestone milestone) {
    if (milestone.contracts.isEmpty()) {
      drop(hire, milestone);
    } else {
      milestone.skippedAfter = milestone.contracts.size();
      milestone.retriedAfter = 0;
    }
  }

  private static void drop(OpenContractHire hire, PlannedMilestone dropped) {
    dropped.dropped = true;
    hire.replanWithout(
        dropped.terms,
        planned -> {
          PlannedMilestone relinked = hire.milestone(planned.key());
          relinked.terms = relinked.terms.withFund(planned.fund());
          relinked.fundCommanded |= dropped.fundCommanded;
        });
  }

  /** What is held up under the old terms is asked about once more, and then replaced. */
  private void change(Command.Change change) {
    Set<String> changed = new TreeSet<>();
    for (MilestonePlan terms : change.milestones()) {
      PlannedMilestone milestone = hire.milestone(terms.key());
      if (!terms.equals(milestone.terms)) {
        changed.add(terms.key());
      }
      milestone.terms = terms;
      CallTracker.forget(hire, Step.create(terms.key()).toString());
    }
    hire.replanWith(change.terms(), change.milestones());
    for (PlannedMilestone milestone : hire.milestones()) {
      Creation begun = milestone.creation;
      if (begun != null
          && !begun.withdrawn()
          && (changed.contains(milestone.key())
              || !Objects.equals(begun.contract().worker(), hire.nextWorker(milestone)))) {
        milestone.creation = begun.asReplaced();
        CallTracker.forget(hire, Step.create(milestone.key()).toString());
      }
    }
  }

  private void resolve(Command.Resolve command) {
    Incident incident = hire.incident(command.incidentId()).orElseThrow();
    CallTracker.answered(hire, incident.id(), command.resolution(), now);
    switch (command.resolution()) {
      case RETRY -> retry(incident.step(), incident.cause());
      case SKIP -> withdraw(hire.milestone(incident.step().key()));
      case ABORT -> hire.abort();
      case ADOPT -> throw new IllegalStateException("nothing can be adopted on OpenContract");
    }
  }

  private void retry(Step step, IncidentCause cause) {
    PlannedMilestone milestone = hire.milestone(step.key());
    WorkingContract contract = milestone.contract();
    switch (step.kind()) {
      case FUND -> askAgain(step, milestone.nextOrdinal());
      case RELEASE -> askAgain(step, milestone.contracts.size());
      case DISPUTE -> {
        if (contract != null && contract.disputeBegunAt != null) {
          contract.disputeUncertainUntil = contract.disputeUncertainUntil == null ? null : now;
        } else if (cause == IncidentCause.SILENCE_PAYS) {
          dispute(milestone);
        }
      }
      case CREATE -> {
        Creation begun = milestone.creation;
        if (begun != null && begun.uncertainUntil() != null) {
          milestone.creation = begun.uncertain(now);
        }
      }
      case CONTRACT -> {
        if (contract != null) {
          contract.missed = 0;
          contract.notifiedTick = hire.tick();
        }
      }
      case GONE -> {
        milestone.retriedAfter = milestone.contracts.size();
        milestone.skippedAfter = 0;
      }
      case HIRE, TERMS, END -> throw new IllegalStateException("cannot be retried: " + step);
    }
  }
}
