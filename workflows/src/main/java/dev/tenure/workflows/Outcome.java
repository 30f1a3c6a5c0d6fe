package dev.tenure.workflows;

import dev.tenure.workflows.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.marketplace.AskAnswer;

/** How a co-sign ended. Refusals do not appear: policy or a person decided on them already. */
sealed interface Outcome {

  /** A person said yes and the marketplace has carried it out. */
  record Confirmed(ApprovalSnapshot approval) implements Outcome {}

  /** Done at once, without a co-sign. */
  record Done() implements Outcome {}

  /** The marketplace's state answers by itself; read it. */
  record Fact(AskAnswer.Reason reason) implements Outcome {}

  /** The approval cannot be seen any more; only contract and milestone can tell. */
  record LostSight() implements Outcome {}
}
