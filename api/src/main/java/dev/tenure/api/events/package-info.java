/**
 * The event feed, as a list and as a stream: one reader of the journal for however many listeners.
 */
@NullMarked
package dev.tenure.api.events;

import org.jspecify.annotations.NullMarked;
