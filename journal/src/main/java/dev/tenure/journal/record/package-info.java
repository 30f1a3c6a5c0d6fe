/**
 * Writes hires: new ones, what their workflows tell, and the incidents that no workflow can keep.
 * Repeating a batch changes nothing; a new epoch begins where a run tells otherwise. May know what
 * is read, the event feed, the audit list and what is kept of accounts.
 */
@NullMarked
package dev.tenure.journal.record;

import org.jspecify.annotations.NullMarked;
