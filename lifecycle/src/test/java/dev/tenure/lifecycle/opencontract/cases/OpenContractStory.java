package dev.tenure.lifecycle.opencontract.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Reconciler;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.WorkerLost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One hire on OpenContract, step by step: each call is answered at once by a contract as told. */
final class OpenContractStory {
  static final Instant BEGINNING = Instant.parse("2026-11-01T10:00:00Z");
  static final String REQUESTER = "key requester";

  private final OpenContractHire hire;
  private final Map<String, WorkingContractSnapshot> contracts = new LinkedHashMap<>();
  private final List<OpenContractCall> made = new ArrayList<>();
  private Instant now = BEGINNING;
  private final Map<Class<?>, Function<OpenContractCall, @Nullable OpenContractObservation>>
      otherwise = new HashMap<>();
  private Decision<OpenContractCall> decision;
  private BigDecimal bondRatio = new BigDecimal("0.05");
  private int commands;
  private boolean paidUnseen;
  private boolean looksUncertain;

  OpenContractStory(HirePlan plan) {
    hire = OpenContractHire.requested("hire_1", 1, plan, REQUESTER, BEGINNING);
    decision = turn();
  }

  /** Two milestones of 100 and 50 USDC, one after the other, awarded to one Worker. */
  static HirePlan plan(OnSilence onSilence, WorkerLost onWorkerLost) {
    return plan(onSilence, onWorkerLost, FundRule.afterPaid("m1"), null);
  }

  /** Two milestones of 100 and 50 USDC, the second as told, under a cap. */
  static HirePlan plan(
      OnSilence onSilence, WorkerLost onWorkerLost, FundRule second, @Nullable Money cap) {
    return new HirePlan(
        "oc",
        "ref-1",
        "ref-1",
        Map.of(),
        List.of(milestone("m1", "100", FundRule.atStart()), milestone("m2", "50", second)),
        cap,
        false,
        Policies.DEFAULT,
        new OpenContractTerms(
            "0xW1",
            List.of("0xW2"),
            onSilence,
            onWorkerLost,
            SelfApproval.FORBID,
            OpenContractTerms.APPROVAL_WINDOW,
            OpenContractTerms.REVIEW_MARGIN));
  }

  static MilestonePlan milestone(String key, String amount, FundRule fund) {
    return milestone(key, amount, fund, null);
  }

  /** A first milestone with deadlines of its own, a day apart. */
  static MilestonePlan matchedBy(String key, String amount, Instant match) {
    Duration day = Duration.ofDays(1);
    Instant delivery = match.plus(day).plus(day);
    return milestone(
        key,
        amount,
        FundRule.atStart(),
        new Deadlines(match, match.plus(day), delivery, delivery.plus(day)));
  }

  private static MilestonePlan milestone(
      String key, String amount, FundRule fund, @Nullable Deadlines deadlines) {
    return new MilestonePlan(
        key,
        "Work " + key,
        "What is to be done",
        new Money(new BigDecimal(amount), "USDC"),
        null,
        fund,
        null,
        null,
        new OpenContractMilestone(
            List.of("complete", "correct"),
            null,
            OpenContractMilestone.MATCH_WITHIN,
            OpenContractMilestone.DELIVER_WITHIN,
            OpenContractMilestone.REVIEW_WITHIN,
            deadlines));
  }

  OpenContractHire hire() {
    return hire;
  }

  Decision<OpenContractCall> decision() {
    return decision;
  }

  Instant now() {
    return now;
  }

  /** Time passes, with every moment at which the hire wants to wake. */
  OpenContractStory until(Instant when) {
    while (decision.wake() != null && !decision.wake().isAfter(when)) {
      now = decision.wake();
      decision = turn();
    }
    now = when;
    decision = turn();
    return this;
  }

  OpenContractStory after(Duration pause) {
    return until(now.plus(pause));
  }

  OpenContractStory confirm(String step) {
    return decide(step, true);
  }

  OpenContractStory decline(String step) {
    return decide(step, false);
  }

  private OpenContractStory decide(String step, boolean yes) {
    Approval approval = pending(step).orElseThrow();
    return command(
        new Command.DecideApproval(approval.id(), yes, approval.termsDigest(), null), "a person");
  }

  Optional<Approval> pending(String step) {
    return hire.approvals().stream()
        .filter(a -> a.pending() && a.step().toString().equals(step))
        .findFirst();
  }

  Optional<Rejection> check(Command command, @Nullable String actor) {
    return new OpenContractLifecycle(hire)
        .check(new CommandRequest("check", actor, null, command), now);
  }

  OpenContractStory command(Command command) {
    return command(command, "somebody");
  }

  private OpenContractStory command(Command command, String actor) {
    CommandRequest request = new CommandRequest("k" + ++commands, actor, null, command);
    new OpenContractLifecycle(hire)
        .check(request, now)
        .ifPresent(
            no -> {
              throw new AssertionError(no.words());
            });
    new OpenContractLifecycle(hire).command(request, now);
    decision = turn();
    return this;
  }

  /** The marketplace shows the last contract in that status, and tells so. */
  OpenContractStory shows(String status, String... criteriaMet) {
    WorkingContractSnapshot was = contracts.values().stream().reduce((a, b) -> b).orElseThrow();
    boolean bond = status.equals("disputed") || was.bond() != null;
    contracts.put(
        was.id(),
        new WorkingContractSnapshot(
            was.id(),
            status,
            was.createdAt(),
            was.worker(),
            was.title(),
            was.acceptanceCriteria(),
            criteriaMet.length == 0 ? was.criteriaMet() : List.of(criteriaMet),
            "ipfs://delivery",
            was.matchDeadline(),
            was.withdrawalDeadline(),
            was.deliveryDeadline(),
            was.reviewDeadline(),
            was.price(),
            was.escrowed(),
            Objects.requireNonNull(was.price()).times(new BigDecimal("0.05")),
            bond ? was.price().times(new BigDecimal("0.05")) : null));
    new OpenContractLifecycle(hire)
        .observe(new OpenContractObservation.Notified(Notification.contractChanged(was.id())), now);
    decision = turn();
    return this;
  }

  /** From now on calls of a kind are refused; a slow one stays under way. */
  OpenContractStory refuses(Class<? extends OpenContractCall> kind, IncidentCause cause) {
    otherwise.put(
        kind,
        call ->
            new OpenContractObservation.Refused(
                call, new Obstacle(cause, "It is refused: " + cause.wire() + ".", null)));
    return this;
  }

  /** From now on calls of a kind are not answered; a slow one stays under way. */
  OpenContractStory silent(Class<? extends OpenContractCall> kind) {
    otherwise.put(kind, OpenContractObservation.Unreachable::new);
    return this;
  }

  /** From now on calls of a kind stay under way. */
  OpenContractStory holds(Class<? extends OpenContractCall> kind) {
    otherwise.put(kind, call -> null);
    return this;
  }

  /** What was held is answered. */
  OpenContractStory answersWhatWasHeld() {
    otherwise.clear();
    hire.running().values().stream()
        .map(RunningCall::call)
        .toList()
        .forEach(call -> new OpenContractLifecycle(hire).observe(answer(call), now));
    decision = turn();
    return this;
  }

  /** From now on disputes are signed, and it is not known for ten minutes whether they are paid. */
  OpenContractStory disputesUncertain() {
    otherwise.put(
        OpenContractCall.Dispute.class,
        call ->
            new OpenContractObservation.Paid(
                call, new PaidAnswer.Uncertain(now.plus(Duration.ofMinutes(10)), "signed")));
    return this;
  }

  /** From now on creations are signed, and it stays unknown whether they are paid. */
  OpenContractStory creationsUncertain() {
    otherwise.put(
        OpenContractCall.Create.class,
        call ->
            new OpenContractObservation.Paid(
                call, new PaidAnswer.Uncertain(now.plusSeconds(1), "signed")));
    return this;
  }

  /** The calls so far, in order. */
  List<OpenContractCall> made() {
    return List.copyOf(made);
  }

  /** Answers the one incident that is open. */
  OpenContractStory resolve(Resolution how) {
    assertThat(hire.openIncidents()).hasSize(1);
    return command(new Command.Resolve(hire.openIncidents().getFirst().id(), how));
  }

  /** Creations whose answers were lost were paid for, as a look at them shows. */
  OpenContractStory paidUnseen() {
    paidUnseen = true;
    return this;
  }

  /** From now on it stays unknown also to a look whether a creation was paid for. */
  OpenContractStory looksUncertain() {
    looksUncertain = true;
    return this;
  }

  /** From now on a Worker is matched before a cancellation arrives. */
  OpenContractStory cancelsTooLate() {
    otherwise.put(
        OpenContractCall.Cancel.class,
        call -> read(call, ((OpenContractCall.Cancel) call).contractId(), "matched"));
    return this;
  }

  /** Another plan of one milestone. */
  OpenContractStory changes(MilestonePlan terms) {
    return command(new Command.Change(HireTerms.of(hire.plan()), List.of(terms)));
  }

  /** Calls get through again. */
  OpenContractStory answers() {
    otherwise.clear();
    paidUnseen = false;
    return this;
  }

  /** The protocol asks for another bond from now on. */
  OpenContractStory bondRatio(String ratio) {
    bondRatio = new BigDecimal(ratio);
    return this;
  }

  /** The review deadline of the last contract. */
  Instant review() {
    WorkingContractSnapshot last = contracts.values().stream().reduce((a, b) -> b).orElseThrow();
    return Objects.requireNonNull(last.reviewDeadline());
  }

  /** The calls of a kind so far. */
  long calls(Class<? extends OpenContractCall> kind) {
    return made.stream().filter(kind::isInstance).count();
  }

  private Decision<OpenContractCall> turn() {
    while (true) {
      Decision<OpenContractCall> settled = new OpenContractLifecycle(hire).settle(now);
      Map<String, OpenContractCall> wanted = hire.closed() == null ? settled.calls() : Map.of();
      Reconciler<OpenContractCall> todo = Reconciler.of(wanted, hire.running());
      if (todo.start().isEmpty() && todo.stop().isEmpty()) {
        return settled;
      }
      for (OpenContractCall call : todo.stop()) {
        new OpenContractLifecycle(hire).stop(call);
        new OpenContractLifecycle(hire).observe(new OpenContractObservation.Stopped(call), now);
      }
      if (!todo.start().isEmpty()) {
        make(todo.start().getFirst());
      }
    }
  }

  private void make(OpenContractCall call) {
    made.add(call);
    new OpenContractLifecycle(hire).start(call, now);
    Function<OpenContractCall, @Nullable OpenContractObservation> told =
        otherwise.get(call.getClass());
    boolean settles = call instanceof OpenContractCall.Create create && create.settleOnly();
    if (told == null || settles) {
      new OpenContractLifecycle(hire).observe(answer(call), now);
    } else {
      OpenContractObservation answer = told.apply(call);
      if (answer == null) {
        return;
      }
      if (!call.slow() || answer instanceof OpenContractObservation.Paid) {
        new OpenContractLifecycle(hire).observe(answer, now);
      }
    }
  }

  private OpenContractObservation answer(OpenContractCall call) {
    return switch (call) {
      case OpenContractCall.Create create ->
          new OpenContractObservation.Paid(
              create,
              create.settleOnly() && looksUncertain
                  ? new PaidAnswer.Uncertain(now.plusSeconds(30), "signed")
                  : create.settleOnly() && !paidUnseen
                      ? new PaidAnswer.NothingPaid()
                      : new PaidAnswer.Paid(created(create.contract()), "0xtx"));
      case OpenContractCall.Dispute dispute -> {
        WorkingContractSnapshot disputed =
            with(
                Objects.requireNonNull(contracts.get(dispute.contractId())),
                "disputed",
                dispute.bond());
        contracts.put(disputed.id(), disputed);
        yield new OpenContractObservation.Paid(dispute, new PaidAnswer.Paid(disputed, "0xtx"));
      }
      case OpenContractCall.Approve approve -> read(approve, approve.contractId(), "resolved");
      case OpenContractCall.Cancel cancel ->
          read(cancel, cancel.contractId(), "cancelled-by-client");
      case OpenContractCall.Read read ->
          new OpenContractObservation.ContractRead(
              read,
              new WorkingContractReading.Seen(
                  Objects.requireNonNull(contracts.get(read.contractId()))));
      case OpenContractCall.ReadProtocol read ->
          new OpenContractObservation.ProtocolRead(
              read,
              new ProtocolParameters(
                  new BigDecimal("0.05"),
                  new BigDecimal("0.05"),
                  bondRatio,
                  new BigDecimal("0.3"),
                  new BigDecimal("0.8"),
                  Duration.ofDays(1)));
    };
  }

  private OpenContractObservation read(OpenContractCall call, String id, String status) {
    WorkingContractSnapshot was = Objects.requireNonNull(contracts.get(id));
    contracts.put(id, with(was, status, was.bond()));
    return new OpenContractObservation.ContractRead(
        call, new WorkingContractReading.Seen(Objects.requireNonNull(contracts.get(id))));
  }

  private WorkingContractSnapshot created(NewWorkingContract terms) {
    WorkingContractSnapshot made =
        new WorkingContractSnapshot(
            "contract_" + (contracts.size() + 1),
            "created",
            now,
            terms.worker(),
            terms.title(),
            terms.acceptanceCriteria(),
            null,
            null,
            terms.deadlines().match(),
            terms.deadlines().withdrawal(),
            terms.deadlines().delivery(),
            terms.deadlines().review(),
            terms.price(),
            terms.price(),
            null,
            null);
    contracts.put(made.id(), made);
    return made;
  }

  private static WorkingContractSnapshot with(
      WorkingContractSnapshot was, String status, @Nullable Money bond) {
    return new WorkingContractSnapshot(
        was.id(),
        status,
        was.createdAt(),
        was.worker(),
        was.title(),
        was.acceptanceCriteria(),
        was.criteriaMet(),
        was.delivery(),
        was.matchDeadline(),
        was.withdrawalDeadline(),
        was.deliveryDeadline(),
        was.reviewDeadline(),
        was.price(),
        was.escrowed(),
        was.stake(),
        bond);
  }
}
