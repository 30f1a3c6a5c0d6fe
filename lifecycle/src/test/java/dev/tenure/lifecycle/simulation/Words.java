package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls, observations and states in plain words, for traces. */
final class Words {
  private Words() {}

  static String of(OpenTrainCall call) {
    String pace = call.slow() ? " (slowly)" : "";
    return pace.isEmpty() ? plain(call) : plain(call) + pace;
  }

  private static String plain(OpenTrainCall call) {
    return switch (call) {
      case OpenTrainCall.Ask ask ->
          "ask %d for %s%s"
              .formatted(
                  ask.ordinal(),
                  ask.step().words(),
                  ask.amount() == null ? "" : ", " + ask.amount());
      case OpenTrainCall.CreateMilestone create ->
          "create %s, try %d".formatted(create.milestone(), create.ordinal());
      case OpenTrainCall.ReadApproval read -> "read approval " + read.approvalId();
      case OpenTrainCall.FindApproval find -> "find approvals of " + find.step().words();
      case OpenTrainCall.ReadContract read -> "read the contract";
      case OpenTrainCall.ReadNamedContract named -> "read the named contract " + named.contractId();
    };
  }

  static String of(OpenTrainObservation observation) {
    return switch (observation) {
      case OpenTrainObservation.Answered answered ->
          of(answered.call()) + ": " + answer(answered.answer()) + also(answered.contract());
      case OpenTrainObservation.ApprovalRead read ->
          of(read.call())
              + ": "
              + switch (read.reading()) {
                case ApprovalReading.Seen seen -> seen.approval().status();
                case ApprovalReading.LostSight lost -> "not to be seen";
              }
              + also(read.contract());
      case OpenTrainObservation.ApprovalsSearched searched ->
          of(searched.call())
              + ": "
              + searched.found().stream()
                  .map(found -> found.id() + " " + found.status())
                  .collect(Collectors.joining(", ", "[", "]"));
      case OpenTrainObservation.ContractRead read ->
          of(read.call()) + ": " + reading(read.reading());
      case OpenTrainObservation.MilestoneCreated created ->
          of(created.call()) + ": " + created.answer().getClass().getSimpleName();
      case OpenTrainObservation.Refused refused ->
          of(refused.call()) + ": refused, " + refused.obstacle().cause().wire();
      case OpenTrainObservation.Unreachable unreachable -> of(unreachable.call()) + ": unreachable";
      case OpenTrainObservation.Unanswered unanswered -> of(unanswered.call()) + ": unanswered";
      case OpenTrainObservation.Stopped stopped -> of(stopped.call()) + ": stopped";
      case OpenTrainObservation.Notified notified -> of(notified.notification());
      case OpenTrainObservation.ContractAppeared appeared ->
          "a contract appeared: " + contract(appeared.contract());
    };
  }

  private static String of(Notification notification) {
    StringBuilder words = new StringBuilder("told: ").append(notification.type());
    for (String part :
        new String[] {
          notification.approvalId(),
          notification.milestoneId(),
          notification.contractId(),
          notification.proposalId(),
          notification.status()
        }) {
      if (part != null) {
        words.append(' ').append(part);
      }
    }
    return words.toString();
  }

  private static String answer(AskAnswer answer) {
    return switch (answer) {
      case AskAnswer.Pending pending -> pending.approval().id() + " " + pending.approval().status();
      case AskAnswer.Done done -> "done";
      case AskAnswer.Fact fact -> "no, " + fact.reason();
    };
  }

  private static String also(@Nullable ContractReading reading) {
    return reading == null ? "" : "; " + reading(reading);
  }

  private static String reading(ContractReading reading) {
    return switch (reading) {
      case ContractReading.Seen seen -> contract(seen.contract());
      case ContractReading.NotFound notFound -> "no contract to be seen";
    };
  }

  static String contract(ContractSnapshot shown) {
    return shown.milestones().stream()
        .map(
            m ->
                "%s %s %s%s"
                    .formatted(
                        m.id(), m.status(), m.amount(), m.pendingApproval() ? " delivered" : ""))
        .collect(Collectors.joining("; ", shown.id() + " " + shown.status() + " [", "]"));
  }

  /** What a hire has decided, and where it stands. */
  static String of(OpenTrainHire hire, Decision<OpenTrainCall> decision) {
    StringBuilder words = new StringBuilder(hire.status().wire());
    words.append(
        hire.milestones().stream()
            .map(m -> m.key() + " " + hire.stateOf(m).wire())
            .collect(Collectors.joining(", ", " [", "]")));
    if (!hire.running().isEmpty()) {
      words.append(
          hire.running().values().stream()
              .map(running -> of(running.call()) + (running.stopping() ? " (stopping)" : ""))
              .collect(Collectors.joining(", ", "; runs: ", "")));
    }
    if (decision.wake() != null) {
      words.append("; wakes %s (%s)".formatted(decision.wake(), decision.wakeWords()));
    }
    hire.openIncidents()
        .forEach(
            open ->
                words.append(
                    "; INCIDENT %s %s %s %s"
                        .formatted(open.id(), open.step(), open.cause().wire(), open.actions())));
    return words.toString();
  }
}
