package dev.tenure.lifecycle.opencontract.record;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.Creation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.record.WaitList;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.plan.EndRule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hire on OpenContract waits for: people, work, votes, money, commands, answers. */
public final class OpenContractWaits {
  private final OpenContractHire hire;
  private final WaitList waits = new WaitList();

  private OpenContractWaits(OpenContractHire hire) {
    this.hire = hire;
  }

  /** Everything that is waited for, soonest deadline first. */
  public static List<Wait> of(OpenContractHire hire) {
    OpenContractWaits waits = new OpenContractWaits(hire);
    if (hire.closed() == null) {
      waits.collect();
    }
    return waits.waits.sorted();
  }

  private void collect() {
    hire.approvals().stream().filter(Approval::pending).forEach(this::approval);
    hire.milestones().forEach(this::milestone);
    waits.incidents(hire);
    boolean end = hire.plan().policies().end() == EndRule.ON_REQUEST && hire.complete();
    if ((end && !hire.ending()) || hire.paused()) {
      waits.add(WaitKind.COMMAND, null, null);
    }
  }

  private void approval(Approval approval) {
    waits.approval(
        approval.id(),
        approval.step().milestone(),
        OpenContractDocuments.url(approval),
        approval.expiresAt());
  }

  private void milestone(PlannedMilestone milestone) {
    WorkingContract contract = milestone.contract();
    Creation creation = milestone.creation();
    if (creation != null && creation.uncertainUntil() != null) {
      add(WaitKind.SETTLEMENT, milestone, creation.uncertainUntil());
    } else if (contract == null) {
      if (hire.awaitsFundCommand(milestone) && !hire.ending()) {
        add(WaitKind.COMMAND, milestone, null);
      }
    } else {
      contract.status().ifPresent(status -> contract(milestone, contract));
    }
  }

  private void contract(PlannedMilestone milestone, WorkingContract contract) {
    Instant deadline = contract.statusDeadline();
    switch (contract.status().orElseThrow()) {
      case CREATED -> add(WaitKind.MATCH, milestone, deadline);
      case MATCHED -> add(WaitKind.DELIVERY, milestone, deadline);
      case UNDER_REVIEW -> {
        if (!judged(milestone, contract)) {
          add(WaitKind.COMMAND, milestone, deadline);
        }
      }
      case DISPUTED -> add(WaitKind.VOTES, milestone, deadline);
      case RESOLVED -> add(WaitKind.SETTLEMENT, milestone, null);
      case SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          SETTLED_NONE_MET,
          CANCELLED_BY_CLIENT,
          CANCELLED_UNMATCHED,
          CANCELLED_WITHDRAWN,
          CANCELLED_ABSENT -> {}
    }
  }

  /** Whether a person is asked to judge the delivery, or has; else a command may, until it pays. */
  private boolean judged(PlannedMilestone milestone, WorkingContract contract) {
    return hire.approvals().stream()
        .filter(approval -> approval.contract() == contract.ordinal())
        .filter(approval -> isJudgement(approval.step(), milestone))
        .anyMatch(approval -> approval.pending() || approval.confirmed());
  }

  private static boolean isJudgement(Step step, PlannedMilestone milestone) {
    return step.equals(Step.release(milestone.key())) || step.equals(Step.dispute(milestone.key()));
  }

  private void add(WaitKind kind, PlannedMilestone milestone, @Nullable Instant deadline) {
    waits.add(kind, milestone.key(), deadline);
  }
}
