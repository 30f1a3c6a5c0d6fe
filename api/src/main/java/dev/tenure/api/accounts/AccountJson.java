package dev.tenure.api.accounts;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.model.account.Marketplace;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A marketplace account.
 *
 * @param marketplaceUrl where the marketplace is
 * @param ready whether everything is there that a hire needs, as far as it is known
 * @param tokenAccepted absent until the marketplace answered
 * @param claimed whether a person owns the account; absent where nothing tells
 * @param scopes what the token may do; absent where the marketplace has not told
 * @param missingScopes what the token lacks of it; absent where nobody knows
 * @param features the marketplace's switches, by key; absent where it has not told them
 * @param missingFeatures those of the engine's needs that are off; absent where nobody knows
 * @param credits absent where they cannot be read; whether a card is on file is told by nothing
 * @param trouble what could not be read, and why
 * @param checkedAt when the marketplace was asked last
 * @param agent of an account that is an address and pays by signature; absent for any other
 */
@Serdeable
@Schema(name = "Account")
public record AccountJson(
    String id,
    @Schema(implementation = Marketplace.class) String marketplace,
    @Schema(format = "uri") @Nullable String marketplaceUrl,
    boolean ready,
    @Nullable Boolean tokenAccepted,
    @Nullable Boolean claimed,
    @Schema(format = "uri") @Nullable String claimUrl,
    @Nullable List<String> scopes,
    @Nullable List<String> missingScopes,
    @Nullable Map<String, Boolean> features,
    @Nullable List<String> missingFeatures,
    @Nullable CreditsJson credits,
    @Nullable String trouble,
    @Nullable Instant checkedAt,
    @Nullable AgentJson agent,
    WorkerJson worker,
    FeedJson feed,
    FeedJson ledger,
    SweepJson sweep) {

  /** The credits: what can be spent, and what is held for milestones. */
  @Serdeable
  @Schema(name = "Credits")
  public record CreditsJson(MoneyJson available, MoneyJson reserved) {}

  /**
   * An address that pays by signature, and what it may sign for.
   *
   * @param networks on which it may pay
   * @param assets the token contracts that it may pay with
   * @param keyAgeSeconds age of the marketplace's API key at hand; absent before the first
   * @param perPayment the most of one payment
   * @param perDay the most that is signed for in any 24 hours
   * @param signed what was signed for in the last 24 hours; absent where it is not known
   * @param balance what the address has; absent where it was not read
   */
  @Serdeable
  @Schema(name = "AccountAgent")
  public record AgentJson(
      String address,
      List<String> networks,
      List<String> assets,
      @Nullable Long keyAgeSeconds,
      MoneyJson perPayment,
      MoneyJson perDay,
      @Nullable MoneyJson signed,
      @Nullable MoneyJson balance) {}

  /** Whether a worker serves the account now. Without one everything else here is old. */
  @Serdeable
  @Schema(name = "AccountWorker")
  public record WorkerJson(boolean present, Instant seenAt) {}

  /**
   * Something of the marketplace that is followed.
   *
   * @param ageSeconds since it was read last
   * @param lastError why it could not be read, when that was the last thing to happen
   */
  @Serdeable
  @Schema(name = "Followed")
  public record FeedJson(
      @Nullable Instant readAt, @Nullable Long ageSeconds, @Nullable String lastError) {}

  /**
   * The sweep over the account's active contracts, which sees what no event tells. What the last
   * one found is absent before the first.
   *
   * @param ageSeconds since they were read last; up to five minutes while no hire is open
   * @param lastError why they could not be read, when that was the last thing to happen
   * @param contracts how many are active
   * @param changed how many of them looked different from the time before, or were gone
   * @param notified how many hires were told
   * @param reopened how many closed hires were taken up again
   * @param note what a person should look at
   */
  @Serdeable
  @Schema(name = "AccountSweep")
  public record SweepJson(
      @Nullable Instant readAt,
      @Nullable Long ageSeconds,
      @Nullable String lastError,
      @Nullable Integer contracts,
      @Nullable Integer changed,
      @Nullable Integer notified,
      @Nullable Integer reopened,
      @Nullable String note) {}
}
