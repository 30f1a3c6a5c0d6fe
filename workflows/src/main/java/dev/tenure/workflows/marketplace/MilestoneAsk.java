package dev.tenure.workflows.marketplace;

/** A milestone to fund or to release. */
public record MilestoneAsk(String milestoneId) {}
