package dev.tenure.sandbox.opentrain.model.contract;

import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trainer at work on a job, with every milestone that there ever was.
 *
 * @param endedAt null while active
 */
@Serdeable
public record Contract(
    String id,
    String accountId,
    String title,
    String jobId,
    String proposalId,
    PaymentType paymentType,
    @Nullable BigDecimal rateUsd,
    Candidate candidate,
    String conversationId,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant endedAt,
    Usage usage,
    List<Milestone> milestones) {

  public boolean active() {
    return endedAt == null;
  }

  public Milestone milestone(String milestoneId) {
    return milestones.stream()
        .filter(milestone -> milestone.id().equals(milestoneId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " has no milestone " + milestoneId));
  }

  public Stream<Milestone> shown() {
    return milestones.stream().filter(milestone -> milestone.status().shown());
  }

  public List<Milestone> funded() {
    return milestones.stream()
        .filter(milestone -> milestone.at(Milestone.Status.ACTIVE_FUNDED))
        .toList();
  }

  /** Those behind which money stands, be it in dispute: what an end of the contract settles. */
  public List<Milestone> holding() {
    return milestones.stream().filter(milestone -> milestone.status().holds()).toList();
  }

  public Contract plus(Milestone added, Instant now) {
    List<Milestone> all = new ArrayList<>(milestones);
    all.add(added);
    return with(all, now, endedAt, usage);
  }

  public Contract replacing(Milestone changed, Instant now) {
    List<Milestone> all =
        milestones.stream()
            .map(milestone -> milestone.id().equals(changed.id()) ? changed : milestone)
            .toList();
    return with(all, now, endedAt, usage);
  }

  public Contract ended(Instant now) {
    return with(milestones, now, now, usage);
  }

  public Contract used(Usage total, Instant now) {
    return with(milestones, now, endedAt, total);
  }

  private Contract with(List<Milestone> all, Instant now, @Nullable Instant ended, Usage total) {
    return new Contract(
        id,
        accountId,
        title,
        jobId,
        proposalId,
        paymentType,
        rateUsd,
        candidate,
        conversationId,
        createdAt,
        now,
        ended,
        total,
        List.copyOf(all));
  }
}
