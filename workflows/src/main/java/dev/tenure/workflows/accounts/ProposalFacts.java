package dev.tenure.workflows.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, without what names a person.
 *
 * @param status the marketplace's word, e.g. {@code UNREVIEWED}
 * @param contractId the contract that it became
 * @param rateUsd the bid: dollars for each unit, or for the whole of a fixed price
 * @param unit what the bid is for, e.g. {@code PER_HOUR}
 * @param trouble why it could not be read
 */
public record ProposalFacts(
    String proposalId,
    Sight sight,
    @Nullable String status,
    @Nullable String contractId,
    @Nullable BigDecimal rateUsd,
    @Nullable String unit,
    @Nullable String trouble) {

  /** What became of the look at it. */
  public enum Sight {
    @JsonProperty("seen")
    SEEN,
    @JsonProperty("not_found")
    NOT_FOUND,
    /** On another account's job. */
    @JsonProperty("not_ours")
    NOT_OURS,
    @JsonProperty("unreadable")
    UNREADABLE
  }

  public static ProposalFacts unseen(String proposalId, Sight sight, @Nullable String trouble) {
    return new ProposalFacts(proposalId, sight, null, null, null, null, trouble);
  }
}
