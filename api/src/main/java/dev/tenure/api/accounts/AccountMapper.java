package dev.tenure.api.accounts;

import dev.tenure.api.accounts.AccountJson.AgentJson;
import dev.tenure.api.accounts.AccountJson.CreditsJson;
import dev.tenure.api.accounts.AccountJson.FeedJson;
import dev.tenure.api.accounts.AccountJson.SweepJson;
import dev.tenure.api.accounts.AccountJson.WorkerJson;
import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import dev.tenure.model.money.Credits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells accounts as the front tells them. */
final class AccountMapper {

  /** A worker says that it serves an account every thirty seconds. */
  private static final Duration WORKER_PRESENT = Duration.ofSeconds(90);

  private AccountMapper() {}

  static AccountJson of(AccountView account, Instant now) {
    boolean present = account.servedAt().plus(WORKER_PRESENT).isAfter(now);
    AccountFacts facts =
        account.facts() == null
            ? AccountFacts.unknown(null, "not looked at yet", now)
            : account.facts();
    // Nothing lacks of what nobody was told: it is unknown, not complete.
    boolean scopesKnown = Boolean.TRUE.equals(facts.tokenAccepted());
    boolean featuresKnown = !facts.features().isEmpty() || !facts.missingFeatures().isEmpty();
    return new AccountJson(
        account.id(),
        account.marketplace().wire(),
        account.marketplaceUrl(),
        present && ready(facts),
        facts.tokenAccepted(),
        facts.claimed(),
        facts.claimUrl(),
        scopesKnown ? facts.scopes() : null,
        scopesKnown ? facts.missingScopes() : null,
        featuresKnown ? facts.features() : null,
        featuresKnown ? facts.missingFeatures() : null,
        credits(facts.credits()),
        facts.trouble(),
        account.facts() == null ? null : facts.checkedAt(),
        agent(facts.agent(), now),
        new WorkerJson(present, account.servedAt()),
        followed(account.feedAt(), account.feedError(), now),
        followed(account.ledgerAt(), account.ledgerError(), now),
        sweep(account, now));
  }

  private static boolean ready(AccountFacts facts) {
    return Boolean.TRUE.equals(facts.tokenAccepted())
        && !Boolean.FALSE.equals(facts.claimed())
        && facts.missingScopes().isEmpty()
        && facts.missingFeatures().isEmpty();
  }

  private static @Nullable AgentJson agent(@Nullable AgentFacts agent, Instant now) {
    return agent == null
        ? null
        : new AgentJson(
            agent.address(),
            agent.networks(),
            agent.assets(),
            age(agent.keyIssuedAt(), now),
            MoneyJson.of(agent.perPayment()),
            MoneyJson.of(agent.perDay()),
            agent.signed() == null ? null : MoneyJson.of(agent.signed()),
            agent.balance() == null ? null : MoneyJson.of(agent.balance()));
  }

  private static @Nullable CreditsJson credits(@Nullable Credits credits) {
    return credits == null
        ? null
        : new CreditsJson(MoneyJson.of(credits.available()), MoneyJson.of(credits.reserved()));
  }

  private static FeedJson followed(@Nullable Instant at, @Nullable String error, Instant now) {
    return new FeedJson(at, age(at, now), error);
  }

  private static SweepJson sweep(AccountView account, Instant now) {
    @Nullable SweepReport last = account.sweep();
    return new SweepJson(
        account.sweptAt(),
        age(account.sweptAt(), now),
        account.sweepError(),
        last == null ? null : last.contracts(),
        last == null ? null : last.changed(),
        last == null ? null : last.notified(),
        last == null ? null : last.reopened(),
        last == null ? null : last.note());
  }

  private static @Nullable Long age(@Nullable Instant at, Instant now) {
    return at == null ? null : Math.max(0, Duration.between(at, now).toSeconds());
  }
}
