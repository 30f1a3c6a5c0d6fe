/**
 * The channels to people, and the loop that keeps reminders in line with the journal. May know the
 * settings and the status.
 */
@NullMarked
package dev.tenure.worker.reminder;

import org.jspecify.annotations.NullMarked;
