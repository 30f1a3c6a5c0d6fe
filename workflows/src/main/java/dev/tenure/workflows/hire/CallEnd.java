package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.call.Obstacle;

/** How a call ended that the marketplace did not answer. */
public sealed interface CallEnd {

  /** It was refused for a reason that a person must mend; nothing was carried out. */
  record Refused(Obstacle obstacle) implements CallEnd {}

  /** The fast phase is over: no answer to a read, or no chance to send a write. */
  record Unreachable() implements CallEnd {}

  /** It may have been carried out, and may not be made again. */
  record Unanswered() implements CallEnd {}

  /** It was stopped between two attempts, or its account had no turn for it: nothing is known. */
  record Stopped() implements CallEnd {}
}
