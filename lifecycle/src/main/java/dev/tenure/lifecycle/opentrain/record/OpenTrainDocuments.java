package dev.tenure.lifecycle.opentrain.record;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.decision.OpenTrainActions;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.record.DocumentKeys;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the documents of a hire from its state; each with the version of its last change. */
public final class OpenTrainDocuments {
  private OpenTrainDocuments() {}

  /** The header: status, what it waits for, money, what is allowed. */
  public static HireDocument header(OpenTrainHire hire) {
    BudgetSnapshot budget = hire.contract().budget();
    return new HireDocument(
        hire.id(),
        hire.plan().account(),
        hire.plan().proposalId(),
        hire.generation(),
        hire.status(),
        hire.contract().idIfKnown(),
        hire.jobId(),
        OpenTrainWaits.of(hire),
        OpenTrainTotals.of(hire),
        OpenTrainActions.of(hire),
        hire.recorded().version(),
        hire.createdAt(),
        Objects.requireNonNullElse(hire.recorded().updatedAt(), hire.createdAt()),
        hire.closedAt(),
        hire.paused(),
        hire.planChanged() ? HireTerms.of(hire.plan()) : null,
        budget == null
            ? null
            : new BudgetUsage(
                budget.state(), budget.funded(), budget.consumed(), budget.remaining()));
  }

  public static MilestoneDocument of(OpenTrainHire hire, Milestone milestone) {
    MilestonePlan terms = milestone.terms();
    return new MilestoneDocument(
        milestone.key(),
        milestone.position(),
        milestone.id(),
        milestone.number(),
        terms.name(),
        terms.description(),
        terms.amount(),
        terms.dueDate(),
        terms.fund(),
        hire.stateOf(milestone),
        milestone.foreign(),
        hire.recorded().versionOf(key(milestone)),
        terms.release(),
        terms.volume(),
        milestone.unpriced());
  }

  /** The document of an ask that has led to an approval. */
  public static ApprovalDocument of(OpenTrainHire hire, Ask ask) {
    ApprovalSnapshot approval = ask.knownApproval();
    return new ApprovalDocument(
        approval.id(),
        ask.step().approval(),
        status(ask),
        ask.step().milestone(),
        ask.call().amount(),
        fees(hire, ask),
        approval.url(),
        ask.attempt(),
        approval.createdAt(),
        approval.expiresAt(),
        ask.state() == Ask.State.PENDING
            ? null
            : Objects.requireNonNullElse(approval.resolvedAt(), ask.endedAt()),
        approval.result(),
        hire.recorded().versionOf(key(ask)));
  }

  private static String key(Milestone milestone) {
    return DocumentKeys.ofMilestone(milestone.key());
  }

  private static String key(Ask ask) {
    return DocumentKeys.ofApproval(ask.knownApproval().id());
  }

  private static ApprovalStatus status(Ask ask) {
    return switch (ask.state()) {
      case SENT, UNSENT, PENDING -> ApprovalStatus.PENDING;
      case CONFIRMED, EXECUTED -> ApprovalStatus.CONFIRMED;
      case DECLINED -> ApprovalStatus.DECLINED;
      case EXPIRED -> ApprovalStatus.EXPIRED;
      case SUPERSEDED, REPLACED, SETTLED, FACT -> ApprovalStatus.SUPERSEDED;
      case LOST, UNKNOWN -> ApprovalStatus.LOST_SIGHT;
    };
  }

  private static @Nullable Money fees(OpenTrainHire hire, Ask ask) {
    Money amount = ask.call().amount();
    if (amount == null) {
      return null;
    }
    Step step = ask.step();
    return switch (step.kind()) {
      case HIRE -> OpenTrainTotals.ofHire(amount).minus(amount);
      case FUND -> OpenTrainTotals.fees(hire, hire.milestone(step.key()), amount);
      case RELEASE, END, CONTRACT, TERMS, CREATE, GONE, DISPUTE -> null;
    };
  }
}
