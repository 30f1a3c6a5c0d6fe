package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes over what a contract shows: people may change anything in the app, and theirs wins. */
final class ContractPicture {
  /** One that looks have not shown for so long is not late any more. */
  private static final Duration LATEST = Duration.ofHours(1);

  private final OpenTrainHire hire;
  private final Instant now;

  ContractPicture(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
  }

  void show(ContractSnapshot shown) {
    Contract contract = hire.contract;
    if (contract.id == null) {
      contract.id = shown.id();
    }
    if (!contract.id.equals(shown.id()) || (contract.ended && !shown.ended())) {
      return;
    }
    if (hire.jobId == null) {
      hire.jobId = shown.jobId();
    }
    contract.seen = true;
    contract.missed = 0;
    for (MilestoneSnapshot milestone : shown.milestones()) {
      Milestone known = known(milestone).orElseGet(() -> foreign(milestone));
      known.listed = true;
      known.missing = false;
      show(known, milestone);
    }
    for (Milestone milestone : List.copyOf(hire.milestones.values())) {
      if (vanished(milestone, shown)) {
        // There is no second look at a contract that has ended.
        if (milestone.missing || shown.ended()) {
          milestone.moveTo(Stage.GONE, hire.tick());
        }
        milestone.missing = true;
      }
    }
    if (shown.budget() != null) {
      contract.budget = shown.budget();
    }
    if (shown.ended() && !contract.ended) {
      contract.ended = true;
      contract.endedTick = hire.tick();
    }
  }

  /** Takes over one milestone as it is shown. */
  void show(Milestone milestone, MilestoneSnapshot shown) {
    MilestonePlan terms = milestone.terms;
    if (milestone.id == null) {
      milestone.knownAt = now;
    }
    milestone.id = shown.id();
    milestone.number = shown.number();
    milestone.creation = Milestone.Creation.NONE;
    milestone.unpriced = shown.amount() == null && (milestone.foreign() || terms.volume() != null);
    milestone.terms =
        new MilestonePlan(
            terms.key(),
            shown.name(),
            terms.description(),
            shown.amount() == null ? terms.amount() : shown.amount(),
            shown.dueDate(),
            terms.fund(),
            terms.release(),
            terms.volume());
    stage(milestone, shown);
  }

  /**
   * A status that is not known here changes nothing. What is in escrow never becomes unfunded, nor
   * what is paid anything else: a picture that shows that is an old one.
   */
  private void stage(Milestone milestone, MilestoneSnapshot shown) {
    if (shown.paid()) {
      milestone.moveTo(Stage.PAID, hire.tick());
    } else if (shown.funded() && milestone.stage != Stage.PAID) {
      milestone.moveTo(shown.delivered() ? Stage.DELIVERED : Stage.FUNDED, hire.tick());
    } else if (shown.notFunded() && !milestone.wasFunded) {
      milestone.moveTo(Stage.UNFUNDED, hire.tick());
    }
  }

  /** One that was never shown may only be late: "not seen" is not "gone", for a while. */
  private boolean vanished(Milestone milestone, ContractSnapshot shown) {
    return milestone.id != null
        && (milestone.listed || shown.ended() || late(milestone))
        && !milestone.stage.over()
        && shown.milestone(milestone.id).isEmpty();
  }

  private boolean late(Milestone milestone) {
    return milestone.knownAt != null && now.isAfter(milestone.knownAt.plus(LATEST));
  }

  private Optional<Milestone> known(MilestoneSnapshot shown) {
    Optional<Milestone> known = hire.milestoneWithId(shown.id());
    if (known.isPresent()) {
      return known;
    }
    if (shown.tag() != null) {
      // People who copy a description copy its tag: the one that was ours first stays ours.
      return Tags.key(hire.id(), shown.tag())
          .flatMap(hire::findMilestone)
          .filter(milestone -> !milestone.foreign() && milestone.id == null);
    }
    // The hire itself makes milestone 1, without a tag: people confirm it in the app.
    return shown.number() == 1 && hire.first().id == null
        ? Optional.of(hire.first())
        : Optional.empty();
  }

  /** What is shown without an amount counts nothing to the cap: nobody knows better. */
  private Milestone foreign(MilestoneSnapshot shown) {
    String key = "foreign-" + shown.id();
    Money amount = Objects.requireNonNullElse(shown.amount(), Money.zero(Money.USD));
    MilestonePlan terms =
        new MilestonePlan(key, shown.name(), null, amount, shown.dueDate(), FundRule.atStart());
    Milestone milestone = new Milestone(key, hire.milestones.size() + 1, true, terms);
    hire.milestones.put(key, milestone);
    return milestone;
  }
}
