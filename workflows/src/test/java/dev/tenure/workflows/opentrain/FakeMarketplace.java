package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A marketplace in memory with scripted people, on the clock of the test environment. */
final class FakeMarketplace implements MarketplaceActivities {
  static final Duration WINDOW = Duration.ofDays(3);

  final List<String> calls = new CopyOnWriteArrayList<>();
  final FakeWorld world = new FakeWorld();
  final Script script = new Script();

  /** How long people have for an approval. */
  volatile Duration window = WINDOW;

  private final Map<String, Consumer<Decision>> executions = new ConcurrentHashMap<>();
  private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable MilestonePlan> hireTerms = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> afterRead = new AtomicReference<>();
  private final TestWorkflowEnvironment env;
  private final String hireId;

  FakeMarketplace(TestWorkflowEnvironment env, String hireId) {
    this.env = env;
    this.hireId = hireId;
  }

  /** Something happens while the next call that begins so is under way. */
  void duringNext(String call, Runnable something) {
    meanwhile.put(call, something);
  }

  /** Something happens after the next read of the contract, before its answer arrives. */
  void beforeTheAnswerOfTheNextRead(Runnable something) {
    afterRead.set(something);
  }

  @Override
  public AskAnswer requestHire(HireAsk ask) {
    received(ask, "request-hire");
    if (world.contractExists()) {
      return new AskAnswer.Fact(AskAnswer.Reason.ALREADY_ACCEPTED);
    }
    MilestonePlan before = hireTerms.getAndSet(ask.milestone());
    if (before != null && !before.equals(ask.milestone())) {
      world
          .pendingApproval(ApprovalKind.PROPOSAL_HIRE, ask.proposalId())
          .ifPresent(old -> replace(old.id()));
    }
    return ask(
        ApprovalKind.PROPOSAL_HIRE,
        ask.proposalId(),
        decision -> {
          Money amount = decision.amount() == null ? ask.milestone().amount() : decision.amount();
          world.hire(ask.milestone().name(), amount);
          deliverLater("mst_1");
        });
  }

  @Override
  public AskAnswer requestFunding(MilestoneAsk ask) {
    received(ask, "request-funding " + ask.milestoneId());
    Optional<AskAnswer.Reason> conflict = world.fundingConflict(ask.milestoneId());
    return conflict.isPresent()
        ? new AskAnswer.Fact(conflict.get())
        : ask(
            ApprovalKind.MILESTONE_FUND,
            ask.milestoneId(),
            decision -> {
              world.status(ask.milestoneId(), "ACTIVE_FUNDED");
              deliverLater(ask.milestoneId());
            });
  }

  @Override
  public AskAnswer requestRelease(MilestoneAsk ask) {
    received(ask, "request-release " + ask.milestoneId());
    Optional<AskAnswer.Reason> conflict = world.releaseConflict(ask.milestoneId());
    return conflict.isPresent()
        ? new AskAnswer.Fact(conflict.get())
        : ask(
            ApprovalKind.MILESTONE_APPROVE,
            ask.milestoneId(),
            decision -> world.status(ask.milestoneId(), "PAID"));
  }

  @Override
  public EndAnswer requestEnd(ContractRef contract) {
    received(contract, "request-end");
    if (world.ended()) {
      return new EndAnswer(new AskAnswer.Fact(AskAnswer.Reason.CONTRACT_ENDED), null);
    }
    if (world.nothingInEscrow()) {
      world.end();
      return new EndAnswer(new AskAnswer.Done(), world.readContract());
    }
    return new EndAnswer(
        ask(ApprovalKind.CONTRACT_END, contract.contractId(), decision -> world.end()), null);
  }

  @Override
  public CreateAnswer createMilestone(CreateMilestone create) {
    received(create, "create-milestone " + create.milestone().key());
    return world.ended() || !script.takesMilestones()
        ? new CreateAnswer.ContractEnded()
        : new CreateAnswer.Created(world.create(create));
  }

  @Override
  public ApprovalAnswer readApproval(ApprovalRef approval) {
    received(approval, "read-approval " + approval.approvalId());
    ApprovalReading reading = world.readApproval(approval.approvalId(), now());
    boolean over =
        reading instanceof ApprovalReading.Seen seen && !seen.approval().status().equals("pending");
    return new ApprovalAnswer(reading, over && world.contractExists() ? contractBeside() : null);
  }

  /** The second read of the same activity; a contract out of sight is not read with it. */
  private @Nullable ContractReading contractBeside() {
    return world.visible(FakeWorld.CONTRACT) ? world.readContract() : null;
  }

  @Override
  public ApprovalsFound findApproval(ApprovalSearch search) {
    received(search, "find-approval");
    return new ApprovalsFound(world.decided(search.kind(), search.target(), search.since()));
  }

  @Override
  public ContractReading readContract(ContractRef contract) {
    received(contract, "read-contract");
    ContractReading shown =
        world.visible(contract.contractId())
            ? named(contract.contractId(), world.readContract())
            : new ContractReading.NotFound();
    Runnable before = afterRead.getAndSet(null);
    if (before != null) {
      before.run();
    }
    return shown;
  }

  private static ContractReading named(String id, ContractReading reading) {
    if (!(reading instanceof ContractReading.Seen seen)) {
      return reading;
    }
    ContractSnapshot c = seen.contract();
    return new ContractReading.Seen(
        new ContractSnapshot(
            id,
            c.status(),
            c.jobId(),
            c.proposalId(),
            c.paymentType(),
            c.milestones(),
            c.budget()));
  }

  @Override
  public ContractReading findContract(ProposalRef proposal) {
    received(proposal, "find-contract");
    return world.readContract();
  }

  long count(String call) {
    return calls.stream().filter(made -> made.startsWith(call)).count();
  }

  private void received(MarketplaceCall input, String call) {
    calls.add(call);
    meanwhile.keySet().stream()
        .filter(call::startsWith)
        .findFirst()
        .ifPresent(known -> Objects.requireNonNull(meanwhile.remove(known)).run());
    script.failIfTold(input, call);
  }

  private AskAnswer ask(ApprovalKind kind, String subject, Consumer<Decision> execute) {
    Optional<ApprovalSnapshot> pending = world.pendingApproval(kind, subject);
    if (pending.isPresent()) {
      return new AskAnswer.Pending(pending.get());
    }
    Instant now = now();
    ApprovalSnapshot approval = world.openApproval(kind, subject, now, now.plus(window));
    executions.put(approval.id(), execute);
    Decision decision = script.next(kind);
    if (decision.after().isZero()) {
      decide(approval.id(), decision);
    } else {
      env.registerDelayedCallback(decision.after(), () -> decide(approval.id(), decision));
    }
    return new AskAnswer.Pending(approval);
  }

  /** A person decides; what is final stays as it is. */
  void decide(String approvalId, Decision decision) {
    if (world.decide(approvalId, decision.status(), now())) {
      if (decision.status().equals("confirmed")) {
        Objects.requireNonNull(executions.get(approvalId)).accept(decision);
      }
      if (decision.notifies()) {
        ringApproval(approvalId);
      }
    }
  }

  void ringApproval(String approvalId) {
    notifyOf(new MarketplaceNotification("e", "approval.confirmed", approvalId, null, null, null));
  }

  /** Somebody asks with other terms. */
  void replace(String approvalId) {
    world.replace(approvalId, now());
    ringApproval(approvalId);
  }

  /** Somebody else asks for the same with terms of their own; nobody has decided yet. */
  String askedByOthers(ApprovalKind kind, String subject, Consumer<Decision> execute) {
    ApprovalSnapshot approval = world.openApproval(kind, subject, now(), now().plus(WINDOW));
    executions.put(approval.id(), execute);
    return approval.id();
  }

  /** Another hire got through what holds this one. */
  void ringObstacleGone() {
    notifyOf(MarketplaceNotification.obstacleGone());
  }

  void ringBudget() {
    notifyOf(
        new MarketplaceNotification(
            "e", "contract.budget_state_changed", null, null, FakeWorld.CONTRACT, null));
  }

  /** The event that tells what has become of a milestone. */
  void ringMilestone(String milestoneId, String status) {
    notifyOf(
        new MarketplaceNotification(
            "e", "milestone.status_changed", null, milestoneId, FakeWorld.CONTRACT, null, status));
  }

  void ringContract() {
    notifyOf(
        new MarketplaceNotification(
            "e", "milestone.status_changed", null, "mst_1", FakeWorld.CONTRACT, null));
  }

  private void deliverLater(String milestoneId) {
    if (script.delivers()) {
      env.registerDelayedCallback(
          Duration.ofSeconds(1),
          () -> {
            world.deliver(milestoneId);
            ringContract();
          });
    }
  }

  private void notifyOf(MarketplaceNotification notification) {
    env.getWorkflowClient()
        .newUntypedWorkflowStub(WorkflowIds.hire(hireId))
        .signal("notify", new MarketplaceNotifications(List.of(notification)));
  }

  private Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }
}
