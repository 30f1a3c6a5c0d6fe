@NullMarked
package dev.tenure.workflows.reminders;

import org.jspecify.annotations.NullMarked;
