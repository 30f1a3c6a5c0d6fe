/**
 * What the client of every marketplace rests on: one call and its transport, JSON and text from
 * outside, how many calls an account may make, a call that failed. It knows {@code http} and the
 * snapshots of the process, and neither a marketplace nor Temporal.
 */
@NullMarked
package dev.tenure.activities.marketplace;

import org.jspecify.annotations.NullMarked;
