package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Where the work is found: a hash or an address, which nobody looks into. */
@Serdeable
public record DeliveryRequest(
    @NotNull(message = "is required")
        @Pattern(regexp = Texts.SAID, message = "is required")
        @Size(max = 50_000, message = "is too long: at most {max} characters")
        String delivery)
    implements RequestBody {}
