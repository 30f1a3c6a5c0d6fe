package dev.tenure.journal.read;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hire's own row.
 *
 * @param seq grows with every hire entered
 * @param current whether it is the newest generation of its proposal
 * @param runId the last workflow run that is known, whether or not it spoke
 * @param refused whether the workflow service refused to start it
 * @param recordedAt when the journal last heard of it
 */
public record HireRow(
    String id,
    long seq,
    boolean current,
    @Nullable String replaces,
    String digest,
    HirePlan plan,
    @Nullable String runId,
    boolean refused,
    Instant recordedAt,
    HireDocument document) {

  /** The terms in force: those of the plan until they were changed. */
  public HireTerms terms() {
    HireTerms changed = document.terms();
    return changed == null ? HireTerms.of(plan) : HireTerms.of(plan.withTerms(changed));
  }
}
