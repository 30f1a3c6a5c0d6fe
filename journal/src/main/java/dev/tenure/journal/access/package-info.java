/**
 * Who may use the front, and who did what with it: API keys without their secrets, the audit list,
 * and what each Idempotency-Key was used for. May know the store alone.
 */
@NullMarked
package dev.tenure.journal.access;

import org.jspecify.annotations.NullMarked;
