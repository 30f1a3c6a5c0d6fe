package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.CommandGate;
import dev.tenure.lifecycle.decision.PlanGate;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.Creation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.OpenContractTotals;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.SelfApproval;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses, in words, what the state of a hire on OpenContract does not allow. */
public final class OpenContractCommandCheck {
  private static final int MOST_CRITERIA = 10;

  private final OpenContractHire hire;
  private final Instant now;
  private final List<AllowedAction> allowed;

  private OpenContractCommandCheck(
      OpenContractHire hire, Instant now, List<AllowedAction> allowed) {
    this.hire = hire;
    this.now = now;
    this.allowed = allowed;
  }

  /** Why the command is refused; empty when it is not, and when its key was seen before. */
  public static Optional<Rejection> check(
      OpenContractHire hire, CommandRequest request, Instant now) {
    List<AllowedAction> allowed = OpenContractActions.of(hire);
    OpenContractCommandCheck check = new OpenContractCommandCheck(hire, now, allowed);
    return CommandGate.check(
        hire, request, allowed, command -> check.objection(command, request.actor()));
  }

  private Optional<Rejection> objection(Command command, @Nullable String actor) {
    return command instanceof Command.DecideApproval decide
        ? decision(decide, actor)
        : words(command).map(words -> new Rejection(words, allowed, null));
  }

  private Optional<Rejection> decision(Command.DecideApproval decide, @Nullable String actor) {
    Approval approval = hire.approval(decide.approvalId()).orElse(null);
    if (approval == null) {
      return refuse(
          "There is no approval %s in this hire.".formatted(decide.approvalId()),
          Rejection.UNKNOWN_SUBJECT);
    }
    if (!approval.pending()) {
      return refuse(
          "Approval %s cannot be decided any more: it is %s."
              .formatted(approval.id(), approval.status().wire()),
          null);
    }
    if (!now.isBefore(approval.expiresAt())) {
      return refuse(
          "Approval %s cannot be decided any more: it expired at %s."
              .formatted(approval.id(), approval.expiresAt()),
          null);
    }
    if (!approval.termsDigest().equals(decide.termsDigest())) {
      return refuse(
          "The terms of approval %s are not those that termsDigest names: read it again."
              .formatted(approval.id()),
          Rejection.TERMS_CHANGED);
    }
    return hire.terms().selfApproval() == SelfApproval.FORBID
        ? bySomebodyElse(actor)
        : Optional.empty();
  }

  /** Who is not known may be whoever began the hire. */
  private Optional<Rejection> bySomebodyElse(@Nullable String actor) {
    if (actor == null) {
      return refuse(
          "policies.selfApproval forbids whoever began the hire to decide its approvals, and it is"
              + " not known who decides. Decide with a key, or a session, of your own.",
          Rejection.SELF_APPROVAL);
    }
    return actor.equals(hire.requestedBy())
        ? refuse(
            "Whoever began the hire may not decide its approvals: policies.selfApproval forbids"
                + " it. Somebody else must decide.",
            Rejection.SELF_APPROVAL)
        : Optional.empty();
  }

  private Optional<Rejection> refuse(String words, @Nullable String code) {
    return Optional.of(new Rejection(words, allowed, code));
  }

  private Optional<String> words(Command command) {
    return switch (command) {
      case Command.Release release ->
          require(ActionKind.RELEASE, release.milestone(), cannot(release.milestone(), "released"));
      case Command.Dispute dispute ->
          require(ActionKind.DISPUTE, dispute.milestone(), cannot(dispute.milestone(), "disputed"))
              .or(() -> tooLate(hire.milestone(dispute.milestone())));
      case Command.Fund fund ->
          require(ActionKind.FUND, fund.milestone(), cannot(fund.milestone(), "funded by command"));
      case Command.Drop drop ->
          require(ActionKind.DROP, drop.milestone(), cannot(drop.milestone(), "dropped"));
      case Command.AddMilestone add ->
          require(
                  ActionKind.ADD_MILESTONE,
                  null,
                  "No milestone can be added now: " + standing() + ".")
              .or(() -> addition(add.milestone()));
      case Command.Pause pause ->
          require(ActionKind.PAUSE, null, "The hire cannot be paused now: " + standing() + ".");
      case Command.Resume resume ->
          require(ActionKind.RESUME, null, "There is nothing to resume: " + standing() + ".");
      case Command.Cancel cancel -> require(ActionKind.CANCEL, null, cannotBeCancelled());
      case Command.End end ->
          require(
              ActionKind.END,
              null,
              hire.ending() || hire.closed() != null
                  ? "The hire cannot be ended now: " + standing() + "."
                  : "No Working Contract was created yet: cancel the hire instead.");
      case Command.Change change ->
          require(ActionKind.CHANGE, null, "The hire cannot be changed now: " + standing() + ".")
              .or(() -> change(change));
      case Command.Resolve resolve ->
          CommandGate.answer(hire, resolve, allowed, new OpenContractConditions(hire)::offered);
      case Command.DecideApproval decide ->
          throw new IllegalStateException("checked before: " + decide);
    };
  }

  private Optional<String> require(ActionKind action, @Nullable String target, String otherwise) {
    return CommandGate.require(allowed, action, target, otherwise);
  }

  private Optional<String> tooLate(PlannedMilestone milestone) {
    WorkingContract contract = milestone.contract();
    return contract == null || now.isBefore(contract.deadlines().review())
        ? Optional.empty()
        : Optional.of(
            "Milestone %s cannot be disputed any more: its review deadline %s has passed."
                .formatted(milestone.key(), contract.deadlines().review()));
  }

  /** Which money cannot be called back, and when it moves. */
  private String cannotBeCancelled() {
    if (!hire.everContracted() || hire.closed() != null) {
      return "The hire cannot be cancelled now: " + standing() + ".";
    }
    String locked =
        hire.milestones().stream()
            .map(PlannedMilestone::contract)
            .filter(contract -> contract != null && !contract.terminal())
            .map(OpenContractCommandCheck::recall)
            .collect(Collectors.joining("; "));
    return "The hire cannot be cancelled: it has created a Working Contract; end it instead"
        + (locked.isEmpty() ? "." : ". " + locked + ".");
  }

  /** What becomes of the money in a contract, and when. */
  static String recall(WorkingContract contract) {
    Deadlines deadlines = contract.deadlines();
    WorkingContractStatus status = contract.status().orElse(null);
    String money = contract.escrowed().toString();
    if (status == null) {
      return money + " lie in " + contract.id() + ", whose status is not known here";
    }
    return switch (status) {
      case CREATED -> money + " are refunded as soon as " + contract.id() + " is cancelled";
      case MATCHED ->
          "%s cannot be called back from %s: they come back at %s if nothing is delivered by then"
              .formatted(money, contract.id(), deadlines.delivery());
      case UNDER_REVIEW ->
          "%s cannot be called back from %s: they go to its Worker at %s unless its delivery is"
                  .formatted(money, contract.id(), deadlines.review())
              + " disputed";
      case DISPUTED ->
          "%s cannot be called back from %s: the votes decide at %s"
              .formatted(money, contract.id(), contract.statusDeadline());
      case RESOLVED ->
          "%s cannot be called back from %s: they move as its criteria were judged"
              .formatted(money, contract.id());
      case SETTLED_FULLY_MET,
          SETTLED_PARTIALLY_MET,
          SETTLED_NONE_MET,
          CANCELLED_BY_CLIENT,
          CANCELLED_UNMATCHED,
          CANCELLED_WITHDRAWN,
          CANCELLED_ABSENT ->
          contract.id() + " is over";
    };
  }

  private Optional<String> addition(MilestonePlan added) {
    return PlanGate.free(added.key(), taken -> hire.findMilestone(taken).isPresent())
        .or(() -> terms(added))
        .or(() -> PlanGate.fund(added.fund(), added.key(), this::payable))
        .or(() -> fits(added));
  }

  private boolean payable(String key) {
    return hire.findMilestone(key).filter(milestone -> !milestone.dropped()).isPresent();
  }

  private Optional<String> terms(MilestonePlan terms) {
    OpenContractMilestone planned = terms.openContract();
    if (planned == null) {
      return Optional.of(
          "Milestone %s wants openContract.acceptanceCriteria on OpenContract."
              .formatted(terms.key()));
    }
    int criteria = planned.acceptanceCriteria().size();
    if (criteria < 1 || criteria > MOST_CRITERIA) {
      return Optional.of(
          "Milestone %s wants 1 to %d openContract.acceptanceCriteria, not %d."
              .formatted(terms.key(), MOST_CRITERIA, criteria));
    }
    return PlanGate.amount(terms.amount(), terms.key() + ".amount", hire.plan().currency())
        .or(() -> ahead(planned.deadlines(), terms.key()));
  }

  private Optional<String> ahead(@Nullable Deadlines given, String key) {
    return given == null || now.isBefore(given.match())
        ? Optional.empty()
        : Optional.of(
            "openContract.deadlines.match %s of milestone %s has passed: choose a later one."
                .formatted(given.match(), key));
  }

  private Optional<String> fits(MilestonePlan added) {
    return PlanGate.fits(
        added.key(),
        OpenContractTotals.of(hire).worstCase().plus(added.amount()),
        hire.plan().cap());
  }

  private Optional<String> change(Command.Change change) {
    for (MilestonePlan terms : change.milestones()) {
      Optional<String> objection = change(terms);
      if (objection.isPresent()) {
        return objection;
      }
    }
    Optional<String> award = award(change.terms().openContract());
    if (award.isPresent()) {
      return award;
    }
    Money cap = change.terms().cap();
    return cap == null || cap.equals(hire.plan().cap())
        ? Optional.empty()
        : PlanGate.amount(cap, "budget", hire.plan().currency())
            .or(
                () ->
                    PlanGate.floor(
                        cap, OpenContractTotals.bound(hire, null), "committed or asked for"));
  }

  /** Who is awarded can be changed for what is not being created. */
  private Optional<String> award(@Nullable OpenContractTerms terms) {
    if (terms == null) {
      return Optional.empty();
    }
    if (terms.selfApproval() != hire.terms().selfApproval()) {
      return Optional.of(
          "policies.selfApproval cannot be changed: who may decide approvals is settled when the"
              + " hire is made.");
    }
    return hire.milestones().stream()
        .filter(milestone -> beingCreatedFor(milestone, terms))
        .findFirst()
        .map(
            milestone ->
                "openContract.worker cannot be changed now: milestone %s is being created. Repeat it"
                        .formatted(milestone.key())
                    + " once its contract is there, or its creation is held up by an incident.");
  }

  private boolean beingCreatedFor(PlannedMilestone milestone, OpenContractTerms terms) {
    Creation creation = milestone.creation();
    return creation != null
        && !creation.withdrawn()
        && !OpenContractConditions.withdrawable(hire, milestone)
        && !Objects.equals(creation.contract().worker(), hire.nextWorker(milestone, terms));
  }

  private Optional<String> change(MilestonePlan terms) {
    PlannedMilestone known = hire.findMilestone(terms.key()).orElse(null);
    if (known == null) {
      return Optional.of(PlanGate.unknown(terms.key()));
    }
    if (terms.equals(known.terms())) {
      return Optional.empty();
    }
    if (!OpenContractActions.changeable(hire, known)) {
      return Optional.of(PlanGate.over(terms.key(), hire.stateOf(known)));
    }
    return PlanGate.place(terms, known.terms()).or(() -> terms(terms));
  }

  private String cannot(String key, String be) {
    PlannedMilestone known = hire.findMilestone(key).orElse(null);
    String why =
        known == null
            ? "there is no such milestone"
            : hire.paused() || hire.ending()
                ? standing()
                : "it is " + hire.stateOf(known).wire() + pending(known);
    return "Milestone %s cannot be %s now: %s.".formatted(key, be, why);
  }

  private String pending(PlannedMilestone milestone) {
    return hire.approvals().stream()
        .filter(a -> a.pending() && milestone.key().equals(a.step().milestone()))
        .map(a -> ", and approval %s of its %s is pending".formatted(a.id(), a.step().words()))
        .collect(Collectors.joining());
  }

  private String standing() {
    if (hire.closed() == null && hire.endCommanded()) {
      return "its end is commanded";
    }
    return "the hire is " + (hire.paused() ? "paused" : hire.status().wire());
  }
}
