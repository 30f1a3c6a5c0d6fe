package dev.tenure.lifecycle.simulation.opencontract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.decision.OpenContractDecider;
import dev.tenure.lifecycle.opencontract.hire.ApprovalChange;
import dev.tenure.lifecycle.opencontract.hire.Creation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.money.LedgerEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ways to break the product's rules. */
final class BrokenRules {
  private BrokenRules() {}

  static ApprovalChange expiringAt(ApprovalChange change, Instant when) {
    return change instanceof ApprovalChange.Ask ask
        ? new ApprovalChange.Ask(
            ask.step(), ask.contract(), ask.worker(), ask.amount(), ask.termsDigest(), when)
        : change;
  }

  static OpenContractCall reworded(OpenContractCall call, Instant now) {
    if (!(call instanceof OpenContractCall.Create create)) {
      return call;
    }
    NewWorkingContract told = create.contract();
    NewWorkingContract other =
        new NewWorkingContract(
            told.key(),
            "Work at " + now.truncatedTo(ChronoUnit.HOURS),
            told.taskDescription(),
            told.acceptanceCriteria(),
            told.supplementaryMaterials(),
            told.worker(),
            told.price(),
            told.deadlines());
    return new OpenContractCall.Create(
        create.milestone(), other, create.settleOnly(), create.slow());
  }

  static OpenContractHire changed(OpenContractHire hire, Consumer<ObjectNode> change) {
    return HireJson.changed(hire, OpenContractHire.class, change);
  }

  static void withoutReplaced(ObjectNode hire) {
    for (JsonNode milestone : hire.get("milestones")) {
      if (milestone.path("creation").path("replaced").asBoolean()) {
        ((ObjectNode) milestone).remove("creation");
      }
    }
  }

  static void approvals(ObjectNode hire, String from, String to) {
    for (JsonNode approval : hire.withArray("approvals")) {
      if (approval.get("status").asText().equals(from)) {
        ((ObjectNode) approval).put("status", to);
      }
    }
  }

  /** Calls as if the hire were in another state. */
  static OpenContractRules asIf(Consumer<ObjectNode> change) {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
        return hire.closed() != null
            ? decision
            : with(decision, new OpenContractLifecycle(changed(hire, change)).decide(now).calls());
      }
    };
  }

  static OpenContractRules checkedAs(
      BiFunction<OpenContractHire, CommandRequest, CommandRequest> other) {
    return new OpenContractRules() {
      @Override
      public Optional<Rejection> check(OpenContractHire hire, CommandRequest request, Instant now) {
        return new OpenContractLifecycle(hire).check(other.apply(hire, request), now);
      }
    };
  }

  static OpenContractRules settledWithout(
      Predicate<ApprovalChange> change, Predicate<Condition> condition) {
    return settled(changes -> changes.stream().filter(change.negate()).toList(), condition);
  }

  static OpenContractRules settled(
      UnaryOperator<List<ApprovalChange>> change, Predicate<Condition> dropped) {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        OpenContractDecider.Result result = OpenContractDecider.decide(hire, now);
        for (List<ApprovalChange> changes = change.apply(result.approvals());
            !changes.isEmpty();
            changes = change.apply(result.approvals())) {
          hire.change(changes, now);
          result = OpenContractDecider.decide(hire, now);
        }
        Decision<OpenContractCall> decision = result.decision();
        Map<Step, Condition> conditions = new LinkedHashMap<>(decision.conditions());
        conditions.values().removeIf(dropped);
        IncidentReconciler.settle(hire, conditions, decision.heeded(), decision.closes(), now);
        return decision;
      }
    };
  }

  static OpenContractRules without(Predicate<OpenContractCall> dropped) {
    return filtered((hire, call) -> dropped.test(call));
  }

  static OpenContractRules withoutWhenEnding(Predicate<OpenContractCall> dropped) {
    return filtered((hire, call) -> hire.ending() && dropped.test(call));
  }

  static OpenContractRules filtered(
      BiFunction<OpenContractHire, OpenContractCall, Boolean> dropped) {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
        Map<String, OpenContractCall> calls = new LinkedHashMap<>(decision.calls());
        calls.values().removeIf(call -> dropped.apply(hire, call));
        return with(decision, calls);
      }
    };
  }

  static OpenContractRules readingAlways() {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
        Map<String, OpenContractCall> calls = new LinkedHashMap<>(decision.calls());
        for (PlannedMilestone milestone : hire.milestones()) {
          WorkingContract contract = milestone.contract();
          if (contract != null && !contract.terminal()) {
            OpenContractCall read =
                new OpenContractCall.Read(milestone.key(), contract.id(), false);
            calls.putIfAbsent(read.subject(), read);
          }
        }
        return with(decision, calls);
      }
    };
  }

  static Decision<OpenContractCall> with(
      Decision<OpenContractCall> decision, Map<String, OpenContractCall> calls) {
    return new Decision<>(
        calls,
        decision.wake(),
        decision.wakeWords(),
        decision.conditions(),
        decision.heeded(),
        decision.closes());
  }

  /** Another observation is taken in. */
  static OpenContractRules observing(
      BiFunction<OpenContractHire, OpenContractObservation, OpenContractObservation> other) {
    return new OpenContractRules() {
      @Override
      public void observe(OpenContractHire hire, OpenContractObservation observed, Instant now) {
        new OpenContractLifecycle(hire).observe(other.apply(hire, observed), now);
      }
    };
  }

  /** A refusal that says nothing of payments, while one is out. */
  static OpenContractObservation takenForNothingPaid(
      OpenContractHire hire, OpenContractObservation observed) {
    if (!(observed instanceof OpenContractObservation.Refused refused)
        || !(refused.call() instanceof OpenContractCall.Create create)) {
      return observed;
    }
    Creation begun = hire.milestone(create.milestone()).creation();
    return begun != null && begun.uncertainUntil() != null
        ? new OpenContractObservation.Paid(create, new PaidAnswer.NothingPaid())
        : observed;
  }

  /** What was read of the protocol first stays until the contract has ended. */
  static OpenContractObservation withTheFirstProtocol(
      OpenContractHire hire, OpenContractObservation observed) {
    if (!(observed instanceof OpenContractObservation.ProtocolRead read)) {
      return observed;
    }
    OpenContractCall.ReadProtocol call = read.call();
    return hire.milestone(call.milestone())
        .contract(call.contractId())
        .filter(contract -> !contract.terminal())
        .map(WorkingContract::protocol)
        .<OpenContractObservation>map(
            first -> new OpenContractObservation.ProtocolRead(call, first))
        .orElse(observed);
  }

  /** Other calls are made. */
  static OpenContractRules calling(UnaryOperator<OpenContractCall> other) {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
        Map<String, OpenContractCall> calls = new LinkedHashMap<>(decision.calls());
        calls.replaceAll((subject, call) -> other.apply(call));
        return with(decision, calls);
      }
    };
  }

  /** The hire closes at another time. */
  static OpenContractRules closing(
      BiFunction<OpenContractHire, @Nullable HireStatus, @Nullable HireStatus> other) {
    return new OpenContractRules() {
      @Override
      public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
        OpenContractDecider.Result result = OpenContractDecider.decide(hire, now);
        while (!result.approvals().isEmpty()) {
          hire.change(result.approvals(), now);
          result = OpenContractDecider.decide(hire, now);
        }
        Decision<OpenContractCall> decision = result.decision();
        HireStatus closes = other.apply(hire, decision.closes());
        IncidentReconciler.settle(hire, decision.conditions(), decision.heeded(), closes, now);
        return decision;
      }
    };
  }

  static OpenContractRules ledger(Predicate<LedgerEntry> kept) {
    return new OpenContractRules() {
      @Override
      public Changes<OpenContractSnapshot> changes(
          OpenContractSnapshot told, OpenContractHire hire, Instant now) {
        Changes<OpenContractSnapshot> all = new OpenContractLifecycle(hire).changes(told, now);
        return new Changes<>(
            all.snapshot(),
            all.header(),
            all.milestones(),
            all.approvals(),
            all.incidents(),
            all.events(),
            all.ledger().stream().filter(kept).toList());
      }
    };
  }
}
