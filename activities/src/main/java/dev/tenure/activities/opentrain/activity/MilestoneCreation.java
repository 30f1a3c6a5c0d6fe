package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.call.Failures;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.Amounts;
import dev.tenure.activities.opentrain.client.MilestoneTag;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.activities.opentrain.client.json.NewMilestone;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer.Reason;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.opentrain.CreateMilestone;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates a milestone at most once, though OpenTrain would create it as often as it is asked. The
 * tag is looked for before, and after a write without an answer; what is not found then is {@code
 * UNANSWERED}, and never sent again here.
 */
final class MilestoneCreation {

  private final OpenTrainClient api;

  MilestoneCreation(OpenTrainClient api) {
    this.api = api;
  }

  /** Creates it, unless it is there. What is thrown as an obstacle or an outage wrote nothing. */
  CreateAnswer create(CreateMilestone ask) throws Refused, Unavailable {
    ContractSnapshot contract = api.contract(ask.contractId());
    Optional<MilestoneSnapshot> found = tagged(contract, ask.tag());
    if (found.isPresent()) {
      return new CreateAnswer.Created(found.get());
    }
    if (contract.ended()) {
      return new CreateAnswer.ContractEnded();
    }
    PriceCheck.check(contract, ask.milestone());
    return send(ask);
  }

  private CreateAnswer send(CreateMilestone ask) throws Refused, Unavailable {
    try {
      return new CreateAnswer.Created(api.create(ask.contractId(), body(ask)));
    } catch (Refused refused) {
      if (refused.verdict() instanceof Verdict.Fact(Reason reason)
          && reason == Reason.CONTRACT_ENDED) {
        return new CreateAnswer.ContractEnded();
      }
      if (!refused.certain()) {
        return find(ask, String.valueOf(refused.getMessage()));
      }
      throw refused;
    } catch (Unavailable unavailable) {
      if (unavailable.mayHaveRun()) {
        return find(ask, String.valueOf(unavailable.getMessage()));
      }
      throw unavailable;
    }
  }

  /** Only looks for what somebody may have written. */
  CreateAnswer find(CreateMilestone ask, String why) {
    String words =
        "it is not known whether milestone %s was created: %s, and the contract "
            .formatted(ask.milestone().key(), why);
    try {
      return settled(api.contract(ask.contractId()), ask.tag())
          .orElseThrow(() -> Failures.unanswered(words + "does not show it"));
    } catch (MarketplaceException e) {
      throw Failures.unanswered(words + "cannot be read: " + e.getMessage());
    }
  }

  /** What the contract says of a milestone that was sent; an ended one takes none any more. */
  private static Optional<CreateAnswer> settled(ContractSnapshot contract, String tag) {
    Optional<CreateAnswer> found = tagged(contract, tag).map(CreateAnswer.Created::new);
    return found.isEmpty() && contract.ended()
        ? Optional.of(new CreateAnswer.ContractEnded())
        : found;
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
        plan.volume() == null ? null : Amounts.plain(plan.volume()),
        due == null ? null : due.toString());
  }
}
