package dev.tenure.workflows.marketplace;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.MilestonePlan;

/**
 * A milestone to create.
 *
 * @param tag unique to hire and milestone; it stands in the description and makes the milestone
 *     ours
 * @param maybeSent whether an earlier call may have created it: then it is only looked for
 */
public record CreateMilestone(
    String contractId,
    MilestonePlan milestone,
    String tag,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean maybeSent) {

  /** One that was certainly never sent before. */
  public CreateMilestone(String contractId, MilestonePlan milestone, String tag) {
    this(contractId, milestone, tag, false);
  }
}
