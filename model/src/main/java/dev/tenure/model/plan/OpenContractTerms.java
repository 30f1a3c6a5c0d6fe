package dev.tenure.model.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only OpenContract needs to know of a hire.
 *
 * @param worker address of the Worker of a direct award; absent for open tenders
 * @param nextWorkers addresses to award to, in this order, once a Worker is lost; of use with
 *     {@link WorkerLost#NEXT_WORKER} only
 * @param onSilence what becomes of a delivery that nobody judged in time
 * @param onWorkerLost what becomes of a milestone whose contract ended without a delivery that met
 *     anything: declined, unmatched, withdrawn, absent, or disputed and none met
 * @param selfApproval whether whoever began the hire may decide its approvals
 * @param approvalWindow how long people have for an approval, unless a deadline is nearer
 * @param reviewMargin how long before the review deadline the last decision must be made
 */
public record OpenContractTerms(
    @Nullable String worker,
    List<String> nextWorkers,
    OnSilence onSilence,
    WorkerLost onWorkerLost,
    SelfApproval selfApproval,
    Duration approvalWindow,
    Duration reviewMargin) {

  /** What holds where the request says nothing. */
  public static final Duration APPROVAL_WINDOW = Duration.ofDays(3);

  /** The same, of the last decision before the review deadline. */
  public static final Duration REVIEW_MARGIN = Duration.ofHours(1);

  /** The terms of a request that names a Worker, or none, and nothing else. */
  public static OpenContractTerms ofWorker(@Nullable String worker) {
    return new OpenContractTerms(
        worker,
        List.of(),
        OnSilence.LET_PAY,
        WorkerLost.HOLD,
        SelfApproval.ALLOW,
        APPROVAL_WINDOW,
        REVIEW_MARGIN);
  }

  public OpenContractTerms {
    nextWorkers = List.copyOf(nextWorkers);
  }
}
