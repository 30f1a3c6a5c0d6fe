package dev.tenure.model.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Credits;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a marketplace account may do, as the marketplace told it. What it did not tell is absent.
 *
 * @param tokenAccepted whether the token was taken; absent when the marketplace did not answer
 * @param claimed whether a person owns the account
 * @param claimUrl where a person can claim it
 * @param scopes what the token may do
 * @param missingScopes those of the engine's needs that it may not
 * @param features the marketplace's switches by their keys
 * @param missingFeatures those of the engine's needs that are off
 * @param credits the balance, where it may be read
 * @param trouble what could not be read, and why
 * @param agent of an account that is an address and pays by signature; absent for any other
 */
public record AccountFacts(
    @Nullable Boolean tokenAccepted,
    @Nullable Boolean claimed,
    @Nullable String claimUrl,
    List<String> scopes,
    List<String> missingScopes,
    Map<String, Boolean> features,
    List<String> missingFeatures,
    @Nullable Credits credits,
    @Nullable String trouble,
    Instant checkedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AgentFacts agent) {

  public AccountFacts {
    scopes = List.copyOf(scopes);
    missingScopes = List.copyOf(missingScopes);
    features = Collections.unmodifiableMap(new TreeMap<>(features));
    missingFeatures = List.copyOf(missingFeatures);
  }

  /** Nothing is known but why. */
  public static AccountFacts unknown(@Nullable Boolean accepted, String trouble, Instant at) {
    return new AccountFacts(
        accepted, null, null, List.of(), List.of(), Map.of(), List.of(), null, trouble, at, null);
  }
}
