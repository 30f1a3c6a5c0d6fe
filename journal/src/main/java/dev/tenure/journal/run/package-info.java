/**
 * Whether the workflow of each open hire was started, still runs, and owes a snapshot. Workflows
 * may be terminated or reset by anyone in Temporal. May know what is recorded and the store.
 */
@NullMarked
package dev.tenure.journal.run;

import org.jspecify.annotations.NullMarked;
