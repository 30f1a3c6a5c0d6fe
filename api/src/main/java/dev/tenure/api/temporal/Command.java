package dev.tenure.api.temporal;

import dev.tenure.workflows.hire.CommandContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command to a hire.
 *
 * @param update name of the workflow's update
 * @param id the same for the same command repeated; another one is never taken for it
 * @param argument the update's argument, if it has one
 * @param context who sends it, and what must hold for it to be carried out
 */
public record Command(
    String hireId, String update, String id, @Nullable Object argument, CommandContext context) {

  Object[] arguments() {
    return Stream.<@Nullable Object>of(argument, context).filter(one -> one != null).toArray();
  }
}
