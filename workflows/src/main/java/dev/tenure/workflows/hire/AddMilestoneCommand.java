package dev.tenure.workflows.hire;

import dev.tenure.model.plan.MilestonePlan;

/** A further milestone for a hire that runs. Its key must be new to the hire. */
public record AddMilestoneCommand(MilestonePlan milestone) {}
