package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.model.hire.IncidentCause;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The calls to one marketplace as activities.
 *
 * @param <C> the calls
 * @param <O> what comes of them
 */
public interface CallActivities<C extends RemoteCall<C>, O> {

  /**
   * Begins the activity of a call.
   *
   * @param heldBy the obstacle that holds it, if any
   */
  Promise<O> begin(C call, @Nullable IncidentCause heldBy, ActivityOptions options);

  /** What the hire learns of a call that ended without an answer. */
  O ended(C call, CallEnd end);

  /**
   * Whether an attempt of which nobody knows what became may be made again. A call that may not
   * ends as {@link CallEnd.Unanswered}.
   */
  boolean repeatable(C call);

  /** One line of at most 200 bytes for the Temporal Web UI, without names of people. */
  String summary(C call);
}
