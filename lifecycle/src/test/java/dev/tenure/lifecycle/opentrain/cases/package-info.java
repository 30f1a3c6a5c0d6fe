/**
 * The behaviour of a hire as named, deterministic cases: one hire on the simulated marketplace, in
 * virtual time. It knows the core, the model and the simulated marketplace.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.cases;

import org.jspecify.annotations.NullMarked;
