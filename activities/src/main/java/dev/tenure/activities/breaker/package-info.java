/**
 * The circuit breaker of an account: of the calls that one obstacle holds, only one at a time
 * reaches the marketplace. It knows obstacles, and neither HTTP nor Temporal.
 */
@NullMarked
package dev.tenure.activities.breaker;

import org.jspecify.annotations.NullMarked;
