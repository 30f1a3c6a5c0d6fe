package dev.tenure.sandbox.opentrain.model.job;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** What somebody wrote. */
@Serdeable
public record Message(
    String id,
    String conversationId,
    String jobId,
    String senderUserId,
    boolean byTrainer,
    String content,
    Instant createdAt) {}
