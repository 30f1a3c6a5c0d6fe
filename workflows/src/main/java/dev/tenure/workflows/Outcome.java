package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.AskAnswer;
import org.jspecify.annotations.Nullable;

/** How a co-sign ended. Refusals do not appear: policy or a person decided on them already. */
sealed interface Outcome {

  /**
   * A person said yes and the marketplace has carried it out.
   *
   * @param contractId the contract that came of it, for the hire
   */
  record Confirmed(@Nullable String contractId) implements Outcome {}

  /** Done at once, without a co-sign. */
  record Done() implements Outcome {}

  /** The marketplace's state answers by itself; read it. */
  record Fact(AskAnswer.Reason reason) implements Outcome {}

  /** The approval cannot be seen any more; only contract and milestone can tell. */
  record LostSight() implements Outcome {}
}
