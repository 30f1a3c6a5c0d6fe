package dev.tenure.workflows.hire;

import dev.tenure.model.HireTerms;
import dev.tenure.model.MilestonePlan;
import org.jspecify.annotations.Nullable;

/**
 * A change of what the requester decides.
 *
 * @param version the hire's version that the change was made from; at another one it is refused
 *     with {@link Refusal#VERSION_CONFLICT}
 * @param terms the whole terms as they shall be from now on
 * @param first other terms for the first milestone, legal until the contract stands: a pending
 *     approval of the hire is superseded on purpose
 */
public record ChangeCommand(long version, HireTerms terms, @Nullable MilestonePlan first) {}
