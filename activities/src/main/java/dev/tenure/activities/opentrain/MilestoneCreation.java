package dev.tenure.activities.opentrain;

import dev.tenure.activities.Stopping;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.NewMilestone;
import dev.tenure.lifecycle.marketplace.AskAnswer.Reason;
import dev.tenure.lifecycle.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.marketplace.CreateAnswer;
import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.marketplace.CreateMilestone;
import io.temporal.failure.ApplicationFailure;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates a milestone exactly once, though OpenTrain would create it as often as it is asked. The
 * tag is looked for before; the write is marked before it leaves; and once it may have left, it is
 * never sent again, only looked for.
 */
final class MilestoneCreation {

  private static final Logger LOG = LoggerFactory.getLogger(MilestoneCreation.class);

  private final OpenTrain api;
  private final Doubt doubt;

  MilestoneCreation(OpenTrain api, Stopping stopping, Doubt.Patience patience) {
    this.api = api;
    this.doubt = new Doubt(stopping, patience);
  }

  CreateAnswer create(CreateMilestone ask, SendMark mark) throws Refused, Unavailable {
    if (mark.maybeSent()) {
      return settle(ask, "an earlier call was cut off while it was being sent");
    }
    ContractSnapshot contract = api.contract(ask.contractId());
    Optional<MilestoneSnapshot> found = tagged(contract, ask.tag());
    if (found.isPresent()) {
      return new CreateAnswer.Created(found.get());
    }
    if (contract.ended()) {
      return new CreateAnswer.ContractEnded();
    }
    Pricing.check(contract, ask.milestone());
    return send(ask, mark);
  }

  private CreateAnswer send(CreateMilestone ask, SendMark mark) throws Refused, Unavailable {
    mark.sending();
    try {
      return new CreateAnswer.Created(api.create(ask.contractId(), body(ask)));
    } catch (Refused refused) {
      didNothing(mark, refused);
      if (Refusals.judge(refused) instanceof Verdict.Fact(Reason reason)
          && reason == Reason.CONTRACT_ENDED) {
        return new CreateAnswer.ContractEnded();
      }
      throw refused;
    } catch (Unavailable unavailable) {
      if (unavailable.mayHaveRun()) {
        return settle(ask, String.valueOf(unavailable.getMessage()));
      }
      didNothing(mark, unavailable);
      throw unavailable;
    } catch (RuntimeException unexpected) {
      return settle(ask, unexpected.toString());
    }
  }

  /** A mark that cannot be taken back only makes the next attempt more careful. */
  private static void didNothing(SendMark mark, Exception why) {
    try {
      mark.notSent();
    } catch (RuntimeException e) {
      LOG.debug("the mark of a write that did nothing stays: {}", e.toString());
      why.addSuppressed(e);
    }
  }

  private CreateAnswer settle(CreateMilestone ask, String why) throws Unavailable {
    return doubt
        .look(() -> settled(api.contract(ask.contractId()), ask.tag()))
        .orElseThrow(() -> inDoubt(ask, why + ", and the contract does not show it"));
  }

  /** What the contract says of a milestone that was sent; an ended one takes none any more. */
  private static Optional<CreateAnswer> settled(ContractSnapshot contract, String tag) {
    Optional<CreateAnswer> found = tagged(contract, tag).map(CreateAnswer.Created::new);
    return found.isEmpty() && contract.ended()
        ? Optional.of(new CreateAnswer.ContractEnded())
        : found;
  }

  static ApplicationFailure inDoubt(CreateMilestone ask, String why) {
    return Failures.inDoubt(
        "it is not certain whether milestone "
            + ask.milestone().key()
            + " was created: "
            + why
            + ". Look at the contract in OpenTrain before it is created again");
  }

  private static Optional<MilestoneSnapshot> tagged(ContractSnapshot contract, String tag) {
    return contract.milestones().stream()
        .filter(milestone -> tag.equals(milestone.tag()))
        .findFirst();
  }

  private static NewMilestone body(CreateMilestone ask) {
    MilestonePlan plan = ask.milestone();
    @Nullable LocalDate due = plan.dueDate();
    return new NewMilestone(
        plan.name(),
        MilestoneTag.describe(plan.description(), ask.tag()),
        plan.volume() == null ? Amounts.dollars(plan.amount()) : null,
        plan.volume(),
        due == null ? null : due.toString());
  }
}
