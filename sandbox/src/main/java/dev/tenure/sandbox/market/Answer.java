package dev.tenure.sandbox.market;

import org.jspecify.annotations.Nullable;

/**
 * A success.
 *
 * @param approvalId the approval that it speaks of, for the audit
 * @param repeated nothing was made: it had been asked for before
 */
public record Answer(int status, Object body, @Nullable String approvalId, boolean repeated) {

  public static Answer ok(Object body) {
    return new Answer(200, body, null, false);
  }

  public static Answer created(Object body) {
    return new Answer(201, body, null, false);
  }
}
