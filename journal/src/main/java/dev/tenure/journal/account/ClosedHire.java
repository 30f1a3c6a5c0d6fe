package dev.tenure.journal.account;

import org.jspecify.annotations.Nullable;

/**
 * A hire that was closed without a contract, and whose proposal has an active one all the same.
 *
 * @param runId the last workflow run that is known
 */
public record ClosedHire(String hireId, @Nullable String runId, String contractId) {

  /** What became of it. */
  public enum Outcome {
    /** It runs again. */
    REOPENED,
    /** The contract was left knowingly, or is not the hire's business any more. */
    LEFT,
    /** The workflow service does not know the hire any more. */
    NO_HISTORY
  }
}
