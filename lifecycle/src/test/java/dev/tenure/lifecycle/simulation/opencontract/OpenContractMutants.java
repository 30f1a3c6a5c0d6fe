package dev.tenure.lifecycle.simulation.opencontract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.ApprovalChange;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.lifecycle.record.Changes;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One broken rule for each invariant at least. */
final class OpenContractMutants {
  private OpenContractMutants() {}

  static List<OpenContractMutant> all() {
    return List.of(
        new OpenContractMutant(
            "a creation is forgotten when a run is handed over",
            OpenContractInvariant.SIGNED_WITH_A_YES,
            Set.of(OpenContractInvariant.MADE_ONCE, OpenContractInvariant.NOTHING_FORGOTTEN),
            new OpenContractRules() {
              @Override
              public OpenContractHire handOver(OpenContractHire hire, Instant now) {
                new OpenContractLifecycle(hire).handOver(now);
                return BrokenRules.changed(
                    hire,
                    tree ->
                        tree.get("milestones").forEach(m -> ((ObjectNode) m).remove("creation")));
              }
            }),
        new OpenContractMutant(
            "other terms forget the creation that is held up",
            OpenContractInvariant.NOTHING_FORGOTTEN,
            Set.of(OpenContractInvariant.MADE_ONCE, OpenContractInvariant.SIGNED_WITH_A_YES),
            new OpenContractRules() {
              @Override
              public OpenContractHire command(
                  OpenContractHire hire, CommandRequest request, Instant now) {
                new OpenContractLifecycle(hire).command(request, now);
                return BrokenRules.changed(hire, BrokenRules::withoutReplaced);
              }
            }),
        new OpenContractMutant(
            "a payment whose fate is not known counts as none",
            OpenContractInvariant.MADE_ONCE,
            Set.of(
                OpenContractInvariant.NOTHING_FORGOTTEN, OpenContractInvariant.SIGNED_WITH_A_YES),
            BrokenRules.observing(
                (hire, observed) ->
                    observed
                            instanceof
                            OpenContractObservation.Paid(
                                OpenContractCall.Create create,
                                PaidAnswer.Uncertain unknown,
                                var protocol)
                        ? new OpenContractObservation.Paid(create, new PaidAnswer.NothingPaid())
                        : observed)),
        new OpenContractMutant(
            "a refused key says that nothing was paid",
            OpenContractInvariant.SIGNED_WITH_A_YES,
            Set.of(OpenContractInvariant.MADE_ONCE, OpenContractInvariant.NOTHING_FORGOTTEN),
            BrokenRules.observing(BrokenRules::takenForNothingPaid)),
        new OpenContractMutant(
            "what is given up is paid for all the same",
            OpenContractInvariant.SIGNED_AFTER_THE_END,
            Set.of(),
            BrokenRules.calling(
                call ->
                    call instanceof OpenContractCall.Create create
                        ? new OpenContractCall.Create(
                            create.milestone(), create.contract(), false, create.slow())
                        : call)),
        new OpenContractMutant(
            "a bond is read only with the creation",
            OpenContractInvariant.BOND_ASKED_ANEW,
            Set.of(),
            BrokenRules.observing(BrokenRules::withTheFirstProtocol)),
        new OpenContractMutant(
            "the cap may be lowered below what people are asked for",
            OpenContractInvariant.WITHIN_THE_CAP,
            Set.of(),
            BrokenRules.checkedAs(
                (hire, request) ->
                    request.command() instanceof Command.Change change
                        ? new CommandRequest(
                            request.key(),
                            request.actor(),
                            null,
                            new Command.Change(HireTerms.of(hire.plan()), change.milestones()))
                        : request)),
        new OpenContractMutant(
            "a hire that is over does not close",
            OpenContractInvariant.NEVER_DEAF,
            Set.of(),
            BrokenRules.closing((hire, decided) -> null)),
        new OpenContractMutant(
            "the end waits for no contract",
            OpenContractInvariant.NOTHING_LEFT_RUNNING,
            Set.of(OpenContractInvariant.NOTHING_FORGOTTEN, OpenContractInvariant.CONVERGES),
            BrokenRules.closing(
                (hire, decided) ->
                    hire.ending() && hire.everContracted() ? HireStatus.ENDED : decided)),
        new OpenContractMutant(
            "the end waits for no payment",
            OpenContractInvariant.NOTHING_FORGOTTEN,
            Set.of(),
            BrokenRules.closing(
                (hire, decided) ->
                    hire.ending() && !hire.everContracted() ? HireStatus.CANCELLED : decided)),
        new OpenContractMutant(
            "the next run does not read who began the hire",
            OpenContractInvariant.JSON_ROUND_TRIP,
            Set.of(),
            new OpenContractRules() {
              @Override
              public OpenContractHire read(String json) {
                return OpenContractRules.super.read(
                    json.replaceFirst("\"requestedBy\":\"[^\"]*\",?", ""));
              }
            }),
        new OpenContractMutant(
            "an approval counts before anybody decided it",
            OpenContractInvariant.SIGNED_WITH_A_YES,
            Set.of(),
            BrokenRules.asIf(tree -> BrokenRules.approvals(tree, "pending", "confirmed"))),
        new OpenContractMutant(
            "a no counts as a yes",
            OpenContractInvariant.SIGNED_WITH_A_YES,
            Set.of(),
            BrokenRules.asIf(tree -> BrokenRules.approvals(tree, "declined", "confirmed"))),
        new OpenContractMutant(
            "the digest of a decision is not looked at",
            OpenContractInvariant.DIGEST_SEEN,
            Set.of(),
            BrokenRules.checkedAs(
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
            OpenContractInvariant.NO_SELF_APPROVAL,
            Set.of(),
            BrokenRules.checkedAs(
                (hire, request) ->
                    new CommandRequest(request.key(), "another", null, request.command()))),
        new OpenContractMutant(
            "a pause holds no creation",
            OpenContractInvariant.PAUSE_HOLDS,
            Set.of(),
            BrokenRules.asIf(tree -> tree.put("paused", false))),
        new OpenContractMutant(
            "the cap is not looked at",
            OpenContractInvariant.WITHIN_THE_CAP,
            Set.of(),
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
            OpenContractInvariant.NO_RELEASE_AGAINST_A_NO,
            Set.of(OpenContractInvariant.SILENCE_IS_TOLD),
            BrokenRules.settledWithout(
                change ->
                    change instanceof ApprovalChange.Ask ask
                        && ask.step().kind() == Step.Kind.DISPUTE,
                condition -> condition.cause() == IncidentCause.SILENCE_PAYS)),
        new OpenContractMutant(
            "nobody hears that silence pays",
            OpenContractInvariant.SILENCE_IS_TOLD,
            Set.of(),
            BrokenRules.settledWithout(
                change -> false, condition -> condition.cause() == IncidentCause.SILENCE_PAYS)),
        new OpenContractMutant(
            "nobody hears that a dispute is held up",
            OpenContractInvariant.HELD_UP_DISPUTE_IS_TOLD,
            Set.of(),
            BrokenRules.settledWithout(
                change -> false,
                condition ->
                    condition.cause() == IncidentCause.SILENCE_PAYS
                        && condition.words().contains("gets through"))),
        new OpenContractMutant(
            "a late decision counts",
            OpenContractInvariant.DECIDED_IN_TIME,
            Set.of(),
            new OpenContractRules() {
              @Override
              public Optional<Rejection> check(
                  OpenContractHire hire, CommandRequest request, Instant now) {
                return new OpenContractLifecycle(hire).check(request, hire.createdAt());
              }
            }),
        new OpenContractMutant(
            "an approval does not expire",
            OpenContractInvariant.EXPIRES_BY_THE_CLOCK,
            Set.of(),
            BrokenRules.settledWithout(
                change ->
                    change instanceof ApprovalChange.End end && end.how() == ApprovalStatus.EXPIRED,
                condition -> false)),
        new OpenContractMutant(
            "an approval is asked for when it is too late to decide",
            OpenContractInvariant.TIME_TO_DECIDE,
            Set.of(),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                return BrokenRules.settled(
                        changes ->
                            changes.stream().map(c -> BrokenRules.expiringAt(c, now)).toList(),
                        condition -> false)
                    .settle(hire, now);
              }
            }),
        new OpenContractMutant(
            "a creation is told in other words an hour later",
            OpenContractInvariant.SAME_BODY,
            Set.of(),
            new OpenContractRules() {
              @Override
              public Decision<OpenContractCall> settle(OpenContractHire hire, Instant now) {
                Decision<OpenContractCall> decision = new OpenContractLifecycle(hire).settle(now);
                Map<String, OpenContractCall> calls = new LinkedHashMap<>(decision.calls());
                calls.replaceAll((subject, call) -> BrokenRules.reworded(call, now));
                return BrokenRules.with(decision, calls);
              }
            }),
        new OpenContractMutant(
            "a look that leaves is not written down",
            OpenContractInvariant.ONE_CALL_A_SUBJECT,
            Set.of(OpenContractInvariant.NO_LIVELOCK),
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
            OpenContractInvariant.WAKES_LATER,
            Set.of(),
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
            OpenContractInvariant.NOTHING_PENDING_WHEN_CLOSED,
            Set.of(),
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
            OpenContractInvariant.ONE_PENDING,
            Set.of(),
            BrokenRules.settled(
                changes -> {
                  List<ApprovalChange> twice = new ArrayList<>(changes);
                  changes.stream().filter(c -> c instanceof ApprovalChange.Ask).forEach(twice::add);
                  return twice;
                },
                condition -> false)),
        new OpenContractMutant(
            "contracts are never read",
            OpenContractInvariant.CONVERGES,
            Set.of(OpenContractInvariant.NOTHING_LEFT_RUNNING),
            BrokenRules.without(call -> call instanceof OpenContractCall.Read)),
        new OpenContractMutant(
            "contracts are read without a pause",
            OpenContractInvariant.NO_LIVELOCK,
            Set.of(),
            BrokenRules.readingAlways()),
        new OpenContractMutant(
            "a payment under way is not asked for once the hire ends",
            OpenContractInvariant.PAYMENTS_ARE_KNOWN,
            Set.of(OpenContractInvariant.NOTHING_FORGOTTEN, OpenContractInvariant.NEVER_DEAF),
            BrokenRules.withoutWhenEnding(call -> call instanceof OpenContractCall.Create)),
        new OpenContractMutant(
            "a refund is not in the ledger",
            OpenContractInvariant.WALLETS_CONSERVE,
            Set.of(),
            BrokenRules.ledger(entry -> !entry.type().equals("REFUND"))),
        new OpenContractMutant(
            "a bond is not in the ledger",
            OpenContractInvariant.WALLETS_CONSERVE,
            Set.of(),
            BrokenRules.ledger(entry -> !entry.type().equals("BOND"))),
        new OpenContractMutant(
            "the ledger is told again and again",
            OpenContractInvariant.TOLD_ONCE,
            Set.of(),
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
}
