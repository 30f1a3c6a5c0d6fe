/**
 * The feed of all events by position, and word to every process that something changed. A position
 * once passed is never filled afterwards. May know the store alone.
 */
@NullMarked
package dev.tenure.journal.feed;

import org.jspecify.annotations.NullMarked;
