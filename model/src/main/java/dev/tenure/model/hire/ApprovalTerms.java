package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a yes to an approval of the engine's own is given to, as they stood when it was
 * asked for.
 *
 * @param name of the milestone
 * @param description the task
 * @param worker whom the contract is, or will be, awarded to; absent for an open tender
 * @param contractId the Working Contract that is judged; absent where a yes creates one
 * @param contract the same as it was shown then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalTerms(
    @Nullable String name,
    @Nullable String description,
    Money price,
    @Nullable String worker,
    OpenContractMilestone openContract,
    @Nullable String contractId,
    @Nullable WorkingContractDocument contract) {}
