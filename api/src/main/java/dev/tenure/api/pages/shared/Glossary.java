package dev.tenure.api.pages.shared;

import dev.tenure.api.approvals.DeclineEffect;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.model.hire.ApprovalKind;
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
import dev.tenure.model.wire.WireName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the pages call things: the words of the API, for people. */
public final class Glossary {

  /** For templates, which know objects only. */
  static final Glossary HERE = new Glossary();

  private Glossary() {}

  public static String money(@Nullable Money money) {
    if (money == null) {
      return "–";
    }
    String amount =
        String.format(Locale.ROOT, "%,." + money.amount().scale() + "f", money.amount().abs());
    return (money.amount().signum() < 0 ? "-" : "")
        + (money.currency().equals(Money.USD) ? "$" + amount : amount + " " + money.currency());
  }

  /** A name of the API for people: {@code awaiting_approval} is “Awaiting approval”. */
  public static String words(WireName name) {
    return words(name.wire());
  }

  public static String words(String wire) {
    String text = wire.replace('_', ' ');
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** What people recognise a hire by. */
  public static String title(HireView hire) {
    return title(hire.row().terms().externalRef(), hire.document().proposalId());
  }

  public static String title(ApprovalView approval) {
    return title(approval.externalRef(), approval.proposalId());
  }

  public static String title(IncidentView incident) {
    return title(incident.externalRef(), incident.proposalId());
  }

  private static String title(@Nullable String externalRef, @Nullable String proposalId) {
    return externalRef == null || externalRef.isBlank() ? String.valueOf(proposalId) : externalRef;
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
      case CREATED -> "Created, not funded";
      case DISPUTED -> "Disputed, being voted on";
      case SETTLING -> "Decided, money on its way";
      case PARTLY_PAID -> "Paid in part";
      case PLANNED,
          AWAITING_FUNDING,
          FUNDED,
          DELIVERED,
          AWAITING_RELEASE,
          PAID,
          REFUNDED,
          CANCELLED,
          DROPPED ->
          words(state);
    };
  }

  public static String fund(FundRule rule) {
    return switch (rule.when()) {
      case AT_START -> "from the start";
      case AFTER_PAID -> "after " + rule.after();
      case ON_REQUEST -> "on request";
    };
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
