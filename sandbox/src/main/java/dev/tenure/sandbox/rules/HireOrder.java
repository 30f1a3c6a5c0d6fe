package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.Terms;

/** A hire as it was asked for. */
public record HireOrder(Terms terms, boolean notFitOverride) {}
