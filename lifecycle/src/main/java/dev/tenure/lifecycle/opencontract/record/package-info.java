/**
 * What is told of a hire on OpenContract: documents, events in business words, ledger lines. Read
 * from its state alone. It knows the state, the decisions' allowed actions, and the model.
 */
@NullMarked
package dev.tenure.lifecycle.opencontract.record;

import org.jspecify.annotations.NullMarked;
