package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;
import java.util.Optional;

/** Approvals of a hire that is given up: what was asked of a person cannot be recalled. */
public final class UnwantedApproval {
  private UnwantedApproval() {}

  /**
   * What to tell whoever may decide an approval; the engine withdraws those that are decided here.
   *
   * @param status of the hire
   */
  public static Optional<String> warning(String status, JsonNode approval) {
    return approval.path("status").asText().equals("pending")
            && !Formats.there(approval.path("termsDigest"))
        ? warning(status, approval.path("kind").asText())
        : Optional.empty();
  }

  /**
   * The same of one that is pending on the marketplace.
   *
   * @param kind of the approval
   */
  static Optional<String> warning(String status, String kind) {
    var cancelling = status.equals("cancelling");
    if (kind.equals("proposal_hire") && cancelling) {
      return Optional.of(
          "The hire is being cancelled: decline it. A yes would still sign a contract and charge its"
              + " first milestone, and the contract would then be ended again.");
    }
    if (kind.equals("milestone_fund") && (cancelling || status.equals("ending"))) {
      return Optional.of(
          "The contract is being ended: decline it. A yes would still charge the milestone.");
    }
    return Optional.empty();
  }
}
