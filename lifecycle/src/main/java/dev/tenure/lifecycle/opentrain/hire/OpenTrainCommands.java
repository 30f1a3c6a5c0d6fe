package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.CallTracker;
import dev.tenure.lifecycle.hire.CommandLog;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What commands do to the state of a hire. They decide nothing: what follows is found anew. */
public final class OpenTrainCommands {
  private final OpenTrainHire hire;
  private final Instant now;

  private OpenTrainCommands(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  /**
   * Carries out a command that was checked, unless its key was seen before.
   *
   * @return whether anything was done
   */
  public static boolean apply(OpenTrainHire hire, CommandRequest request, Instant now) {
    if (!CommandLog.add(hire, request, now)) {
      return false;
    }
    new OpenTrainCommands(hire, now).apply(request.command());
    return true;
  }

  private void apply(Command command) {
    switch (command) {
      case Command.Release release -> hire.milestone(release.milestone()).releaseCommanded = true;
      case Command.Fund fund -> hire.milestone(fund.milestone()).fundCommanded = true;
      case Command.AddMilestone add -> add(add.milestone());
      case Command.Drop drop -> drop(hire.milestone(drop.milestone()));
      case Command.Pause pause -> hire.pause(true);
      case Command.Resume resume -> hire.pause(false);
      case Command.Cancel cancel -> giveUp();
      case Command.End end -> hire.end();
      case Command.Change change -> change(change);
      case Command.Resolve resolve -> resolve(resolve);
      case Command.Dispute dispute -> throw refusedBefore(dispute);
      case Command.DecideApproval decide -> throw refusedBefore(decide);
    }
  }

  private static IllegalStateException refusedBefore(Command command) {
    return new IllegalStateException("OpenTrain knows no such command: " + command.words());
  }

  /** Without a contract the hire is given up; with one its end is asked for. */
  private void giveUp() {
    hire.pause(false);
    if (hire.contract.known()) {
      hire.end();
    } else if (hire.givenUp == null) {
      hire.givenUp = new GivenUp(hire.tick());
    }
  }

  private void add(MilestonePlan milestone) {
    hire.replanWith(milestone);
    hire.add(milestone);
  }

  private void drop(Milestone dropped) {
    dropped.dropped = true;
    dropped.creation = Milestone.Creation.NONE;
    hire.nominations.remove(Step.create(dropped.key()).toString());
    hire.nominations.remove(Step.fund(dropped.key()).toString());
    hire.replanWithout(
        dropped.terms,
        planned -> {
          Milestone relinked = hire.milestone(planned.key());
          relinked.terms = relinked.terms.withFund(planned.fund());
          relinked.fundCommanded |= dropped.fundCommanded;
        });
  }

  private void change(Command.Change change) {
    for (MilestonePlan terms : change.milestones()) {
      Milestone milestone = hire.milestone(terms.key());
      milestone.terms = terms;
      CallTracker.forget(hire, Step.create(terms.key()).toString());
      if (hire.isFirst(milestone)) {
        CallTracker.forget(hire, hire.hireStep().toString());
      }
    }
    hire.replanWith(change.terms(), change.milestones());
    hire.changedTick = hire.tick();
  }

  private void resolve(Command.Resolve command) {
    Incident incident = Objects.requireNonNull(hire.incident(command.incidentId()).orElse(null));
    Resolution answer = command.resolution();
    boolean endingBefore = hire.ending();
    CallTracker.answered(hire, incident.id(), answer, now);
    Step step = incident.step();
    hire.nominations.remove(step.toString());
    switch (answer) {
      case RETRY -> retry(step, incident.cause());
      case ADOPT ->
          hire.nominations.put(
              step.toString(),
              new AdoptionRequest(named(command.marketplaceId()), hire.tick(), null));
      case SKIP -> skip(step);
      case ABORT -> abort(step, endingBefore);
    }
  }

  private static String named(@Nullable String id) {
    return id == null ? AdoptionRequest.THE_ONLY_ONE : id.strip();
  }

  private void retry(Step step, IncidentCause cause) {
    switch (step.kind()) {
      case HIRE, FUND, RELEASE, END -> {
        if (cause == IncidentCause.TERMS_EDITED) {
          hire.accept(cause, step.key());
        } else if (cause.obstacle() || cause == IncidentCause.MARKETPLACE_UNREACHABLE) {
          callAgain(step);
        } else {
          askAgain(step);
        }
        hire.notifiedTick = hire.tick();
      }
      case CREATE -> createAgain(hire.milestone(step.key()));
      case TERMS -> {
        hire.accept(cause, step.key());
        hire.notifiedTick = hire.tick();
      }
      case CONTRACT -> {
        hire.contract.missed = 0;
        hire.contract.reportedEnded = false;
        hire.notifiedTick = hire.tick();
      }
      case GONE, DISPUTE -> throw new IllegalStateException("cannot be retried: " + step);
    }
  }

  /** The obstacle is forgotten already: what has no answer is tried at once. */
  private void callAgain(Step step) {
    hire.asks(step).forEach(ask -> ask.triedAt = null);
  }

  /** A person said no, or may have: to ask once more is the operator's leave. */
  private void askAgain(Step step) {
    Ask last = hire.lastAsk(step);
    if (last == null) {
      return;
    }
    switch (last.state) {
      case SENT, UNSENT -> callAgain(step);
      case PENDING -> {}
      case CONFIRMED, EXECUTED -> last.looksAtEnd = hire.contract.looks;
      case FACT, DECLINED, EXPIRED, SUPERSEDED, REPLACED, SETTLED, LOST, UNKNOWN ->
          last.again = true;
    }
  }

  /** Only a person may say that a milestone in doubt was not created; one more look comes first. */
  private void createAgain(Milestone milestone) {
    if (milestone.creation == Milestone.Creation.DOUBT) {
      milestone.creation = Milestone.Creation.NONE;
      milestone.lookBeforeCreation = hire.tick();
    }
  }

  private void skip(Step step) {
    if (step.kind() == Step.Kind.CONTRACT) {
      hire.abandon();
      return;
    }
    Milestone milestone = hire.milestone(step.key());
    if (milestone.stage == Stage.GONE) {
      hire.accept(IncidentCause.MILESTONE_GONE, milestone.key());
    } else {
      drop(milestone);
    }
  }

  /**
   * Gives up what is under way, and with it a pause. When the way out itself is given up, the hire
   * closes and leaves on the marketplace what stands there.
   */
  private void abort(Step step, boolean endingBefore) {
    boolean wayOut =
        switch (step.kind()) {
          case HIRE -> hire.givenUp != null;
          case END, CONTRACT -> endingBefore || hire.givenUp != null;
          case TERMS, CREATE, FUND, RELEASE, GONE, DISPUTE -> false;
        };
    if (wayOut) {
      hire.abandon();
    }
    giveUp();
  }
}
