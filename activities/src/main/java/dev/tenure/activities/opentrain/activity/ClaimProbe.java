package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.Assumed;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import java.util.List;

/**
 * Finds out whether an account was claimed, which no read of the API tells: a write that cannot
 * come true is refused for the missing claim before it is refused for its subject.
 */
final class ClaimProbe {

  private static final String UNCLAIMED = "account_claim_required";

  private final OpenTrainClient api;

  ClaimProbe(OpenTrainClient api) {
    this.api = api;
  }

  Claim probe(List<String> scopes) {
    try {
      api.askInVain();
      return Claim.UNKNOWN;
    } catch (Refused e) {
      return UNCLAIMED.equals(e.error().reason())
          ? new Claim(false, ForeignText.link(e.error().detail("claimUrl")))
          : byScopes(scopes);
    } catch (Unavailable e) {
      return Claim.UNKNOWN;
    }
  }

  /** Only after a claim is there a token with more than the scopes of an agent's registration. */
  private static Claim byScopes(List<String> scopes) {
    return scopes.stream().anyMatch(Assumed::onlyAfterClaim)
        ? new Claim(true, null)
        : Claim.UNKNOWN;
  }
}
