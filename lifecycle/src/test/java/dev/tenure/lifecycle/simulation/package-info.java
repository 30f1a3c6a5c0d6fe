/**
 * A seeded world that drives the rules of a hire in virtual time: people, trainers, operators,
 * requesters, faults of the wire and of the process. A seed derives everything; one thread runs it.
 * {@link dev.tenure.lifecycle.simulation.Simulation} runs a seed, {@link
 * dev.tenure.lifecycle.simulation.SimulationMain} many of them.
 */
@NullMarked
package dev.tenure.lifecycle.simulation;

import org.jspecify.annotations.NullMarked;
