package dev.tenure.sandbox.opentrain.people;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Decision;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Rule;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Trainer;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.random.SeededDraw;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people will do and rule. It follows from the world, the policy and the seed alone, and it
 * speaks of proposals, numbers of milestones and counts of asks, which are the same after a reset.
 */
@Singleton
record PeoplePlan(World world) {

  /** What a person will do about an approval. */
  record Act(Rule rule, Instant due) {}

  /** Null when nobody will do anything. */
  @Nullable Act about(Approval approval) {
    PeoplePolicy policy = world.people();
    SeededDraw draw = new SeededDraw(policy.seed());
    String what = name(approval);
    List<Rule> rules = policy.approvals();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.fits(approval) && draw.happens(rule.probability(), what + " rule " + i)) {
        return rule.decision() == Decision.IGNORE
            ? null
            : new Act(rule, due(approval, rule, draw, what));
      }
    }
    return null;
  }

  /** When the trainer will say that the work is done; null for never. */
  @Nullable Instant delivery(Contract contract, Milestone milestone) {
    Trainer trainer = trainer(contract);
    Milestone.Funding funding = milestone.funding();
    SeededDraw draw = new SeededDraw(world.people().seed());
    String what = "delivery of " + offer(contract.proposalId()) + " " + milestone.number();
    if (!trainer.requestPayout()
        || (trainer.silent() != null && draw.happens(trainer.silent(), "silence at " + what))) {
      return null;
    }
    Instant since = funding == null ? milestone.createdAt() : funding.at();
    return since.plusMillis(draw.between(trainer.delayMs(), trainer.maxDelayMs(), what));
  }

  /** What the trainer of a contract does. */
  Trainer trainer(Contract contract) {
    return world.people().trainer().of(contract.accountId());
  }

  private static Instant due(Approval approval, Rule rule, SeededDraw draw, String what) {
    return rule.beforeExpiryMs() == null
        ? approval
            .createdAt()
            .plusMillis(draw.between(rule.delayMs(), rule.maxDelayMs(), what + " delay"))
        : approval.expiresAt().minusMillis(rule.beforeExpiryMs());
  }

  private String name(Approval approval) {
    String about =
        switch (approval.type()) {
          case PROPOSAL_HIRE -> offer(approval.subject());
          case MILESTONE_FUND, MILESTONE_APPROVE -> milestone(approval.subject());
          case CONTRACT_END -> offer(world.contracts.get(approval.subject()).proposalId());
        };
    return approval.type().word() + " " + about + " ask " + approval.ordinal();
  }

  private String milestone(String id) {
    Contract contract = world.contractOf(id);
    return contract == null
        ? id
        : offer(contract.proposalId()) + " milestone " + contract.milestone(id).number();
  }

  /** Who would work on what: ids may be other ones after a reset. */
  private String offer(String proposalId) {
    Proposal proposal = world.proposals.get(proposalId);
    return proposal.candidate().userId() + " on " + world.jobs.get(proposal.jobId()).title();
  }
}
