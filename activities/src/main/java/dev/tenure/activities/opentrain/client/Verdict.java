package dev.tenure.activities.opentrain.client;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer of OpenTrain means for the process. */
public sealed interface Verdict {

  /** It carried the call out; its body says the rest. */
  record Accepted() implements Verdict {}

  /** It refused the call, and nothing was executed. */
  sealed interface Refusal extends Verdict {}

  /** A refusal that tells a fact about the state of the world. */
  record Fact(AskAnswer.Reason reason) implements Refusal {}

  /** A refusal that only a person can mend. */
  record Blocked(Obstacle obstacle) implements Refusal {}

  /** There is nothing of that id, or nothing that this token may see. */
  record Missing(Obstacle obstacle) implements Refusal {}

  /**
   * There were too many calls, and this one was not executed. OpenTrain is there: it is no outage.
   *
   * @param retryAfter how long it asks to wait, where it does
   */
  record Limited(String words, @Nullable Duration retryAfter) implements Verdict {}

  /**
   * Nothing to go on with, which time may heal; the call may have been executed all the same.
   *
   * @param retryAfter how long it asks to wait, where it does
   */
  record Failed(String words, @Nullable Duration retryAfter) implements Verdict {}
}
