package dev.tenure.journal.run;

import org.jspecify.annotations.Nullable;

/**
 * A hire that has not closed, so that a workflow must be at work for it.
 *
 * @param runId the run that spoke last; absent where none has spoken yet
 */
public record OpenRun(String hireId, @Nullable String runId) {}
