package dev.tenure.api;

import dev.tenure.journal.record.HireRecords;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.hire.ResolveCommand;
import dev.tenure.workflows.opencontract.DecideApprovalCommand;
import dev.tenure.workflows.opencontract.OpenContractHireInput;
import dev.tenure.workflows.opencontract.OpenContractHireWorkflow;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hire on OpenContract without a marketplace: its one approval, to fund m1, waits to be decided,
 * and takes part in everything that the front owes to it.
 */
public final class SmallOpenContractHire implements OpenContractHireWorkflow {

  static final String DIGEST = "d".repeat(64);

  /** How many decisions still come before the task that asks for them is committed. */
  static final AtomicInteger TOO_EARLY = new AtomicInteger();

  /** What happens between a decision and its check. */
  static final AtomicReference<Runnable> BEFORE_DECISION = new AtomicReference<>(() -> {});

  private final OpenContractHireInput input;
  private HirePlan plan;
  private ApprovalDocument approval;
  private long version = 1;

  @WorkflowInit
  public SmallOpenContractHire(OpenContractHireInput input) {
    this.input = input;
    this.plan = input.plan();
    MilestonePlan first = input.plan().first();
    this.approval =
        new ApprovalDocument(
            approvalId(input.hireId()),
            ApprovalKind.MILESTONE_FUND,
            ApprovalStatus.PENDING,
            first.key(),
            first.amount(),
            null,
            "/approvals/" + approvalId(input.hireId()),
            1,
            input.createdAt(),
            input.createdAt().plusSeconds(3_600),
            null,
            Map.of(),
            version,
            DIGEST,
            null,
            new ApprovalTerms(
                first.name(),
                first.description(),
                first.amount(),
                terms().worker(),
                Objects.requireNonNull(first.openContract()),
                null,
                null));
  }

  /** Makes one with everything said whose approval the journal knows; gives its id. */
  static String asked(Stack stack) {
    OpenContractBodies.serve(stack.front());
    String hire =
        stack
            .http()
            .post("/v1/hires", OpenContractBodies.whole(OpenContractBodies.reference()))
            .text("/id");
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            stack
                .front()
                .bean(WorkflowClient.class)
                .newUntypedWorkflowStub(WorkflowIds.hire(hire))
                .query("hire", RecordBatch.class));
    return hire;
  }

  static String approvalId(String hireId) {
    return "apr_" + hireId + "_m1_1";
  }

  @Override
  public void run(OpenContractHireInput same) {
    Workflow.await(() -> false);
  }

  @Override
  public RecordBatch decideApproval(
      DecideApprovalCommand command, @Nullable CommandContext context) {
    if (approval.pending()) {
      version++;
      approval =
          new ApprovalDocument(
              approval.id(),
              approval.kind(),
              command.confirm() ? ApprovalStatus.CONFIRMED : ApprovalStatus.DECLINED,
              approval.milestone(),
              approval.amount(),
              null,
              approval.url(),
              1,
              approval.createdAt(),
              approval.expiresAt(),
              now(),
              Map.of(),
              version,
              DIGEST,
              new ApprovalDecision(actor(context), now(), DIGEST, command.reason()),
              null);
    }
    return hire();
  }

  @Override
  public void checkDecideApproval(DecideApprovalCommand command, @Nullable CommandContext context) {
    BEFORE_DECISION.get().run();
    if (TOO_EARLY.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw refusal("There is no approval of that id in this hire.", Refusal.UNKNOWN_SUBJECT);
    }
    boolean own = actor(context).equals(input.requestedBy());
    if (!command.termsDigest().equals(DIGEST)) {
      throw refusal("The terms have changed since.", "terms_changed");
    }
    if (own && terms().selfApproval() == SelfApproval.FORBID) {
      throw refusal("Whoever began the hire may not decide it.", "self_approval");
    }
    ApprovalDecision decision = approval.decision();
    if (decision != null && !Objects.equals(decision.reason(), command.reason())) {
      throw refusal("The approval is decided.", null);
    }
  }

  private OpenContractTerms terms() {
    return Objects.requireNonNull(plan.openContract());
  }

  private static String actor(@Nullable CommandContext context) {
    return context == null ? "" : String.valueOf(context.actor());
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  private static ApplicationFailure refusal(String words, @Nullable String code) {
    return ApplicationFailure.newNonRetryableFailure(
        words, Refusal.TYPE, new Refusal(words, List.of(), code));
  }

  @Override
  public RecordBatch dispute(MilestoneCommand command, @Nullable CommandContext context) {
    version++;
    return hire();
  }

  @Override
  public void checkDispute(MilestoneCommand command, @Nullable CommandContext context) {
    if (!command.milestone().equals("m1")) {
      throw refusal("Milestone " + command.milestone() + " is not under review.", null);
    }
  }

  @Override
  public RecordBatch hire() {
    Money none = Money.zero(Money.USDC);
    return new RecordBatch(
        input.hireId(),
        Workflow.getInfo().getRunId(),
        null,
        new HireDocument(
            input.hireId(),
            input.plan().account(),
            input.plan().proposalId(),
            input.generation(),
            HireStatus.AWAITING_APPROVAL,
            null,
            null,
            List.of(),
            new MoneyTotals(null, none, none, none, input.plan().worstCase()),
            List.of(
                AllowedAction.of(ActionKind.CHANGE, null),
                AllowedAction.of(ActionKind.ADD_MILESTONE, null),
                AllowedAction.of(ActionKind.CANCEL, null),
                AllowedAction.of(ActionKind.END, null)),
            version,
            input.createdAt(),
            now(),
            null,
            false,
            HireTerms.of(plan),
            null),
        milestones(),
        List.of(approval),
        List.of(),
        List.of());
  }

  @Override
  public OpenContractHire state() {
    throw new UnsupportedOperationException("nobody reopens a hire in these tests");
  }

  @Override
  public void notifyOf(MarketplaceNotifications notifications) {}

  // What these tests do not command.

  @Override
  public RecordBatch release(MilestoneCommand command, @Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkRelease(MilestoneCommand command, @Nullable CommandContext context) {}

  @Override
  public RecordBatch fund(MilestoneCommand command, @Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkFund(MilestoneCommand command, @Nullable CommandContext context) {}

  @Override
  public RecordBatch addMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkAddMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {}

  @Override
  public RecordBatch dropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkDropMilestone(MilestoneCommand command, @Nullable CommandContext context) {}

  @Override
  public RecordBatch pause(@Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkPause(@Nullable CommandContext context) {}

  @Override
  public RecordBatch resume(@Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkResume(@Nullable CommandContext context) {}

  @Override
  public RecordBatch cancel(@Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkCancel(@Nullable CommandContext context) {}

  @Override
  public RecordBatch end(@Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkEnd(@Nullable CommandContext context) {}

  private List<MilestoneDocument> milestones() {
    List<MilestoneDocument> all = new ArrayList<>();
    for (MilestonePlan milestone : plan.milestones()) {
      all.add(MilestoneDocument.planned(milestone, all.size() + 1).at(version));
    }
    return all;
  }

  @Override
  public RecordBatch change(ChangeCommand command, @Nullable CommandContext context) {
    version++;
    List<MilestonePlan> all = new ArrayList<>(plan.milestones());
    for (MilestonePlan terms : command.milestones()) {
      all.replaceAll(known -> known.key().equals(terms.key()) ? terms : known);
    }
    plan = plan.withTerms(command.terms()).withMilestones(all);
    return hire();
  }

  @Override
  public void checkChange(ChangeCommand command, @Nullable CommandContext context) {}

  @Override
  public RecordBatch resolve(ResolveCommand command, @Nullable CommandContext context) {
    return hire();
  }

  @Override
  public void checkResolve(ResolveCommand command, @Nullable CommandContext context) {}
}
