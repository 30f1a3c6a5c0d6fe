package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Feed;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Candidate;
import dev.tenure.sandbox.world.Cast;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.ProposalStatus;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets trainers propose, one or very many. */
@Controller("/sandbox/proposals")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalControls {
  private static final long MOST = 100_000;
  private static final long ANNOUNCED_BY_DEFAULT = 100;
  private static final BigDecimal DEFAULT_RATE = new BigDecimal("500");

  private final World world;
  private final Feed feed;
  private final Bodies bodies;

  ProposalControls(World world, Feed feed, Bodies bodies) {
    this.world = world;
    this.feed = feed;
    this.bodies = bodies;
  }

  /** The ids of what was made. */
  @Serdeable
  record Made(List<String> proposals) {}

  private record Wish(
      @Nullable String id,
      long count,
      @Nullable String job,
      PaymentType paymentType,
      BigDecimal rate,
      @Nullable String firstName,
      String initial,
      boolean announce) {}

  @Post
  @Status(HttpStatus.CREATED)
  Made make(HttpRequest<byte[]> request) {
    Wish wish = bodies.strict(request, ProposalControls::wish);
    return world.transact(() -> make(wish));
  }

  private Made make(Wish wish) {
    if (wish.id() != null && world.proposals.holds(wish.id())) {
      throw Refusal.field("id", "is taken");
    }
    Job job = wish.job() == null ? anyJob(wish.paymentType()) : named(wish.job());
    List<String> ids = new ArrayList<>();
    for (long i = 0; i < wish.count(); i++) {
      String id = wish.id() == null ? world.newId("prp_new") : wish.id();
      Proposal proposal = proposal(id, job, wish);
      world.proposals.put(id, proposal);
      if (wish.announce()) {
        feed.proposalReceived(proposal);
      }
      ids.add(id);
    }
    return new Made(ids);
  }

  private Proposal proposal(String id, Job job, Wish wish) {
    int number = world.nextPerson();
    Candidate anyone = Cast.member(number);
    Candidate candidate =
        wish.firstName() == null ? anyone : Cast.named(number, wish.firstName(), wish.initial());
    return new Proposal(
        id,
        job.accountId(),
        job.id(),
        candidate,
        ProposalStatus.UNREVIEWED,
        wish.rate(),
        world.now(),
        world.now(),
        null);
  }

  private Job named(String id) {
    Job job = world.jobs.find(id);
    if (job == null || !job.published()) {
      throw Refusal.field("job", "must be the id of a published job");
    }
    return job;
  }

  private Job anyJob(PaymentType type) {
    return world
        .jobs
        .oldestFirst()
        .filter(job -> job.published() && job.paymentType() == type)
        .findFirst()
        .orElseThrow(
            () -> Refusal.field("paymentType", "is that of no published job; name a job instead"));
  }

  private static Wish wish(Fields body) {
    long count = body.whole("count", 1, MOST, 1);
    String id = body.maybeText("id");
    if (id != null && (count > 1 || !id.matches("[A-Za-z0-9_-]{1,64}"))) {
      throw Refusal.field("id", "must be letters, digits, _ and -, and needs a count of 1");
    }
    PaymentType type =
        ApprovalControls.oneOf(PaymentType.values(), body, "paymentType", PaymentType::name);
    Fields candidate = body.maybeObject("candidate");
    String initial = candidate == null ? null : candidate.maybeText("lastNameInitial");
    BigDecimal rate = body.maybePositive("rateUsd");
    return new Wish(
        id,
        count,
        body.maybeText("job"),
        type == null ? PaymentType.FIXED_PRICE : type,
        rate == null ? DEFAULT_RATE : rate,
        candidate == null ? null : candidate.maybeText("firstName"),
        initial == null ? "G" : initial,
        body.flag("announce", count <= ANNOUNCED_BY_DEFAULT));
  }
}
