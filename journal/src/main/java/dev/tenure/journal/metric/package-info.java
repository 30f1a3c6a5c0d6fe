/**
 * What an operator counts in the journal: hires, approvals, incidents, accounts. May know the
 * store.
 */
@NullMarked
package dev.tenure.journal.metric;

import org.jspecify.annotations.NullMarked;
