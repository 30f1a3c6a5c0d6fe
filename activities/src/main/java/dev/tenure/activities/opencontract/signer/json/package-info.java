/** JSON of x402 and EIP-712. */
@NullMarked
package dev.tenure.activities.opencontract.signer.json;

import org.jspecify.annotations.NullMarked;
