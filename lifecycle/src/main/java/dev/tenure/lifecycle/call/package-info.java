/**
 * What a hire may ask of the world and what comes back: steps, calls, observations, notifications,
 * and the reconciler that holds the wanted calls against the running ones. It knows the model and
 * what the marketplace answers.
 */
@NullMarked
package dev.tenure.lifecycle.call;

import org.jspecify.annotations.NullMarked;
