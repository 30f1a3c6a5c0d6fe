package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.SampleTrainers;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drafts, publishing, invitations. Three trainers propose as soon as a job is published. */
@Singleton
public class Jobs {
  private static final int PROPOSALS = 3;

  private final World world;
  private final Feed feed;

  Jobs(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  /** A draft as a client describes it; what is null is left as it is. */
  public record Draft(
      @Nullable String title,
      @Nullable String description,
      @Nullable PaymentType paymentType,
      @Nullable String idempotencyKey) {}

  /** Something with whether it was made just now. */
  public record Made<T>(T thing, boolean fresh) {}

  public Job see(Caller caller, String jobId) {
    Job job = Refusal.found(world.jobs.find(jobId), "jobs", "jobId", jobId);
    if (!caller.owns(job.accountId())) {
      throw Refusal.notYours("This job belongs to another account.");
    }
    return job;
  }

  /** The same key finds the same draft. */
  public Made<Job> draft(Caller caller, Draft draft) {
    Optional<Job> known =
        world
            .jobs
            .newestFirst(job -> draft.idempotencyKey() != null && caller.owns(job.accountId()))
            .filter(job -> Objects.equals(job.idempotencyKey(), draft.idempotencyKey()))
            .findFirst();
    if (known.isPresent()) {
      return new Made<>(known.get(), false);
    }
    Job job =
        new Job(
            world.newId("job_new"),
            caller.account().id(),
            draft.title() == null ? "" : draft.title(),
            draft.paymentType() == null ? PaymentType.FIXED_PRICE : draft.paymentType(),
            world.now(),
            draft.description(),
            draft.idempotencyKey(),
            world.now(),
            null);
    world.jobs.put(job.id(), job);
    return new Made<>(job, true);
  }

  public Job change(Caller caller, String jobId, Draft draft) {
    Job job = see(caller, jobId);
    if (job.published()) {
      throw Refusal.conflict("job_not_draft", "This job was published.");
    }
    Job changed =
        job.redrafted(
            draft.title() == null ? job.title() : draft.title(),
            draft.description() == null ? job.description() : draft.description(),
            draft.paymentType() == null ? job.paymentType() : draft.paymentType(),
            world.now());
    world.jobs.put(jobId, changed);
    return changed;
  }

  public Job publish(Caller caller, String jobId) {
    Job job = see(caller, jobId);
    if (job.published()) {
      return job;
    }
    if (!job.missing().isEmpty()) {
      throw Refusal.conflict(
          "draft_incomplete", "The draft lacks something.", Map.of("missingFields", job.missing()));
    }
    Job published = job.publishedAt(world.now());
    world.jobs.put(jobId, published);
    for (int i = 0; i < PROPOSALS; i++) {
      int person = world.nextPerson();
      feed.proposalReceived(propose(published, SampleTrainers.member(person)));
    }
    return published;
  }

  /** Invites a trainer once per job; another's job is hidden here. */
  public Made<Proposal> invite(Caller caller, String jobId, String freelancerId) {
    Job job =
        Refusal.found(caller.own(world.jobs.find(jobId), Job::accountId), "jobs", "jobId", jobId);
    if (!job.published()) {
      throw Refusal.conflict("job_not_published", "This job is a draft.");
    }
    Candidate candidate =
        world
            .proposals
            .oldestFirst()
            .map(Proposal::candidate)
            .filter(one -> one.userId().equals(freelancerId))
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("not_a_freelancer", "This is not a trainer."));
    return world
        .proposals
        .newestFirst(
            one -> one.jobId().equals(jobId) && one.candidate().userId().equals(freelancerId))
        .findFirst()
        .map(known -> new Made<>(known, false))
        .orElseGet(() -> new Made<>(propose(job, candidate), true));
  }

  private Proposal propose(Job job, Candidate candidate) {
    Proposal proposal =
        Proposal.fresh(
            world.newId("prp_new"), job, candidate, job.paymentType().usualRate(), world.now());
    world.proposals.put(proposal.id(), proposal);
    return proposal;
  }
}
