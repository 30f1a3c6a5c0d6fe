package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opentrain.rules.contract.HireOrder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A request to hire from a proposal. */
@Serdeable
public record HireRequest(
    @NotNull(message = Limits.REQUIRED) @Valid TermsRequest milestone,
    @Nullable Boolean confirmNotFitOverride)
    implements RequestBody {

  public HireOrder toOrder() {
    return new HireOrder(
        milestone.toTerms("milestone."), Boolean.TRUE.equals(confirmNotFitOverride));
  }
}
