/**
 * The state of a hire on OpenContract, and how observations and commands change it; nothing here
 * decides. It knows the state's shared parts, calls, commands, marketplace answers and the model.
 */
@NullMarked
package dev.tenure.lifecycle.opencontract.hire;

import org.jspecify.annotations.NullMarked;
