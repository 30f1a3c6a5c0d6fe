package dev.tenure.lifecycle.opentrain.marketplace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The marketplace's answer to something that needs an approval. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AskAnswer.Pending.class, name = "pending"),
  @JsonSubTypes.Type(value = AskAnswer.Done.class, name = "done"),
  @JsonSubTypes.Type(value = AskAnswer.Fact.class, name = "fact")
})
public sealed interface AskAnswer {

  /** A person must decide. */
  record Pending(ApprovalSnapshot approval) implements AskAnswer {}

  /** Done at once, e.g. the end of a contract without money in escrow. */
  record Done() implements AskAnswer {}

  /** The marketplace's state already says no or done; the world must be read again. */
  record Fact(Reason reason) implements AskAnswer {}

  /** The conflicts that are facts about the state, not obstacles for a person. */
  enum Reason {
    @JsonProperty("already_accepted")
    ALREADY_ACCEPTED,
    @JsonProperty("contract_ended")
    CONTRACT_ENDED,
    @JsonProperty("milestone_not_fundable")
    MILESTONE_NOT_FUNDABLE,
    @JsonProperty("milestone_not_funded")
    MILESTONE_NOT_FUNDED,
    @JsonProperty("milestone_cancelled")
    MILESTONE_CANCELLED
  }
}
