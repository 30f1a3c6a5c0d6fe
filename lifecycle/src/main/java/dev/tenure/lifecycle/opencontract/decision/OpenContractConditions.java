package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Obstruction;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.Creation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.Settlement;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.WorkerLost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What needs a person on OpenContract: in words, and with the answers that make sense for it. */
final class OpenContractConditions {
  private final OpenContractHire hire;

  OpenContractConditions(OpenContractHire hire) {
    this.hire = hire;
  }

  Condition obstacle(Obstruction met) {
    Obstacle obstacle = met.obstacle();
    return condition(
        met.step(), obstacle.cause(), obstacle.words() + remedy(met), obstacle.fixUrl());
  }

  /** Of what the marketplace or the signer says no to, other terms can be asked for. */
  private String remedy(Obstruction met) {
    Step step = met.step();
    return switch (met.obstacle().cause()) {
      case PAYMENT_REFUSED, REQUEST_REJECTED ->
          step.kind() == Step.Kind.CREATE && skippable(step)
              ? (met.obstacle().words().endsWith(".") ? " " : ". ")
                  + "Retry tries it again; a change of milestone %s, such as of its amount, gives"
                      .formatted(step.key())
                  + " this creation up for one with an approval of its own"
                  + skipWords(step)
              : "";
      default -> "";
    };
  }

  /** A payment whose fate is not known for two minutes. */
  Condition uncertain(Step step, Instant until) {
    return condition(
        step,
        IncidentCause.MARKETPLACE_UNREACHABLE,
        "A payment for %s is signed, and it is not known whether it was settled. It is asked for"
                .formatted(step.words())
            + " again at %s, which pays once; nothing is lost. Retry asks now.".formatted(until),
        null);
  }

  Condition notFound(PlannedMilestone milestone, WorkingContract contract) {
    return condition(
        Step.contractOf(milestone.key()),
        IncidentCause.NOT_FOUND,
        "Working Contract %s of milestone %s cannot be found any more. It is looked for, more and"
                .formatted(contract.id(), milestone.key())
            + " more rarely; retry looks now.",
        null);
  }

  Condition unknownStatus(PlannedMilestone milestone, WorkingContract contract) {
    return condition(
        Step.contractOf(milestone.key()),
        IncidentCause.UNEXPECTED,
        "Working Contract %s of milestone %s reads as '%s', which is not known here. It is read"
                .formatted(contract.id(), milestone.key(), contract.shown().status())
            + " again, more and more rarely; retry reads it now.",
        null);
  }

  Condition deadlinesPassed(PlannedMilestone milestone, Deadlines given) {
    return condition(
        Step.create(milestone.key()),
        IncidentCause.DEADLINES_PASSED,
        "The match deadline %s of milestone %s has passed before its Working Contract was created."
                .formatted(given.match(), milestone.key())
            + " Nothing was created; it goes on once its openContract.deadlines are changed"
            + skipWords(Step.create(milestone.key())),
        null);
  }

  Condition aboveCap(PlannedMilestone milestone, Money cost) {
    return condition(
        Step.fund(milestone.key()),
        IncidentCause.BUDGET_EXCEEDED,
        "With milestone %s the hire could cost %s, above its cap of %s. It goes on once the budget"
                .formatted(milestone.key(), cost, hire.plan().cap())
            + " is raised"
            + skipWords(Step.fund(milestone.key())),
        null);
  }

  /** A no to a creation that a person must decide on. */
  Condition refused(Approval last) {
    boolean declined = last.status() == ApprovalStatus.DECLINED;
    return condition(
        last.step(),
        declined ? IncidentCause.APPROVAL_DECLINED : IncidentCause.APPROVAL_EXPIRED,
        "The approval of %s %s. Retry asks again"
                .formatted(
                    last.step().words(),
                    declined ? "was declined" : "expired, nobody decided in time")
            + skipWords(last.step()),
        null);
  }

  /** Why the work was left undone, what comes back, and what can be done about it. */
  Condition workerLost(PlannedMilestone milestone, WorkingContract contract) {
    String key = milestone.key();
    return switch (contract.status().orElseThrow()) {
      case CANCELLED_UNMATCHED ->
          lost(
              IncidentCause.CONTRACT_UNMATCHED,
              "Nobody accepted the Working Contract of milestone %s in time, or its Worker declined",
              key,
              contract);
      case CANCELLED_WITHDRAWN ->
          lost(IncidentCause.WORKER_WITHDREW, "The Worker of milestone %s withdrew", key, contract);
      case CANCELLED_ABSENT ->
          lost(
              IncidentCause.WORKER_ABSENT,
              "The Worker of milestone %s delivered nothing in time",
              key,
              contract);
      case SETTLED_NONE_MET ->
          lost(
              IncidentCause.NOTHING_MET,
              "The dispute of milestone %s found that no criterion was met",
              key,
              contract);
      case CANCELLED_BY_CLIENT ->
          lost(
              IncidentCause.MILESTONE_GONE,
              "The Working Contract of milestone %s was cancelled, and not by this hire",
              key,
              contract);
      case CREATED,
          MATCHED,
          UNDER_REVIEW,
          DISPUTED,
          RESOLVED,
          SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET ->
          throw new IllegalStateException("no Worker is lost: " + contract.shown().status());
    };
  }

  private Condition lost(IncidentCause cause, String what, String key, WorkingContract contract) {
    String none =
        hire.terms().onWorkerLost() == WorkerLost.NEXT_WORKER && !hire.anotherWorkerLeft()
            ? " No other Worker is named any more."
            : "";
    return condition(
        Step.gone(key),
        cause,
        what.formatted(key)
            + ". "
            + comesBack(contract)
            + none
            + " Retry creates another contract"
            + (hire.terms().worker() == null ? "" : " with the same Worker")
            + ", with an approval of its own; skip goes on without the milestone; abort ends the"
            + " hire.",
        null);
  }

  /** To the unit, once the protocol says how much of the stake is ours. */
  private static String comesBack(WorkingContract contract) {
    Settlement settlement =
        contract.settlementKnown() ? Settlement.of(contract).orElse(null) : null;
    if (settlement == null) {
      return "%s come back from escrow; how much of the Worker's stake is added is told once the"
              .formatted(contract.escrowed())
          + " protocol's parameters can be read.";
    }
    if (!settlement.compensation().isPositive() && !settlement.bondBack().isPositive()) {
      return settlement.toClient() + " come back from escrow.";
    }
    String bond =
        settlement.bondBack().isPositive() ? ", the bond of " + settlement.bondBack() : "";
    return "%s come back: %s from escrow%s and %s of the Worker's stake as compensation."
        .formatted(settlement.toClient(), settlement.refund(), bond, settlement.compensation());
  }

  /** Money that moves by itself at a moment that is known, unless a person acts. */
  Condition silencePays(PlannedMilestone milestone, WorkingContract contract, String why) {
    return new Condition(
        IncidentCause.SILENCE_PAYS,
        "%s of milestone %s go to the Worker at %s unless its delivery is disputed before: %s. Retry"
                .formatted(contract.escrowed(), milestone.key(), contract.deadlines().review(), why)
            + " asks for the approval of a dispute, and so does the command dispute; its bond is at"
            + " risk.",
        null,
        List.of(Resolution.RETRY, Resolution.ABORT));
  }

  /** As {@link #silencePays}, where the dispute has its yes and a call of it has met something. */
  Condition disputeHeldUp(PlannedMilestone milestone, WorkingContract contract, Obstacle met) {
    String why =
        met.cause() == IncidentCause.MARKETPLACE_UNREACHABLE
            ? "The marketplace has not answered for about two minutes."
            : met.words();
    return disputeHeldUp(milestone, contract, why, met.fixUrl());
  }

  /** As {@link #silencePays}, where the bond is signed and not known to be settled. */
  Condition disputeUncertain(PlannedMilestone milestone, WorkingContract contract, Instant until) {
    String why =
        "Its bond is signed, and it is not known whether it was settled. It is asked for again at"
            + " %s, which pays once.".formatted(until);
    return disputeHeldUp(milestone, contract, why, null);
  }

  private static Condition disputeHeldUp(
      PlannedMilestone milestone, WorkingContract contract, String why, @Nullable String fixUrl) {
    return new Condition(
        IncidentCause.SILENCE_PAYS,
        "%s of milestone %s go to the Worker at %s unless its dispute gets through before. %s It is"
                .formatted(contract.escrowed(), milestone.key(), contract.deadlines().review(), why)
            + " tried again by itself; retry tries it now.",
        fixUrl,
        List.of(Resolution.RETRY, Resolution.ABORT));
  }

  private Condition condition(
      Step step, IncidentCause cause, String words, @Nullable String fixUrl) {
    return new Condition(cause, words, fixUrl, actions(step, cause));
  }

  private List<Resolution> actions(Step step, IncidentCause cause) {
    List<Resolution> actions = new ArrayList<>();
    if (cause != IncidentCause.DEADLINES_PASSED && cause != IncidentCause.BUDGET_EXCEEDED) {
      actions.add(Resolution.RETRY);
    }
    if (skippable(step)) {
      actions.add(Resolution.SKIP);
    }
    actions.add(Resolution.ABORT);
    return actions;
  }

  /** Those of an incident's answers that the state still allows. */
  List<Resolution> offered(Incident incident) {
    return incident.actions().stream()
        .filter(answer -> answer != Resolution.SKIP || skippable(incident.step()))
        .toList();
  }

  /** Whether the hire can go on without the milestone: never with money in escrow or on its way. */
  private boolean skippable(Step step) {
    return switch (step.kind()) {
      case GONE, CREATE, FUND -> {
        PlannedMilestone milestone = hire.milestone(step.key());
        yield !hire.ending() && (free(milestone) || withdrawable(milestone));
      }
      case HIRE, CONTRACT, TERMS, RELEASE, DISPUTE, END -> false;
    };
  }

  boolean withdrawable(PlannedMilestone milestone) {
    return withdrawable(hire, milestone);
  }

  /**
   * Whether a creation is held up, so that a person may say that it is not wanted any more, or
   * wanted with other terms.
   */
  static boolean withdrawable(OpenContractHire hire, PlannedMilestone milestone) {
    Creation creation = milestone.creation();
    return creation != null
        && !creation.withdrawn()
        && (creation.replaced()
            || hire.obstruction(Step.create(milestone.key()).toString()) != null);
  }

  /** Whether nothing of the milestone is, or may be, under way on the marketplace. */
  static boolean free(PlannedMilestone milestone) {
    WorkingContract last = milestone.contract();
    return milestone.creation() == null && (last == null || last.terminal());
  }

  private String skipWords(Step step) {
    return skippable(step)
        ? "; skip goes on without the milestone; abort ends the hire."
        : "; abort ends the hire.";
  }
}
