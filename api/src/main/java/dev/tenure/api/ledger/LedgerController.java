package dev.tenure.api.ledger;

import dev.tenure.api.access.Scope;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.WorkerCalls;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.temporal.client.WorkflowClient;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The money of a hire. */
@Controller("/v1/hires")
@Tag(name = "Hires")
@Secured(Scope.Name.HIRES_READ)
record LedgerController(Hires hires, WorkflowClient temporal, WorkerCalls calls) {

  private static final String REFRESH = "refresh";

  /**
   * Reads the money of a hire.
   *
   * @param id the hire's id
   * @param prefer refresh has the marketplace's ledger read first
   * @return The money
   */
  @Get("/{id}/ledger")
  @Operation(
      operationId = "readLedger",
      summary = "Read what a hire was expected to cost and what the marketplace booked",
      description =
          "Estimated and booked stand apart, reconciled line by line. With Prefer: refresh a"
              + " worker reads the marketplace's ledger first; Preference-Applied tells that it"
              + " did, and without it the answer is as old as readAt says.")
  HttpResponse<LedgerJson> read(String id, @Header("Prefer") @Nullable String prefer) {
    LedgerView view = hires.ledger(id).orElseThrow(() -> Problems.noHire(id));
    // OpenContract keeps no ledger: a hire there tells its own.
    if (!wantsRefresh(prefer)
        || view.hire().openContract()
        || !refreshed(view.hire().document().account())) {
      return HttpResponse.ok(LedgerMapper.of(view));
    }
    LedgerView fresh = hires.ledger(id).orElseThrow(() -> Problems.noHire(id));
    MutableHttpResponse<LedgerJson> answer = HttpResponse.ok(LedgerMapper.of(fresh));
    return answer.header("Preference-Applied", REFRESH);
  }

  private static boolean wantsRefresh(@Nullable String prefer) {
    return prefer != null
        && Arrays.stream(prefer.split("[,;]", -1)).map(String::strip).anyMatch(REFRESH::equals);
  }

  /** Has a worker read the marketplace's ledger now; answers whether it did. */
  private boolean refreshed(String account) {
    return calls
        .answer(
            "Read of the ledger of account " + account,
            () -> {
              temporal.newWorkflowStub(LedgerWorkflow.class, WorkflowIds.ledger(account)).refresh();
              return true;
            })
        .isPresent();
  }
}
