package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.json.ProposalJson;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job's proposals, newest first. The default page of 25 and the clamp at 100 are assumed. */
@Singleton
class ProposalList {
  private static final int DEFAULT_LIMIT = 25;
  private static final long LARGEST = 100;

  private final World world;
  private final Jobs jobs;

  ProposalList(World world, Jobs jobs) {
    this.world = world;
    this.jobs = jobs;
  }

  ProposalJson.Page page(
      Caller caller,
      String jobId,
      @Nullable String word,
      @Nullable Long wished,
      @Nullable String cursor) {
    ProposalStatus status = status(word);
    int limit = (int) Math.min(wished == null ? DEFAULT_LIMIT : wished, LARGEST);
    Refusal.require(
        cursor == null || world.proposals.holds(cursor),
        "cursor",
        "is not a proposal of this list");
    Job job = jobs.see(caller, jobId);
    Slice<Proposal> page =
        Slice.of(
            world
                .proposals
                .before(cursor)
                .filter(proposal -> proposal.jobId().equals(jobId))
                .filter(proposal -> status == null || proposal.status() == status),
            limit);
    return new ProposalJson.Page(
        page.map(proposal -> ProposalJson.of(proposal, job)), page.next(Proposal::id));
  }

  private static @Nullable ProposalStatus status(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String name = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Stream.of(ProposalStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.bad(
                    "This status is not supported.",
                    Map.of(
                        "supportedStatuses",
                        Stream.of(ProposalStatus.values()).map(Enum::name).toList())));
  }
}
