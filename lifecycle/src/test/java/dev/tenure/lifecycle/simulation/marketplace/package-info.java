/**
 * OpenTrain in memory, for simulations: the endpoints that a hire needs, the people and trainers
 * behind them, the events, and a ledger of every cent. It knows the model, what a marketplace
 * answers, and notifications; it has no clock, no chance and no threads of its own.
 */
@NullMarked
package dev.tenure.lifecycle.simulation.marketplace;

import org.jspecify.annotations.NullMarked;
