package dev.tenure.sandbox.market;

import org.jspecify.annotations.Nullable;

/**
 * A success.
 *
 * @param approvalId the approval that it speaks of, for the audit
 * @param repeated nothing was made: it had been asked for before
 */
record Answer<T>(int status, T body, @Nullable String approvalId, boolean repeated) {

  static <T> Answer<T> ok(T body) {
    return new Answer<>(200, body, null, false);
  }

  static <T> Answer<T> created(T body) {
    return new Answer<>(201, body, null, false);
  }

  /** The same, where a call has several shapes of answer. */
  Answer<Object> widened() {
    return new Answer<>(status, body, approvalId, repeated);
  }

  /** 201 for what was made just now, and 200 for what was there. */
  static <T> Answer<T> made(boolean fresh, T body) {
    return new Answer<>(fresh ? 201 : 200, body, null, !fresh);
  }
}
