/**
 * One hire as a Temporal workflow: the loop around the rules of {@code lifecycle}, its messages,
 * and what the Temporal Web UI shows of it, for every marketplace. It knows none of them, and holds
 * no rule of the business.
 */
@NullMarked
package dev.tenure.workflows.hire;

import org.jspecify.annotations.NullMarked;
