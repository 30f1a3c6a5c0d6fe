/**
 * Which approvals people are reminded of, in which round, and which reminders are over. The
 * reminding itself is a workflow of its own. May know the store alone.
 */
@NullMarked
package dev.tenure.journal.reminder;

import org.jspecify.annotations.NullMarked;
