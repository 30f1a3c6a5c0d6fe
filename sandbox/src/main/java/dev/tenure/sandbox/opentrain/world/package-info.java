/**
 * The whole state of the marketplace: every collection of the model, with what applies to all of
 * it.
 */
@NullMarked
package dev.tenure.sandbox.opentrain.world;

import org.jspecify.annotations.NullMarked;
