package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it stands.
 *
 * @param milestone key of the milestone concerned; absent for the end of the contract
 * @param amount what the person is asked to move, without fees
 * @param feesEstimated what the marketplace is expected to charge on top
 * @param attempt how many times this has been asked, from 1
 * @param evidence what the marketplace reports of the execution, e.g. {@code invoiceId}; of an
 *     approval of ours {@code worker}, whom the contract is awarded to
 * @param version the hire's version at its last change
 * @param termsDigest of an approval that is the engine's own, and decided here: SHA-256 in
 *     hexadecimal of the exact terms that a yes is given to
 * @param decision who decided it, once somebody did here
 * @param terms those that the digest is of; told while it is pending, and kept by the journal from
 *     then on
 */
public record ApprovalDocument(
    String id,
    ApprovalKind kind,
    ApprovalStatus status,
    @Nullable String milestone,
    @Nullable Money amount,
    @Nullable Money feesEstimated,
    String url,
    int attempt,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant resolvedAt,
    Map<String, String> evidence,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String termsDigest,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ApprovalDecision decision,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ApprovalTerms terms) {

  /** An approval that the marketplace asks for and people decide there. */
  public ApprovalDocument(
      String id,
      ApprovalKind kind,
      ApprovalStatus status,
      @Nullable String milestone,
      @Nullable Money amount,
      @Nullable Money feesEstimated,
      String url,
      int attempt,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant resolvedAt,
      Map<String, String> evidence,
      long version) {
    this(
        id,
        kind,
        status,
        milestone,
        amount,
        feesEstimated,
        url,
        attempt,
        createdAt,
        expiresAt,
        resolvedAt,
        evidence,
        version,
        null,
        null,
        null);
  }

  public ApprovalDocument {
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }

  public ApprovalDocument resolved(
      ApprovalStatus next, @Nullable Instant when, Map<String, String> shown) {
    return new ApprovalDocument(
        id,
        kind,
        next,
        milestone,
        amount,
        feesEstimated,
        url,
        attempt,
        createdAt,
        expiresAt,
        when,
        shown,
        version,
        termsDigest,
        decision,
        terms);
  }

  public ApprovalDocument at(long newVersion) {
    return new ApprovalDocument(
        id,
        kind,
        status,
        milestone,
        amount,
        feesEstimated,
        url,
        attempt,
        createdAt,
        expiresAt,
        resolvedAt,
        evidence,
        newVersion,
        termsDigest,
        decision,
        terms);
  }

  public boolean pending() {
    return status == ApprovalStatus.PENDING;
  }
}
