/**
 * What is kept of each marketplace account: who serves it, the cursor of its updates feed, what its
 * last sweep saw, and the events whose hire is not known yet. May know the store alone.
 */
@NullMarked
package dev.tenure.journal.account;

import org.jspecify.annotations.NullMarked;
