/**
 * The rules of a hire, as pure functions over its state: one set of decisions for each marketplace,
 * over shared parts that know neither. {@link dev.tenure.lifecycle.opentrain.OpenTrainLifecycle}
 * and {@link dev.tenure.lifecycle.opencontract.OpenContractLifecycle} are the doors: whoever
 * carries calls out goes through one of them.
 */
@NullMarked
package dev.tenure.lifecycle;

import org.jspecify.annotations.NullMarked;
