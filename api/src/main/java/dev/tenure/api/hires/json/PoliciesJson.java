package dev.tenure.api.hires.json;

import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.Then;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The choices made for the whole hire. */
@Serdeable
@Schema(name = "Policies")
public record PoliciesJson(
    RefusalJson onDeclined,
    RefusalJson onExpired,
    @Schema(implementation = ReleaseRule.class) String release,
    @Schema(implementation = EndRule.class) String end,
    @Schema(implementation = EditedTerms.class) String onEditedTerms,
    @Schema(
            implementation = SelfApproval.class,
            description =
                "Whether whoever began the hire may decide its approvals; absent on OpenTrain, where"
                    + " they are decided")
        @Nullable String selfApproval) {

  /** What follows a declined or expired approval. */
  @Serdeable
  @Schema(name = "RefusalPolicy")
  public record RefusalJson(int reRequest, @Schema(implementation = Then.class) String then) {}

  static PoliciesJson of(Policies policies, @Nullable OpenContractTerms openContract) {
    return new PoliciesJson(
        refusal(policies.onDeclined()),
        refusal(policies.onExpired()),
        policies.release().wire(),
        policies.end().wire(),
        policies.onEditedTerms().wire(),
        openContract == null ? null : openContract.selfApproval().wire());
  }

  private static RefusalJson refusal(RefusalPolicy policy) {
    return new RefusalJson(policy.reRequest(), policy.then().wire());
  }
}
