/**
 * Signatures of EVM wallets: who signed a message (EIP-191) or a transfer (EIP-712, EIP-3009). It
 * knows web3j and nothing of the marketplace.
 */
@NullMarked
package dev.tenure.sandbox.opencontract.signature;

import org.jspecify.annotations.NullMarked;
