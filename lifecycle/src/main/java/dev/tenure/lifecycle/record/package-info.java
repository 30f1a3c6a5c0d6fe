/**
 * How a hire is told to everyone else: its documents, and the events between two of its states. It
 * knows the state and what is allowed, and changes nothing but what has been told.
 */
@NullMarked
package dev.tenure.lifecycle.record;

import org.jspecify.annotations.NullMarked;
