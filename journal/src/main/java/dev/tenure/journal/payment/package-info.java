/** What was signed to pay. May know the store. */
@NullMarked
package dev.tenure.journal.payment;

import org.jspecify.annotations.NullMarked;
