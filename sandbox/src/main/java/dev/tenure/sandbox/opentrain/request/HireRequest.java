package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opentrain.rules.contract.HireOrder;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** A request to hire from a proposal. */
@Serdeable
public record HireRequest(
    @Required @Valid TermsRequest milestone, @Nullable Boolean confirmNotFitOverride)
    implements RequestBody {

  public HireOrder toOrder() {
    return new HireOrder(
        milestone.toTerms("milestone."), Boolean.TRUE.equals(confirmNotFitOverride));
  }
}
