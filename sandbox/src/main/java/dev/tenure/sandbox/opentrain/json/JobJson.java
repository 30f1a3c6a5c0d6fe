package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A published job in the public list (its shape is assumed). */
@Serdeable
public record JobJson(
    String id,
    String title,
    @Nullable String description,
    PaymentType paymentType,
    Instant createdAt,
    @Nullable Instant publishedAt) {

  /** A page of the public list. */
  @Serdeable
  public record Page(List<JobJson> jobs, @Nullable String nextCursor) {}

  /** How many jobs there are of each kind (its shape is assumed). */
  @Serdeable
  public record Facets(Map<String, Map<String, Long>> facets) {}

  /** What happened to jobs in a time. */
  @Serdeable
  public record Changes(Instant since, Instant until, List<Change> changes, Instant generatedAt) {}

  /** One thing that happened. */
  @Serdeable
  public record Change(String jobId, String eventType, Instant occurredAt) {}

  /** A draft as its writing answers. */
  @Serdeable
  public record Drafted(
      boolean ok,
      String jobId,
      String status,
      String draftUrl,
      Validation validation,
      List<String> missingFields) {}

  /** Whether a draft could be published. */
  @Serdeable
  public record Validation(boolean publishReady) {}

  /** The answer to publishing (its shape is assumed). */
  @Serdeable
  public record Published(boolean ok, String jobId, String status) {}

  /** The answer to an invitation. */
  @Serdeable
  public record Invited(
      boolean ok, String proposalId, String jobId, String freelancerId, boolean alreadyInvited) {

    public static Invited of(Proposal proposal, boolean fresh) {
      return new Invited(
          true, proposal.id(), proposal.jobId(), proposal.candidate().userId(), !fresh);
    }
  }

  public static JobJson of(Job job) {
    return new JobJson(
        job.id(),
        job.title(),
        job.description(),
        job.paymentType(),
        job.createdAt(),
        job.publishedAt());
  }

  public static Drafted drafted(Job job, String draftUrl) {
    return new Drafted(
        true,
        job.id(),
        job.published() ? "PUBLISHED" : "DRAFT",
        draftUrl,
        new Validation(job.missing().isEmpty()),
        job.missing());
  }
}
