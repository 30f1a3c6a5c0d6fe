package dev.tenure.activities.opentrain;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.lifecycle.marketplace.Obstacle;

/** What a refusal means for the process. */
sealed interface Verdict {

  /** A fact about the state of the world. */
  record Fact(AskAnswer.Reason reason) implements Verdict {}

  /** A person is needed. */
  record Blocked(Obstacle obstacle) implements Verdict {}

  /** There is nothing of that id, or nothing that this token may see. */
  record Missing(Obstacle obstacle) implements Verdict {}
}
