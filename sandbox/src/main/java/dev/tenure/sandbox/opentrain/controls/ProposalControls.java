package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints.Quantity;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.SampleTrainers;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets trainers propose, one or very many. */
@Controller("/sandbox/proposals")
@Consumes(MediaType.ALL)
record ProposalControls(World world, Feed feed) {

  private static final long MOST = 100_000;
  private static final long ANNOUNCED_BY_DEFAULT = 100;
  private static final BigDecimal DEFAULT_RATE = new BigDecimal("500");

  /** The ids of what was made. */
  @Serdeable
  record Made(List<String> proposals) {}

  /** Who is to propose, and how many. */
  @Serdeable
  @Strict
  record Wish(
      @Nullable @Pattern(regexp = "^[A-Za-z0-9_-]{1,64}$", message = NO_ID) String id,
      @Nullable @Min(1) @Max(MOST) Long count,
      @Nullable String job,
      @Nullable PaymentType paymentType,
      @Nullable @Quantity BigDecimal rateUsd,
      @Nullable Person candidate,
      @Nullable Boolean announce)
      implements RequestBody {
    private static final String NO_ID = "must be letters, digits, _ and -, and needs a count of 1";
    static final Wish ANYBODY = new Wish(null, null, null, null, null, null, null);

    /** A trainer's name. */
    @Serdeable
    record Person(@Nullable String firstName, @Nullable String lastNameInitial) {}

    private long number() {
      return requireNonNullElse(count, 1L);
    }

    private boolean announced() {
      return requireNonNullElse(announce, number() <= ANNOUNCED_BY_DEFAULT);
    }
  }

  @Post
  @Status(HttpStatus.CREATED)
  Made make(@Body @Nullable Wish body) {
    Wish wish = requireNonNullElse(body, Wish.ANYBODY);
    InvalidRequest.require(wish.id() == null || wish.number() <= 1, "id", Wish.NO_ID);
    return world.transact(() -> propose(wish));
  }

  private Made propose(Wish wish) {
    InvalidRequest.require(
        wish.id() == null || !world.proposals.holds(wish.id()), "id", "is taken");
    String named = Texts.said(wish.job());
    Job job =
        named == null
            ? anyJob(requireNonNullElse(wish.paymentType(), PaymentType.FIXED_PRICE))
            : named(named);
    List<String> ids = new ArrayList<>();
    for (long i = 0; i < wish.number(); i++) {
      String id = wish.id() == null ? world.newId("prp_new") : wish.id();
      Proposal proposal = proposal(id, job, wish);
      world.proposals.put(id, proposal);
      if (wish.announced()) {
        feed.proposalReceived(proposal);
      }
      ids.add(id);
    }
    return new Made(ids);
  }

  private Proposal proposal(String id, Job job, Wish wish) {
    int number = world.nextPerson();
    Candidate anyone = SampleTrainers.member(number);
    Wish.Person person = wish.candidate();
    String first = person == null ? null : Texts.said(person.firstName());
    Candidate candidate =
        person == null || first == null
            ? anyone
            : SampleTrainers.named(
                number, first, requireNonNullElse(Texts.said(person.lastNameInitial()), "G"));
    return Proposal.fresh(
        id, job, candidate, requireNonNullElse(wish.rateUsd(), DEFAULT_RATE), world.now());
  }

  private Job named(String id) {
    Job job = world.jobs.find(id);
    if (job == null || !job.published()) {
      throw InvalidRequest.field("job", "must be the id of a published job");
    }
    return job;
  }

  private Job anyJob(PaymentType type) {
    return world
        .jobs
        .oldestFirst(job -> job.published() && job.paymentType() == type)
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    "paymentType", "is that of no published job; name a job instead"));
  }
}
