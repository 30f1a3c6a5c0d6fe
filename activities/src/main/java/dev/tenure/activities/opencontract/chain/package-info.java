/**
 * What a node of the chain tells: the balance of an address. It asks and never signs. It knows
 * {@code http}, {@code marketplace} for JSON and text, and the signer's addresses and amounts.
 */
@NullMarked
package dev.tenure.activities.opencontract.chain;

import org.jspecify.annotations.NullMarked;
