package dev.tenure.sandbox.opentrain.model.job;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread between an employer and a trainer.
 *
 * @param hired it belongs to a contract; before the hire there is another one
 * @param lastMessageId null while nothing was written
 * @param unread messages of the trainer since the employer last wrote (assumed)
 */
@Serdeable
public record Conversation(
    String id,
    String accountId,
    String jobId,
    String proposalId,
    String trainerId,
    boolean hired,
    int unread,
    Instant updatedAt,
    @Nullable String lastMessageId) {

  public Conversation told(Message message) {
    return new Conversation(
        id,
        accountId,
        jobId,
        proposalId,
        trainerId,
        hired,
        message.byTrainer() ? unread + 1 : 0,
        message.createdAt(),
        message.id());
  }
}
