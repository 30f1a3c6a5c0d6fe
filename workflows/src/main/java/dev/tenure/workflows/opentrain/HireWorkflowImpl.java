package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.workflows.hire.HireLoop;
import dev.tenure.workflows.hire.HireUpdates;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A hire on OpenTrain: the loop under OpenTrain's rules. */
public final class HireWorkflowImpl extends HireUpdates implements HireWorkflow {
  private final OpenTrainHire hire;
  private final HireLoop<OpenTrainCall, OpenTrainObservation, OpenTrainSnapshot> loop;

  @WorkflowInit
  public HireWorkflowImpl(HireInput input) {
    this(input, HireLoop::historyIsLong);
  }

  /**
   * A hire with a rule of its own for the hand-over.
   *
   * @param full whether the history of this run is long enough
   */
  HireWorkflowImpl(HireInput input, BooleanSupplier full) {
    hire = input.hire();
    OpenTrainLifecycle rules = new OpenTrainLifecycle(hire);
    OpenTrainSnapshot told =
        input.carried() == null ? OpenTrainSnapshot.nothingOf(hire) : OpenTrainSnapshot.of(hire);
    if (input.appeared() != null) {
      rules.observe(
          new OpenTrainObservation.ContractAppeared(input.appeared()),
          Instant.ofEpochMilli(Workflow.currentTimeMillis()));
    }
    loop = new HireLoop<>(rules, told, new OpenTrainCalls(hire), full);
  }

  @Override
  public void run(HireInput input) {
    loop.run(() -> Workflow.continueAsNew(HireInput.carrying(hire)));
  }

  @Override
  protected HireLoop<?, ?, ?> loop() {
    return loop;
  }

  @Override
  public OpenTrainHire state() {
    return hire;
  }
}
