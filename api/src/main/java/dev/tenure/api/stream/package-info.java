/** The event feed as a stream: one reader of the journal for however many listeners. */
@NullMarked
package dev.tenure.api.stream;

import org.jspecify.annotations.NullMarked;
