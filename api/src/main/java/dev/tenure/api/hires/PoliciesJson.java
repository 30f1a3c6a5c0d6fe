package dev.tenure.api.hires;

import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The choices made for the whole hire. */
@Serdeable
@Schema(name = "Policies")
public record PoliciesJson(
    RefusalJson onDeclined,
    RefusalJson onExpired,
    @Schema(
            type = "string",
            allowableValues = {"on_delivery", "on_request"})
        String release,
    @Schema(
            type = "string",
            allowableValues = {"when_all_paid", "on_request"})
        String end,
    @Schema(
            type = "string",
            allowableValues = {"accept_within_budget", "hold"})
        String onEditedTerms) {

  /** What follows a declined or expired approval. */
  @Serdeable
  @Schema(name = "RefusalPolicy")
  public record RefusalJson(
      int reRequest,
      @Schema(
              type = "string",
              allowableValues = {"hold", "close"})
          String then) {}

  static PoliciesJson of(Policies policies) {
    return new PoliciesJson(
        refusal(policies.onDeclined()),
        refusal(policies.onExpired()),
        policies.release().wire(),
        policies.end().wire(),
        policies.onEditedTerms().wire());
  }

  private static RefusalJson refusal(RefusalPolicy policy) {
    return new RefusalJson(policy.reRequest(), policy.then().wire());
  }
}
