package dev.tenure.workflows;

/**
 * A command about one milestone.
 *
 * @param milestone its key
 */
public record MilestoneCommand(String milestone) {}
