package dev.tenure.api.temporal;

import org.jspecify.annotations.Nullable;

/**
 * A command to a hire.
 *
 * @param update name of the workflow's update
 * @param id the same for the same command repeated; another one is never taken for it
 * @param argument the update's argument, if it has one
 */
public record Command(String hireId, String update, String id, @Nullable Object argument) {}
