package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Conversations;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ConversationJson;
import dev.tenure.sandbox.wire.MessageJson;
import dev.tenure.sandbox.world.Conversation;
import dev.tenure.sandbox.world.Message;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of threads, newest activity first, and of the messages in one. */
@Singleton
class ConversationList {
  private static final int DEFAULT_LIMIT = 20;
  private static final int LARGEST = 100;

  private final World world;
  private final Conversations conversations;

  ConversationList(World world, Conversations conversations) {
    this.world = world;
    this.conversations = conversations;
  }

  ConversationJson.Page page(Caller caller, Query query) {
    int limit = query.limit(DEFAULT_LIMIT, LARGEST);
    String filter = query.text("filter");
    if (filter != null && !List.of("all", "job", "proposal").contains(filter)) {
      throw Refusal.field("filter", "must be all, job or proposal");
    }
    String unread = query.text("unreadOnly");
    boolean unreadOnly = "true".equals(unread) || "1".equals(unread);
    String cursor = query.text("cursor");
    List<Conversation> found =
        world
            .conversations
            .newestFirst()
            .filter(thread -> caller.owns(thread.accountId()))
            .filter(thread -> !"job".equals(filter) || thread.hired())
            .filter(thread -> !"proposal".equals(filter) || !thread.hired())
            .filter(thread -> !unreadOnly || thread.unread() > 0)
            .sorted(Comparator.comparing(Conversation::updatedAt).reversed())
            .dropWhile(thread -> cursor != null && !thread.id().equals(cursor))
            .skip(cursor == null ? 0 : 1)
            .limit(limit + 1L)
            .toList();
    List<Conversation> page = found.subList(0, Math.min(limit, found.size()));
    return new ConversationJson.Page(
        page.stream().map(thread -> ConversationJson.of(thread, last(thread))).toList(),
        found.size() > limit ? page.getLast().id() : null);
  }

  MessageJson.Page thread(Caller caller, String conversationId, Query query) {
    int limit = query.limit(DEFAULT_LIMIT, LARGEST);
    String direction = query.text("direction");
    if (direction != null && !List.of("older", "newer").contains(direction)) {
      throw Refusal.field("direction", "must be older or newer");
    }
    String cursor = query.text("cursor");
    if (cursor != null && !world.messages.holds(cursor)) {
      throw Refusal.field("cursor", "is not one that this list gave");
    }
    Conversation thread = conversations.see(caller, conversationId);
    Stream<Message> all =
        "newer".equals(direction)
            ? conversations.after(thread, cursor)
            : conversations.newestFirst(thread, cursor);
    List<Message> found = all.limit(limit + 1L).toList();
    List<Message> page = found.subList(0, Math.min(limit, found.size()));
    return new MessageJson.Page(
        page.stream().map(MessageJson::of).toList(),
        found.size() > limit ? page.getLast().id() : null);
  }

  private @Nullable Message last(Conversation thread) {
    return conversations.newestFirst(thread, null).findFirst().orElse(null);
  }
}
