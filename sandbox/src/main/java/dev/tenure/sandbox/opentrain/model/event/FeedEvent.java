package dev.tenure.sandbox.opentrain.model.event;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/** One record of an account's updates feed; ids and states only, never content. */
@Serdeable
public record FeedEvent(
    long id,
    String accountId,
    String type,
    Instant createdAt,
    String resourceId,
    String jobId,
    Map<String, Object> data) {}
