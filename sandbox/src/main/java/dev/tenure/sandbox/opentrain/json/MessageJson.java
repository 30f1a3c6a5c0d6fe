package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Message;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message; attachments show as counts only. */
@Serdeable
public record MessageJson(
    String id,
    Instant createdAt,
    Instant updatedAt,
    String conversationId,
    @Nullable String jobId,
    String senderUserId,
    boolean isFromViewer,
    String content,
    @Nullable String messageType,
    boolean system,
    boolean hasUnreadFlag,
    int attachmentCount,
    boolean hasAudio,
    @Nullable String editedAt,
    int reactionCount) {

  /** The 201 of a sending. */
  @Serdeable
  public record Sent(boolean ok, MessageJson message) {}

  /** A page of a thread (its shape is assumed). */
  @Serdeable
  public record Page(List<MessageJson> messages, @Nullable String nextCursor) {}

  /** The answer to opening the thread of a proposal. */
  @Serdeable
  public record Opened(
      boolean ok, String conversationId, String proposalId, String jobId, boolean created) {}

  public static MessageJson of(Message message) {
    return new MessageJson(
        message.id(),
        message.createdAt(),
        message.createdAt(),
        message.conversationId(),
        message.jobId(),
        message.senderUserId(),
        !message.byTrainer(),
        message.content(),
        null,
        false,
        false,
        0,
        false,
        null,
        0);
  }
}
