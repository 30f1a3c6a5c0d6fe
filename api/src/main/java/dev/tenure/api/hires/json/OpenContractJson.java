package dev.tenure.api.hires.json;

import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.WorkerLost;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only OpenContract needs to know of a hire.
 *
 * @param worker the Worker of a direct award; absent for open tenders
 * @param nextWorkers to award to, in this order, once a Worker is lost
 * @param onSilence what becomes of a delivery that nobody judged in time
 * @param onWorkerLost what becomes of a milestone whose Worker is lost
 * @param approvalWindow how long people have for an approval, unless a deadline is nearer
 * @param reviewMargin how long before the review deadline the last decision must be made
 */
@Serdeable
@Schema(name = "OpenContract")
public record OpenContractJson(
    @Nullable String worker,
    List<String> nextWorkers,
    @Schema(implementation = OnSilence.class) String onSilence,
    @Schema(implementation = WorkerLost.class) String onWorkerLost,
    @Schema(example = "PT72H") String approvalWindow,
    @Schema(example = "PT1H") String reviewMargin) {

  static @Nullable OpenContractJson of(@Nullable OpenContractTerms terms) {
    return terms == null
        ? null
        : new OpenContractJson(
            terms.worker(),
            terms.nextWorkers(),
            terms.onSilence().wire(),
            terms.onWorkerLost().wire(),
            terms.approvalWindow().toString(),
            terms.reviewMargin().toString());
  }
}
