package dev.tenure.sandbox.world;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A thread between an employer and a trainer.
 *
 * @param hired it belongs to a contract; before the hire there is another one
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
    Instant updatedAt) {

  public Conversation told(boolean byTrainer, Instant now) {
    return new Conversation(
        id, accountId, jobId, proposalId, trainerId, hired, byTrainer ? unread + 1 : 0, now);
  }
}
