package dev.tenure.lifecycle.opentrain.marketplace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The marketplace's answer to the creation of a milestone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreateAnswer.Created.class, name = "created"),
  @JsonSubTypes.Type(value = CreateAnswer.ContractEnded.class, name = "contract_ended")
})
public sealed interface CreateAnswer {

  /** It exists, made now or found by its tag. */
  record Created(MilestoneSnapshot milestone) implements CreateAnswer {}

  /** The contract takes no more milestones. */
  record ContractEnded() implements CreateAnswer {}
}
