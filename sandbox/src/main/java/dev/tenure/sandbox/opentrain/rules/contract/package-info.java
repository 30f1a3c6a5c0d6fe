/** Rules about jobs, hires, contracts, milestones and the approvals that they need. */
@NullMarked
package dev.tenure.sandbox.opentrain.rules.contract;

import org.jspecify.annotations.NullMarked;
