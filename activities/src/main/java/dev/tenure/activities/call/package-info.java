/**
 * A marketplace activity as Temporal knows it, whatever the marketplace: how long it is tried, what
 * holds it back, and its failures. It knows {@code marketplace} and the breaker.
 */
@NullMarked
package dev.tenure.activities.call;

import org.jspecify.annotations.NullMarked;
