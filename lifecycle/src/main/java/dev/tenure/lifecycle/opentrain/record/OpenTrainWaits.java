package dev.tenure.lifecycle.opentrain.record;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.record.WaitList;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.ReleaseRule;
import java.util.List;

/** What a hire waits for: people, work, commands, answers. */
public final class OpenTrainWaits {
  private final OpenTrainHire hire;
  private final WaitList waits = new WaitList();

  private OpenTrainWaits(OpenTrainHire hire) {
    this.hire = hire;
  }

  /** Everything that is waited for, soonest deadline first. */
  public static List<Wait> of(OpenTrainHire hire) {
    OpenTrainWaits waits = new OpenTrainWaits(hire);
    if (hire.closed() == null) {
      waits.collect();
    }
    return waits.waits.sorted();
  }

  private void collect() {
    for (Ask ask : hire.asks()) {
      if (ask.state() == Ask.State.PENDING) {
        ApprovalSnapshot approval = ask.knownApproval();
        waits.approval(approval.id(), ask.step().milestone(), approval.url(), approval.expiresAt());
      }
    }
    if (!hire.ending()) {
      hire.own().forEach(this::work);
    }
    waits.incidents(hire);
    if (awaitsEndCommand()) {
      waits.add(WaitKind.COMMAND, null, null);
    }
  }

  /**
   * Whether nothing of ours is left to do but the end, and that is left to a command: by the
   * policy, or because somebody else's money lies in escrow.
   */
  private boolean awaitsEndCommand() {
    boolean left =
        hire.plan().policies().end() == EndRule.ON_REQUEST
            || hire.milestones().stream().anyMatch(m -> m.foreign() && m.stage().inEscrow());
    return left && hire.contract().known() && !hire.ending() && hire.own().allMatch(hire::finished);
  }

  private void work(Milestone milestone) {
    boolean byDelivery = hire.releaseRule(milestone) == ReleaseRule.ON_DELIVERY;
    boolean asked =
        milestone.releaseCommanded() || hire.lastAsk(Step.release(milestone.key())) != null;
    if (milestone.stage() == Stage.FUNDED && !asked) {
      add(byDelivery ? WaitKind.DELIVERY : WaitKind.COMMAND, milestone);
    } else if (milestone.stage() == Stage.DELIVERED && !asked && !byDelivery) {
      add(WaitKind.COMMAND, milestone);
    } else if (hire.contract().known() && hire.awaitsFundCommand(milestone)) {
      add(WaitKind.COMMAND, milestone);
    }
  }

  private void add(WaitKind kind, Milestone milestone) {
    waits.add(kind, milestone.key(), null);
  }
}
