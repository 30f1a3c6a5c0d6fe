/**
 * Hires on OpenContract in a seeded world: its marketplace, its people, faults, and what must hold
 * whatever they do; on the engine of the simulation beside it.
 */
@org.jspecify.annotations.NullMarked
package dev.tenure.lifecycle.simulation.opencontract;
