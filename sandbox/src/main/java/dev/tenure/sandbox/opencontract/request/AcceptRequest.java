package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;

/** Whether the Worker takes the contract. */
@Serdeable
public record AcceptRequest(@Required Boolean accept) implements RequestBody {}
