package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.model.hire.IncidentCause;
import org.jspecify.annotations.Nullable;

/** Reads the simulated marketplace's answers in the words of a hire. */
public final class Refusals {
  private Refusals() {}

  /** Whether an approval that an event named is for what was asked. */
  public static boolean concerns(OpenTrainCall.FindApproval call, ApprovalSnapshot shown) {
    Step step = call.step();
    String subject =
        switch (step.kind()) {
          case HIRE -> shown.proposalId();
          case FUND, RELEASE -> shown.milestoneId();
          case END -> shown.contractId();
          case CONTRACT, TERMS, CREATE, GONE, DISPUTE -> null;
        };
    return shown.type().equals(step.approval().wire()) && call.target().equals(subject);
  }

  /** What a conflict says of the marketplace's state, where it says anything. */
  public static AskAnswer.@Nullable Reason fact(Problem<?> problem) {
    if (problem.status() != 409 || problem.reason() == null) {
      return null;
    }
    return switch (problem.reason()) {
      case "already_accepted" -> AskAnswer.Reason.ALREADY_ACCEPTED;
      case "contract_ended" -> AskAnswer.Reason.CONTRACT_ENDED;
      case "milestone_not_fundable" -> AskAnswer.Reason.MILESTONE_NOT_FUNDABLE;
      case "milestone_not_funded" -> AskAnswer.Reason.MILESTONE_NOT_FUNDED;
      case "milestone_cancelled" -> AskAnswer.Reason.MILESTONE_CANCELLED;
      default -> null;
    };
  }

  /** What any other refusal is to a hire. */
  public static Obstacle obstacle(Problem<?> problem) {
    String reason = String.valueOf(problem.reason());
    IncidentCause cause =
        switch (problem.status()) {
          case 401 -> IncidentCause.TOKEN_REJECTED;
          case 403 -> forbidden(reason, problem.detail());
          case 404 -> IncidentCause.NOT_FOUND;
          case 409 ->
              switch (reason) {
                case "payment_method_required" -> IncidentCause.PAYMENT_METHOD_REQUIRED;
                case "not_fit_confirmation_required" -> IncidentCause.NOT_FIT_CONFIRMATION_REQUIRED;
                case "contract_rate_missing" -> IncidentCause.CONTRACT_RATE_MISSING;
                default -> IncidentCause.REQUEST_REJECTED;
              };
          default -> IncidentCause.REQUEST_REJECTED;
        };
    return new Obstacle(cause, "the marketplace says no: " + cause.wire(), problem.url());
  }

  private static IncidentCause forbidden(String reason, @Nullable String detail) {
    if (reason.equals("account_claim_required")) {
      return IncidentCause.ACCOUNT_CLAIM_REQUIRED;
    }
    if (detail == null) {
      return IncidentCause.REQUEST_REJECTED;
    }
    return detail.contains(":") ? IncidentCause.SCOPE_MISSING : IncidentCause.FEATURE_DISABLED;
  }
}
