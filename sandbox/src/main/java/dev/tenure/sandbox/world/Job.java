package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** What people were asked to propose for. */
@Serdeable
public record Job(
    String id, String accountId, String title, PaymentType paymentType, Instant createdAt) {}
