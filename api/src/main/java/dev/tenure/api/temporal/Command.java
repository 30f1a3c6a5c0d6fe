package dev.tenure.api.temporal;

import dev.tenure.workflows.hire.CommandCondition;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A command to a hire.
 *
 * @param update name of the workflow's update
 * @param id the same for the same command repeated; another one is never taken for it
 * @param argument the update's argument, if it has one
 * @param condition what must hold for it to be carried out, if anything must
 */
public record Command(
    String hireId,
    String update,
    String id,
    @Nullable Object argument,
    @Nullable CommandCondition condition) {

  Object[] arguments() {
    return Stream.<@Nullable Object>of(argument, condition).filter(one -> one != null).toArray();
  }
}
