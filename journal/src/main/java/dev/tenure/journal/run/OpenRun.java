package dev.tenure.journal.run;

import org.jspecify.annotations.Nullable;

/**
 * A hire that has not closed, so that a workflow must be at work for it.
 *
 * @param runId the last run that is known; absent where none is known yet
 */
public record OpenRun(String hireId, @Nullable String runId) {}
