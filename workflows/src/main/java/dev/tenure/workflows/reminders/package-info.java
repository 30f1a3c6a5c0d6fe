/** Reminders of pending approvals, each approval with a workflow of its own beside its hire. */
@NullMarked
package dev.tenure.workflows.reminders;

import org.jspecify.annotations.NullMarked;
