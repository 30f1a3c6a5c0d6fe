package dev.tenure.sandbox.scenario;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Feed;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Candidate;
import dev.tenure.sandbox.world.Cast;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.ProposalStatus;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;

/**
 * Proposals of a scenario. Who nobody describes comes from the cast; who has no number there has
 * that of their place in the list, so that each is somebody else.
 */
@Singleton
class Proposals {
  private static final int MOST_PEOPLE = 1_000_000;

  private final World world;
  private final Feed feed;

  Proposals(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  void build(Fields fields) {
    String id = Builder.freshId(fields, world.proposals::holds);
    Job job = world.jobs.find(fields.text("job"));
    if (job == null) {
      throw Refusal.field(fields.name("job"), "is not a job of this scenario");
    }
    ProposalStatus status =
        Builder.word(fields, "status", ProposalStatus.values(), ProposalStatus.UNREVIEWED);
    if (status == ProposalStatus.HIRED) {
      throw Refusal.field(fields.name("status"), "becomes HIRED by a contract");
    }
    Proposal proposal =
        new Proposal(
            id,
            job.accountId(),
            job.id(),
            candidate(fields),
            status,
            fields.maybePositive("rateUsd"),
            world.now(),
            world.now(),
            null);
    world.proposals.put(id, proposal);
    if (fields.flag("announce", true)) {
      feed.proposalReceived(proposal);
    }
  }

  private Candidate candidate(Fields fields) {
    int number = (int) fields.whole("person", 1, MOST_PEOPLE, world.proposals.size() + 1L);
    Fields named = fields.maybeObject("candidate");
    return named == null
        ? Cast.member(number)
        : Cast.named(number, named.text("firstName"), named.text("lastNameInitial"));
  }
}
