package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import java.util.List;

/**
 * Finds out whether an account was claimed, which no read of the API tells: a write that cannot
 * come true is refused for the missing claim before it is refused for its subject.
 */
final class ClaimProbe {

  private static final String UNCLAIMED = "account_claim_required";

  private final OpenTrainAccount api;

  ClaimProbe(OpenTrainAccount api) {
    this.api = api;
  }

  Claim probe(List<String> scopes) {
    try {
      api.askInVain();
      return Claim.UNKNOWN;
    } catch (Refused e) {
      return UNCLAIMED.equals(e.error().reason())
          ? new Claim(false, Words.link(e.error().detail("claimUrl")))
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
