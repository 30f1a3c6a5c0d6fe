package dev.tenure.sandbox.opentrain.scenario;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.PaymentType;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.model.job.SampleTrainers;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.scenario.Scenario.AccountSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.CandidateSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.JobSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.ProposalSpec;
import dev.tenure.sandbox.opentrain.scenario.Scenario.TokenSpec;
import dev.tenure.sandbox.opentrain.world.Settings;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the parts of a scenario in their order: each may speak of those before it. */
@Singleton
record ScenarioBuilder(World world, Credits credits, Feed feed, ContractBuilder contracts) {

  /**
   * Builds the world.
   *
   * @throws InvalidRequest when a part of it cannot be so, with its place in the scenario
   */
  void build(Scenario scenario) {
    each("accounts", scenario.accounts(), this::account);
    each("jobs", scenario.jobs(), this::job);
    each("proposals", scenario.proposals(), this::proposal);
    each("contracts", scenario.contracts(), contracts::build);
    Scenario.SettingsSpec settings = scenario.settings();
    if (settings != null && settings.approvalWindowMs() != null) {
      world.set(Settings.DEFAULT.window(settings.approvalWindowMs()));
    }
    if (scenario.people() != null) {
      world.set(scenario.people().checked("people.", world.accounts::holds));
    }
  }

  /** The part with its place, such as {@code "jobs[0]."}. */
  static <T> void each(String field, @Nullable List<T> parts, BiConsumer<String, T> build) {
    int place = 0;
    for (T part : requireNonNullElse(parts, List.<T>of())) {
      build.accept(field + "[" + place++ + "].", part);
    }
  }

  private void account(String at, AccountSpec spec) {
    requireFresh(at, !world.accounts.holds(spec.id()));
    String id = spec.id();
    world.accounts.put(
        id,
        new Account(
            id,
            Texts.trimmed(spec.name()),
            new Account.Owner(
                "usr_owner_" + id.substring(id.indexOf('_') + 1),
                Texts.trimmed(spec.owner().email()),
                Texts.trimmed(spec.owner().firstName()),
                Texts.trimmed(spec.owner().lastName())),
            requireNonNullElse(spec.claimed(), true),
            requireNonNullElse(spec.card(), true),
            requireNonNullElse(spec.cardDeclines(), false),
            features(at, requireNonNullElse(spec.features(), Map.of())),
            0,
            0));
    each(at + "tokens", spec.tokens(), (place, token) -> token(place, id, token));
    long cents = requireNonNullElse(spec.creditsCents(), 0L);
    if (cents > 0) {
      credits.topUp(id, cents, "top_welcome");
    }
  }

  private void token(String at, String account, TokenSpec spec) {
    InvalidRequest.require(
        !world.tokens.holds(spec.secret()), at + "secret", "must begin with ot_pat_ and be unique");
    List<String> scopes = requireNonNullElse(spec.scopes(), Scope.ALL);
    InvalidRequest.require(Scope.ALL.containsAll(scopes), at + "scopes", "must be of " + Scope.ALL);
    world.tokens.put(
        spec.secret(),
        new AccessToken(
            Texts.trimmed(spec.id()),
            spec.secret(),
            account,
            Texts.trimmed(spec.name()),
            requireNonNullElse(spec.owner(), true),
            List.copyOf(scopes),
            world.now(),
            null,
            null,
            null));
  }

  private static Map<String, Boolean> features(String at, Map<String, Boolean> changed) {
    Map<String, Boolean> all =
        new HashMap<>(Feature.ALL.stream().collect(Collectors.toMap(key -> key, key -> true)));
    changed.forEach(
        (key, on) -> {
          InvalidRequest.require(
              Feature.ALL.contains(key), at + "features." + key, "is not a feature");
          all.put(key, on);
        });
    return all;
  }

  private void job(String at, JobSpec spec) {
    requireFresh(at, !world.jobs.holds(spec.id()));
    InvalidRequest.require(
        world.accounts.holds(spec.account()), at + "account", "is not an account of this scenario");
    world.jobs.put(
        spec.id(),
        new Job(
            spec.id(),
            spec.account(),
            Texts.trimmed(spec.title()),
            requireNonNullElse(spec.paymentType(), PaymentType.FIXED_PRICE),
            world.now(),
            Texts.said(spec.description()),
            null,
            world.now(),
            requireNonNullElse(spec.published(), true) ? world.now() : null));
  }

  private void proposal(String at, ProposalSpec spec) {
    requireFresh(at, !world.proposals.holds(spec.id()));
    Job job = world.jobs.find(spec.job());
    if (job == null) {
      throw InvalidRequest.field(at + "job", "is not a job of this scenario");
    }
    ProposalStatus status = requireNonNullElse(spec.status(), ProposalStatus.UNREVIEWED);
    InvalidRequest.require(
        status != ProposalStatus.HIRED, at + "status", "becomes HIRED by a contract");
    Proposal proposal =
        new Proposal(
            spec.id(),
            job.accountId(),
            job.id(),
            candidate(spec),
            status,
            spec.rateUsd(),
            world.now(),
            world.now(),
            null);
    world.proposals.put(spec.id(), proposal);
    if (requireNonNullElse(spec.announce(), true)) {
      feed.proposalReceived(proposal);
    }
  }

  /**
   * Who has no number in the cast has that of their place in the list, so that each is somebody
   * else.
   */
  private Candidate candidate(ProposalSpec spec) {
    int number = requireNonNullElse(spec.person(), world.proposals.size() + 1);
    CandidateSpec named = spec.candidate();
    return named == null
        ? SampleTrainers.member(number)
        : SampleTrainers.named(
            number, Texts.trimmed(named.firstName()), Texts.trimmed(named.lastNameInitial()));
  }

  private static void requireFresh(String at, boolean fresh) {
    InvalidRequest.require(fresh, at + "id", "is taken");
  }
}
