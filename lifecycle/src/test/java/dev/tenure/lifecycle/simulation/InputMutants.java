package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.model.hire.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rules that take in something else than what came. */
final class InputMutants {
  private InputMutants() {}

  /** What a hand-over could not wait for counts as not carried out. */
  static final class StoppedCreationForgotten implements Rules {
    @Override
    public void handOver(OpenTrainHire hire, Instant now) {
      for (RunningCall<OpenTrainCall> running : List.copyOf(hire.running().values())) {
        if (running.call() instanceof OpenTrainCall.CreateMilestone) {
          new OpenTrainLifecycle(hire)
              .observe(new OpenTrainObservation.Stopped(running.call()), now);
        }
      }
      new OpenTrainLifecycle(hire).handOver(now);
    }
  }

  /** Every look is adopted, whenever it began. */
  static final class LateLookAdopted implements Rules {
    @Override
    public OpenTrainHire observe(
        OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
      boolean look =
          observation instanceof OpenTrainObservation.ContractRead
              || (observation instanceof OpenTrainObservation.ApprovalRead read
                  && read.contract() != null);
      OpenTrainHire seen =
          look
              ? HireJson.changed(hire, tree -> tree.withObject("/contract").put("lookTick", 0))
              : hire;
      new OpenTrainLifecycle(seen).observe(observation, now);
      return seen;
    }
  }

  static final class SupersededIsDeclined implements Rules {
    @Override
    public OpenTrainHire observe(
        OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
      new OpenTrainLifecycle(hire).observe(changed(observation), now);
      return hire;
    }

    private static OpenTrainObservation changed(OpenTrainObservation observation) {
      if (observation instanceof OpenTrainObservation.ApprovalRead read
          && read.reading() instanceof ApprovalReading.Seen seen
          && overtaken(seen.approval())) {
        return new OpenTrainObservation.ApprovalRead(
            read.call(), new ApprovalReading.Seen(declined(seen.approval())), read.contract());
      }
      return observation;
    }

    private static boolean overtaken(ApprovalSnapshot shown) {
      return shown.status().equals("expired")
          && shown.resolvedAt() != null
          && shown.resolvedAt().isBefore(shown.expiresAt());
    }
  }

  static final class LostIsDeclined implements Rules {
    @Override
    public OpenTrainHire observe(
        OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
      Ask ask =
          observation instanceof OpenTrainObservation.ApprovalRead read
              ? hire.askOf(read.call().approvalId())
              : null;
      boolean lost =
          observation instanceof OpenTrainObservation.ApprovalRead read
              && read.reading() instanceof ApprovalReading.LostSight;
      if (lost && ask != null && observation instanceof OpenTrainObservation.ApprovalRead read) {
        new OpenTrainLifecycle(hire)
            .observe(
                new OpenTrainObservation.ApprovalRead(
                    read.call(), new ApprovalReading.Seen(declined(ask.knownApproval())), null),
                now);
      } else {
        new OpenTrainLifecycle(hire).observe(observation, now);
      }
      return hire;
    }
  }

  /** Skip is taken whatever may be pending. */
  static final class SkipAllowed implements Rules {
    @Override
    public Optional<Rejection> check(OpenTrainHire hire, CommandRequest request, Instant now) {
      boolean skips =
          request.command() instanceof Command.Resolve resolve
              && resolve.resolution() == Resolution.SKIP
              && hire.incident(resolve.incidentId())
                  .filter(incident -> incident.open())
                  .filter(incident -> incident.step().kind() == Step.Kind.FUND)
                  .isPresent();
      boolean drops =
          request.command() instanceof Command.Drop drop
              && hire.closed() == null
              && hire.findMilestone(drop.milestone())
                  .filter(m -> !m.foreign() && !hire.isFirst(m))
                  .isPresent();
      return skips || drops ? Optional.empty() : new OpenTrainLifecycle(hire).check(request, now);
    }
  }

  static final class UnansweredIsUnsent implements Rules {
    @Override
    public OpenTrainHire observe(
        OpenTrainHire hire, OpenTrainObservation observation, Instant now) {
      new OpenTrainLifecycle(hire)
          .observe(
              observation instanceof OpenTrainObservation.Unanswered unanswered
                      && unanswered.call() instanceof OpenTrainCall.Ask
                  ? new OpenTrainObservation.Stopped(unanswered.call())
                  : observation,
              now);
      return hire;
    }
  }

  /** Keys are not remembered. */
  static final class KeyTwice implements Rules {
    @Override
    public boolean command(OpenTrainHire hire, CommandRequest request, Instant now) {
      String another = request.key() + " " + hire.tick();
      return new OpenTrainLifecycle(hire)
          .command(new CommandRequest(another, request.actor(), null, request.command()), now);
    }
  }

  private static ApprovalSnapshot declined(ApprovalSnapshot shown) {
    return new ApprovalSnapshot(
        shown.id(),
        shown.type(),
        "declined",
        shown.contractId(),
        shown.milestoneId(),
        shown.jobId(),
        shown.proposalId(),
        shown.url(),
        shown.createdAt(),
        shown.expiresAt(),
        Objects.requireNonNullElse(shown.resolvedAt(), shown.createdAt()),
        shown.result());
  }
}
