package dev.tenure.lifecycle.simulation.opencontract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.hire.IncidentReconciler;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.decision.OpenContractDecider;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.ApprovalChange;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The product's rules with one of them broken, and the invariants that may notice. */
record OpenContractMutant(String name, Set<String> noticedBy, OpenContractRules rules) {

  static List<OpenContractMutant> all() {
    return List.of(
        new OpenContractMutant(
            "a creation is forgotten when a run is handed over",
            Set.of("made_once", "signed_with_a_yes", "nothing_forgotten"),
            new OpenContractRules() {
              @Override
              public OpenContractHire handOver(OpenContractHire hire, Instant now) {
                new OpenContractLifecycle(hire).handOver(now);
                return changed(
                    hire,
                    tree ->
                        tree.get("milestones").forEach(m -> ((ObjectNode) m).remove("creation")));
              }
            }),
        new OpenContractMutant(
            "an approval counts before anybody decided it",
            Set.of("signed_with_a_yes"),
            asIf(tree -> approvals(tree, "pending", "confirmed"))),
        new OpenContractMutant(
            "a no counts as a yes",
            Set.of("signed_with_a_yes"),
            asIf(tree -> approvals(tree, "declined", "confirmed"))),
        new OpenContractMutant(
            "the digest of a decision is not looked at",
            Set.of("digest_seen"),
            checkedAs(
                (hire, request) ->
                    request.command() instanceof Command.DecideApproval decide
                        ? new CommandRequest(
                            request.key(),
                            request.actor(),
                            null,
                            new Command.DecideApproval(
                                decide.approvalId(),
                                decide.confirm(),
                                hire.approval(decide.approvalId())
                                    .map(Approval::termsDigest)
                                    .orElse(""),
                                null))
                        : request)),
        new OpenContractMutant(
            "whoever began the hire may decide",
            Set.of("no_self_approval"),
            checkedAs(
                (hire, request) ->
                    new CommandRequest(request.key(), "another", null, request.command()))),
        new OpenContractMutant(
            "a pause holds no creation",
            Set.of("pause_holds"),
            asIf(tree -> tree.put("paused", false))),
        new OpenContractMutant(
            "the cap is not looked at",
            Set.of("within_the_cap"),
            new OpenContractRules() {
              @Override
              public HirePlan plan(HirePlan drawn) {
                return new HirePlan(
                    drawn.account(),
                    drawn.proposalId(),
                    drawn.externalRef(),
                    drawn.labels(),
                    drawn.milestones(),
                    null,
                    false,
                    drawn.policies(),
                    drawn.openContract());
              }
            }),
        new OpenContractMutant(
            "a declined release asks for no dispute",
            Set.of("no_release_against_a_no", "silence_is_told"),
            settledWithout(
                change ->
                    change instanceof ApprovalChange.Ask ask
                        && ask.step().kind() == Step.Kind.DISPUTE,
                condition -> condition.cause() == IncidentCause.SILENCE_PAYS)),
        new OpenContractMutant(
            "nobody hears that silence pays",
            Set.of("silence_is_told"),
            settledWithout(
                change -> false, condition -> condition.cause() == IncidentCause.SILENCE_PAYS)),
        new OpenContractMutant(
            "nobody hears that a dispute is held up",
            Set.of("held_up_dispute_is_told"),
            settledWithout(
                change -> false,
                condition ->
                    condition.cause() == IncidentCause.SILENCE_PAYS
                        && condition.words().contains("gets through"))),
        new OpenContractMutant(
            "a late decision counts",
            Set.of("decided_in_time"),
            new OpenContractRules() {
              @Override
              public Optional<Rejection> check(
                  OpenContractHire hire, CommandRequest request, Instant now) {
                return new OpenContractLifecycle(hire).check(request, hire.createdAt());
              }
            }),
        new OpenContractMutant(
            "an approval does not expire",
            Set.of("expires_by_the_clock"),
            settledWithout(
                change ->
                    change instanceof ApprovalChange.End end && end.how() == ApprovalStatus.EXPIRED,
                condition -> false)),
        new OpenContractMutant(
            "an approval is asked for when it is too late to decide",
            Set.of("time_to_decide"),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                return settled(
                        changes -> changes.stream().map(c -> expiringAt(c, now)).toList(),
                        condition -> false)
                    .settle(hire, now);
              }
            }),
        new OpenContractMutant(
            "a creation is told in other words an hour later",
            Set.of("same_body"),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
                Map<String, OpenContractCall> calls = new LinkedHashMap<>(decision.calls());
                calls.replaceAll((subject, call) -> reworded(call, now));
                return with(decision, calls);
              }
            }),
        new OpenContractMutant(
            "a look that leaves is not written down",
            Set.of("one_call_a_subject"),
            new OpenContractRules() {
              @Override
              public void start(OpenContractHire hire, OpenContractCall call, Instant now) {
                if (!(call instanceof OpenContractCall.Read)) {
                  new OpenContractLifecycle(hire).start(call, now);
                }
              }
            }),
        new OpenContractMutant(
            "it wakes at once",
            Set.of("wakes_later"),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
                return new Decision<>(
                    decision.calls(),
                    decision.wake() == null ? null : now,
                    decision.wakeWords(),
                    decision.conditions(),
                    decision.heeded(),
                    decision.closes());
              }
            }),
        new OpenContractMutant(
            "an approval stays open when the hire closes",
            Set.of("nothing_pending_when_closed"),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
                if (hire.closed() != null) {
                  Money nothing = Money.zero(hire.plan().currency());
                  Step step = Step.release(hire.milestones().iterator().next().key());
                  Instant end = now.plus(Duration.ofDays(1));
                  hire.change(
                      List.of(new ApprovalChange.Ask(step, 1, null, nothing, "open", end)), now);
                }
                return decision;
              }
            }),
        new OpenContractMutant(
            "everything is asked twice",
            Set.of("one_pending"),
            settled(
                changes -> {
                  List<ApprovalChange> twice = new ArrayList<>(changes);
                  changes.stream().filter(c -> c instanceof ApprovalChange.Ask).forEach(twice::add);
                  return twice;
                },
                condition -> false)),
        new OpenContractMutant(
            "contracts are never read",
            Set.of("converges", "ends_or_is_told", "nothing_left_running"),
            without(call -> call instanceof OpenContractCall.Read)),
        new OpenContractMutant(
            "contracts are read without a pause",
            Set.of("no_livelock", "bounded"),
            readingAlways()),
        new OpenContractMutant(
            "a payment under way is not asked for once the hire ends",
            Set.of("payments_are_known", "nothing_forgotten", "ends_or_is_told", "never_deaf"),
            withoutWhenEnding(call -> call instanceof OpenContractCall.Create)),
        new OpenContractMutant(
            "a refund is not in the ledger",
            Set.of("wallets_conserve"),
            ledger(entry -> !entry.type().equals("REFUND"))),
        new OpenContractMutant(
            "a bond is not in the ledger",
            Set.of("wallets_conserve"),
            ledger(entry -> !entry.type().equals("BOND"))),
        new OpenContractMutant(
            "the ledger is told again and again",
            Set.of("told_once"),
            new OpenContractRules() {
              @Override
              public Changes<OpenContractSnapshot> changes(
                  OpenContractSnapshot told, OpenContractHire hire, Instant now) {
                OpenContractSnapshot forgotten =
                    new OpenContractSnapshot(
                        told.header(),
                        told.plan(),
                        told.commands(),
                        told.ending(),
                        told.contracts(),
                        told.documents(),
                        List.of());
                return new OpenContractLifecycle(hire).changes(forgotten, now);
              }
            }));
  }

  private static ApprovalChange expiringAt(ApprovalChange change, Instant when) {
    return change instanceof ApprovalChange.Ask ask
        ? new ApprovalChange.Ask(
            ask.step(), ask.contract(), ask.worker(), ask.amount(), ask.termsDigest(), when)
        : change;
  }

  private static OpenContractCall reworded(OpenContractCall call, Instant now) {
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

  private static OpenContractHire changed(OpenContractHire hire, Consumer<ObjectNode> change) {
    return HireJson.changed(hire, OpenContractHire.class, change);
  }

  private static void approvals(ObjectNode hire, String from, String to) {
    for (JsonNode approval : hire.withArray("approvals")) {
      if (approval.get("status").asText().equals(from)) {
        ((ObjectNode) approval).put("status", to);
      }
    }
  }

  /** Calls as if the hire were in another state. */
  private static OpenContractRules asIf(Consumer<ObjectNode> change) {
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

  private static OpenContractRules checkedAs(
      BiFunction<OpenContractHire, CommandRequest, CommandRequest> other) {
    return new OpenContractRules() {
      @Override
      public Optional<Rejection> check(OpenContractHire hire, CommandRequest request, Instant now) {
        return new OpenContractLifecycle(hire).check(other.apply(hire, request), now);
      }
    };
  }

  private static OpenContractRules settledWithout(
      Predicate<ApprovalChange> change, Predicate<Condition> condition) {
    return settled(changes -> changes.stream().filter(change.negate()).toList(), condition);
  }

  private static OpenContractRules settled(
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

  private static OpenContractRules without(Predicate<OpenContractCall> dropped) {
    return filtered((hire, call) -> dropped.test(call));
  }

  private static OpenContractRules withoutWhenEnding(Predicate<OpenContractCall> dropped) {
    return filtered((hire, call) -> hire.ending() && dropped.test(call));
  }

  private static OpenContractRules filtered(
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

  private static OpenContractRules readingAlways() {
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

  private static Decision<OpenContractCall> with(
      Decision<OpenContractCall> decision, Map<String, OpenContractCall> calls) {
    return new Decision<>(
        calls,
        decision.wake(),
        decision.wakeWords(),
        decision.conditions(),
        decision.heeded(),
        decision.closes());
  }

  private static OpenContractRules ledger(Predicate<LedgerEntry> kept) {
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
