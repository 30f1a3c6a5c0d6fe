/**
 * What needs a person, over all hires: pending approvals and open incidents. May know the rows of
 * the hires.
 */
@NullMarked
package dev.tenure.api.pages.inbox;

import org.jspecify.annotations.NullMarked;
