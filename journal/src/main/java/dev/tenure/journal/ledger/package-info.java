/**
 * What the marketplace booked, what was expected, and how the two go together. Entries are added
 * and never changed. May know the store alone.
 */
@NullMarked
package dev.tenure.journal.ledger;

import org.jspecify.annotations.NullMarked;
