/** Contracts, milestones and approvals, as the API writes them. */
@NullMarked
package dev.tenure.sandbox.opentrain.json.contract;

import org.jspecify.annotations.NullMarked;
