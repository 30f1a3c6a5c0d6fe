package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.AccessToken;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Cast;
import dev.tenure.sandbox.world.Feature;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.ProposalStatus;
import dev.tenure.sandbox.world.Scope;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The world that a fresh sandbox begins with: one account of ours, and a stranger's. */
@Singleton
public class DefaultWorld {
  public static final String ACCOUNT = "acc_1";
  public static final String OWNER_TOKEN = "ot_pat_sandbox_owner";
  public static final String MEMBER_TOKEN = "ot_pat_sandbox_member";
  public static final String STRANGER_TOKEN = "ot_pat_sandbox_stranger";
  private static final long CREDITS_CENTS = 500_000;
  private static final BigDecimal FIRST_RATE = new BigDecimal("300");
  private static final BigDecimal FIXED_RATE = new BigDecimal("500");

  private final World world;
  private final Credits credits;
  private final Feed feed;

  DefaultWorld(World world, Credits credits, Feed feed) {
    this.world = world;
    this.credits = credits;
    this.feed = feed;
  }

  /** Builds it where nothing is yet. */
  public boolean buildIfEmpty() {
    return world.transact(() -> world.accounts.size() == 0 && build());
  }

  /** Forgets everything and builds it anew; ids that were given are not given again. */
  public boolean rebuild() {
    return world.transact(
        () -> {
          world.clear();
          return build();
        });
  }

  private boolean build() {
    Account ours = account(ACCOUNT, "Lakeside Robotics", "Ada", "Ellis");
    token(ours, OWNER_TOKEN, "tok_owner", true);
    token(ours, MEMBER_TOKEN, "tok_member", false);
    credits.topUp(ACCOUNT, CREDITS_CENTS, "top_welcome");
    Job job = job("job_1", ours, "Spanish Sentiment Labeling", PaymentType.FIXED_PRICE);
    Job frames = job("job_2", ours, "Dashcam Bounding Boxes", PaymentType.FIXED_PRICE);
    IntStream.rangeClosed(1, 20)
        .forEach(
            i ->
                propose(
                    "prp_" + i, i % 2 == 1 ? job : frames, i, i == 1 ? FIRST_RATE : FIXED_RATE));
    Job hourly = job("job_3", ours, "Clinical Note Review", PaymentType.PAY_PER_HOUR);
    propose("prp_hourly", hourly, 21, new BigDecimal("25"));
    propose("prp_no_rate", hourly, 22, null);
    Job labels = job("job_4", ours, "Street Sign Labels", PaymentType.PAY_PER_LABEL);
    propose("prp_label", labels, 23, new BigDecimal("0.06"));
    unfit(propose("prp_unfit", frames, 24, FIXED_RATE));
    Account stranger = account("acc_2", "Harbor Vision", "Noor", "Haddad");
    token(stranger, STRANGER_TOKEN, "tok_stranger", true);
    Job theirs = job("job_stranger", stranger, "Parcel Photos", PaymentType.FIXED_PRICE);
    propose("prp_stranger", theirs, 25, FIXED_RATE);
    return true;
  }

  private Account account(String id, String name, String firstName, String lastName) {
    String number = id.substring(id.indexOf('_') + 1);
    Account account =
        new Account(
            id,
            name,
            new Account.Owner(
                "usr_owner_" + number,
                firstName.toLowerCase(Locale.ROOT) + "@example.com",
                firstName,
                lastName),
            true,
            true,
            false,
            Feature.ALL.stream().collect(Collectors.toMap(key -> key, key -> true)),
            0,
            0);
    world.accounts.put(id, account);
    return account;
  }

  private void token(Account account, String secret, String id, boolean owner) {
    world.tokens.put(
        secret,
        new AccessToken(
            id,
            secret,
            account.id(),
            owner ? "owner" : "team member",
            owner,
            List.copyOf(Scope.ALL),
            world.now(),
            null,
            null,
            null));
  }

  private Job job(String id, Account account, String title, PaymentType type) {
    Job job =
        new Job(
            id,
            account.id(),
            title,
            type,
            world.now(),
            "Work to clear guidelines, with examples.",
            null,
            world.now(),
            world.now());
    world.jobs.put(id, job);
    return job;
  }

  private Proposal propose(String id, Job job, int person, @Nullable BigDecimal rate) {
    Proposal proposal =
        new Proposal(
            id,
            job.accountId(),
            job.id(),
            Cast.member(person),
            ProposalStatus.UNREVIEWED,
            rate,
            world.now(),
            world.now(),
            null);
    world.proposals.put(id, proposal);
    feed.proposalReceived(proposal);
    return proposal;
  }

  private void unfit(Proposal proposal) {
    world.proposals.put(
        proposal.id(),
        new Proposal(
            proposal.id(),
            proposal.accountId(),
            proposal.jobId(),
            proposal.candidate(),
            ProposalStatus.NOT_A_FIT,
            proposal.rateUsd(),
            proposal.createdAt(),
            proposal.updatedAt(),
            null));
  }
}
