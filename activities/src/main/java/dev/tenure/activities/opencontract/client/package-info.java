/**
 * OpenContract's API as a client: its endpoints, its JSON, what its answers mean, the API key of an
 * address, calls that are paid. It knows {@code marketplace}, {@code http} and the signer, and no
 * Temporal.
 */
@NullMarked
package dev.tenure.activities.opencontract.client;

import org.jspecify.annotations.NullMarked;
