/** The whole state of OpenContract: every collection of the model, with what applies to all. */
@NullMarked
package dev.tenure.sandbox.opencontract.world;

import org.jspecify.annotations.NullMarked;
