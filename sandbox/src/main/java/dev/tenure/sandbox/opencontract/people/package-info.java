/** Simulated agents of OpenContract: workers and voters with wallets to play with. */
@NullMarked
package dev.tenure.sandbox.opencontract.people;

import org.jspecify.annotations.NullMarked;
