package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.decision.DecisionDraft;
import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.ApprovalChange;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.Settlement;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.ReleaseRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of a delivery, where silence pays: the release is asked for early enough that a
 * dispute can still be asked for and decided before the review deadline, less a margin. A no to the
 * release asks for the dispute; what nobody can be asked about any more is told.
 */
final class Review {
  private final OpenContractHire hire;
  private final DecisionDraft<OpenContractCall> draft;
  private final OpenContractConditions conditions;
  private final List<ApprovalChange> changes;

  Review(
      OpenContractHire hire,
      DecisionDraft<OpenContractCall> draft,
      OpenContractConditions conditions,
      List<ApprovalChange> changes) {
    this.hire = hire;
    this.draft = draft;
    this.conditions = conditions;
    this.changes = changes;
  }

  /** Obtains a judgement of the delivery, and carries it out. */
  void judge(PlannedMilestone milestone, WorkingContract contract) {
    Step release = Step.release(milestone.key());
    Step dispute = Step.dispute(milestone.key());
    Instant end = contract.deadlines().review();
    Instant begunAt = contract.disputeBegunAt();
    heldUp(milestone, contract, end);
    draft.heed(release.toString());
    draft.heed(dispute.toString());
    Approval disputed = fitting(hire.confirmed(dispute, contract.ordinal()), milestone, contract);
    Approval released = fitting(hire.confirmed(release, contract.ordinal()), milestone, contract);
    if (begunAt != null) {
      Approval yes = Objects.requireNonNull(hire.confirmed(dispute, contract.ordinal()));
      OpenContractDecider.payment(
          draft,
          conditions,
          call(milestone, contract, yes),
          begunAt,
          contract.disputeUncertainUntil());
    } else if (contract.disputeOvertaken()) {
      draft.condition(
          dispute,
          conditions.silencePays(milestone, contract, "the marketplace did not take the dispute"));
    } else if (draft.due(end)) {
      return;
    } else if (disputed != null) {
      if (!bondIsBeingRead(milestone, contract)) {
        draft.want(call(milestone, contract, disputed));
      }
    } else if (released != null) {
      OpenContractDecider.writeAgain(
          draft, contract, new OpenContractCall.Approve(milestone.key(), contract.id(), false));
    } else {
      undecided(milestone, contract);
    }
  }

  /** What holds a dispute up matters most by the money that moves at the review's end. */
  private void heldUp(PlannedMilestone milestone, WorkingContract contract, Instant end) {
    Step dispute = Step.dispute(milestone.key());
    Obstruction met = hire.obstruction(dispute.toString());
    Instant begunAt = contract.disputeBegunAt();
    Instant until = contract.disputeUncertainUntil();
    if (draft.due(end)) {
      return;
    }
    if (met != null) {
      draft.condition(dispute, conditions.disputeHeldUp(milestone, contract, met.obstacle()));
    } else if (begunAt != null && until != null && draft.due(begunAt.plus(Pace.OUTAGE))) {
      draft.condition(dispute, conditions.disputeUncertain(milestone, contract, until));
    }
  }

  /**
   * A dispute with a bond of yesterday would be refused; it waits for no read that does not come.
   */
  private boolean bondIsBeingRead(PlannedMilestone milestone, WorkingContract contract) {
    OpenContractCall.ReadProtocol read =
        new OpenContractCall.ReadProtocol(milestone.key(), contract.id(), false);
    return contract.protocolStale() && hire.obstruction(read.subject()) == null;
  }

  /** A yes to other terms than hold now is void. */
  private @Nullable Approval fitting(
      @Nullable Approval yes, PlannedMilestone milestone, WorkingContract contract) {
    if (yes == null || contract.disputeBegunAt() != null) {
      return yes;
    }
    if (yes.termsDigest().equals(digest(yes.step(), milestone, contract))) {
      return yes;
    }
    changes.add(new ApprovalChange.End(yes.id(), ApprovalStatus.SUPERSEDED));
    return null;
  }

  private OpenContractCall.Dispute call(
      PlannedMilestone milestone, WorkingContract contract, Approval yes) {
    return new OpenContractCall.Dispute(
        milestone.key(), contract.id(), yes.amount(), contract.terms().key(), false);
  }

  private void undecided(PlannedMilestone milestone, WorkingContract contract) {
    Instant delivered =
        Objects.requireNonNullElse(contract.underReviewSince(), contract.statusSince());
    Instant last = contract.deadlines().review().minus(hire.terms().reviewMargin());
    Instant judgeBy = OpenContractPace.judgeBy(delivered, last);
    Approval release = lastOf(Step.release(milestone.key()), contract);
    boolean asked = release != null && release.status() != ApprovalStatus.SUPERSEDED;
    if (!asked && !draft.due(judgeBy)) {
      draft.wakeAt(judgeBy, "judgement of " + milestone.key());
    }
    if (mayAskRelease(milestone, contract, release, judgeBy)) {
      boolean early = !draft.due(judgeBy);
      ask(
          Step.release(milestone.key()),
          milestone,
          contract,
          contract.price(),
          early ? judgeBy : draft.due(last) ? contract.deadlines().review() : last);
    }
    if (wantsDispute(milestone, contract, asked, judgeBy)) {
      dispute(milestone, contract, last);
    } else if (!asked && draft.due(judgeBy)) {
      tell(milestone, contract, "nobody was asked for its release");
    }
  }

  /** By the rule once the delivery is there, and by command as long as money has not moved. */
  private boolean mayAskRelease(
      PlannedMilestone milestone,
      WorkingContract contract,
      @Nullable Approval release,
      Instant judgeBy) {
    boolean commanded = milestone.releaseCommanded(contract);
    boolean byRule = hire.releaseRule(milestone) == ReleaseRule.ON_DELIVERY && !draft.due(judgeBy);
    boolean open =
        release == null
            || release.status() == ApprovalStatus.SUPERSEDED
            || (release.refused() && release.again());
    return open && !hire.paused() && (commanded || byRule);
  }

  /** A no to the release, a command, or silence where that disputes. */
  private boolean wantsDispute(
      PlannedMilestone milestone, WorkingContract contract, boolean asked, Instant judgeBy) {
    Step release = Step.release(milestone.key());
    boolean silent =
        hire.approvals(release, contract.ordinal())
                .anyMatch(approval -> approval.status() == ApprovalStatus.EXPIRED)
            || (!asked && draft.due(judgeBy));
    return milestone.disputeCommanded(contract)
        || hire.approvals(release, contract.ordinal())
            .anyMatch(approval -> approval.status() == ApprovalStatus.DECLINED)
        || (silent && hire.terms().onSilence() == OnSilence.DISPUTE);
  }

  /** A pause does not hold it back: money would move meanwhile. */
  private void dispute(PlannedMilestone milestone, WorkingContract contract, Instant last) {
    Step step = Step.dispute(milestone.key());
    Approval asked = lastOf(step, contract);
    ProtocolParameters protocol = contract.protocol();
    Instant end = contract.deadlines().review();
    boolean commanded = milestone.disputeCommanded(contract);
    Instant until = commanded && draft.due(last) ? end : last;
    if (asked != null && asked.pending()) {
      if (!asked.termsDigest().equals(digest(step, milestone, contract))) {
        changes.add(new ApprovalChange.End(asked.id(), ApprovalStatus.SUPERSEDED));
      }
      return;
    }
    if (asked != null && asked.refused() && !asked.again()) {
      String no = asked.status() == ApprovalStatus.DECLINED ? "was declined" : "expired";
      tell(milestone, contract, "the approval of a dispute " + no);
    } else if (draft.due(until)) {
      tell(milestone, contract, "it is too late to ask for a dispute by itself");
    } else if (protocol == null) {
      tell(milestone, contract, "the bond of a dispute is not known yet");
    } else {
      ask(step, milestone, contract, Settlement.bond(contract.price(), protocol), until);
    }
  }

  private void tell(PlannedMilestone milestone, WorkingContract contract, String why) {
    draft.condition(
        Step.dispute(milestone.key()), conditions.silencePays(milestone, contract, why));
  }

  private void ask(
      Step step, PlannedMilestone milestone, WorkingContract contract, Money amount, Instant last) {
    Instant window = draft.now().plus(hire.terms().approvalWindow());
    String digest = digest(step, milestone, contract);
    changes.add(
        new ApprovalChange.Ask(
            step, contract.ordinal(), null, amount, digest, last.isBefore(window) ? last : window));
  }

  private @Nullable Approval lastOf(Step step, WorkingContract contract) {
    return hire.lastApproval(step, contract.ordinal());
  }

  private String digest(Step step, PlannedMilestone milestone, WorkingContract contract) {
    ProtocolParameters protocol = contract.protocol();
    return step.kind() == Step.Kind.DISPUTE && protocol != null
        ? TermsDigest.ofDispute(
            hire, milestone, contract, Settlement.bond(contract.price(), protocol))
        : TermsDigest.ofRelease(hire, milestone, contract);
  }
}
