/**
 * The connections of the server below HTTP: how long a request may take to arrive, and whether its
 * client has hung up. Knows nothing of ours.
 */
@NullMarked
package dev.tenure.api.connection;

import org.jspecify.annotations.NullMarked;
