/**
 * Amounts, what the marketplace is expected to charge, and what it booked. It knows nothing else of
 * the model.
 */
@NullMarked
package dev.tenure.model.money;

import org.jspecify.annotations.NullMarked;
