/** Faults on purpose: refuse, delay, answer wrongly, execute and keep silent. */
@NullMarked
package dev.tenure.sandbox.opentrain.faults;

import org.jspecify.annotations.NullMarked;
