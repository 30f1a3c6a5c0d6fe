package dev.tenure.lifecycle.simulation.marketplace;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A no on its way out of the rules. It is thrown before anything is changed. */
final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final @Nullable String reason;
  private final @Nullable String url;
  private final @Nullable String detail;

  private Refusal(
      int status,
      String code,
      @Nullable String reason,
      @Nullable String url,
      @Nullable String detail) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.reason = reason;
    this.url = url;
    this.detail = detail;
  }

  static Refusal unauthorized() {
    return new Refusal(401, "UNAUTHORIZED", null, null, null);
  }

  static Refusal forbidden(String scopeOrFeature) {
    return new Refusal(403, "FORBIDDEN", null, null, scopeOrFeature);
  }

  static Refusal unclaimed() {
    return new Refusal(403, "FORBIDDEN", "account_claim_required", Assumed.CLAIM_URL, null);
  }

  /** On another account's job. */
  static Refusal notYours() {
    return new Refusal(403, "FORBIDDEN", null, null, null);
  }

  static Refusal field(String field) {
    return new Refusal(400, "BAD_REQUEST", null, null, field);
  }

  static Refusal missing(String resource) {
    return new Refusal(404, "NOT_FOUND", null, null, resource);
  }

  static Refusal conflict(String reason) {
    return new Refusal(409, "CONFLICT", reason, null, null);
  }

  static Refusal noPaymentMethod() {
    return new Refusal(409, "CONFLICT", "payment_method_required", Assumed.BILLING_URL, null);
  }

  <T> MarketplaceAnswer.Problem<T> answer() {
    return new MarketplaceAnswer.Problem<>(status, code, reason, url, detail);
  }
}
