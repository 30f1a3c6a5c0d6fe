/**
 * Payments and proofs of an address by signature: x402 quotes, the limits that a payment must keep,
 * EIP-3009 authorisations, EIP-191 messages, the key. Nothing else in this room knows a key or the
 * cryptography. It knows {@code marketplace} for JSON and text.
 */
@NullMarked
package dev.tenure.activities.opencontract.signer;

import org.jspecify.annotations.NullMarked;
