/**
 * What a requester asks for: hire, milestones, rules and policies, with every default filled in. It
 * may know money.
 */
@NullMarked
package dev.tenure.model.plan;

import org.jspecify.annotations.NullMarked;
