package dev.tenure.api;

import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.Bells;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HirePlan;
import dev.tenure.model.HireStatus;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.AddMilestoneCommand;
import dev.tenure.workflows.ChangeCommand;
import dev.tenure.workflows.HireInput;
import dev.tenure.workflows.HireWorkflow;
import dev.tenure.workflows.MilestoneCommand;
import dev.tenure.workflows.Refusal;
import dev.tenure.workflows.ResolveCommand;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;

/** A hire without a marketplace: m1 can be released, the end closes it, all else is refused. */
public final class SmallHire implements HireWorkflow {

  private final HireInput input;
  private int changes;
  private boolean ended;

  @WorkflowInit
  public SmallHire(HireInput input) {
    this.input = input;
  }

  @Override
  public void run(HireInput same) {
    Workflow.await(() -> ended);
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  @Override
  public RecordBatch release(MilestoneCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkRelease(MilestoneCommand command) {
    if (!command.milestone().equals("m1")) {
      throw refused("Milestone " + command.milestone() + " cannot be released now.");
    }
  }

  @Override
  public RecordBatch fund(MilestoneCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkFund(MilestoneCommand command) {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch addMilestone(AddMilestoneCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkAddMilestone(AddMilestoneCommand command) {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch dropMilestone(MilestoneCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkDropMilestone(MilestoneCommand command) {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch pause() {
    changes++;
    return hire();
  }

  @Override
  public void checkPause() {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch resume() {
    changes++;
    return hire();
  }

  @Override
  public void checkResume() {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch cancel() {
    changes++;
    return hire();
  }

  @Override
  public void checkCancel() {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch change(ChangeCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkChange(ChangeCommand command) {
    refuseOnceEnded();
  }

  @Override
  public RecordBatch end() {
    changes++;
    ended = true;
    return hire();
  }

  @Override
  public void checkEnd() {
    refuseOnceEnded();
  }

  private void refuseOnceEnded() {
    if (ended) {
      throw refused("The hire has ended.");
    }
  }

  @Override
  public RecordBatch resolve(ResolveCommand command) {
    changes++;
    return hire();
  }

  @Override
  public void checkResolve(ResolveCommand command) {
    throw refused("Incident " + command.incidentId() + " is not open.");
  }

  @Override
  public void ring(Bells bells) {
    changes += bells.bells().size();
  }

  @Override
  public RecordBatch hire() {
    return new RecordBatch(
        input.hireId(),
        Workflow.getInfo().getRunId(),
        null,
        header(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private HireDocument header() {
    HirePlan plan = input.plan();
    Money none = Money.zero(Money.USD);
    return new HireDocument(
        input.hireId(),
        plan.account(),
        plan.proposalId(),
        input.generation(),
        ended ? HireStatus.ENDED : HireStatus.ACTIVE,
        "ctr_1",
        null,
        List.of(),
        new MoneyTotals(plan.cap(), none, none, none, none),
        List.of(AllowedAction.of(ActionKind.RELEASE, "m1")),
        changes,
        input.createdAt(),
        input.createdAt(),
        ended ? input.createdAt() : null);
  }

  private ApplicationFailure refused(String words) {
    return ApplicationFailure.newNonRetryableFailure(
        words, Refusal.TYPE, new Refusal(words, header().allowedActions()));
  }
}
