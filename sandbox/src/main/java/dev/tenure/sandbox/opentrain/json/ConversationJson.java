package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Message;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread in the list of threads. */
@Serdeable
public record ConversationJson(
    String id,
    String type,
    String bucket,
    @Nullable String jobId,
    @Nullable String proposalId,
    @Nullable String channelName,
    Instant updatedAt,
    @Nullable Last lastMessage,
    int unreadCount,
    int needsReplyCount) {

  /** The newest message, in short. */
  @Serdeable
  public record Last(
      String id, String content, String senderUserId, boolean isFromViewer, Instant createdAt) {}

  /** A page of threads. */
  @Serdeable
  public record Page(List<ConversationJson> conversations, @Nullable String nextCursor) {}

  public static ConversationJson of(Conversation conversation, @Nullable Message last) {
    return new ConversationJson(
        conversation.id(),
        "DIRECT_MESSAGE",
        conversation.hired() ? "job" : "proposal",
        conversation.jobId(),
        conversation.proposalId(),
        null,
        conversation.updatedAt(),
        last == null
            ? null
            : new Last(
                last.id(),
                last.content(),
                last.senderUserId(),
                !last.byTrainer(),
                last.createdAt()),
        conversation.unread(),
        last != null && last.byTrainer() ? 1 : 0);
  }
}
