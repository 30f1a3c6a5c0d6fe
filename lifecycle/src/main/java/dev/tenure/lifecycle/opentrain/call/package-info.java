/**
 * What a hire on OpenTrain may ask of the world and what comes back. It knows the model, what the
 * marketplace answers, and the calls' shared parts.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.call;

import org.jspecify.annotations.NullMarked;
