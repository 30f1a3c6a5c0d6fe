/**
 * Faults on purpose: what clients of any marketplace have to live with. It knows no marketplace;
 * what only one of them can do wrong it does by {@link
 * dev.tenure.sandbox.faults.MarketplaceFaults}.
 */
@NullMarked
package dev.tenure.sandbox.faults;

import org.jspecify.annotations.NullMarked;
