/**
 * Reads hires, approvals and incidents as of one moment, each with what belongs to it. The queries
 * and views here are what the front answers with. May know the ledger and the store.
 */
@NullMarked
package dev.tenure.journal.read;

import org.jspecify.annotations.NullMarked;
