package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.json.CapabilitiesBody;
import dev.tenure.activities.opentrain.client.json.CreditsBody;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.money.Credits;
import dev.tenure.model.money.Money;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at an account; what one call does not tell leaves a gap, not a failure. */
public final class AccountReader {

  private static final String CREDITS = "public_api_credits";

  private final OpenTrainClient api;
  private final InstantSource clock;

  public AccountReader(OpenTrainClient api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  public AccountFacts read() {
    try {
      return new Look(api.scopes()).facts();
    } catch (Refused e) {
      boolean token = e.status() == 401;
      String words =
          (token ? "the token is not accepted: " : "the account cannot be looked at: ")
              + e.getMessage();
      return AccountFacts.unknown(token ? false : null, words, clock.instant());
    } catch (Unavailable e) {
      return AccountFacts.unknown(null, silent(e), clock.instant());
    }
  }

  private static String silent(Unavailable e) {
    return (e.limited()
            ? "the marketplace takes no more calls for now: "
            : "the marketplace does not answer: ")
        + e.getMessage();
  }

  /** One look with a token that was accepted. */
  private final class Look {

    private final List<String> scopes;
    private final boolean told;
    private final Map<String, Boolean> features = new TreeMap<>();
    private final List<String> troubles = new ArrayList<>();

    Look(@Nullable List<String> scopes) {
      this.told = scopes != null;
      this.scopes = scopes == null ? List.of() : scopes;
      if (!told) {
        troubles.add("the token's scopes were not told");
      }
    }

    AccountFacts facts() {
      readFeatures();
      @Nullable Credits credits = credits();
      Claim claim = new ClaimProbe(api).probe(scopes);
      return new AccountFacts(
          true,
          claim.claimed(),
          claim.url(),
          scopes,
          told ? AccountRequirements.missingScopes(scopes) : List.of(),
          features,
          AccountRequirements.missingFeatures(features),
          credits,
          troubles.isEmpty() ? null : String.join("; ", troubles),
          clock.instant(),
          null);
    }

    private void readFeatures() {
      try {
        CapabilitiesBody body = api.capabilities();
        Map<String, JsonNode> switches =
            body.capabilities() == null ? Map.of() : body.capabilities();
        AccountRequirements.featureKeys()
            .forEach(
                (name, key) -> {
                  @Nullable JsonNode on = switches.get(name);
                  if (on != null && on.isBoolean()) {
                    features.put(key, on.getBooleanValue());
                  }
                });
      } catch (Refused e) {
        troubles.add("the account's features cannot be read: " + e.getMessage());
      } catch (Unavailable e) {
        troubles.add(silent(e));
      }
    }

    private @Nullable Credits credits() {
      try {
        return balance(api.credits());
      } catch (Refused e) {
        if (CREDITS.equals(e.error().detail("featureKey"))) {
          features.put(CREDITS, false);
        }
        troubles.add("the credits cannot be read: " + e.getMessage());
      } catch (Unavailable e) {
        troubles.add(silent(e));
      }
      return null;
    }

    private @Nullable Credits balance(CreditsBody body) {
      CreditsBody.@Nullable Balance balance = body.credits();
      if (balance == null || balance.availableCents() == null) {
        troubles.add("the credits were told without a balance");
        return null;
      }
      long reserved = balance.reservedCents() == null ? 0 : balance.reservedCents();
      return new Credits(
          Money.ofMinor(balance.availableCents(), Money.USD), Money.ofMinor(reserved, Money.USD));
    }
  }
}
