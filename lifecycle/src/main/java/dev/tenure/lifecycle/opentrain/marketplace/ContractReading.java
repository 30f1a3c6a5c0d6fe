package dev.tenure.lifecycle.opentrain.marketplace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a read of a contract showed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ContractReading.Seen.class, name = "seen"),
  @JsonSubTypes.Type(value = ContractReading.NotFound.class, name = "not_found")
})
public sealed interface ContractReading {

  record Seen(ContractSnapshot contract) implements ContractReading {}

  record NotFound() implements ContractReading {}
}
