package dev.tenure.workflows.hire;

/**
 * A command about one milestone.
 *
 * @param milestone its key
 */
public record MilestoneCommand(String milestone) {}
