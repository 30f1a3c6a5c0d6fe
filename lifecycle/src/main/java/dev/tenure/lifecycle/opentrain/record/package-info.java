/**
 * What is told of a hire on OpenTrain: documents, waits, and the events between two of its states.
 * Read from its state alone. It knows the state, the decisions' allowed actions, and the model.
 */
@NullMarked
package dev.tenure.lifecycle.opentrain.record;

import org.jspecify.annotations.NullMarked;
