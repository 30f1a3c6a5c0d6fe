package dev.tenure.sandbox.opentrain.model.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a milestone promises. Two hire requests with equal terms are the same request. */
@Serdeable
public record Terms(
    @Nullable String name,
    @Nullable String description,
    long amountCents,
    @Nullable Instant dueDate) {}
