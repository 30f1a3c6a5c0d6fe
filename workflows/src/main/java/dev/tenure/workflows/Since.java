package dev.tenure.workflows;

import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * A change of the process that runs of an earlier age do not know. It is asked for when it matters
 * first, and only once: asked for again, a version may yield in a replay where it did not before.
 */
final class Since {
  private final String change;
  private @Nullable Boolean known;

  Since(String change) {
    this.change = change;
  }

  /** Whether this run goes by the change. */
  boolean holds() {
    if (known == null) {
      known = Workflow.getVersion(change, Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION;
    }
    return known;
  }
}
