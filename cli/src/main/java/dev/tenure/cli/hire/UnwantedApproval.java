package dev.tenure.cli.hire;

import java.util.Optional;

/** Approvals of a hire that is given up: what was asked of a person cannot be recalled. */
public final class UnwantedApproval {
  private UnwantedApproval() {}

  /**
   * What to tell whoever may decide it.
   *
   * @param status of the hire
   * @param kind of the approval, which is pending
   */
  public static Optional<String> warning(String status, String kind) {
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
