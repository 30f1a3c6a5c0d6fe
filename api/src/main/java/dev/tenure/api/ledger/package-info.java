/** The money of a hire: expected, booked, and the two held against each other. */
@NullMarked
package dev.tenure.api.ledger;

import org.jspecify.annotations.NullMarked;
