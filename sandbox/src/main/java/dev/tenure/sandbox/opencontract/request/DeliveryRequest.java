package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;

/** Where the work is found: a hash or an address, which nobody looks into. */
@Serdeable
public record DeliveryRequest(
    @Said @Size(max = 50_000, message = "is too long: at most {max} characters") String delivery)
    implements RequestBody {}
