/** Amounts, fees, and the records of money that moved, as they are kept. */
@NullMarked
package dev.tenure.sandbox.opentrain.model.money;

import org.jspecify.annotations.NullMarked;
