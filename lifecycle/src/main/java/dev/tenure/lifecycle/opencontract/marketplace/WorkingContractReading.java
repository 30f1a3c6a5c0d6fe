package dev.tenure.lifecycle.opencontract.marketplace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a read of a Working Contract showed; of a write, what was read after it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkingContractReading.Seen.class, name = "seen"),
  @JsonSubTypes.Type(value = WorkingContractReading.NotFound.class, name = "not_found")
})
public sealed interface WorkingContractReading {

  record Seen(WorkingContractSnapshot contract) implements WorkingContractReading {}

  record NotFound() implements WorkingContractReading {}
}
