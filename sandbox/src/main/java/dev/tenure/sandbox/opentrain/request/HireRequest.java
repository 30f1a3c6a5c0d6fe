package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** A request to hire from a proposal. */
@Serdeable
public record HireRequest(
    @Required @Valid TermsRequest milestone, @Nullable Boolean confirmNotFitOverride)
    implements RequestBody {

  public Terms terms() {
    return milestone.toTerms("milestone.");
  }

  public boolean notFitOverride() {
    return Boolean.TRUE.equals(confirmNotFitOverride);
  }
}
