package dev.tenure.api.web.page;

import dev.tenure.api.approvals.DeclineEffect;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.Then;
import dev.tenure.model.plan.WorkerLost;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the pages call things: the words of the API, for people. */
public final class Glossary {

  private Glossary() {}

  public static String money(@Nullable Money money) {
    if (money == null) {
      return "–";
    }
    return money.currency().equals(Money.USD)
        ? String.format(Locale.ROOT, "$%,." + money.amount().scale() + "f", money.amount())
        : money.toString();
  }

  public static String status(HireStatus status) {
    return switch (status) {
      case REQUESTED -> "Requested";
      case AWAITING_APPROVAL -> "Awaiting approval";
      case ACTIVE -> "Active";
      case ENDING -> "Ending";
      case ENDED -> "Ended";
      case DECLINED -> "Declined";
      case EXPIRED -> "Expired";
      case CANCELLING -> "Cancelling";
      case CANCELLED -> "Cancelled";
    };
  }

  public static String approval(ApprovalKind kind) {
    return switch (kind) {
      case PROPOSAL_HIRE -> "Hire";
      case MILESTONE_FUND -> "Fund";
      case MILESTONE_APPROVE -> "Release";
      case MILESTONE_DISPUTE -> "Dispute";
      case CONTRACT_END -> "End the contract";
    };
  }

  public static String approval(ApprovalStatus status) {
    return switch (status) {
      case PENDING -> "Pending";
      case CONFIRMED -> "Confirmed";
      case DECLINED -> "Declined";
      case EXPIRED -> "Expired";
      case SUPERSEDED -> "Superseded";
      case LOST_SIGHT -> "Lost sight";
    };
  }

  public static String ifDeclined(DeclineEffect effect) {
    return switch (effect) {
      case ASKED_AGAIN -> "If it is declined, it is requested again.";
      case HIRE_WAITS -> "If it is declined, the hire waits for an answer here.";
      case CONTRACT_ENDS -> "If it is declined, the end of the contract is requested.";
      case HIRE_CLOSES -> "If it is declined, the hire closes.";
      case DISPUTE_ASKED -> "If it is declined, a dispute is requested.";
      case PAID_BY_SILENCE ->
          "If it is declined, the delivery is paid at its review deadline all the same.";
    };
  }

  public static String state(MilestoneState state) {
    return switch (state) {
      case PLANNED -> "Planned";
      case CREATED -> "Created, not funded";
      case AWAITING_FUNDING -> "Awaiting funding";
      case FUNDED -> "Funded";
      case DELIVERED -> "Delivered";
      case AWAITING_RELEASE -> "Awaiting release";
      case DISPUTED -> "Disputed, being voted on";
      case SETTLING -> "Decided, money on its way";
      case PAID -> "Paid";
      case PARTLY_PAID -> "Paid in part";
      case REFUNDED -> "Refunded";
      case CANCELLED -> "Cancelled";
      case DROPPED -> "Dropped";
    };
  }

  public static String fund(FundRule rule) {
    return switch (rule.when()) {
      case AT_START -> "from the start";
      case AFTER_PAID -> "after " + rule.after();
      case ON_REQUEST -> "on request";
    };
  }

  public static String cause(IncidentCause cause) {
    String text = cause.wire().replace('_', ' ');
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** What is to be known of a milestone beside its state, if anything. */
  public static @Nullable String note(MilestoneDocument milestone) {
    if (milestone.foreign()) {
      return "Added by somebody else on the marketplace; shown, never changed."
          + (milestone.unpriced() ? " Without an amount it counts nothing to the cap." : "");
    }
    if (milestone.unpriced()) {
      return "The marketplace shows no amount of it that can be read; this one is the plan's.";
    }
    return milestone.state() == MilestoneState.DROPPED && milestone.milestoneId() != null
        ? "It stays on the marketplace, unfunded."
        : null;
  }

  public static String rule(ReleaseRule rule) {
    return switch (rule) {
      case ON_DELIVERY -> "when it is delivered";
      case ON_REQUEST -> "on your command";
    };
  }

  public static String rule(EndRule rule) {
    return switch (rule) {
      case WHEN_ALL_PAID -> "when every milestone is paid";
      case ON_REQUEST -> "on your command";
    };
  }

  public static String rule(EditedTerms rule) {
    return switch (rule) {
      case ACCEPT_WITHIN_BUDGET -> "accept them within the budget";
      case HOLD -> "wait for your answer";
    };
  }

  public static String rule(WorkerLost rule) {
    return switch (rule) {
      case HOLD -> "wait for your answer";
      case NEXT_WORKER -> "award it to the next Worker";
      case CLOSE -> "end the hire";
    };
  }

  public static String rule(OnSilence rule) {
    return switch (rule) {
      case LET_PAY -> "let it be paid";
      case DISPUTE -> "ask for a dispute in time";
    };
  }

  public static String rule(SelfApproval rule) {
    return switch (rule) {
      case ALLOW -> "yes";
      case FORBID -> "no";
    };
  }

  public static String rule(Then rule) {
    return switch (rule) {
      case HOLD -> "wait for your answer";
      case CLOSE -> "close the hire";
    };
  }
}
