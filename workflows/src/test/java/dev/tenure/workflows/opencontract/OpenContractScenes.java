package dev.tenure.workflows.opencontract;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.WorkerLost;
import dev.tenure.workflows.opencontract.FakeOpenContract.Worker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The paths of a hire on OpenContract whose histories are stored. */
final class OpenContractScenes {

  private OpenContractScenes() {}

  static Consumer<OpenContractStage> named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Consumer<OpenContractStage>> all() {
    Map<String, Consumer<OpenContractStage>> scenes = new LinkedHashMap<>();
    scenes.put("approved-and-settled", OpenContractScenes::approved);
    scenes.put("silent", OpenContractScenes::silent);
    scenes.put("disputed-and-settled-in-part", OpenContractScenes::disputed);
    scenes.put("worker-lost-then-retried", OpenContractScenes::lost);
    scenes.put("ended-by-the-cancel-button", OpenContractScenes::cancelled);
    return scenes;
  }

  /** Two milestones, each approved by a person. */
  static void approved(OpenContractStage stage) {
    stage.start(OpenContractPlans.two());
    for (String milestone : List.of("m1", "m2")) {
      stage.confirm(ApprovalKind.MILESTONE_FUND, milestone);
      stage.confirm(ApprovalKind.MILESTONE_APPROVE, milestone);
    }
    stage.finish();
  }

  /** Nobody judges the delivery: it is paid at its review deadline. */
  static void silent(OpenContractStage stage) {
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.finish();
  }

  /** The release is declined, the dispute confirmed, and one of three criteria is not met. */
  static void disputed(OpenContractStage stage) {
    stage.market.votes = List.of("met", "met", "not met");
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.decline(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.confirm(ApprovalKind.MILESTONE_DISPUTE, "m1");
    stage.finish();
  }

  /** The Worker declines, and takes the work when asked once more. */
  static void lost(OpenContractStage stage) {
    stage.market.workers.add(Worker.declining());
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.resolve(stage.awaitIncident(IncidentCause.CONTRACT_UNMATCHED), Resolution.RETRY);
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();
  }

  /** Cancelled in Temporal's Web UI before anybody has accepted. */
  static void cancelled(OpenContractStage stage) {
    stage.start(OpenContractPlans.two());
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.until("m1", MilestoneState.FUNDED);
    stage.stub().cancel();
    stage.until(() -> stage.journal.hire().status().closed());
  }
}
