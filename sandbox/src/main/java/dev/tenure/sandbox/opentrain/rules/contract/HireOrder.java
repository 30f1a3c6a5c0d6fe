package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.Terms;

/** A hire as it was asked for. */
public record HireOrder(Terms terms, boolean notFitOverride) {}
