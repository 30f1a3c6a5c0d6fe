package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What needs a person: in words, and with the answers that make sense for it. */
final class OpenTrainConditions {
  private final OpenTrainHire hire;

  OpenTrainConditions(OpenTrainHire hire) {
    this.hire = hire;
  }

  Condition obstacle(Obstruction met) {
    return condition(
        met.step(), met.obstacle().cause(), met.obstacle().words(), met.obstacle().fixUrl());
  }

  Condition unanswered(Step step) {
    return condition(
        step,
        IncidentCause.MARKETPLACE_UNREACHABLE,
        "The request for %s has had no answer for two minutes; it may have arrived. It is asked"
                .formatted(step.words())
            + " again, more slowly, until there is one; nothing is lost.",
        null);
  }

  Condition notShown(Step step) {
    return condition(
        step,
        IncidentCause.UNEXPECTED,
        "%s is done, and the contract does not show it yet. It is looked at again, more and more"
                .formatted(capital(step.words()))
            + " rarely; retry looks now.",
        null);
  }

  Condition contractNotFound() {
    return condition(
        Step.contract(),
        IncidentCause.NOT_FOUND,
        "Contract %s cannot be seen with this token; a rotated or a team member's one may not see"
                .formatted(hire.contract().id())
            + " it. Retry looks again; adopt names another contract of the proposal.",
        null);
  }

  Condition namedContractRefused(String objection) {
    return condition(
        Step.contract(),
        IncidentCause.NOT_FOUND,
        objection
            + ", so it was not adopted. Retry looks for contract %s again; adopt names another one."
                .formatted(hire.contract().id()),
        null);
  }

  Condition endNotShown() {
    return condition(
        Step.contract(),
        IncidentCause.UNEXPECTED,
        "The marketplace says that the contract has ended, and shows it as active. Retry asks"
            + " again for what was refused.",
        null);
  }

  Condition contractAfterClose() {
    return new Condition(
        IncidentCause.CONTRACT_AFTER_CLOSE,
        "Contract %s of the proposal turned up after the hire was closed. Abort ends it; skip lets"
                .formatted(hire.contract().id())
            + " it be, and nobody watches it here.",
        null,
        List.of(Resolution.SKIP, Resolution.ABORT));
  }

  Condition termsEdited(Step step, Money asked, Money got) {
    return condition(
        step,
        IncidentCause.TERMS_EDITED,
        "%s was asked for, %s was confirmed. Retry accepts it and goes on.".formatted(asked, got),
        null);
  }

  Condition confirmedAboveCap(Step step, Money asked, Money got) {
    return condition(
        step,
        IncidentCause.BUDGET_EXCEEDED,
        "%s was confirmed instead of %s; with fees that makes %s, above the hire's cap of %s."
                .formatted(got, asked, OpenTrainTotals.upTo(hire, hire.first()), hire.plan().cap())
            + " Retry goes on with what is committed; nothing above the cap is asked for.",
        null);
  }

  Condition aboveCap(Step step, Money cost) {
    return condition(
        step,
        IncidentCause.BUDGET_EXCEEDED,
        "With milestone %s the hire could cost %s, above its cap of %s. It goes on once the budget"
                .formatted(step.milestone(), cost, hire.plan().cap())
            + " is raised; retry reads the contract again; skip drops the milestone.",
        null);
  }

  Condition pricedOtherwise(Step step, Money reckoned, Money priced) {
    return condition(
        step,
        IncidentCause.TERMS_EDITED,
        "The marketplace prices milestone %s at %s, %s was reckoned with. Retry accepts it and goes"
                .formatted(step.milestone(), priced, reckoned)
            + " on; skip drops the milestone.",
        null);
  }

  Condition notPriced(Step step) {
    return condition(
        step,
        IncidentCause.UNEXPECTED,
        ("The marketplace prices milestone %s by its volume, and shows no price that can be read."
                + " Its funding is not asked for without one; the contract is read again every"
                + " quarter of an hour. Skip drops the milestone.")
            .formatted(step.milestone()),
        null);
  }

  Condition dueDatePassed(Step step, MilestonePlan plan) {
    return condition(
        step,
        IncidentCause.REQUEST_REJECTED,
        "The due date %s of milestone %s has passed, and the marketplace takes no such milestone."
                .formatted(plan.dueDate(), plan.key())
            + " Change its dueDate.",
        null);
  }

  Condition milestoneInDoubt(Step step) {
    return condition(
        step,
        IncidentCause.MILESTONE_IN_DOUBT,
        "It is not certain whether milestone %s was created: the call never came back, and the"
                .formatted(step.milestone())
            + " contract does not show it. It is looked for, and never created again by itself."
            + " Retry looks once more and creates it if it is not there; adopt takes one that"
            + " stands on the contract.",
        null);
  }

  Condition namedMilestoneRefused(Step step, String objection) {
    return condition(
        step,
        IncidentCause.MILESTONE_IN_DOUBT,
        objection
            + ", so nothing was adopted as %s. Adopt names another one; retry looks for the"
                .formatted(step.milestone())
            + " milestone and creates it if it is not there.",
        null);
  }

  Condition milestoneGone(Step step) {
    return condition(
        step,
        IncidentCause.MILESTONE_GONE,
        "Milestone %s was cancelled or refunded in the app. Skip goes on without it; abort ends the"
                .formatted(step.milestone())
            + " contract.",
        null);
  }

  Condition namedApprovalRefused(Step step, String objection) {
    return condition(
        step,
        IncidentCause.APPROVAL_LOST,
        objection
            + ", so it was not adopted for %s. Retry asks for a new one; adopt names another."
                .formatted(step.words()),
        null);
  }

  /** The marketplace's own state answered, and the contract does not show what it says. */
  Condition approvalLost(Ask ask) {
    String why =
        ask.fact() == null
            ? "the approval is out of sight"
            : "the marketplace answers " + ask.fact().name().toLowerCase(Locale.ROOT);
    return condition(
        ask.step(),
        IncidentCause.APPROVAL_LOST,
        "%s: %s, and the contract does not show it done. Retry asks again; adopt takes an approval"
                .formatted(capital(ask.step().words()), why)
            + " that you name.",
        page(ask));
  }

  /** A no that a person must decide on. */
  Condition refused(Ask ask) {
    return switch (ask.state()) {
      case DECLINED -> refused(ask, IncidentCause.APPROVAL_DECLINED, "was declined");
      case EXPIRED ->
          refused(ask, IncidentCause.APPROVAL_EXPIRED, "expired, nobody decided in time");
      case SUPERSEDED ->
          refused(
              ask, IncidentCause.APPROVAL_SUPERSEDED, "was replaced by somebody else's request");
      case LOST -> approvalLost(ask);
      default ->
          refused(
              ask,
              IncidentCause.APPROVAL_STATUS_UNKNOWN,
              "reads as '%s', which is not known here".formatted(ask.knownApproval().status()));
    };
  }

  private Condition refused(Ask ask, IncidentCause cause, String what) {
    List<Resolution> actions = actions(ask.step(), cause);
    String adopt = actions.contains(Resolution.ADOPT) ? " adopt takes one that you name;" : "";
    String skip = actions.contains(Resolution.SKIP) ? " skip drops the milestone;" : "";
    return new Condition(
        cause,
        "The approval of %s %s. Retry asks again;%s%s abort gives the hire up."
            .formatted(ask.step().words(), what, adopt, skip),
        page(ask),
        actions);
  }

  private Condition condition(
      Step step, IncidentCause cause, String words, @Nullable String fixUrl) {
    return new Condition(cause, words, fixUrl, actions(step, cause));
  }

  private List<Resolution> actions(Step step, IncidentCause cause) {
    List<Resolution> actions = new ArrayList<>();
    if (cause != IncidentCause.MILESTONE_GONE) {
      actions.add(Resolution.RETRY);
    }
    if (adoptable(step, cause)) {
      actions.add(Resolution.ADOPT);
    }
    if (skippable(step)) {
      actions.add(Resolution.SKIP);
    }
    actions.add(Resolution.ABORT);
    return actions;
  }

  /** Those of an incident's answers that the state still allows. */
  List<Resolution> offered(Incident incident) {
    boolean skip =
        incident.cause() == IncidentCause.CONTRACT_AFTER_CLOSE || skippable(incident.step());
    return incident.actions().stream().filter(answer -> answer != Resolution.SKIP || skip).toList();
  }

  private static boolean adoptable(Step step, IncidentCause cause) {
    return switch (cause) {
      case MILESTONE_IN_DOUBT, APPROVAL_LOST, APPROVAL_SUPERSEDED -> true;
      case NOT_FOUND -> step.kind() == Step.Kind.CONTRACT;
      default -> false;
    };
  }

  /**
   * Whether the hire can go on without the milestone. The first one is the hire itself, money in
   * escrow is never left behind, and what may be pending with a person is never given up.
   */
  private boolean skippable(Step step) {
    return switch (step.kind()) {
      case GONE -> true;
      case CREATE, FUND -> droppable(hire.milestone(step.key()));
      case HIRE, CONTRACT, TERMS, RELEASE, END, DISPUTE -> false;
    };
  }

  /** Until its funding may be pending with a person; the first is funded by the hire itself. */
  boolean droppable(Milestone milestone) {
    return !milestone.foreign()
        && !milestone.dropped()
        && !hire.isFirst(milestone)
        && (milestone.stage() == Stage.NONE || milestone.stage() == Stage.UNFUNDED)
        && !hire.mayBePending(Step.fund(milestone.key()));
  }

  private static @Nullable String page(Ask ask) {
    ApprovalSnapshot approval = ask.approval();
    return approval == null ? null : approval.url();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
