package dev.tenure.api.hires.json;

import dev.tenure.model.EditedTerms;
import dev.tenure.model.EndRule;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Then;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** The choices made for the whole hire. */
@Serdeable
@Schema(name = "Policies")
public record PoliciesJson(
    RefusalJson onDeclined,
    RefusalJson onExpired,
    @Schema(implementation = ReleaseRule.class) String release,
    @Schema(implementation = EndRule.class) String end,
    @Schema(implementation = EditedTerms.class) String onEditedTerms) {

  /** What follows a declined or expired approval. */
  @Serdeable
  @Schema(name = "RefusalPolicy")
  public record RefusalJson(int reRequest, @Schema(implementation = Then.class) String then) {}

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
