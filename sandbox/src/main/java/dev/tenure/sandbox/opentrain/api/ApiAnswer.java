package dev.tenure.sandbox.opentrain.api;

import org.jspecify.annotations.Nullable;

/**
 * A success.
 *
 * @param approvalId the approval that it speaks of, for the audit
 * @param repeated nothing was made: it had been asked for before
 */
record ApiAnswer<T>(int status, T body, @Nullable String approvalId, boolean repeated) {

  static <T> ApiAnswer<T> ok(T body) {
    return new ApiAnswer<>(200, body, null, false);
  }

  static <T> ApiAnswer<T> created(T body) {
    return new ApiAnswer<>(201, body, null, false);
  }

  /** The same, where a call has several shapes of answer. */
  ApiAnswer<Object> widened() {
    return new ApiAnswer<>(status, body, approvalId, repeated);
  }

  /** 201 for what was made just now, and 200 for what was there. */
  static <T> ApiAnswer<T> made(boolean fresh, T body) {
    return new ApiAnswer<>(fresh ? 201 : 200, body, null, !fresh);
  }
}
