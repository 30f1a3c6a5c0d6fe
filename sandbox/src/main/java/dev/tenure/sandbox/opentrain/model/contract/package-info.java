/** Contracts with their milestones, and the approvals that people give, as they are kept. */
@NullMarked
package dev.tenure.sandbox.opentrain.model.contract;

import org.jspecify.annotations.NullMarked;
