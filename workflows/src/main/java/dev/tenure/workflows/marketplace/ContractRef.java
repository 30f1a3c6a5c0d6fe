package dev.tenure.workflows.marketplace;

/** A contract of the marketplace. */
public record ContractRef(String contractId) {}
