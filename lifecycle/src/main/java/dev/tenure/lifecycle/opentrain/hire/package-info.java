/**
 * The state of a hire on OpenTrain, and how observations and commands change it; nothing here
 * decides. It knows the state's shared parts, calls, commands, marketplace answers and the model.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.hire;

import org.jspecify.annotations.NullMarked;
