/**
 * What a hire on OpenTrain wants next, and what may be commanded of it: read from its state alone,
 * changing nothing. It knows the state, calls, commands and the model.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.decision;

import org.jspecify.annotations.NullMarked;
