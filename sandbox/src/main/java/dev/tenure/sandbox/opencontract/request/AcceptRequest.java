package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;

/** Whether the Worker takes the contract. */
@Serdeable
public record AcceptRequest(@NotNull(message = "is required") Boolean accept)
    implements RequestBody {}
