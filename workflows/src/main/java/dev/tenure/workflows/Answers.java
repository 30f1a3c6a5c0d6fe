package dev.tenure.workflows;

import dev.tenure.model.ApprovalKind;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator may answer to an incident: what makes sense for its cause, and no more. */
final class Answers {

  private Answers() {}

  static List<Resolution> to(
      Book book, String step, IncidentCause cause, @Nullable String milestone) {
    List<Resolution> answers = new ArrayList<>();
    if (cause != IncidentCause.MILESTONE_GONE) {
      answers.add(Resolution.RETRY);
    }
    if (adoptable(step, cause)) {
      answers.add(Resolution.ADOPT);
    }
    if (skippable(book, cause, milestone)) {
      answers.add(Resolution.SKIP);
    }
    answers.add(Resolution.ABORT);
    return answers;
  }

  /** Those of an incident's answers that the state of its milestone leaves. */
  static List<Resolution> stillTo(Book book, IncidentDocument incident) {
    return skippable(book, incident.cause(), incident.milestone())
        ? incident.actions()
        : incident.actions().stream().filter(answer -> answer != Resolution.SKIP).toList();
  }

  /** Why the incident cannot be answered so, or not any more. */
  static Optional<String> objection(Book book, IncidentDocument incident, ResolveCommand command) {
    Resolution answer = command.resolution();
    String id = command.marketplaceId();
    boolean named = id != null && !id.isBlank();
    if (!incident.actions().contains(answer)) {
      return Optional.of(
          "cannot be answered with %s, only with %s"
              .formatted(answer.wire(), Words.oneOf(incident.actions())));
    }
    if (answer == Resolution.SKIP && !skippable(book, incident.cause(), incident.milestone())) {
      return Optional.of("can no longer be skipped: the milestone's funding has been asked for");
    }
    if (answer == Resolution.ADOPT && !named && Nominations.mustBeNamed(incident.cause())) {
      return Optional.of("wants marketplaceId beside adopt: the id over there of what is ours");
    }
    return answer != Resolution.ADOPT && named
        ? Optional.of("takes marketplaceId only with adopt")
        : Optional.empty();
  }

  private static boolean adoptable(String step, IncidentCause cause) {
    return switch (cause) {
      case MILESTONE_IN_DOUBT, APPROVAL_LOST, APPROVAL_SUPERSEDED -> true;
      case NOT_FOUND -> step.equals(Contract.SIGHT);
      case ACCOUNT_CLAIM_REQUIRED,
          PAYMENT_METHOD_REQUIRED,
          NOT_FIT_CONFIRMATION_REQUIRED,
          CONTRACT_RATE_MISSING,
          TOKEN_REJECTED,
          SCOPE_MISSING,
          FEATURE_DISABLED,
          REQUEST_REJECTED,
          RATE_LIMITED,
          MARKETPLACE_UNREACHABLE,
          APPROVAL_DECLINED,
          APPROVAL_EXPIRED,
          APPROVAL_STATUS_UNKNOWN,
          TERMS_EDITED,
          BUDGET_EXCEEDED,
          MILESTONE_GONE,
          WORKFLOW_GONE,
          START_REFUSED,
          CONTRACT_AFTER_CLOSE,
          UNEXPECTED ->
          false;
    };
  }

  /** Whether the hire can go on without the milestone that the incident holds. */
  static boolean skippable(Book book, IncidentCause cause, @Nullable String milestone) {
    return milestone != null
        && (cause == IncidentCause.MILESTONE_GONE || droppable(book, milestone));
  }

  /**
   * The first milestone is the hire itself, and nobody can recall an approval that is pending;
   * money in escrow is never left behind.
   */
  private static boolean droppable(Book book, String key) {
    MilestoneDocument milestone = book.milestone(key);
    boolean first = key.equals(book.plan.first().key());
    return !first
        && !milestone.foreign()
        && switch (milestone.state()) {
          case PLANNED, CREATED -> true;
          case AWAITING_FUNDING -> book.pending(ApprovalKind.MILESTONE_FUND, key).isEmpty();
          case FUNDED, DELIVERED, AWAITING_RELEASE, PAID, CANCELLED, DROPPED -> false;
        };
  }
}
