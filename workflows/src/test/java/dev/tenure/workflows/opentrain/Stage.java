package dev.tenure.workflows.opentrain;

import dev.tenure.model.plan.HirePlan;
import io.temporal.client.WorkflowClient;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A hire on a fake OpenTrain. */
final class Stage extends HireStage {
  final FakeMarketplace market = new FakeMarketplace(env, HIRE);

  Stage() {
    this(HireWorkflowImpl::new);
  }

  /** A stage whose hires are made by other means, e.g. to hand over early. */
  Stage(Function<HireInput, HireWorkflow> hires) {
    work(HireWorkflow.class, payloads -> hires.apply(payloads.get(0, HireInput.class)), market);
  }

  HireWorkflow start(HirePlan plan) {
    return start(plan, null);
  }

  HireWorkflow start(HirePlan plan, @Nullable String requestedBy) {
    HireWorkflow hire = env.getWorkflowClient().newWorkflowStub(HireWorkflow.class, options());
    WorkflowClient.start(
        hire::run, HireInput.start(HIRE, 1, plan, clock()).requestedBy(requestedBy));
    return hire;
  }

  /** Runs a plan to its end, however long that takes on the hire's own clock. */
  Stage run(HirePlan plan) {
    start(plan);
    finish();
    return this;
  }
}
