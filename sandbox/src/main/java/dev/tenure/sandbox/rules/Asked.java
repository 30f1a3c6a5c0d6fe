package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.Approval;

/**
 * The answer to a request that needs a co-sign.
 *
 * @param repeated the approval had been asked for before and is still pending
 */
public record Asked(Approval approval, boolean repeated) {}
