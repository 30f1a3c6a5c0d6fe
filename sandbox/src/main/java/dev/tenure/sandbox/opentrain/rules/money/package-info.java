/** Rules about escrow, credits, bills and top-ups. */
@NullMarked
package dev.tenure.sandbox.opentrain.rules.money;

import org.jspecify.annotations.NullMarked;
