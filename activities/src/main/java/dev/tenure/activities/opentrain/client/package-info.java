/**
 * OpenTrain's public API as a client: its endpoints, its JSON, what its answers mean, how many
 * calls an account may make. It knows {@code http} and the snapshots of the process, and no
 * Temporal.
 */
@NullMarked
package dev.tenure.activities.opentrain.client;

import org.jspecify.annotations.NullMarked;
