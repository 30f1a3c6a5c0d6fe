/**
 * What OpenContract shows and is asked for, as the rules see it. Knows the model only; amounts are
 * USDC with six decimals.
 */
@NullMarked
package dev.tenure.lifecycle.opencontract.marketplace;

import org.jspecify.annotations.NullMarked;
