package dev.tenure.api.approvals;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.links.ItemLinks;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it stands.
 *
 * @param proposalId absent on OpenContract, which has none
 * @param url where a signed-in person confirms or declines it
 * @param hireStatus where its hire stands
 * @param ifConfirmed what follows if a person confirms it, as the hire stands now; null once it is
 *     final
 * @param ifDeclined what follows if a person declines it, as the hire and its policies stand now;
 *     null once it is final
 * @param attempt how many times this has been asked, from 1
 * @param evidence what the marketplace reports of the execution; of an approval that is decided
 *     here {@code worker}, whom the contract is awarded to
 * @param termsDigest of an approval that is decided here: SHA-256 in hexadecimal of the exact
 *     terms, to be named by the decision
 * @param terms what a yes is given to, for good; told of a single approval that is decided here,
 *     and null where an older one is final and its terms are not known any more
 * @param decision who decided it, once somebody did here
 */
@Serdeable
@Schema(name = "Approval")
record ApprovalJson(
    String id,
    String hireId,
    String account,
    @Nullable String proposalId,
    @Nullable String externalRef,
    @Schema(implementation = ApprovalKind.class) String kind,
    @Schema(implementation = ApprovalStatus.class) String status,
    @Nullable String milestone,
    @Nullable MoneyJson amount,
    ApprovalFees fees,
    @Schema(format = "uri") String url,
    @Schema(implementation = HireStatus.class) String hireStatus,
    @Schema(implementation = ConfirmEffect.class) @Nullable String ifConfirmed,
    @Schema(implementation = DeclineEffect.class) @Nullable String ifDeclined,
    int attempt,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant resolvedAt,
    Map<String, String> evidence,
    @Nullable String termsDigest,
    @Nullable ApprovalTermsJson terms,
    @Nullable DecisionJson decision,
    ItemLinks links) {

  /** What the marketplace is expected to charge on top. */
  @Serdeable
  @Schema(name = "ApprovalFees")
  record ApprovalFees(@Nullable MoneyJson estimated) {}

  /**
   * A person's decision.
   *
   * @param by the name of the key or session
   * @param termsDigest of the terms that they saw
   */
  @Serdeable
  @Schema(name = "ApprovalDecision")
  record DecisionJson(String by, Instant at, String termsDigest, @Nullable String reason) {

    static @Nullable DecisionJson of(@Nullable ApprovalDecision decision) {
      return decision == null
          ? null
          : new DecisionJson(
              decision.decidedBy(),
              decision.decidedAt(),
              decision.termsDigest(),
              decision.reason());
    }
  }

  static ApprovalJson of(
      ApprovalView view, @Nullable ApprovalTermsJson terms, PublicAddress address) {
    ApprovalDocument approval = view.approval();
    return new ApprovalJson(
        approval.id(),
        view.hireId(),
        view.account(),
        view.proposalId(),
        view.externalRef(),
        approval.kind().wire(),
        approval.status().wire(),
        approval.milestone(),
        MoneyJson.ofNullable(approval.amount()),
        new ApprovalFees(MoneyJson.ofNullable(approval.feesEstimated())),
        address.of(approval.url()),
        view.hireStatus().wire(),
        approval.pending() ? ConfirmEffect.of(view).wire() : null,
        approval.pending() ? DeclineEffect.of(view).wire() : null,
        approval.attempt(),
        approval.createdAt(),
        approval.expiresAt(),
        approval.resolvedAt(),
        approval.evidence(),
        approval.termsDigest(),
        terms,
        DecisionJson.of(approval.decision()),
        ItemLinks.of("/v1/approvals/" + approval.id(), view.hireId()));
  }
}
