package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Approval;

/**
 * The answer to a request that needs an approval.
 *
 * @param repeated the approval had been asked for before and is still pending
 */
public record RequestedApproval(Approval approval, boolean repeated) {}
