package dev.tenure.workflows;

/** Everything that a hire remembers; carried over whole when a run continues as new. */
public final class HireState {}
