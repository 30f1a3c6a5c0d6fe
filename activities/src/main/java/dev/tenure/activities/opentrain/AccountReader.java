package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.CapabilitiesBody;
import dev.tenure.activities.opentrain.json.CreditsBody;
import dev.tenure.model.AccountFacts;
import dev.tenure.model.Credits;
import dev.tenure.model.Money;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at an account; what one call does not tell leaves a gap, not a failure. */
public final class AccountReader {

  private static final String CREDITS = "public_api_credits";

  private final OpenTrainAccount api;
  private final InstantSource clock;

  public AccountReader(OpenTrainAccount api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  public AccountFacts read() {
    try {
      return new Look(api.scopes()).facts();
    } catch (Refused e) {
      String words = "the token is not accepted: " + e.getMessage();
      return AccountFacts.unknown(e.status() == 401 ? false : null, words, clock.instant());
    } catch (Unavailable e) {
      return AccountFacts.unknown(null, silent(e), clock.instant());
    }
  }

  private static String silent(Unavailable e) {
    return "the marketplace does not answer: " + e.getMessage();
  }

  /** One look with a token that was accepted. */
  private final class Look {

    private final List<String> scopes;
    private final Map<String, Boolean> features = new TreeMap<>();
    private final List<String> troubles = new ArrayList<>();

    Look(List<String> scopes) {
      this.scopes = scopes;
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
          Needs.missingScopes(scopes),
          features,
          Needs.missingFeatures(features),
          credits,
          troubles.isEmpty() ? null : String.join("; ", troubles),
          clock.instant());
    }

    private void readFeatures() {
      try {
        CapabilitiesBody told = api.capabilities();
        Map<String, @Nullable Boolean> switches =
            told.capabilities() == null ? Map.of() : told.capabilities();
        Needs.featureKeys()
            .forEach(
                (name, key) -> {
                  @Nullable Boolean on = switches.get(name);
                  if (on != null) {
                    features.put(key, on);
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
